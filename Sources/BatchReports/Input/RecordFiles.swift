import Diagnostics
package import FileAccess
import RecordReaders

/// Files that hold one record each.
package struct RecordFiles: RecordInput {
  private let paths: [String]
  private let files: any FileSystem
  private let decoder: any RecordDecoder
  private var position = 0

  package init(_ paths: [String], files: any FileSystem, decoder: any RecordDecoder) {
    self.paths = paths
    self.files = files
    self.decoder = decoder
  }

  package var count: Int? { paths.count }

  package mutating func next() -> IncomingRecord? {
    guard position < paths.count else { return nil }
    let place = RecordPlace(file: paths[position])
    position += 1
    do throws(FileError) {
      // One more byte than the reader accepts, so that it can say that the file is too big.
      let bytes = try files.read(place.file, limit: RecordReader.Limits().fileBytes + 1)
      return IncomingRecord(place: place, content: .bytes(bytes, decoder))
    } catch {
      return IncomingRecord(place: place, content: .fault(error.diagnostic))
    }
  }
}
