import CZlib
import FileAccess
import Glibc

/// The bytes of a file or of standard input in pieces, inflated where they are gzip (RFC 1952), of one member or several.
final class ByteStream {
  private static let piece = 1 << 18

  private let descriptor: Int32
  private let name: String
  private let isOwned: Bool
  private let isStopped: @Sendable () -> Bool
  /// Nil for bytes that stand as they are.
  private var inflater: Inflater?
  private var hasBegun = false

  /// - Parameters:
  ///   - path: nil for standard input.
  ///   - isStopped: whether to wait no longer for bytes that have not come; then the stream is at its end.
  init(path: String?, isStopped: @escaping @Sendable () -> Bool = { false }) throws(FileError) {
    self.isStopped = isStopped
    name = path ?? "standard input"
    isOwned = path != nil
    descriptor = path.map { open($0, O_RDONLY | O_CLOEXEC) } ?? STDIN_FILENO
    guard descriptor >= 0 else { throw FileError(.readRecord, name, code: errno) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw FileError(.readRecord, name, code: EISDIR)
    }
  }

  deinit { if isOwned { close(descriptor) } }

  /// Whether the bytes are gzip; known behind the first piece.
  var isCompressed: Bool { inflater != nil }

  /// The stream could not be inflated any further.
  struct Damaged: Error {}

  /// The next piece; empty at the end.
  func next() throws -> [UInt8] {
    while true {
      var raw = try read()
      if !hasBegun {
        hasBegun = true
        // A slow pipe may bring the two bytes that tell gzip one by one.
        if raw == [0x1F] { raw += try read() }
        if raw.starts(with: [0x1F, 0x8B]) { inflater = try Inflater() }
      }
      guard let inflater else { return raw }
      if raw.isEmpty {
        guard inflater.isAtEnd else { throw Damaged() }
        return []
      }
      let bytes = try inflater.inflate(raw)
      if !bytes.isEmpty { return bytes }
    }
  }

  private func read() throws(FileError) -> [UInt8] {
    while !hasCome() {
      if isStopped() { return [] }
    }
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: ByteStream.piece) { buffer, count in
      var found = Glibc.read(descriptor, buffer.baseAddress, ByteStream.piece)
      while found < 0, errno == EINTR { found = Glibc.read(descriptor, buffer.baseAddress, ByteStream.piece) }
      if found < 0 { code = errno }
      count = max(0, found)
    }
    guard code == 0 else { throw FileError(.readRecord, name, code: code) }
    return bytes
  }

  /// Waits for bytes, or the end, for a fifth of a second at most.
  private func hasCome() -> Bool {
    var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let found = poll(&wanted, 1, 200)
    // A signal ends the waiting, and brings nothing.
    return found > 0 || (found < 0 && errno != EINTR)
  }
}

extension [UInt8] {
  /// Where the next line ends, found many bytes at a time; nil without a line feed.
  func lineFeed(from position: Int) -> Int? {
    withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, let found = memchr(start + position, 0x0A, bytes.count - position) else {
        return nil
      }
      return UnsafeRawPointer(found) - start
    }
  }
}

/// zlib behind a value that cannot be copied while it works.
private final class Inflater {
  private let stream: UnsafeMutablePointer<z_stream>
  /// Between two members, or behind the last one.
  private(set) var isAtEnd = false

  init() throws {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window; 16 more say that the header is that of gzip.
    guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw ByteStream.Damaged()
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  func inflate(_ raw: [UInt8]) throws -> [UInt8] {
    var raw = raw
    var inflated: [UInt8] = []
    try raw.withUnsafeMutableBufferPointer { input in
      stream.pointee.next_in = input.baseAddress
      stream.pointee.avail_in = UInt32(input.count)
      var piece = [UInt8](repeating: 0, count: 1 << 18)
      while stream.pointee.avail_in > 0 {
        if isAtEnd {
          // Zeros behind the last member are padding.
          if input[input.count - Int(stream.pointee.avail_in)] == 0 { return }
          guard inflateReset(stream) == Z_OK else { throw ByteStream.Damaged() }
          isAtEnd = false
        }
        var result = Z_OK
        repeat {
          let room = piece.count
          let rest = piece.withUnsafeMutableBufferPointer { output in
            stream.pointee.next_out = output.baseAddress
            stream.pointee.avail_out = UInt32(room)
            result = CZlib.inflate(stream, Z_NO_FLUSH)
            return Int(stream.pointee.avail_out)
          }
          inflated += piece[..<(room - rest)]
        } while result == Z_OK && stream.pointee.avail_out == 0
        if result == Z_STREAM_END {
          isAtEnd = true
        } else if result != Z_OK, result != Z_BUF_ERROR {
          throw ByteStream.Damaged()
        }
        if result == Z_BUF_ERROR { return }
      }
    }
    return inflated
  }
}
