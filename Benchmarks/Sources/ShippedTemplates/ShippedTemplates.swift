public import TemplateEngine

/// The templates that the program carries, and the shapes that they are checked against.
public struct ShippedTemplates {
  private let sources: [TemplateSource]

  /// Templates by name, as they stand in the folder `Templates`.
  public init(sources: [TemplateSource]) { self.sources = sources }

  /// Parses and checks the report with all partials, and the page; gives the names of the checked templates.
  ///
  /// - Throws: ``TemplateFaults`` of the first that has faults.
  public func check() throws(TemplateFaults) -> [String] {
    let set = TemplateSet(sources)
    let report = TemplateChecker(shape: ReportShape.report, requirements: ReportShape.requirements)
    let page = TemplateChecker(shape: ReportShape.page, requirements: ReportShape.pageRequirements)
    return [
      try report.check("appointment.md.mustache", in: set).name, try page.check("page.html.mustache", in: set).name,
    ]
  }
}
