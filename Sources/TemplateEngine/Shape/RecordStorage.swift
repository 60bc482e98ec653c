/// The memory of one record: its cells in the order of the fields, then the pointers of its lists, then its texts in UTF-8.
///
/// It is written once, while it is made, and only read afterwards; cells of another record are pointed to, and `children` keeps them alive. That is why
/// it may be shared between tasks although it holds pointers.
final class RecordStorage: @unchecked Sendable {
  /// What the cells point to outside this memory.
  enum Child: Sendable, Hashable {
    case record(Record)
    case list([Record])
  }

  let shape: RecordShape
  let cells: UnsafePointer<Cell>
  /// One for each cell of kind `record` or `list`, in their order.
  let children: [Child]
  /// Bytes of text and markup, with those of the children: what a rendering of everything would need at least.
  let textBytes: Int
  private let memory: UnsafeMutableRawPointer

  /// - Parameter pairs: as many as the shape has fields, in their order, each of the kind of its field: ``RecordShape/record(_:)`` makes sure of it.
  /// - Parameter layout: what the values need.
  init(_ shape: RecordShape, _ pairs: some Collection<(key: String, value: Value)>, _ layout: RecordLayout) {
    memory = .allocate(byteCount: layout.size, alignment: MemoryLayout<Cell>.alignment)
    cells = UnsafePointer(memory.bindMemory(to: Cell.self, capacity: shape.kinds.count))
    self.shape = shape
    var writer = Writer(memory, layout)
    for (_, value) in pairs { writer.write(value) }
    writer.finish(layout)
    children = writer.children
    textBytes = writer.textBytes
  }

  deinit { memory.deallocate() }
}

extension RecordStorage {
  /// Fills the three parts of the memory side by side.
  private struct Writer {
    private let memory: UnsafeMutableRawPointer
    private var cell: UnsafeMutableRawPointer
    private var list: UnsafeMutableRawPointer
    private var text: UnsafeMutableRawPointer
    private(set) var children: [Child] = []
    private(set) var textBytes: Int

    init(_ memory: UnsafeMutableRawPointer, _ layout: RecordLayout) {
      self.memory = memory
      cell = memory
      list = memory + layout.cells
      text = memory + layout.cells + layout.lists
      textBytes = layout.texts
      if layout.children > 0 { children.reserveCapacity(layout.children) }
    }

    mutating func write(_ value: Value) {
      switch value {
      case .text(let string):
        let count = string.utf8.count
        if string.utf8.withContiguousStorageIfAvailable({ append($0) }) == nil {
          Array(string.utf8).withUnsafeBufferPointer { append($0) }
        }
        let written = UnsafeBufferPointer(
          start: (text - count).assumingMemoryBound(to: UInt8.self), count: count)
        append(Cell(pointer: text - count, count: narrow(count), traits: TextTraits(of: written), kind: .text))
      case .markup(let markup):
        let count = markup.bytes.count
        markup.bytes.withUnsafeBufferPointer { append($0) }
        append(Cell(pointer: text - count, count: narrow(count), traits: .all, kind: .markup))
      case .flag(let flag):
        append(Cell(pointer: memory, count: flag ? 1 : 0, traits: .all, kind: .flag))
      case .record(let record):
        append(Cell(pointer: record.storage.cells, count: 1, traits: .all, kind: .record))
        textBytes += record.storage.textBytes
        children.append(.record(record))
      case .list(let records):
        let start = list
        for record in records {
          list.initializeMemory(as: UnsafePointer<Cell>.self, to: record.storage.cells)
          list += MemoryLayout<UnsafePointer<Cell>>.stride
          textBytes += record.storage.textBytes
        }
        append(Cell(pointer: start, count: narrow(records.count), traits: .all, kind: .list))
        children.append(.list(records))
      case .absent:
        append(Cell(pointer: memory, count: 0, traits: .all, kind: .absent))
      }
    }

    private mutating func append(_ new: Cell) {
      cell.assumingMemoryBound(to: Cell.self).initialize(to: new)
      cell += MemoryLayout<Cell>.stride
    }

    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
      guard let source = bytes.baseAddress else { return }
      text.copyMemory(from: source, byteCount: bytes.count)
      text += bytes.count
    }

    /// The padding is zero: bytes that were never written are not even copied.
    func finish(_ layout: RecordLayout) {
      text.initializeMemory(as: UInt8.self, repeating: 0, count: Cell.padding)
      assert(cell == memory + layout.cells && list == cell + layout.lists)
      assert(text + Cell.padding == memory + layout.size)
    }

    private func narrow(_ count: Int) -> UInt32 {
      assert(count <= RecordLimits.standard.count)
      return UInt32(truncatingIfNeeded: count)
    }
  }
}
