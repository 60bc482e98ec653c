/// The stable lowerCamelCase name of one item of the data dictionary (basis part B), such as `qUrgeToMove` or `ferritin`.
package struct ItemID: Sendable, Hashable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
  package let name: String

  package init(_ name: String) { self.name = name }
  package init(stringLiteral name: String) { self.name = name }
  package static func < (a: ItemID, b: ItemID) -> Bool { a.name < b.name }
  package var description: String { name }
}
