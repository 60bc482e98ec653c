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

  /// - Parameter generator: program and version, printed on the page.
  package init(book: RuleBook, templates: ReportTemplates, generator: String) {
    judging = RuleJudge(book)
    composing = ReportComposer(book: book)
    self.templates = templates
    self.generator = generator
  }

  /// What every rule says about the record.
  package func judge(_ record: PatientRecord) -> Verdicts { judging.judge(record) }

  /// What the report will say, in words and in order.
  package func compose(_ verdicts: Verdicts, warnings: [String] = []) -> ReportModel {
    composing.compose(verdicts, warnings: warnings)
  }

  /// The report as CommonMark, in the fullest form whose first page fits one sheet.
  package func markdown(_ model: ReportModel) throws -> [UInt8] {
    var markdown = try templates.report.render(model.record(PageOneLimits.ladder[0]))
    if !PrintEstimate.hasFirstPage(markdown) {
      markdown = try templates.report.render(model.record())
    } else if !PrintEstimate(markdown, figures: model.figures.heights).fits {
      // Each form is lower than the one before it: the first that fits is found by halving. The last is taken in any case.
      var forms = PageOneLimits.ladder.dropFirst()
      while let middle = forms.indices.isEmpty ? nil : forms.startIndex + (forms.count - 1) / 2 {
        markdown = try templates.report.render(model.record(forms[middle]))
        if forms.count == 1 { break }
        forms = PrintEstimate(markdown, figures: model.figures.heights).fits ? forms[...middle] : forms[(middle + 1)...]
      }
    }
    return MarkdownLayout.lay(markdown)
  }

  /// The report as a self-contained HTML page.
  package func page(_ markdown: [UInt8], _ model: ReportModel) throws -> [UInt8] {
    let body = try MarkdownConverter(figures: figures(model)).html(markdown)
    return try templates.page.render(
      ReportShape.page.record([
        "language": .text(model.header.locale == "other" ? "en" : model.header.locale),
        "title": .text("Appointment summary: \(model.header.identifier)"),
        "policyAndStyle": .markup(templates.policyAndStyle),
        "body": .markup(Markup(body, .html)), "footer": .text(ReportModel.footer), "generator": .text(generator),
        "provenance": .optional(model.provenance?.json.compact),
      ]))
  }

  /// The drawings of what there is to draw, as inline SVG by the name of their fenced block.
  private func figures(_ model: ReportModel) throws -> [String: [UInt8]] {
    var drawings: [String: [UInt8]] = [:]
    for (name, template) in templates.figures {
      if let record = try model.figures.drawing(name) { drawings[name.rawValue] = try template.render(record) }
    }
    return drawings
  }
}
