/// The stable lowerCamelCase name of one item of the data dictionary (basis part B), such as `qUrgeToMove` or `ferritin`.
package struct ItemID: Sendable, Hashable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
  package let name: String
  /// FNV-1a of the name, worked out once: ids are looked up far more often than they are made.
  package let fingerprint: UInt64

  package init(_ name: String) {
    self.name = name
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    fingerprint = hash
  }

  package init(stringLiteral name: String) { self.init(name) }
  package static func == (a: ItemID, b: ItemID) -> Bool { a.fingerprint == b.fingerprint && a.name == b.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
  package static func < (a: ItemID, b: ItemID) -> Bool { a.name < b.name }
  package var description: String { name }
}
