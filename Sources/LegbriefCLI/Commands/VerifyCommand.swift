import ArgumentParser

struct VerifyCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Says whether a report still matches its record, rules and templates, and what changed.",
    discussion: """
      A report states what it was made from: at the end of its appendix, and in the head of its page. When record, rules, \
      templates, settings and version are still those, the report is made again and compared byte by byte, so that an \
      edited report is found; the first line that differs is named by its number alone. A page tells which rules and which \
      templates changed, a Markdown report only that they did.

      EXAMPLES
        legbrief verify anna.html anna.json
        legbrief verify anna.md anna.json --templates our-practice --config legbrief.json
        legbrief verify anna.html anna.json --format json

      EXIT CODES
        0   the report matches
        1   something differs
        2   report, record, templates or settings could not be read
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(
    help: ArgumentHelp("A report, .html or .md.", valueName: "report"), completion: .file(extensions: ["html", "md"]))
  var report: String

  @Argument(
    help: ArgumentHelp("The record that it was made from.", valueName: "record"),
    completion: .file(extensions: ["json"]))
  var record: String

  @Option(
    help: ArgumentHelp("The folder of templates that the report was made with.", valueName: "folder"),
    completion: .directory)
  var templates: String?

  @Option(
    help: ArgumentHelp(
      "The verdicts that the report was compared with, where it was made with --previous.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var previous: String?

  @OptionGroup var practice: SettingsOptions

  @Option(help: "Text, or JSON for other programs.")
  var format: Format = .text

  @OptionGroup var printing: DiagnosticsOptions

  var diagnosticsFormat: DiagnosticsFormat { printing.diagnostics }

  func validate() throws {
    if printing.diagnostics == .sarif {
      throw ValidationError("The outcome goes to standard output, where --diagnostics sarif would stand: use json.")
    }
  }

  func run(in session: Session) throws -> RunStatus {
    try VerifyRun(
      question: .init(
        report: report, record: record, templates: templates, config: practice.config,
        previous: previous),
      session: session, format: format, diagnosticsFormat: diagnosticsFormat
    ).run()
  }
}
