import ArgumentParser
import ClinicalRecord

/// What the report is compared with: for every command that makes reports.
struct ChangesOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The day of the last appointment: the report also says what changed since, with the numbers of both periods.",
      valueName: "YYYY-MM-DD"),
    transform: { text in
      guard let day = Day(iso: text) else { throw ValidationError("'\(text)' is not a day written as YYYY-MM-DD.") }
      return day
    })
  var since: Day?

  @Option(
    help: ArgumentHelp(
      "The verdicts of the last report (--format json): the report also says what changed since.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var previous: String?

  var areAskedFor: Bool { since != nil || previous != nil }

  func validate() throws {
    if since != nil, previous != nil {
      throw ValidationError("Give --since or --previous, not both: a report is compared with one earlier period.")
    }
    if previous?.isEmpty == true { throw ValidationError("--previous needs the file that --format json wrote.") }
  }
}
