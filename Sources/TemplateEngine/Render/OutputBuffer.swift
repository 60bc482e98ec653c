/// The bytes that are being rendered: memory of its own that grows by doubling, up to a limit.
///
/// An array would check its uniqueness and its bounds at every append; a report is thousands of appends of a few bytes. Behind `capacity` there is always
/// room for the bytes that a copy of whole registers writes too many.
///
/// Past the limit nothing more is written, and `isFull` says so: whoever renders looks at it now and then instead of at every append.
struct OutputBuffer: ~Copyable {
  private var start: UnsafeMutableRawPointer
  private(set) var count = 0
  private var capacity: Int
  private let limit: Int
  /// Something was not written because the limit did not allow it.
  private(set) var isFull = false

  private static let slack = 64

  init(capacity: Int, limit: Int = .max - OutputBuffer.slack) {
    self.limit = min(max(limit, 0), .max - OutputBuffer.slack)
    self.capacity = min(max(capacity, 64), self.limit)
    start = .allocate(byteCount: self.capacity + OutputBuffer.slack, alignment: 16)
  }

  deinit { start.deallocate() }

  /// What was written so far; valid until the next change.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: count)
  }

  /// The byte at a position below `count`.
  @inline(__always)
  subscript(index: Int) -> UInt8 {
    assert(index >= 0 && index < count)
    return start.load(fromByteOffset: index, as: UInt8.self)
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity, !grow(for: 1) { return }
    start.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  /// Appends bytes behind which ``Cell/padding`` more can be read: a short text is one to four registers, without a call.
  @inline(__always)
  mutating func append(padded source: UnsafeRawPointer, count extra: Int) {
    // No sum here overflows: `count` is at most `capacity`, and `extra` is the size of something in memory.
    if extra > capacity &- count, !grow(for: extra) { return }
    let end = start + count
    if extra <= OutputBuffer.slack {
      copyRegister(source, end)
      if extra > 16 { copyRegister(source + 16, end + 16) }
      if extra > 32 {
        copyRegister(source + 32, end + 32)
        if extra > 48 { copyRegister(source + 48, end + 48) }
      }
    } else {
      end.copyMemory(from: source, byteCount: extra)
    }
    count &+= extra
  }

  @inline(__always)
  private func copyRegister(_ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer) {
    target.storeBytes(of: source.loadUnaligned(as: SIMD16<UInt8>.self), as: SIMD16<UInt8>.self)
  }

  @inline(__always)
  mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    if bytes.count > capacity - count, !grow(for: bytes.count) { return }
    (start + count).copyMemory(from: source, byteCount: bytes.count)
    count += bytes.count
  }

  mutating func append(contentsOf bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    append(contentsOf: UnsafeBufferPointer(rebasing: bytes))
  }

  mutating func append(contentsOf bytes: some Collection<UInt8>) {
    for byte in bytes { append(byte) }
  }

  mutating func removeLast() { if count > 0 { count -= 1 } }

  /// - Returns: false when the limit does not allow that much.
  @inline(never)
  private mutating func grow(for extra: Int) -> Bool {
    guard extra <= limit - count else {
      isFull = true
      return false
    }
    // A limit so large that doubling would overflow cannot be reached by any memory.
    capacity = min(max(2 * capacity, count + extra), limit)
    let grown = UnsafeMutableRawPointer.allocate(byteCount: capacity + OutputBuffer.slack, alignment: 16)
    grown.copyMemory(from: start, byteCount: count)
    start.deallocate()
    start = grown
    return true
  }
}
