import Diagnostics
import FileAccess
import RecordReaders

/// Records one to a line (NDJSON), of a file or of standard input, plain or gzip. Empty lines are passed over.
package struct RecordLines: RecordInput {
  private let file: String
  private let path: String?
  private let decoder: any RecordDecoder
  private let longest: Int
  private let isStopped: @Sendable () -> Bool
  package let count: Int?

  private var stream: ByteStream?
  private var piece: [UInt8] = []
  private var position = 0
  private var line = 0
  private var hasEnded = false

  /// - Parameters:
  ///   - path: nil for standard input.
  ///   - count: how many records there are, where that is known.
  ///   - longest: the most bytes that one line may have.
  ///   - isStopped: whether to wait no longer for lines that have not come.
  package init(
    path: String?, decoder: any RecordDecoder, count: Int? = nil, longest: Int = RecordReader.Limits().fileBytes,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    self.isStopped = isStopped
    file = path ?? "standard input"
    self.path = path
    self.decoder = decoder
    self.count = count
    self.longest = longest
  }

  package mutating func next() -> IncomingRecord? {
    while !hasEnded {
      do {
        guard let (bytes, isWhole) = try nextLine() else { return nil }
        let place = RecordPlace(file: file, line: line)
        guard isWhole else { return IncomingRecord(place: place, content: .fault(tooLong)) }
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
        return IncomingRecord(place: place, content: .bytes(bytes, decoder))
      } catch let error as FileError {
        hasEnded = true
        return IncomingRecord(place: RecordPlace(file: file), content: .fault(error.diagnostic))
      } catch {
        hasEnded = true
        return IncomingRecord(place: RecordPlace(file: file, line: line), content: .fault(damaged))
      }
    }
    return nil
  }

  /// The next line without its end; nil behind the last one. A line that is too long is passed over, and not whole.
  private mutating func nextLine() throws -> (bytes: [UInt8], isWhole: Bool)? {
    var bytes: [UInt8] = []
    var isWhole = true
    var hasAny = false
    while true {
      if position == piece.count {
        let stream = try stream ?? ByteStream(path: path, isStopped: isStopped)
        self.stream = stream
        piece = try stream.next()
        position = 0
        if piece.isEmpty {
          hasEnded = true
          guard hasAny else { return nil }
          line += 1
          return (bytes, isWhole)
        }
      }
      hasAny = true
      let end = piece.lineFeed(from: position) ?? piece.count
      if isWhole { bytes += piece[position..<end] }
      if bytes.count > longest { (bytes, isWhole) = ([], false) }
      position = end
      if end < piece.count {
        position += 1
        line += 1
        if bytes.last == 0x0D { bytes.removeLast() }
        return (bytes, isWhole)
      }
    }
  }

  private var tooLong: Diagnostic {
    Diagnostic(
      .error, id: "file-too-big", "the record has more than \(longest >> 20) MB",
      at: SourceLocation(file: file, line: line, column: 1),
      remedy: "check that each record stands on a line of its own")
  }

  private var damaged: Diagnostic {
    Diagnostic(
      .error, id: "stream-damaged", "the compressed stream \(file) is damaged or ends too early behind line \(line)",
      remedy: "gzip -t tells whether the file is whole; records near the damage are missing as well")
  }
}
