// Values that were made before, and values of any kind.
extension RecordWriter {
  /// A record that was made before; it is pointed to, not copied.
  public mutating func record(_ name: String, _ record: Record) {
    func fits(_ field: borrowing FieldKind) -> Bool {
      if field.kind == .record, let shape = field.inside { record.shape == shape } else { false }
    }
    let isNext = next.pointee.name == name && fits(next.pointee)
    guard
      let cell = isNext
        ? placeNext() : placeElsewhere(name, 1, found: "a record \"\(record.shape.name)\"", fits: fits)
    else { return }
    cell.initialize(to: Cell(pointer: record.storage.cells, count: 1, traits: .all, kind: .record))
    keep(.record(record))
  }

  /// Records that were made before; they are pointed to, not copied.
  public mutating func list(_ name: String, _ records: [Record]) {
    func fits(_ field: borrowing FieldKind) -> Bool {
      if field.kind == .list, let shape = field.inside { RecordWriter.areAll(records, shape) } else { false }
    }
    let isNext = next.pointee.name == name && records.count <= limits.count && fits(next.pointee)
    guard
      let cell = isNext
        ? placeNext() : placeElsewhere(name, records.count, found: RecordWriter.words(records), fits: fits)
    else {
      return
    }
    let bytes = records.count * MemoryLayout<UnsafePointer<Cell>>.stride
    reserve(bytes)
    let pointers = chunk.take(bytes).bindMemory(to: UnsafePointer<Cell>.self, capacity: records.count)
    for (index, record) in records.enumerated() { (pointers + index).initialize(to: record.storage.cells) }
    cell.initialize(
      to: Cell(pointer: pointers, count: UInt32(truncatingIfNeeded: records.count), traits: .all, kind: .list))
    keep(.list(records))
  }

  /// Any value: for fields that are known only at run time.
  public mutating func value(_ name: String, _ value: Value) {
    switch value {
    case .text(let text): self.text(name, text)
    case .markup(let markup): self.markup(name, markup)
    case .flag(let flag): self.flag(name, flag)
    case .record(let record): self.record(name, record)
    case .list(let records): list(name, records)
    case .absent: absent(name)
    }
  }

  private static func words(_ records: [Record]) -> String {
    let shapes = Set(records.map(\.shape.name)).sorted().map { "\"\($0)\"" }.joined(separator: ", ")
    return shapes.isEmpty ? "a list" : "a list of \(shapes)"
  }

  /// Elements are nearly always of one and the same shape: it is compared field by field only once.
  private static func areAll(_ records: [Record], _ shape: RecordShape) -> Bool {
    var known = shape
    for record in records where !record.shape.isIdentical(to: known) {
      guard record.shape == shape else { return false }
      known = record.shape
    }
    return true
  }
}
