/// Why a checked template did not render; it names shapes and limits, never a value.
public struct RenderError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What went wrong.
  public enum Reason: Sendable, Hashable {
    /// The record has another shape than the one the template was checked against: a mistake in the program, never in a template.
    case wrongShape(expected: String, found: String)
    /// The template writes more than ``TemplateLimits/outputBytes``.
    case outputTooLong(limit: Int)
    /// Sections over lists make the template visit more tags than ``TemplateLimits/renderedTags``.
    case tooManyTags(limit: Int)
    /// The checker compiled the template wrongly: a defect of this library.
    case unsound
  }

  /// The template that was to be rendered.
  public let template: String
  /// What went wrong.
  public let reason: Reason

  /// The error in one sentence.
  public var description: String {
    switch reason {
    case .wrongShape(let expected, let found):
      "template \"\(template)\" renders a record \"\(expected)\", not \"\(found)\""
    case .outputTooLong(let limit):
      "template \"\(template)\" writes more than \(limit) bytes, the limit \"outputBytes\""
    case .tooManyTags(let limit):
      "template \"\(template)\" visits more than \(limit) tags, the limit \"renderedTags\""
    case .unsound: "template \"\(template)\" was compiled wrongly; this is a defect of the template engine"
    }
  }
}
