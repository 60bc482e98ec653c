import BuiltinTemplates
import Diagnostics
import Glibc
import ReportBuilder
import TemplateEngine

/// One of the two sides that `legbrief template diff` compares: the user's own files and the report template.
struct TemplateSide {
  var files: TemplateCatalog
  /// The report's template without its ending.
  var template: String

  /// What could not be used, in words.
  struct Failure: Error {
    var diagnostics: [Diagnostic]
  }

  /// The word for the templates inside the program.
  static let builtin = "builtin"

  /// - Parameter written: `builtin`, a folder, a template file, or the name of a built-in report template.
  /// - Parameter template: the report's template, where `written` does not say it.
  static func find(_ written: String, template: String, _ files: any FileSystem) throws(Failure) -> TemplateSide {
    if written == builtin { return TemplateSide(files: TemplateCatalog(), template: template) }
    let shipped = TemplateCatalog()
    let reports = TemplateReview.reportNames(builtin: BuiltinTemplates.files, overlay: [])
    if let report = reports.first(where: { $0 == written || $0 + Dialect.markdown.suffix == written }),
      files.identity(of: written) == nil
    {
      return TemplateSide(files: shipped, template: report)
    }
    if !written.contains("/"), !written.contains("."), files.identity(of: written) == nil {
      let known = reports + [builtin]
      throw Failure(diagnostics: [TemplateFault.unknownSide(written, among: known)])
    }
    let request = TemplateRequest.read([written], files)
    guard request.isReadable, request.diagnostics.isEmpty else { throw Failure(diagnostics: request.diagnostics) }
    let own = TemplateCatalog(overlay: request.overlay)
    // A file that is a report is the template; a partial, the page or the style sheet is part of one.
    if let name = request.asked?.first, own.reviewed()[name]?.kind == .report {
      return TemplateSide(files: own, template: TemplateCatalog.stem(name))
    }
    return TemplateSide(files: own, template: template)
  }

  /// The page frame and its style sheet, which no Markdown shows.
  var page: [[UInt8]] { files.all.filter { $0.stem == "page" || $0.name == "page.css" }.map(\.text.bytes) }
}
