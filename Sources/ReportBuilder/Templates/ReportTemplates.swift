package import Diagnostics
import TemplateEngine

/// The checked templates of one run, with the page around them and its style sheet; only a set that checks clean exists.
package struct ReportTemplates: Sendable {
  /// In the order in which they were asked for, each once; never empty.
  package let reports: [ReportTemplate]
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

  /// Checks one report template, the page frame and all partials they reach; see ``load(builtin:overlay:templates:styleHash:)``.
  package static func load(
    builtin: [(name: String, bytes: [UInt8])], overlay: [(file: SourceText, name: String)] = [], template: String,
    styleHash: ([UInt8]) -> String
  ) -> Loaded { load(builtin: builtin, overlay: overlay, templates: [template], styleHash: styleHash) }

  /// Checks `NAME.md.mustache` or `NAME.txt.mustache` of every name, the page frame and all partials they reach, before any patient is read.
  ///
  /// - Parameters:
  ///   - builtin: the files inside the program.
  ///   - overlay: files of the same names, or further partials, that stand in front of the built-in ones.
  ///   - templates: the reports' names without endings, such as `appointment`.
  ///   - styleHash: the base64 SHA-256 of the style sheet, for the page's content security policy.
  package static func load(
    builtin: [(name: String, bytes: [UInt8])], overlay: [(file: SourceText, name: String)] = [], templates: [String],
    styleHash: ([UInt8]) -> String
  ) -> Loaded {
    let files = TemplateFiles(builtin: builtin, overlay: overlay)
    let own = Set(overlay.map(\.name))
    var diagnostics: [Diagnostic] = []
    func note(_ found: [Diagnostic]) { diagnostics += found.filter { !diagnostics.contains($0) } }
    func check(_ name: String, _ shape: RecordShape, _ requirements: [Requirement]) -> CheckedTemplate? {
      do {
        let checked = try TemplateChecker(shape: shape, requirements: requirements).check(name, in: files.set)
        note(checked.warnings)
        return checked
      } catch {
        note(error.diagnostics)
        return nil
      }
    }
    var reports: [ReportTemplate] = []
    var isComplete = true
    for name in templates {
      switch ReportTemplate.find(name, among: files.set.names, own: own) {
      case .nothing:
        note([unknownReport(name, TemplateReview.reportNames(builtin: builtin, overlay: overlay))])
        isComplete = false
      case .two(let first, let second):
        note([twoReports(name, first, second)])
        isComplete = false
      case .file(let file):
        let kind = DocumentKind.of(file, in: files.set)
        guard let checked = check(file, ReportShape.report, kind.requirements) else {
          isComplete = false
          continue
        }
        reports.append(
          ReportTemplate(
            name: name, kind: kind, prints: DocumentKind.printed(by: file, in: files.set), checked: checked))
      }
    }
    let page = check(TemplateFiles.page, ReportShape.page, ReportShape.pageRequirements)
    var figures: [FigureName: CheckedTemplate] = [:]
    for name in FigureName.allCases { figures[name] = check(name.template, name.shape, []) }
    if let fault = files.styleFault { return Loaded(templates: nil, diagnostics: diagnostics + [fault]) }
    if let fault = page.flatMap({ PagePolicy.fault(of: $0, in: files) }) {
      return Loaded(templates: nil, diagnostics: diagnostics + [fault])
    }
    guard isComplete, let page, !reports.isEmpty, figures.count == FigureName.allCases.count else {
      return Loaded(templates: nil, diagnostics: diagnostics)
    }
    return Loaded(
      templates: ReportTemplates(
        reports: reports, page: page, figures: figures,
        policyAndStyle: policyAndStyle(files.style?.bytes ?? [], styleHash)),
      diagnostics: diagnostics)
  }

  /// Nearest names are those of report templates: a partial that only sounds alike would not make a report.
  private static func unknownReport(_ template: String, _ reports: [String]) -> Diagnostic {
    let name = Excerpt.visible(template)
    let files = ReportTemplate.dialects.map { name + $0.suffix }.joined(separator: " or ")
    return Diagnostic(
      .error, id: "unknown-template", "there is no report template \"\(name)\" (no file \(files))",
      remedy: NearestNames.question(for: template, among: reports)
        ?? (reports.isEmpty ? nil : "report templates: \(reports.joined(separator: ", "))"))
  }

  private static func twoReports(_ template: String, _ first: String, _ second: String) -> Diagnostic {
    Diagnostic(
      .error, id: "template-twice",
      "two templates are called \"\(Excerpt.visible(template))\": \(Excerpt.visible(first)) and \(Excerpt.visible(second))",
      remedy: "rename one of them")
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
