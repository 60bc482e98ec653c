/// Writes the values of a record field by field, from a program's own structs straight into the memory of the record.
///
/// ``RecordShape/record(writing:)`` hands one to a closure. Every field must be given once. The order of the shape's fields is the fast one: a name is then only
/// compared with the one that is expected; any other order is right as well.
///
/// A value that does not fit is no error at once: it is noted, and the record is refused at the end, with everything that is wrong in it.
public struct RecordWriter: ~Copyable {
  /// The field that is expected next, and the cell that takes its value. When fields came in another order, the field is ``FieldKind/end``.
  var next: UnsafePointer<FieldKind>
  var cell: UnsafeMutablePointer<Cell>
  var chunk: RecordChunk
  /// The shape of the record that is being written: the root, or one inside it.
  var shape: RecordShape
  /// Whether fields came in another order; then those that are not given yet are marked as missing.
  var isScattered = false
  /// How many records are open around this one.
  var level = 0
  /// What is wrong, and where the faults of this record begin.
  var faults: [RecordError.Fault] = []
  var firstFault = 0
  let limits: RecordLimits
  /// The root, which owns the memory and tells one writer from another.
  let root: RecordStorage
  /// An error that was caught left a record inside incomplete, or two writers were exchanged.
  var isInterrupted = false
  private var textBytes = 0
  private var kept: [RecordStorage.Kept] = []

  /// - Parameter capacity: how many bytes of cells, pointers and texts are expected.
  init(_ shape: RecordShape, capacity: Int, limits: RecordLimits = .standard) {
    self.shape = shape
    self.limits = limits
    let cells = shape.kinds.count * MemoryLayout<Cell>.stride
    chunk = RecordChunk(room: max(capacity, cells))
    next = shape.expected
    cell = chunk.take(cells).bindMemory(to: Cell.self, capacity: shape.kinds.count)
    root = RecordStorage(shape, UnsafePointer(cell), in: chunk)
  }

  /// The record, when every field was given and fits.
  mutating func finish() throws(RecordError) -> Record {
    if isInterrupted || level > 0 {
      faults.append(.unfinished)
    } else {
      noteMissing()
      noteLimits()
    }
    guard faults.isEmpty else { throw RecordError(record: root.shape.name, faults: faults) }
    root.complete(textBytes: textBytes + chunk.textBytes, kept: kept)
    return Record(root)
  }

  // MARK: Values

  /// Untrusted text.
  public mutating func text(_ name: String, _ text: String) {
    let count = text.utf8.count
    guard let cell = place(name, .text, count: count) else { return }
    reserve(count)
    let bytes = chunk.takeText(count)
    let isCopied: Void? = text.utf8.withContiguousStorageIfAvailable { source in
      if let source = source.baseAddress { bytes.copyMemory(from: source, byteCount: count) }
    }
    if isCopied == nil {
      for (index, byte) in text.utf8.enumerated() { bytes.storeBytes(of: byte, toByteOffset: index, as: UInt8.self) }
    }
    let written = UnsafeBufferPointer(start: bytes.assumingMemoryBound(to: UInt8.self), count: count)
    cell.initialize(
      to: Cell(
        pointer: UnsafeRawPointer(bytes), count: UInt32(truncatingIfNeeded: count), traits: TextTraits(of: written),
        kind: .text))
  }

  /// Untrusted text, or nothing for an optional field.
  public mutating func text(_ name: String, _ text: String?) {
    if let text { self.text(name, text) } else { absent(name) }
  }

  /// Finished markup, as ``Markup`` holds it.
  public mutating func markup(_ name: String, _ markup: Markup) {
    markup.bytes.withUnsafeBufferPointer { self.markup(name, $0, markup.dialect) }
  }

  /// Finished markup, or nothing for an optional field.
  public mutating func markup(_ name: String, _ markup: Markup?) {
    if let markup { self.markup(name, markup) } else { absent(name) }
  }

  /// Finished markup from a string; see ``Markup`` for what the program promises by it.
  public mutating func markup(_ name: String, _ text: String, _ dialect: Dialect) {
    let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { markup(name, $0, dialect) }
    if isWritten == nil { markup(name, Markup(text, dialect)) }
  }

  private mutating func markup(_ name: String, _ source: UnsafeBufferPointer<UInt8>, _ dialect: Dialect) {
    guard let cell = place(name, .markup, dialect, count: source.count) else { return }
    reserve(source.count)
    let bytes = chunk.takeText(source.count)
    if let start = source.baseAddress { bytes.copyMemory(from: start, byteCount: source.count) }
    cell.initialize(
      to: Cell(
        pointer: UnsafeRawPointer(bytes), count: UInt32(truncatingIfNeeded: source.count), traits: .all, kind: .markup))
  }

  /// Yes or no.
  public mutating func flag(_ name: String, _ flag: Bool) {
    guard let cell = place(name, .flag) else { return }
    cell.initialize(to: Cell(pointer: UnsafeRawPointer(cell), count: flag ? 1 : 0, traits: .all, kind: .flag))
  }

  /// Yes or no, or nothing for an optional field.
  public mutating func flag(_ name: String, _ flag: Bool?) {
    if let flag { self.flag(name, flag) } else { absent(name) }
  }

  /// Nothing, for an optional field.
  public mutating func absent(_ name: String) {
    if let cell = place(name, .absent) { cell.initialize(to: .absent(at: cell)) }
  }

  // MARK: Memory

  /// Sees to it that the chunk has that much room.
  @inline(__always)
  mutating func reserve(_ count: Int) {
    if !chunk.hasRoom(for: count) { addChunk(count) }
  }

  @inline(never)
  private mutating func addChunk(_ count: Int) {
    textBytes += chunk.textBytes
    chunk = chunk.next(with: count)
    root.add(chunk)
  }

  /// Keeps alive what was made before and is only pointed to.
  mutating func keep(_ records: RecordStorage.Kept) {
    kept.append(records)
    switch records {
    case .record(let record): count(record)
    case .list(let records): for record in records { count(record) }
    }
  }

  /// Records can be shared many times over: the sum is an estimate and stays far from overflow.
  private mutating func count(_ record: Record) { textBytes = min(textBytes + record.storage.textBytes, 1 << 40) }
}
