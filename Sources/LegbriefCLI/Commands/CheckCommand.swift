import ArgumentParser
import Diagnostics
import FileAccess

struct CheckCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads records and reports everything that is wrong with them, without a report.",
    discussion: """
      Each record gets one line on standard output; the faults go to standard error.

      EXAMPLES
        legbrief check records/*.json
        legbrief check anna.json --diagnostics json 2> faults.ndjson

      EXIT CODES
        0   no errors; there may be warnings
        1   a record has an error
        2   no file could be opened
      """)

  @Argument(
    help: ArgumentHelp("Records in format 1 (JSON), one patient each.", valueName: "record"),
    completion: .file(extensions: ["json"]))
  var records: [String]

  @OptionGroup var reading: ReadingOptions

  var diagnosticsFormat: DiagnosticsFormat { reading.diagnostics }

  func run(in session: Session) throws -> RunStatus {
    let source = RecordSource(files: session.files, reading)
    var tally = RecordTally()
    for path in records {
      let outcome = source.read(path)
      session.report(outcome.diagnostics, as: diagnosticsFormat)
      tally.count(outcome, made: outcome.record != nil)
      try session.write("\(Excerpt.visible(path)): \(CheckCommand.summary(outcome))\n")
    }
    return tally.checkStatus
  }

  private static func summary(_ outcome: RecordSource.Outcome) -> String {
    let warnings = outcome.warnings.count
    let errors = outcome.diagnostics.count - warnings
    return FaultCount.words(errors: errors, warnings: warnings)
  }
}
