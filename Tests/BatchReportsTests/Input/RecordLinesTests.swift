import Diagnostics
import Dispatch
import Glibc
import TestFolders
import Testing

@testable import BatchReports

/// Records one to a line, whatever the lines look like.
@Suite struct RecordLinesTests {
  /// What an input hands over: the line, and its text or the fault.
  private func read(_ text: [UInt8], name: String = "in.ndjson", longest: Int = 1 << 20) throws -> [String] {
    let folder = try TestFolder()
    try folder.put(text, at: name)
    var lines = RecordLines(path: "\(folder.path)/\(name)", decoder: Batch.reader, longest: longest)
    var found: [String] = []
    while let next = lines.next() {
      switch next.content {
      case .bytes(let bytes, _): found.append("\(next.place.line ?? 0) \(String(decoding: bytes, as: UTF8.self))")
      case .fault(let diagnostic): found.append("\(next.place.line ?? 0) \(diagnostic.id)")
      }
    }
    return found
  }

  @Test(arguments: [
    ("", []), ("\n\n", []), ("a", ["1 a"]), ("a\n", ["1 a"]), ("a\nb", ["1 a", "2 b"]),
    ("a\r\n\r\n b\r\n", ["1 a", "3  b"]), ("\n \t\n{}\n", ["3 {}"]), ("{}\n\n{}\n\n\n", ["1 {}", "3 {}"]),
  ])
  func linesAreCountedAsTheFileCountsThem(text: String, expected: [String]) throws {
    #expect(try read(Array(text.utf8)) == expected)
  }

  @Test func aLineThatIsTooLongIsPassedOver() throws {
    let long = String(repeating: "x", count: 600_000)
    #expect(try read(Array("a\n\(long)\nb\n".utf8), longest: 500_000) == ["1 a", "2 file-too-big", "3 b"])
    #expect(try read(Array("\(long)".utf8), longest: 500_000) == ["1 file-too-big"])
    #expect(try read(Array("\(long)\nb".utf8)).map(\.count) == [600_002, 3])
  }

  // gzip -n of "a\nb\n".
  private static let first: [UInt8] = [
    31, 139, 8, 0, 0, 0, 0, 0, 0, 3, 75, 228, 74, 226, 2, 0, 151, 42, 87, 24, 4, 0, 0, 0,
  ]

  @Test func gzipIsInflated() throws {
    #expect(try read(RecordLinesTests.first, name: "in.ndjson.gz") == ["1 a", "2 b"])
    // By its first bytes, whatever the name says.
    #expect(try read(RecordLinesTests.first) == ["1 a", "2 b"])
    // Several members, and zeros behind the last one.
    let two = RecordLinesTests.first + RecordLinesTests.first
    #expect(try read(two) == ["1 a", "2 b", "3 a", "4 b"])
    #expect(try read(two + [0, 0, 0, 0]) == ["1 a", "2 b", "3 a", "4 b"])
  }

  /// A pipe whose writer says nothing: whoever stops the run is not kept waiting.
  @Test func nobodyWaitsForLinesThatDoNotCome() throws {
    let folder = try TestFolder()
    let path = "\(folder.path)/pipe"
    mkfifo(path, 0o600)
    let writer = open(path, O_RDWR)
    defer { close(writer) }
    write(writer, "a\n", 2)
    let isStopped = Counter()
    var lines = RecordLines(path: path, decoder: Batch.reader, isStopped: { isStopped.next() > 2 })
    #expect(lines.next()?.place.line == 1)
    #expect(lines.next() == nil)
  }

  /// The two bytes that tell gzip may come one by one.
  @Test func aSlowPipeIsInflated() throws {
    let folder = try TestFolder()
    let path = "\(folder.path)/pipe"
    mkfifo(path, 0o600)
    let writer = open(path, O_RDWR)
    write(writer, RecordLinesTests.first, 1)
    var lines = RecordLines(path: path, decoder: Batch.reader)
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(200)) {
      RecordLinesTests.first.withUnsafeBytes { _ = write(writer, $0.baseAddress! + 1, $0.count - 1) }
      close(writer)
    }
    var found: [Int?] = []
    while let next = lines.next() {
      guard case .bytes = next.content else { continue }
      found.append(next.place.line)
    }
    #expect(found == [1, 2])
  }

  @Test func aDamagedStreamIsSaid() throws {
    #expect(try read(Array(RecordLinesTests.first.prefix(20))).last?.hasSuffix("stream-damaged") == true)
    var wrong = RecordLinesTests.first
    wrong[18] ^= 0x40
    #expect(try read(wrong).last?.hasSuffix("stream-damaged") == true)
    #expect(try read([31, 139]).last?.hasSuffix("stream-damaged") == true)
  }

  @Test func aFolderIsNoStream() throws {
    let folder = try TestFolder()
    var lines = RecordLines(path: folder.path, decoder: Batch.reader)
    guard case .fault(let diagnostic)? = lines.next()?.content else {
      Issue.record("a folder was read")
      return
    }
    #expect(diagnostic.id == "record-unreadable")
    #expect(lines.next() == nil)
  }

  @Test func linesAreCountedBeforehand() throws {
    let folder = try TestFolder()
    try folder.put("a\n\n b\r\n\r\nc", at: "in.ndjson")
    try folder.put(RecordLinesTests.first, at: "gz.ndjson")
    #expect(RecordLines.count(in: "\(folder.path)/in.ndjson") == 3)
    #expect(RecordLines.count(in: "\(folder.path)/gz.ndjson") == nil)
    #expect(RecordLines.count(in: "\(folder.path)/none") == nil)
  }
}
