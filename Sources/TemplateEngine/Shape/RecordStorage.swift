/// A record and the memory of all records that were written inside it.
///
/// The memory is written while the record is made, by one ``RecordWriter``, and only read afterwards; it never moves. Cells of records that were made before are
/// pointed to, and `kept` keeps them alive. That is why a record may be shared between tasks although it holds pointers.
final class RecordStorage: @unchecked Sendable {
  /// What the cells point to outside this memory.
  enum Kept: Sendable {
    case record(Record)
    case list([Record])
  }

  let shape: RecordShape
  let cells: UnsafePointer<Cell>
  /// Bytes of text and markup, with those of the records inside: what a rendering of everything would need at least.
  let textBytes: Int
  private let newestChunk: UnsafeMutableRawPointer?
  private let kept: [Kept]

  /// - Parameter newestChunk: the first byte of the newest ``RecordChunk``, whose memory and that of all older ones belongs to this record from now on.
  init(
    _ shape: RecordShape, _ cells: UnsafePointer<Cell>, textBytes: Int, newestChunk: UnsafeMutableRawPointer?,
    kept: [Kept]
  ) {
    self.shape = shape
    self.cells = cells
    self.textBytes = textBytes
    self.newestChunk = newestChunk
    self.kept = kept
  }

  deinit { RecordChunk.free(newestChunk) }

  /// A record that the cells of this one point to, as a record of its own.
  func part(_ shape: RecordShape, _ cells: UnsafePointer<Cell>) -> Record {
    Record(RecordStorage(shape, cells, textBytes: 0, newestChunk: nil, kept: [.record(Record(self))]))
  }
}
