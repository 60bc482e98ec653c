import ArgumentParser
import ClinicalRecord
import ReportBuilder

struct TemplateFieldsCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields",
    abstract: "Lists every name that a template may use, with kind, meaning, unit, example and where it is known.",
    discussion: """
      EXAMPLES
        legbrief template fields | less
        legbrief template fields --format markdown > template-fields.md
        legbrief template fields --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json
  }

  @Option(help: "text for a terminal, markdown for a page, json for other programs.")
  var format = Format.text

  var diagnosticsFormat: DiagnosticsFormat { .text }

  func run(in session: Session) throws -> RunStatus {
    let list = TemplateFieldList()
    switch format {
    case .text: try session.write(list.text())
    case .markdown: try session.write(list.markdown())
    case .json: try session.write(list.json().pretty())
    }
    return .success
  }
}
