public import TemplateEngine

/// The templates that the program carries, and the shapes that they are checked against.
public struct ShippedTemplates {
  private let sources: [TemplateSource]

  /// Templates by name, as they stand in the folder `Templates`.
  public init(sources: [TemplateSource]) { self.sources = sources }

  /// Parses and checks the report and the page with all partials, as `legbrief template check` does; gives the number of faults.
  public func faultCount() -> Int {
    let review = TemplateSetReview(
      TemplateSet(sources),
      roots: [
        .init(
          "appointment.md.mustache",
          TemplateChecker(shape: ReportShape.report, requirements: ReportShape.requirements)),
        .init(
          "page.html.mustache", TemplateChecker(shape: ReportShape.page, requirements: ReportShape.pageRequirements)),
      ], expectsUse: { _ in false })
    return review.entries.reduce(0) { $0 + $1.errors }
  }
}

/// What the report's shape takes from a file that is not linked here: an example, which checking does not look at.
enum ReportModel {
  static let footer = ""
}
