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
  case object(UntypedObject)
}

extension UntypedValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// `nil` is ``null``.
  public init(nilLiteral: ()) { self = .null }
  /// `true` or `false` is a ``bool(_:)``.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// `12` is a ``number(_:)`` printed as `12`.
  public init(integerLiteral value: Int) { self = .number(String(value)) }
  /// `12.5` is a ``number(_:)`` as Swift describes it; for a fixed number of digits give the text.
  public init(floatLiteral value: Double) { self = .number(String(value)) }
  /// `"text"` is a ``string(_:)``.
  public init(stringLiteral value: String) { self = .string(value) }
  /// `[…]` is a ``list(_:)``.
  public init(arrayLiteral elements: UntypedValue...) { self = .list(elements) }
  /// `["name": …]` is an ``object(_:)``; of two values with one name the later counts.
  public init(dictionaryLiteral elements: (String, UntypedValue)...) {
    self = .object(UntypedObject(elements.map { UntypedObject.Field($0.0, $0.1) }))
  }
}
