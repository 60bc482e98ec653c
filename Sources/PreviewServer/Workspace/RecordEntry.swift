import Crypto
import FileAccess
import Glibc

/// One record of the index: where its bytes are, never the bytes themselves.
struct RecordEntry: Sendable {
  enum Source: Sendable, Hashable {
    case file
    /// A line of NDJSON by its bytes.
    case line(offset: Int, count: Int, number: Int)
    /// Built into the program.
    case builtin([UInt8])
  }

  /// In addresses: paths never stand there.
  let id: Int
  let path: String
  /// As the index shows it.
  let name: String
  var source: Source
  /// Tells one state of the content from another, as far as can be told without reading it.
  var stamp: FileStamp
  /// Nil until somebody looked.
  var summary: RecordSummary?

  var lineNumber: Int? {
    if case .line(_, _, let number) = source { number } else { nil }
  }

  /// What two scans recognise a record by.
  var key: String { lineNumber.map { "\(path)\n\($0)" } ?? path }

  /// The largest record that is read.
  private static let limit = 64 << 20

  func read(_ files: any FileSystem) throws(FileError) -> RecordText {
    switch source {
    case .file: RecordText(try files.read(path, limit: RecordEntry.limit), file: path)
    case .line(let offset, let count, let number):
      RecordText(
        try FileStretch.read(path, offset: offset, count: min(count, RecordEntry.limit)), file: path, line: number)
    case .builtin(let bytes): RecordText(bytes, file: path)
    }
  }
}

/// Size, times and number of a file: a save changes at least one of them on every file system of one machine.
struct FileStamp: Sendable, Hashable {
  var size = 0
  var modified = 0
  var changed = 0
  var number: UInt64 = 0

  /// Nil where there is no file.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    size = Int(status.st_size)
    modified = status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec
    changed = status.st_ctim.tv_sec &* 1_000_000_000 &+ status.st_ctim.tv_nsec
    number = UInt64(status.st_ino)
  }

  fileprivate init(size: Int, number: UInt64) { (self.size, self.number) = (size, number) }
}

/// FNV-1a over content, byte by byte.
struct ContentHash {
  private var size = 0
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    size += 1
  }

  var stamp: FileStamp { FileStamp(size: size, number: hash) }
}

/// A part of a file.
enum FileStretch {
  static func read(_ path: String, offset: Int, count: Int) throws(FileError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileError(.readRecord, path, code: errno) }
    defer { close(file) }
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let found = pread(file, buffer.baseAddress?.advanced(by: filled), count - filled, off_t(offset + filled))
        if found < 0, errno == EINTR { continue }
        if found < 0 { code = errno }
        guard found > 0 else { return }
        filled += found
      }
    }
    guard code == 0 else { throw FileError(.readRecord, path, code: code) }
    return bytes
  }
}

/// SHA-256 in hexadecimal.
func contentDigest(_ parts: [UInt8]...) -> String {
  var hash = SHA256()
  for part in parts {
    hash.update(data: part)
    hash.update(data: [0])
  }
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: hash.finalize().prefix(16).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
