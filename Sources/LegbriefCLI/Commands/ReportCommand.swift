import ArgumentParser
import BatchReports

struct ReportCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Makes the appointment summary of one or more records, and letters, notes and copies for the patient.",
    discussion: """
      The files are called after the record's file: anna.json gives anna.md, anna.html and anna.verdicts.json. A file \
      called record.json stands for its folder: alone it gives report.md, report.html and verdicts.json; among several \
      it is called after its folder. Of several templates, and of any but appointment, each file is \
      called after its own: anna.appointment.md, anna.note.txt, anna.referral-sleep.md. Of two that would have the \
      same name, the second gets -2. Files that exist are replaced, each only once its successor is complete. A record \
      with an error gets no report, and an older report of it stays as it was.

      With --since DAY the record is judged a second time, as it stood on that day, and the report lists what changed: \
      what is dated or was written down later does not count for it, what has no date counts in both periods. With \
      --previous FILE the earlier period is that of a report made then.

      EXAMPLES
        legbrief report anna.json
        legbrief report anna.json --format md --output - | less
        legbrief report anna.json --template appointment,note,patient
        legbrief report anna.json --template referral --clinic vascular
        legbrief report records/*.json --template triage --output -
        legbrief report records/*.json --format md,html,json --output reports
        legbrief report anna.json --templates our-practice --as-of 2026-03-02
        legbrief report anna.json --config legbrief.json
        legbrief report anna.json --since 2026-01-26
        legbrief report anna.json --previous 2026-01/anna.verdicts.json
      """)

  @Argument(
    help: ArgumentHelp("Records in format 1 (JSON), one patient each.", valueName: "record"),
    completion: .file(extensions: ["json"]))
  var records: [String]

  @Option(
    help: ArgumentHelp(
      "Report templates, several with commas: NAME stands for NAME.md.mustache or NAME.txt.mustache.",
      valueName: "name,name"))
  var template = TemplateNames(["appointment"])

  @Option(
    help: ArgumentHelp(
      "The clinic of a referral letter; without it the one that fits the most urgent flag, then the most criteria met.",
      valueName: "clinic"))
  var clinic: ClinicName?

  @Option(
    help: ArgumentHelp(
      "md for Markdown, html for the page, json for the verdicts of all rules; several with commas.",
      valueName: "md,html,json"))
  var format = ReportFormats([.markdown, .page])

  @Option(
    help: ArgumentHelp(
      "The folder for the files, whose last part is created when missing; - prints one report in one format.",
      valueName: "folder"),
    completion: .directory)
  var output = "."

  @Option(
    help: ArgumentHelp(
      "A folder of templates and page.css that stand in front of the built-in ones.", valueName: "folder"),
    completion: .directory)
  var templates: String?

  @OptionGroup var practice: SettingsOptions

  @OptionGroup var changes: ChangesOptions

  @OptionGroup var reading: ReadingOptions

  var diagnosticsFormat: DiagnosticsFormat { reading.diagnostics }

  func validate() throws {
    if output == "-", reading.diagnostics == .sarif {
      throw ValidationError(
        "--output - and --diagnostics sarif both write to standard output: choose a folder, or --diagnostics json.")
    }
    if changes.areAskedFor, format.all == [.verdicts] {
      throw ValidationError("--since and --previous show in the report: give --format md or html, with json if wanted.")
    }
    if changes.previous != nil, records.count != 1 {
      throw ValidationError("--previous is the verdicts of one record: give one record, or --since for several.")
    }
    if output.isEmpty { throw ValidationError("--output needs a folder, or - for standard output.") }
  }

  func run(in session: Session) throws -> RunStatus {
    try ReportRun(command: self, session: session).run()
  }
}
