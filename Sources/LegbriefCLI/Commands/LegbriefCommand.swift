import ArgumentParser

/// A command that runs against a session, so that tests reach all of it without a process.
protocol SessionCommand: ParsableCommand {
  var diagnosticsFormat: DiagnosticsFormat { get }

  func run(in session: Session) throws -> RunStatus
}

struct LegbriefCommand: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "legbrief",
    abstract: "Turns what a patient recorded about her legs into a summary for the appointment.",
    discussion: """
      The summary states which published criteria were met, not met or not recorded, with the source of each. It is not \
      a diagnosis. Nothing leaves this machine.

      EXAMPLES
        legbrief report anna.json           anna.md and anna.html, right here
        legbrief report anna.json --format md --output - | less
        legbrief report records/*.json --output reports
        legbrief batch records --output DIR many summaries, and a list of the patients
        legbrief stream < all.ndjson        a line of JSON for each record, for other engines
        legbrief check anna.json            every fault of the record
        legbrief explain anna.json rls.c4   why a criterion came out so
        legbrief fields                     what a record may hold
        legbrief template list              the templates that reports are made from
        legbrief preview                    reports in a browser, while a template is being edited
        legbrief config                     a practice's name, colour and order of sections
        legbrief verify anna.html anna.json whether a report still matches what it was made from
        legbrief synthesize --output DIR    patients that nobody is

      EXIT CODES
        0    everything was made
        1    some records failed; the others were made
        2    nothing could start: templates, output folder, no record without errors
        64   wrong usage
        130  stopped by Ctrl-C; what was made is in place

      SHELL COMPLETION
        legbrief --generate-completion-script bash   (or zsh, or fish)
      """,
    version: version,
    subcommands: [
      ReportCommand.self, BatchCommand.self, StreamCommand.self, CheckCommand.self, ExplainCommand.self,
      RulesCommand.self,
      FieldsCommand.self,
      TemplateCommand.self, PreviewCommand.self, ConfigCommand.self, VerifyCommand.self, SynthesizeCommand.self,
    ])
}
