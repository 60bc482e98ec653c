import ArgumentParser
import Diagnostics
import FileAccess

struct TemplateShowCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Prints the text of a template.",
    discussion: """
      EXAMPLES
        legbrief template show appointment
        legbrief template show red_flags.md.mustache
        legbrief template show page.css > our-practice/page.css
      """)

  @Argument(
    help: "The name of a template, with or without its ending.", completion: .list(TemplateCatalog().all.map(\.stem)))
  var name: String

  @OptionGroup var folder: TemplateFolderOptions

  var diagnosticsFormat: DiagnosticsFormat { .text }

  func run(in session: Session) throws -> RunStatus {
    do throws(FileError) {
      let files = try TemplateCatalog(folder: folder.templates, files: session.files)
      guard let file = files.named(name) else {
        session.report([TemplateFault.unknown(name, among: files.all.map(\.stem))], as: diagnosticsFormat)
        return .nothingStarted
      }
      try session.output(file.text.bytes)
      return .success
    } catch {
      guard error.task == .readTemplates || error.task == .readTemplate else { throw error }
      session.report([error.diagnostic], as: diagnosticsFormat)
      return .nothingStarted
    }
  }
}
