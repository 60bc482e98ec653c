/// Which entries of a log hold which code of one field.
struct CodeColumn: Sendable {
  private var codes: [String] = []
  /// The entries of the code at the same position.
  private var entries: [EntrySet] = []
  /// The entries that hold something usable, be it an empty set.
  private(set) var recorded = EntrySet()

  mutating func add(_ code: String, at position: Int) {
    recorded.insert(position)
    if let number = codes.firstIndex(of: code) {
      entries[number].insert(position)
    } else {
      codes.append(code)
      entries.append(EntrySet())
      entries[entries.count - 1].insert(position)
    }
  }

  mutating func add(_ set: [String], at position: Int) {
    recorded.insert(position)
    for code in set { add(code, at: position) }
  }

  /// Of 64 entries those that hold one of the codes.
  func holding(_ wanted: [String], block: Int) -> UInt64 {
    var found: UInt64 = 0
    for number in codes.indices {
      let bits = entries[number][block: block]
      if bits != 0, wanted.contains(codes[number]) { found |= bits }
    }
    return found
  }

  func holding(_ wanted: String, block: Int) -> UInt64 {
    codes.firstIndex(of: wanted).map { entries[$0][block: block] } ?? 0
  }

  /// Each code with its entries, in the order in which the log shows them.
  var all: Zip2Sequence<[String], [EntrySet]> { zip(codes, entries) }
}
