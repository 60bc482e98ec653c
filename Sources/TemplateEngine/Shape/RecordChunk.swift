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

  private static let header = 16
  /// Chunks grow up to this size; only for one large text or list there is a larger one.
  private static let usualLimit = 1 << 16

  /// - Parameter room: how many bytes can be taken from it, at least.
  /// - Parameter older: the first byte of the chunk before it, which ``free(_:)`` goes on with.
  init(room: Int, after older: UnsafeMutableRawPointer?) {
    let room = (room + 15) & ~15
    start = .allocate(byteCount: RecordChunk.header + room + Cell.padding, alignment: 16)
    start.initializeMemory(as: UnsafeMutableRawPointer?.self, to: older)
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

  /// A larger chunk that has at least `count` bytes of room.
  func next(with count: Int) -> RecordChunk {
    RecordChunk(room: max(count + 16, min(2 * (end - start), RecordChunk.usualLimit)), after: start)
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
