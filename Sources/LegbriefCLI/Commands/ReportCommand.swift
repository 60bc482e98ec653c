import ArgumentParser

struct ReportCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Makes the appointment summary of one or more records.",
    discussion: """
      The files are called after the record's file: anna.json gives anna.md, anna.html and anna.verdicts.json. A file \
      called record.json stands for its folder: alone it gives report.md, report.html and verdicts.json; among several \
      it is called after its folder. Of two that would have the same name, the second gets -2. Files that exist are \
      replaced, each only once its successor is complete. A record with an error gets no report, and an older report \
      of it stays as it was.

      EXAMPLES
        legbrief report anna.json
        legbrief report anna.json --format md --output - | less
        legbrief report records/*.json --format md,html,json --output reports
        legbrief report anna.json --templates our-practice --as-of 2026-03-02
        legbrief report anna.json --config legbrief.json
      """)

  @Argument(
    help: ArgumentHelp("Records in format 1 (JSON), one patient each.", valueName: "record"),
    completion: .file(extensions: ["json"]))
  var records: [String]

  @Option(help: "The report's template: NAME stands for NAME.md.mustache.")
  var template = "appointment"

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

  @OptionGroup var reading: ReadingOptions

  var diagnosticsFormat: DiagnosticsFormat { reading.diagnostics }

  func validate() throws {
    if output == "-", records.count != 1 || format.all.count != 1 {
      throw ValidationError(
        "--output - prints one report: give one record, and one format with --format md, html or json.")
    }
    if output == "-", reading.diagnostics == .sarif {
      throw ValidationError(
        "--output - and --diagnostics sarif both write to standard output: choose a folder, or --diagnostics json.")
    }
    if output.isEmpty { throw ValidationError("--output needs a folder, or - for standard output.") }
    if template.isEmpty || template.contains("/") {
      throw ValidationError("--template takes a name, such as appointment; --templates takes the folder.")
    }
  }

  func run(in session: Session) throws -> RunStatus {
    try ReportRun(command: self, session: session).run()
  }
}
