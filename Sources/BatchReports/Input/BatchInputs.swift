package import FileAccess
import Glibc
import RecordReaders

/// What a command line names as input, one after the other: record files, folders of them, NDJSON files, standard input.
package struct BatchInputs: RecordInput {
  private var inputs: [any RecordInput]
  private var position = 0
  package let count: Int?

  private static let lineEndings = [".ndjson", ".jsonl", ".ndjson.gz", ".jsonl.gz"]

  /// - Parameters:
  ///   - paths: `-` stands for standard input. A file that two paths lead to is read once.
  ///   - isStopped: whether to wait no longer for what has not come.
  /// - Throws: where a path leads nowhere, before any record is read.
  package init(
    _ paths: [String], files: any FileSystem, decoder: any RecordDecoder,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) throws(FileError) {
    var inputs: [any RecordInput] = []
    var seen: Set<FileIdentity> = []
    for path in paths {
      if path == "-" {
        inputs.append(RecordLines(path: nil, decoder: decoder, isStopped: isStopped))
        continue
      }
      guard let identity = files.identity(of: path) else { throw FileError(.readRecord, path, code: ENOENT) }
      if BatchInputs.lineEndings.contains(where: path.hasSuffix) {
        guard seen.insert(identity).inserted else { continue }
        let isPlain = !path.hasSuffix(".gz")
        inputs.append(
          RecordLines(
            path: path, decoder: decoder, count: isPlain ? RecordLines.count(in: path) : nil, isStopped: isStopped))
        continue
      }
      let records = try RecordSearch.records(below: path, files).filter { record in
        files.identity(of: record).map { seen.insert($0).inserted } ?? true
      }
      inputs.append(RecordFiles(records, files: files, decoder: decoder))
    }
    self.inputs = inputs
    count = inputs.reduce(0) { sum, input in sum.flatMap { sum in input.count.map { sum + $0 } } }
  }

  package mutating func next() -> IncomingRecord? {
    while position < inputs.count {
      if let incoming = inputs[position].next() { return incoming }
      position += 1
    }
    return nil
  }
}

extension RecordLines {
  /// The lines of a file that are not empty; nil where it cannot be read, or is compressed.
  static func count(in path: String) -> Int? {
    guard let stream = try? ByteStream(path: path) else { return nil }
    var count = 0
    var isEmpty = true
    var isFirst = true
    while let piece = try? stream.next(), !piece.isEmpty {
      if isFirst, stream.isCompressed { return nil }
      isFirst = false
      var position = 0
      while position < piece.count {
        let end = piece.lineFeed(from: position) ?? piece.count
        isEmpty = isEmpty && piece[position..<end].allSatisfy { $0 == 0x0D || $0 == 0x20 || $0 == 0x09 }
        if end < piece.count {
          if !isEmpty { count += 1 }
          isEmpty = true
        }
        position = end + 1
      }
    }
    return isEmpty ? count : count + 1
  }
}
