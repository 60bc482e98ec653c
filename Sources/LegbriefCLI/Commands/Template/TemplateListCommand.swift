import ArgumentParser
import Diagnostics
import FileAccess
import ReportBuilder
import TemplateEngine

struct TemplateListCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists all templates: what each writes, what it is for, what includes it and where it comes from.",
    discussion: """
      EXAMPLES
        legbrief template list
        legbrief template list --templates our-practice
      """)

  @OptionGroup var folder: TemplateFolderOptions

  var diagnosticsFormat: DiagnosticsFormat { .text }

  func run(in session: Session) throws -> RunStatus {
    let files: TemplateCatalog
    do throws(FileError) {
      files = try TemplateCatalog(folder: folder.templates, files: session.files)
    } catch {
      session.report([error.diagnostic], as: diagnosticsFormat)
      return .nothingStarted
    }
    let reviewed = files.reviewed()
    var table = TextTable(["name", "writes", "kind", "included by", "from"])
    for file in files.all {
      let includers = (reviewed[file.name]?.includedBy ?? []).map(TemplateCatalog.stem).joined(separator: ", ")
      table.add([
        file.dialect == nil ? file.name : file.stem, TemplateListCommand.writes(file),
        TemplateListCommand.words(reviewed[file.name]?.kind, file), includers, TemplateListCommand.origin(file),
      ])
    }
    try session.writeShowingControls(table.text)
    return .success
  }

  private static func writes(_ file: TemplateCatalog.File) -> String {
    switch file.dialect {
    case .markdown: "Markdown"
    case .html: "HTML"
    case .plain: "plain text"
    case nil: file.name == "page.css" ? "CSS" : "?"
    }
  }

  private static func words(_ kind: TemplateReview.Kind?, _ file: TemplateCatalog.File) -> String {
    switch kind {
    case .report: "report"
    case .page: "page"
    case .figure: "figure"
    case .partial: "partial"
    case .unused: "unused"
    case nil: file.name == "page.css" ? "style sheet of the page" : "unused"
    }
  }

  private static func origin(_ file: TemplateCatalog.File) -> String {
    guard let path = file.path else { return "built in" }
    return Excerpt.visible(path) + (file.isBuiltinName ? " (replaces the built-in one)" : "")
  }
}
