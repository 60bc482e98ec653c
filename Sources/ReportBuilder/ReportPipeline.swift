package import ClinicalRecord
import MarkdownHTML
package import RuleEngine
import TemplateEngine

/// The whole story of one record, from validated record to finished page: each stage is a pure function of what it is handed.
///
/// ```
/// PatientRecord ──judge──▶ Verdicts ──compose──▶ ReportModel ──render──▶ Markdown ──convert──▶ HTML page
/// ```
package struct ReportPipeline: Sendable {
  private let judging: RuleJudge
  private let composing: ReportComposer
  private let templates: ReportTemplates
  private let generator: String
  /// The kinds of document that the templates print.
  private let printed: Set<DocumentKind>

  /// - Parameter generator: program and version, printed on the page.
  package init(book: RuleBook, templates: ReportTemplates, generator: String) {
    judging = RuleJudge(book)
    composing = ReportComposer(book: book)
    self.templates = templates
    self.generator = generator
    printed = templates.reports.reduce(into: []) { $0.formUnion($1.prints) }
  }

  /// What every rule says about the record.
  package func judge(_ record: PatientRecord) -> Verdicts { judging.judge(record) }

  /// The same record as it stood on an earlier day, judged by the same rules.
  package func judge(_ record: PatientRecord, asOf day: Day) -> EarlierPeriod {
    let earlier = EarlierRecord(record, on: day)
    return EarlierPeriod(
      summary: PeriodSummary(judge(earlier.record)), undated: earlier.undated, holdsDated: earlier.holdsDated)
  }

  /// What the report will say, in words and in order.
  ///
  /// - Parameters:
  ///   - clinic: the clinic of a referral letter; nil lets the record choose.
  ///   - earlier: the period to compare with; nil where nobody asked what changed.
  ///   - kinds: what is to be made of the model; without them what the pipeline's own templates print.
  package func compose(
    _ verdicts: Verdicts, warnings: [String] = [], clinic: String? = nil, comparedWith earlier: EarlierPeriod? = nil,
    for kinds: Set<DocumentKind>? = nil
  ) -> ReportModel {
    composing.compose(
      verdicts, warnings: warnings, clinic: clinic, comparedWith: earlier, for: kinds ?? printed)
  }

  /// What a clinic list says of the patient.
  package func triageRow(_ verdicts: Verdicts, _ model: ReportModel) -> TriageRow {
    composing.triageRow(verdicts, model)
  }

  /// The checked templates, in the order in which they were asked for.
  package var reports: [ReportTemplate] { templates.reports }

  /// The first template's report: CommonMark, or plain text.
  package func markdown(_ model: ReportModel) throws -> [UInt8] { try text(model, by: templates.reports[0]) }

  /// The report as its template writes it: CommonMark, or plain text; a note within its limit.
  package func text(_ model: ReportModel, by template: ReportTemplate) throws -> [UInt8] {
    if template.kind == .note { return try NoteFitting(template: template).text(model) }
    if template.isPlain { return PlainTextLayout.ascii(try template.checked.render(model.record())) }
    return MarkdownLayout.lay(try fitted(model, template).markdown)
  }

  /// The fullest form of a report whose first page fits one sheet, or of a letter that fits two, and its limits; other documents have but one form.
  func fitted(
    _ model: ReportModel, _ template: ReportTemplate
  ) throws -> (markdown: [UInt8], limits: PageOneLimits?, letter: LetterLimits) {
    guard template.kind == .report else {
      guard template.kind == .referral else { return (try template.checked.render(model.record()), nil, .unlimited) }
      return try fittedLetter(model, template)
    }
    // Later pages do not count: without their content each try is quick.
    let head = model.firstPageAlone
    let lengths = PartLengths(model)
    var known: [PageOneLimits: Bool] = [:]
    func fits(_ markdown: [UInt8]) -> Bool { PrintEstimate(markdown, figures: model.figures.heights).fits }
    func headFits(_ limits: PageOneLimits) throws -> Bool {
      // Many forms differ in parts that this record has not, or has in full.
      let limits = lengths.clamped(limits)
      if let answer = known[limits] { return answer }
      let answer = fits(try template.checked.render(head.record(limits)))
      known[limits] = answer
      return answer
    }
    var form = PageOneLimits.ladder[0]
    let fullest = try template.checked.render(head.record(form))
    if !PrintEstimate.hasFirstPage(fullest) {
      let whole = try template.checked.render(model.record())
      guard PrintEstimate.hasFirstPage(whole) else { return (whole, nil, .unlimited) }
    }
    known[lengths.clamped(form)] = fits(fullest)
    if try !headFits(form) { form = try PageOneLimits.fullest(headFits) }
    var markdown = try template.checked.render(model.record(form))
    // A template of a practice may print on its first page what ours prints later.
    if try headFits(form), !fits(markdown) {
      form = try PageOneLimits.fullest { fits(try template.checked.render(model.record($0))) }
      markdown = try template.checked.render(model.record(form))
    }
    return (markdown, form, .unlimited)
  }

  /// The fullest form of a letter that fits its sheets; the last form in any case.
  private func fittedLetter(
    _ model: ReportModel, _ template: ReportTemplate
  ) throws -> (markdown: [UInt8], limits: PageOneLimits?, letter: LetterLimits) {
    var form = (markdown: [UInt8](), limits: PageOneLimits?.none, letter: LetterLimits.unlimited)
    for letter in LetterLimits.ladder {
      form = (try template.checked.render(model.record(letter.flags, letter: letter)), letter.flags, letter)
      if PrintEstimate(MarkdownLayout.lay(form.markdown)).fitsLetter { break }
    }
    return form
  }

  /// The report as a self-contained HTML page.
  package func page(
    _ markdown: [UInt8], _ model: ReportModel, by template: ReportTemplate? = nil
  ) throws -> [UInt8] {
    let kind = template?.kind ?? templates.reports[0].kind
    let body = try MarkdownConverter(figures: figures(model)).html(markdown)
    return try templates.page.render(
      ReportShape.page.record([
        "language": .text(model.header.locale == "other" ? "en" : model.header.locale),
        "kind": .text(kind.rawValue),
        "title": .text("\(kind.title): \(model.header.identifier)"),
        "policyAndStyle": .markup(templates.policyAndStyle),
        "body": .markup(Markup(body, .html)), "footer": .text(kind.sheetFooter),
        "date": .text(model.header.date), "ruleSet": .text(model.header.ruleSet), "generator": .text(generator),
        "provenance": .optional(model.provenance?.json.compact),
      ]))
  }

  /// The drawings of what there is to draw, as inline SVG by the name of their fenced block.
  func figures(_ model: ReportModel) throws -> [String: [UInt8]] {
    var drawings: [String: [UInt8]] = [:]
    for (name, template) in templates.figures {
      if let record = try model.figures.drawing(name) { drawings[name.rawValue] = try template.render(record) }
    }
    return drawings
  }
}
