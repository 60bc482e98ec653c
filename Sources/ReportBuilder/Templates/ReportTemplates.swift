package import Diagnostics
import TemplateEngine

/// The checked templates of one report, with the style sheet; only a set that checks clean exists.
package struct ReportTemplates: Sendable {
  let report: CheckedTemplate
  let page: CheckedTemplate
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
    var sources: [String: SourceText] = [:]
    for file in builtin { sources[file.name] = SourceText(file: file.name, bytes: file.bytes) }
    for file in overlay { sources[file.name] = file.file }
    let set = TemplateSet(
      sources.filter { $0.key.hasSuffix(".mustache") }.sorted { $0.key < $1.key }
        .map { TemplateSource(name: $0.key, text: $0.value) })

    var diagnostics: [Diagnostic] = []
    func check(_ name: String, _ shape: RecordShape, _ requirements: [Requirement]) -> CheckedTemplate? {
      do {
        let checked = try TemplateChecker(shape: shape, requirements: requirements).check(name, in: set)
        diagnostics += checked.warnings
        return checked
      } catch {
        diagnostics += error.diagnostics
        return nil
      }
    }
    let reportName = template + Dialect.markdown.suffix
    if set[reportName] == nil { diagnostics.append(unknownReport(template, in: set)) }
    let report = set[reportName].flatMap { check($0.name, ReportShape.report, ReportShape.requirements) }
    let page = check("page.html.mustache", ReportShape.page, ReportShape.pageRequirements)
    if let fault = styleFault(sources["page.css"]) { return Loaded(templates: nil, diagnostics: diagnostics + [fault]) }
    guard let report, let page else { return Loaded(templates: nil, diagnostics: diagnostics) }
    return Loaded(
      templates: ReportTemplates(
        report: report, page: page, policyAndStyle: policyAndStyle(sources["page.css"]?.bytes ?? [], styleHash)),
      diagnostics: diagnostics)
  }

  /// Nearest names are those of report templates: a partial that only sounds alike would not make a report.
  private static func unknownReport(_ template: String, in set: TemplateSet) -> Diagnostic {
    let suffix = Dialect.markdown.suffix
    let included = Set(set.names.flatMap { set[$0]?.partialNames ?? [] })
    let reports = set.names.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }
      .filter { !included.contains($0) }
    return Diagnostic(
      .error, id: "unknown-template", "there is no report template \"\(template)\" (no file \(template)\(suffix))",
      remedy: NearestNames.question(for: template, among: reports)
        ?? (reports.isEmpty ? nil : "report templates are: \(reports.joined(separator: ", "))"))
  }

  /// A style sheet is put into the page as it is: it must be text, and it must not be able to end its element.
  private static func styleFault(_ style: SourceText?) -> Diagnostic? {
    guard let style else { return nil }
    guard String(validating: style.bytes, as: UTF8.self) != nil else {
      return Diagnostic(
        .error, id: "style-not-utf8", "the style sheet must be UTF-8 text",
        at: style.location(at: 0), remedy: "save it as UTF-8")
    }
    let closing = Array("</style".utf8)
    let lowered = style.bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    guard lowered.count >= closing.count,
      let start = (0...(lowered.count - closing.count)).first(where: {
        lowered[$0] == closing[0] && lowered[$0..<$0 + closing.count].elementsEqual(closing)
      })
    else { return nil }
    let range = start..<start + closing.count
    return Diagnostic(
      .error, id: "style-ends-element", "a style sheet must not hold \"</style\": it would end its element on the page",
      at: style.location(at: start), excerpt: Excerpt(of: style, marking: range), remedy: "take it out of page.css")
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
