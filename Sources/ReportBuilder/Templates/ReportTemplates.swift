package import Diagnostics
import TemplateEngine

/// The checked templates of one report, with the style sheet; only a set that checks clean exists.
package struct ReportTemplates: Sendable {
  let report: CheckedTemplate
  let page: CheckedTemplate
  /// The drawings.
  let figures: [FigureName: CheckedTemplate]
  let policyAndStyle: Markup

  /// The outcome of loading: templates, or every fault of every template.
  package struct Loaded: Sendable {
    /// Nil when any template of the report is faulty.
    package let templates: ReportTemplates?
    package let diagnostics: [Diagnostic]

    init(templates: ReportTemplates?, diagnostics: [Diagnostic]) {
      self.templates = templates
      self.diagnostics = diagnostics
    }

    /// Nothing was loaded, for these reasons.
    package init(failing diagnostics: [Diagnostic]) { self.init(templates: nil, diagnostics: diagnostics) }
  }

  /// Checks `NAME.md.mustache`, the page frame and all partials they reach, before any patient is read.
  ///
  /// - Parameters:
  ///   - builtin: the files inside the program.
  ///   - overlay: files of the same names, or further partials, that stand in front of the built-in ones.
  ///   - template: the report's name without endings, such as `appointment`.
  ///   - styleHash: the base64 SHA-256 of the style sheet, for the page's content security policy.
  package static func load(
    builtin: [(name: String, bytes: [UInt8])], overlay: [(file: SourceText, name: String)] = [], template: String,
    styleHash: ([UInt8]) -> String
  ) -> Loaded {
    let files = TemplateFiles(builtin: builtin, overlay: overlay)
    var diagnostics: [Diagnostic] = []
    func check(_ name: String, _ shape: RecordShape, _ requirements: [Requirement]) -> CheckedTemplate? {
      do {
        let checked = try TemplateChecker(shape: shape, requirements: requirements).check(name, in: files.set)
        diagnostics += checked.warnings
        return checked
      } catch {
        diagnostics += error.diagnostics
        return nil
      }
    }
    let reportName = template + Dialect.markdown.suffix
    if files.set[reportName] == nil {
      diagnostics.append(unknownReport(template, TemplateReview.reportNames(builtin: builtin, overlay: overlay)))
    }
    let report = files.set[reportName].flatMap { check($0.name, ReportShape.report, ReportShape.requirements) }
    let page = check(TemplateFiles.page, ReportShape.page, ReportShape.pageRequirements)
    var figures: [FigureName: CheckedTemplate] = [:]
    for name in FigureName.allCases { figures[name] = check(name.template, name.shape, []) }
    if let fault = files.styleFault { return Loaded(templates: nil, diagnostics: diagnostics + [fault]) }
    if let fault = page.flatMap({ PagePolicy.fault(of: $0, in: files) }) {
      return Loaded(templates: nil, diagnostics: diagnostics + [fault])
    }
    guard let report, let page, figures.count == FigureName.allCases.count else {
      return Loaded(templates: nil, diagnostics: diagnostics)
    }
    return Loaded(
      templates: ReportTemplates(
        report: report, page: page, figures: figures,
        policyAndStyle: policyAndStyle(files.style?.bytes ?? [], styleHash)),
      diagnostics: diagnostics)
  }

  /// Nearest names are those of report templates: a partial that only sounds alike would not make a report.
  private static func unknownReport(_ template: String, _ reports: [String]) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-template",
      "there is no report template \"\(Excerpt.visible(template))\" (no file \(Excerpt.visible(template))\(Dialect.markdown.suffix))",
      remedy: NearestNames.question(for: template, among: reports)
        ?? (reports.isEmpty ? nil : "report templates: \(reports.joined(separator: ", "))"))
  }

  /// Nothing may be loaded, no script may run, and the one style sheet is the one that was hashed.
  private static func policyAndStyle(_ style: [UInt8], _ hash: ([UInt8]) -> String) -> Markup {
    var bytes = Array(
      """
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-\(hash(style))'; \
      img-src data:; base-uri 'none'; form-action 'none'">
      <style>
      """.utf8)
    bytes += style
    bytes += Array("</style>".utf8)
    return Markup(bytes, .html)
  }
}
