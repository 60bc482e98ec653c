import ArgumentParser
import ReportBuilder

struct TemplateDiffCommand: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "diff", abstract: "Not yet.")
  var diagnosticsFormat: DiagnosticsFormat { .text }
  func run(in session: Session) throws -> RunStatus { .success }
}
