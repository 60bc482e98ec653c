/// The language that a template writes; it decides how a text value is escaped where it stands.
public enum Dialect: String, Sendable, Hashable, CaseIterable {
  /// CommonMark with pipe tables that also reads well as plain text; templates named `….md.mustache`.
  case markdown
  /// HTML; templates named `….html.mustache`.
  case html
  /// Text without any markup; templates named `….txt.mustache`.
  case plain

  /// What the name of a template in this dialect ends with.
  public var suffix: String {
    switch self {
    case .markdown: ".md.mustache"
    case .html: ".html.mustache"
    case .plain: ".txt.mustache"
    }
  }

  /// The dialect that a template's name stands for; nil when the name has none of the three endings.
  public init?(templateName: String) {
    guard let dialect = Dialect.allCases.first(where: { templateName.hasSuffix($0.suffix) }) else { return nil }
    self = dialect
  }

  /// The name in a sentence.
  var words: String {
    switch self {
    case .markdown: "Markdown"
    case .html: "HTML"
    case .plain: "plain text"
    }
  }
}
