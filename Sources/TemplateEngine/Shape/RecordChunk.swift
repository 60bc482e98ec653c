/// A stretch of memory of a record that is being written, filled from both ends.
///
/// Cells and the pointers of lists are taken from its start, texts from its end. So behind every text there are bytes that may be read and that were
/// written: those of another text, or the ``Cell/padding`` at the end.
struct RecordChunk {
  /// What is between `low` and `high` is free; `low` is aligned for cells.
  private(set) var low: UnsafeMutableRawPointer
  private(set) var high: UnsafeMutableRawPointer
  /// Where the texts end.
  private let end: UnsafeMutableRawPointer
  let start: UnsafeMutableRawPointer
  /// Bytes of room in this chunk and all older ones.
  private let total: Int

  private static let header = 16
  /// Each chunk doubles the memory, up to this size; only for one large text or list there is a larger one.
  private static let usualLimit = 1 << 16

  /// - Parameter room: how many bytes can be taken from it, at least.
  init(room: Int) { self.init(room: room, total: 0, after: nil) }

  private init(room: Int, total older: Int, after: UnsafeMutableRawPointer?) {
    let room = (room + 15) & ~15
    total = older + room
    start = .allocate(byteCount: RecordChunk.header + room + Cell.padding, alignment: 16)
    start.initializeMemory(as: UnsafeMutableRawPointer?.self, to: after)
    low = start + RecordChunk.header
    end = low + room
    high = end
    end.initializeMemory(as: UInt8.self, repeating: 0, count: Cell.padding)
  }

  /// Releases a chunk and all that are older.
  static func free(_ newest: UnsafeMutableRawPointer?) {
    var newest = newest
    while let chunk = newest {
      newest = chunk.load(as: UnsafeMutableRawPointer?.self)
      chunk.deallocate()
    }
  }

  /// Another chunk, which has at least `count` bytes of room and knows of this one.
  func next(with count: Int) -> RecordChunk {
    RecordChunk(room: max(count, min(max(total, 1024), RecordChunk.usualLimit)), total: total, after: start)
  }

  /// Bytes of the texts in it.
  var textBytes: Int { end - high }

  @inline(__always)
  func hasRoom(for count: Int) -> Bool { high - low >= count }

  /// Memory for cells or pointers, a multiple of their alignment; there must be room.
  @inline(__always)
  mutating func take(_ count: Int) -> UnsafeMutableRawPointer {
    assert(hasRoom(for: count) && count % 8 == 0)
    defer { low += count }
    return low
  }

  /// Memory for a text; there must be room.
  @inline(__always)
  mutating func takeText(_ count: Int) -> UnsafeMutableRawPointer {
    assert(hasRoom(for: count))
    high -= count
    return high
  }
}
