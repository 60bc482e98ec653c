/// A JSON value as it was read: what it holds, and where it stands, so that a fault of its meaning has a place.
package struct LocatedJSON: Sendable {
  package indirect enum Content: Sendable {
    case string(String)
    case number(Double)
    case bool(Bool)
    case null
    case array([LocatedJSON])
    case object([(key: String, value: LocatedJSON)])
  }

  package let content: Content
  package let place: Place
  /// The bytes of the value, with the quotes of a text; of an object or list the opening bracket.
  package let bytes: Range<Int>
  /// The bytes of the key in front of the value, with its quotes; nil where it has none.
  package let key: Range<Int>?

  package init(_ content: Content, at place: Place, bytes: Range<Int> = 0..<0, key: Range<Int>? = nil) {
    self.content = content
    self.place = place
    self.bytes = bytes
    self.key = key
  }

  /// The value behind a key; nil where this is no object, or has no such key.
  package subscript(_ key: String) -> LocatedJSON? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }

  package var string: String? { if case .string(let text) = content { text } else { nil } }
  package var number: Double? { if case .number(let number) = content { number } else { nil } }
  package var bool: Bool? { if case .bool(let flag) = content { flag } else { nil } }
  package var array: [LocatedJSON]? { if case .array(let items) = content { items } else { nil } }

  /// The members of an object in the order of writing; nil where this is none.
  package var members: [(key: String, value: LocatedJSON)]? {
    if case .object(let members) = content { members } else { nil }
  }
}
