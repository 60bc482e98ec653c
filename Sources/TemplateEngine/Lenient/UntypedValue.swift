/// A value without a shape, such as JSON holds it: what ``UntypedTemplate`` renders.
///
/// Values can be written as literals: `["name": "Jo", "labs": [["value": 12.5]], "note": nil]`.
public enum UntypedValue: Sendable, Hashable {
  /// Nothing: prints nothing, and is false for a section.
  case null
  /// Prints `true` or `false`.
  case bool(Bool)
  /// A number by its text, which is printed as it is; zero is false for a section.
  case number(String)
  /// A text; the empty one is false for a section.
  case string(String)
  /// Values that a section goes through; the empty list is false. As a variable it prints nothing.
  case list([UntypedValue])
  /// Values by name. As a variable it prints nothing.
  case object([String: UntypedValue])
}

extension UntypedValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(nilLiteral: ()) { self = .null }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int) { self = .number(String(value)) }
  public init(floatLiteral value: Double) { self = .number(String(value)) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(arrayLiteral elements: UntypedValue...) { self = .list(elements) }
  /// Of two values with one name the later counts.
  public init(dictionaryLiteral elements: (String, UntypedValue)...) {
    self = .object(Dictionary(elements) { _, later in later })
  }
}
