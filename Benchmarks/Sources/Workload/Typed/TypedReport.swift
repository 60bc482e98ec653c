import TemplateEngine

/// The workload in typed mode: the shapes, the checked template and the views as structs.
struct TypedReport<T: Typing> {
  let shapes: ReportShapes<T>
  let template: CheckedTemplate
  let views: [ReportView]

  init(views: [ReportView], templates: [String: String]) throws {
    shapes = ReportShapes()
    template = try Self.check(templates, shapes.report)
    self.views = views
  }

  /// Parses and checks the workload's templates.
  static func check(_ templates: [String: String], _ shape: RecordShape) throws(TemplateFaults) -> CheckedTemplate {
    let sources = templates.map { TemplateSource(name: $0 + T.dialect.suffix, text: $1) }
    return try TemplateChecker(shape: shape).check("report" + T.dialect.suffix, in: TemplateSet(sources))
  }

  /// The records of all views.
  func records() throws -> [Record] { try views.map { try shapes.record($0) } }
}
