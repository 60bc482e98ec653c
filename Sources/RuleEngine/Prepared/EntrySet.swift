/// Entries of one log, as one bit for each position in it.
struct EntrySet: Sendable, Hashable, Sequence {
  /// 64 positions each; blocks after the last one that holds an entry may be left out.
  private var blocks: [UInt64] = []

  /// The bits of positions `64 * block ..< 64 * (block + 1)`.
  subscript(block block: Int) -> UInt64 { block < blocks.count ? blocks[block] : 0 }

  mutating func add(_ bits: UInt64, block: Int) {
    guard bits != 0 else { return }
    while blocks.count <= block { blocks.append(0) }
    blocks[block] |= bits
  }

  mutating func insert(_ position: Int) { add(1 << UInt64(position & 63), block: position >> 6) }

  func contains(_ position: Int) -> Bool { self[block: position >> 6] >> UInt64(position & 63) & 1 == 1 }

  var isEmpty: Bool { blocks.isEmpty }
  var count: Int { blocks.reduce(0) { $0 + $1.nonzeroBitCount } }
  var first: Int? {
    var positions = makeIterator()
    return positions.next()
  }

  func union(_ other: EntrySet) -> EntrySet {
    var all = self
    for block in other.blocks.indices { all.add(other.blocks[block], block: block) }
    return all
  }

  func intersection(_ other: EntrySet) -> EntrySet {
    var both = EntrySet()
    for block in 0..<Swift.min(blocks.count, other.blocks.count) {
      both.add(blocks[block] & other.blocks[block], block: block)
    }
    return both
  }

  func makeIterator() -> Positions { Positions(blocks) }

  /// Positions in ascending order.
  struct Positions: IteratorProtocol {
    private let blocks: [UInt64]
    private var block = 0
    private var rest: UInt64

    init(_ blocks: [UInt64]) {
      self.blocks = blocks
      rest = blocks.first ?? 0
    }

    mutating func next() -> Int? {
      while rest == 0 {
        block += 1
        guard block < blocks.count else { return nil }
        rest = blocks[block]
      }
      let position = 64 * block + rest.trailingZeroBitCount
      rest &= rest - 1
      return position
    }
  }
}
