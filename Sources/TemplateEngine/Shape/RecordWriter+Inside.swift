// Records inside the record, and lists.
extension RecordWriter {
  /// A group of named values, written in place.
  ///
  /// The closure gets the same writer, which writes the record inside until the closure returns.
  @inlinable
  public mutating func record<Failure>(
    _ name: String, _ write: (inout RecordWriter) throws(Failure) -> Void
  ) throws(Failure) {
    guard var inside = open(record: name) else { return }
    try write(&self)
    close(&inside)
  }

  /// A group of named values, or nothing for an optional field when there is no item.
  @inlinable
  public mutating func record<Item, Failure>(
    _ name: String, _ item: Item?, _ write: (inout RecordWriter, Item) throws(Failure) -> Void
  ) throws(Failure) {
    guard let item else { return absent(name) }
    guard var inside = open(record: name) else { return }
    try write(&self, item)
    close(&inside)
  }

  /// A list with a record for every item, written in place.
  ///
  /// The closure gets the same writer, which writes the record of that item until the closure returns.
  @inlinable
  public mutating func list<Item, Failure>(
    _ name: String, _ items: [Item], _ write: (inout RecordWriter, Item) throws(Failure) -> Void
  ) throws(Failure) {
    guard var inside = open(list: name, count: items.count) else { return }
    for item in items {
      advance(&inside)
      try write(&self, item)
    }
    close(&inside)
  }

  /// The same, or nothing for an optional field when there is no list.
  @inlinable
  public mutating func list<Item, Failure>(
    _ name: String, _ items: [Item]?, _ write: (inout RecordWriter, Item) throws(Failure) -> Void
  ) throws(Failure) {
    if let items { try list(name, items, write) } else { absent(name) }
  }

  /// A list of plain texts, whose elements have a shape of ``RecordShape/texts(_:_:)``.
  public mutating func texts(_ name: String, _ texts: [String]) {
    list(name, texts) { element, text in element.text(".", text) }
  }

  // MARK: Opening and closing

  /// What is inside the record, one record or the elements of a list, while it is written.
  @usableFromInline
  struct Inside {
    /// The record that goes on afterwards.
    fileprivate let next: UnsafePointer<FieldKind>
    fileprivate let cell: UnsafeMutablePointer<Cell>
    fileprivate let outerShape: RecordShape
    fileprivate let isScattered: Bool
    fileprivate let firstFault: Int
    fileprivate let root: RecordStorage

    fileprivate let name: String
    fileprivate let isList: Bool
    fileprivate let level: Int
    fileprivate let shape: RecordShape
    fileprivate let expected: UnsafePointer<FieldKind>
    fileprivate let fieldCount: Int
    /// The first cell of the next record.
    fileprivate var cells: UnsafeMutablePointer<Cell>
    /// How many records were begun.
    fileprivate var begun = 0
    /// Where the faults of what is inside begin.
    fileprivate let faults: Int
  }

  @usableFromInline
  mutating func open(record name: String) -> Inside? {
    guard let cell = place(name, .record), var inside = open(name, at: cell, isList: false, count: 1) else {
      return nil
    }
    cell.initialize(to: Cell(pointer: inside.cells, count: 1, traits: .all, kind: .record))
    advance(&inside)
    return inside
  }

  @usableFromInline
  mutating func open(list name: String, count: Int) -> Inside? {
    guard let cell = place(name, .list, count: count),
      let inside = open(name, at: cell, isList: true, count: count)
    else { return nil }
    let bytes = count * MemoryLayout<UnsafePointer<Cell>>.stride
    reserve(bytes)
    let pointers = chunk.take(bytes).bindMemory(to: UnsafePointer<Cell>.self, capacity: count)
    for index in 0..<count { (pointers + index).initialize(to: inside.cells + index * inside.fieldCount) }
    cell.initialize(to: Cell(pointer: pointers, count: UInt32(truncatingIfNeeded: count), traits: .all, kind: .list))
    return inside
  }

  private mutating func open(
    _ name: String, at cell: UnsafeMutablePointer<Cell>, isList: Bool, count: Int
  ) -> Inside? {
    guard let inside = field(at: cell).inside else { return nil }
    let fieldCount = inside.kinds.count
    let bytes = count * fieldCount * MemoryLayout<Cell>.stride
    reserve(bytes)
    level += 1
    return Inside(
      next: next, cell: self.cell, outerShape: shape, isScattered: isScattered, firstFault: firstFault, root: root,
      name: name, isList: isList, level: level, shape: inside, expected: inside.expected, fieldCount: fieldCount,
      cells: chunk.take(bytes).bindMemory(to: Cell.self, capacity: count * fieldCount), faults: faults.count)
  }

  /// Begins the next record, and completes the one before it.
  @usableFromInline
  mutating func advance(_ inside: inout Inside) {
    guard isInnermost(inside) else { return }
    if inside.begun == 0 { shape = inside.shape } else { complete(inside) }
    next = inside.expected
    cell = inside.cells
    isScattered = false
    firstFault = faults.count
    inside.begun += 1
    inside.cells += inside.fieldCount
  }

  /// Completes the last record and goes on with the one around it.
  @usableFromInline
  mutating func close(_ inside: inout Inside) {
    guard isInnermost(inside) else { return }
    if inside.begun > 0 { complete(inside) }
    next = inside.next
    cell = inside.cell
    shape = inside.outerShape
    isScattered = inside.isScattered
    firstFault = inside.firstFault
    level -= 1
  }

  /// It is not when an error left a record inside it open, or when two writers were exchanged: then nothing more is trusted.
  @inline(__always)
  private mutating func isInnermost(_ inside: borrowing Inside) -> Bool {
    if inside.level == level, inside.root === root { return true }
    isInterrupted = true
    return false
  }

  @inline(__always)
  private mutating func complete(_ inside: borrowing Inside) {
    if !next.pointee.isEnd || isScattered || faults.count > firstFault || inside.fieldCount > limits.fields {
      noteFaults(of: inside)
    }
  }

  /// Makes one fault of all that is wrong in the record inside; of elements with the same faults only the first is told.
  @inline(never)
  private mutating func noteFaults(of inside: borrowing Inside) {
    noteMissing()
    noteLimits()
    guard faults.count > firstFault else { return }
    let error = RecordError(record: shape.name, faults: Array(faults[firstFault...]))
    faults.removeSubrange(firstFault...)
    let isTold = faults[inside.faults...].contains {
      if case .inside(_, _, error) = $0 { true } else { false }
    }
    if !isTold {
      faults.append(.inside(name: inside.name, element: inside.isList ? inside.begun : nil, error))
    }
  }
}
