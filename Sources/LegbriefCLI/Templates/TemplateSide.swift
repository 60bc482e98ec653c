import BuiltinTemplates
import Diagnostics
import FileAccess
import Glibc
import ReportBuilder
import TemplateEngine

/// One of the two sides that `legbrief template diff` compares: the user's own files, and what of them was named.
struct TemplateSide {
  /// As the user wrote it.
  var written: String
  var files: TemplateCatalog
  /// The one report template that was named, without its ending; nil when all of them are meant.
  var report: String?
  /// The report templates that use the partial that was named; nil when none was.
  var users: [String]?

  init(written: String, files: TemplateCatalog = TemplateCatalog(), report: String? = nil, users: [String]? = nil) {
    self.written = written
    self.files = files
    self.report = report
    self.users = users
    reports = TemplateReview.reportNames(builtin: BuiltinTemplates.files, overlay: files.overlay)
  }

  /// All report templates of this side, without their endings.
  let reports: [String]

  /// What could not be used, in words.
  struct Failure: Error {
    var diagnostics: [Diagnostic]
  }

  /// The word for the templates inside the program.
  static let builtin = "builtin"

  /// - Parameter written: `builtin`, a folder, a template file, or the name of a built-in report template.
  static func find(_ written: String, _ files: any FileSystem) throws(Failure) -> TemplateSide {
    let shipped = TemplateSide(written: written)
    if written == builtin { return shipped }
    if let report = shipped.reports.first(where: { $0 == written || $0 == ReportTemplate.stem(written) }),
      files.identity(of: written) == nil
    {
      return TemplateSide(written: written, report: report)
    }
    if !written.contains("/"), !written.contains("."), files.identity(of: written) == nil {
      throw Failure(diagnostics: [TemplateFault.unknownSide(written, among: shipped.reports + [builtin])])
    }
    let request = TemplateRequest.read([written], files)
    guard request.isReadable, request.diagnostics.isEmpty else { throw Failure(diagnostics: request.diagnostics) }
    let own = TemplateCatalog(overlay: request.overlay)
    guard let name = request.asked?.first else { return TemplateSide(written: written, files: own) }
    let reviewed = own.reviewed()
    // A file that is a report is the template; the page and its style sheet are part of all of them, a partial is of some.
    switch reviewed[name]?.kind {
    case .report: return TemplateSide(written: written, files: own, report: TemplateCatalog.stem(name))
    case .page, .figure, nil: return TemplateSide(written: written, files: own)
    case .partial, .unused:
      let users = (request.roots ?? []).filter { reviewed[$0]?.kind == .report }.map(TemplateCatalog.stem)
      guard !users.isEmpty else { throw Failure(diagnostics: [TemplateFault.unusedPartial(written, name)]) }
      return TemplateSide(written: written, files: own, users: users)
    }
  }

  /// Whether there is a template of the name without its ending.
  func has(_ name: String) -> Bool { files.report(name) != nil }

  /// The name, where this side has it, or else another.
  func nearest(to name: String, or other: String) -> String { has(name) ? name : other }

  /// The path of a template of the user's own.
  func path(of name: String) -> String {
    files.report(name)?.path ?? name
  }

  /// The folder that was named, or the one of the file that was.
  var place: String { users == nil ? written : TemplateCatalog.folder(of: written) }

  /// The page frame, its style sheet and the drawings, which no Markdown shows.
  var page: [[UInt8]] { files.all.filter { $0.dialect == .html || $0.name == "page.css" }.map(\.text.bytes) }
}
