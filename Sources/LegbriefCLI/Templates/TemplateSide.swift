import Diagnostics
import Glibc
import ReportBuilder
import TemplateEngine

/// One of the two sides that `legbrief template diff` compares: the user's own files and the report template.
struct TemplateSide {
  var files: TemplateFiles
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
    if written == builtin { return TemplateSide(files: TemplateFiles(), template: template) }
    let shipped = TemplateFiles()
    let kinds = shipped.kinds()
    let reports = shipped.all.filter { kinds[$0.name] == .report }
    if !written.contains("/"), let report = reports.first(where: { $0.stem == written || $0.name == written }),
      files.identity(of: written) == nil
    {
      return TemplateSide(files: shipped, template: report.stem)
    }
    if !written.contains("/"), !written.contains("."), files.identity(of: written) == nil {
      let known = reports.map(\.stem) + [builtin]
      throw Failure(diagnostics: [TemplateFault.unknownSide(written, among: known)])
    }
    let request = TemplateRequest.read([written], files)
    guard request.isReadable, request.diagnostics.isEmpty else { throw Failure(diagnostics: request.diagnostics) }
    let own = TemplateFiles(overlay: request.overlay)
    // A file that is a report is the template; a partial, the page or the style sheet is part of one.
    if let name = request.roots?.first, own.kinds()[name] == .report {
      return TemplateSide(files: own, template: TemplateFiles.stem(name))
    }
    return TemplateSide(files: own, template: template)
  }

  /// The page frame and its style sheet, which no Markdown shows.
  var page: [[UInt8]] { files.all.filter { $0.stem == "page" || $0.name == "page.css" }.map(\.text.bytes) }
}
