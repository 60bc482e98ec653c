/// Rendering without a shape went beyond one of the ``TemplateLimits``: the template, the data, or both are hostile or mistaken.
public struct UntypedLimitError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Which limit, with its figure.
  public enum Limit: Sendable, Hashable {
    /// ``TemplateLimits/dataBytes``
    case data(bytes: Int)
    /// ``TemplateLimits/outputBytes``
    case output(bytes: Int)
    /// ``TemplateLimits/recursionDepth``
    case recursion(depth: Int)
    /// ``TemplateLimits/renderedTags``
    case steps(Int)
    /// ``TemplateLimits/indentationBytes``
    case indentation(bytes: Int)
  }

  /// The limit that was exceeded.
  public let limit: Limit
  /// The full name of the template that was being rendered; nil when no template was involved.
  public let template: String?

  init(_ limit: Limit, template: String? = nil) {
    self.limit = limit
    self.template = template
  }

  /// The error in one sentence; it holds nothing of the data.
  public var description: String {
    let rule =
      switch limit {
      case .data(let bytes): "the data may take at most \(bytes) bytes"
      case .output(let bytes): "the output may have at most \(bytes) bytes"
      case .recursion(let depth): "partials, parents and blocks may be nested at most \(depth) deep"
      case .steps(let count): "rendering may take at most \(count) steps"
      case .indentation(let bytes): "a partial may be indented by at most \(bytes) bytes"
      }
    return (template.map { "template \"\($0)\": " } ?? "") + rule
  }
}
