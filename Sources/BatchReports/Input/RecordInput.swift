package import ClinicalRecord
package import Diagnostics
package import RecordReaders

/// Where a record came from: a file of its own, or a line of a file.
package struct RecordPlace: Sendable, Hashable {
  /// As the user named it; `standard input` for the stream.
  package var file: String
  /// From 1; nil for a file that holds one record.
  package var line: Int?

  package init(file: String, line: Int? = nil) {
    self.file = file
    self.line = line
  }

  /// Such as `cohort.ndjson:17`.
  package var words: String { line.map { "\(file):\($0)" } ?? file }

  /// The file's name without its folders: what reports cite.
  package var fileName: String { file.split(separator: "/").last.map(String.init) ?? file }
}

/// One record as an input hands it over, before anything of it was read.
package struct IncomingRecord: Sendable {
  package enum Content: Sendable {
    case bytes([UInt8], any RecordDecoder)
    /// The place could not be read; the rest of the batch goes on.
    case fault(Diagnostic)
  }

  package var place: RecordPlace
  package var content: Content

  package init(place: RecordPlace, content: Content) {
    self.place = place
    self.content = content
  }
}

/// Turns the bytes of one record into a validated record, or says everything that is wrong with them.
package protocol RecordDecoder: Sendable {
  func read(_ source: SourceText, asOf: Day?) -> RecordReader.Result
}

extension RecordReader: RecordDecoder {}

/// Records one after the other, from files, a stream, and whatever else holds records: the batch knows nothing else of its input.
package protocol RecordInput {
  /// How many records there are; nil where only the end tells.
  var count: Int? { get }

  /// The next record; nil behind the last one.
  mutating func next() -> IncomingRecord?
}

extension RecordInput {
  /// The next records, so many at most; none behind the last one.
  mutating func window(of size: Int) -> [IncomingRecord] {
    var window: [IncomingRecord] = []
    while window.count < size, let incoming = next() { window.append(incoming) }
    return window
  }
}
