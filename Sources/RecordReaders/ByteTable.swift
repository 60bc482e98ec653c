/// A fixed list of names that is searched by the bytes of the input, without making a string of them.
struct ByteTable: Sendable {
  let names: [String]
  private let flat: [UInt8]
  private let starts: [Int]
  /// Positions plus one; 0 is a free slot. At most a quarter of the slots is taken.
  private let slots: [Int32]

  /// - Precondition: the names differ; of two equal ones the first is found.
  init(_ names: [String]) {
    self.names = names
    var flat: [UInt8] = []
    var starts = [0]
    for name in names {
      flat += Array(name.utf8)
      starts.append(flat.count)
    }
    var size = 8
    while size < names.count * 4 { size *= 2 }
    var slots = [Int32](repeating: 0, count: size)
    for position in names.indices {
      var slot = ByteTable.hash(flat, starts[position], starts[position + 1]) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(position + 1)
    }
    self.flat = flat
    self.starts = starts
    self.slots = slots
  }

  /// The position in ``names`` of the name that stands in `range` of `bytes`.
  func position(of range: Range<Int>, in bytes: [UInt8]) -> Int? {
    guard !range.isEmpty, range.count <= 64 else { return nil }
    let mask = slots.count - 1
    var slot = ByteTable.hash(bytes, range.lowerBound, range.upperBound) & mask
    while slots[slot] != 0 {
      let position = Int(slots[slot]) - 1
      if matches(position, range, bytes) { return position }
      slot = (slot + 1) & mask
    }
    return nil
  }

  func position(of name: String) -> Int? {
    let bytes = Array(name.utf8)
    return position(of: 0..<bytes.count, in: bytes)
  }

  private func matches(_ position: Int, _ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let start = starts[position]
    guard starts[position + 1] - start == range.count else { return false }
    for offset in 0..<range.count where flat[start + offset] != bytes[range.lowerBound + offset] { return false }
    return true
  }

  /// Five bytes and the length tell apart nearly all names of a dictionary.
  private static func hash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    let count = end - start
    guard count > 0 else { return 0 }
    var hash = UInt32(truncatingIfNeeded: count)
    hash = hash &* 31 &+ UInt32(bytes[start])
    hash = hash &* 31 &+ UInt32(bytes[start + count / 4])
    hash = hash &* 31 &+ UInt32(bytes[start + count / 2])
    hash = hash &* 31 &+ UInt32(bytes[start + count * 3 / 4])
    hash = hash &* 31 &+ UInt32(bytes[end - 1])
    hash ^= hash >> 7
    return Int(hash &* 0x9E37_79B1 >> 8)
  }
}
