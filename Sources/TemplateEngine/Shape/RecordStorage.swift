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
  private(set) var textBytes = 0
  /// The first byte of the newest ``RecordChunk``; its memory and that of all older ones belongs to this record.
  private var newestChunk: UnsafeMutableRawPointer?
  private var kept: [Kept] = []

  /// A record whose values are still to be written.
  init(_ shape: RecordShape, _ cells: UnsafePointer<Cell>, in chunk: RecordChunk) {
    self.shape = shape
    self.cells = cells
    newestChunk = chunk.start
  }

  /// A record that was written inside another one, or is an element of its list.
  private init(_ shape: RecordShape, _ cells: UnsafePointer<Cell>, inside whole: RecordStorage) {
    self.shape = shape
    self.cells = cells
    kept = [.record(Record(whole))]
  }

  deinit { RecordChunk.free(newestChunk) }

  /// Takes over one more chunk.
  func add(_ chunk: RecordChunk) { newestChunk = chunk.start }

  /// Nothing more is written.
  func complete(textBytes: Int, kept: [Kept]) {
    self.textBytes = textBytes
    self.kept = kept
  }

  /// A record that the cells of this one point to, as a record of its own.
  func part(_ shape: RecordShape, _ cells: UnsafePointer<Cell>) -> Record {
    Record(RecordStorage(shape, cells, inside: self))
  }
}
