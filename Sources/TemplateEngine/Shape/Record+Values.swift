/// Reading a record value by value: for tests, tools and comparison; rendering reads the cells.
extension Record {
  /// The value of a field; nil when the shape has no such field.
  public subscript(name: String) -> Value? { shape.index(of: name).map { storage.value(at: $0) } }

  /// The values in the order of the fields.
  var values: [Value] { shape.fields.indices.map { storage.value(at: $0) } }
}

/// Records are equal when their shapes are and every value is the same, text byte by byte.
extension Record: Hashable {
  public static func == (a: Record, b: Record) -> Bool {
    a.storage === b.storage || (a.shape == b.shape && a.storage.hasEqualContent(b.storage))
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(shape)
    storage.hashContent(into: &hasher)
  }
}

extension RecordStorage {
  private var fieldCount: Int { shape.kinds.count }

  fileprivate func value(at index: Int) -> Value {
    let cell = cells[index]
    switch cell.kind {
    case .text: return .text(String(decoding: cell.bytes, as: UTF8.self))
    case .markup: return .markup(Markup(Array(cell.bytes), shape.kinds[index].dialect))
    case .flag: return .flag(cell.count != 0)
    case .record, .list: return child(at: index)
    case .absent: return .absent
    }
  }

  private func child(at index: Int) -> Value {
    let position = (0..<index).count { cells[$0].kind == .record || cells[$0].kind == .list }
    switch children[position] {
    case .record(let record): return .record(record)
    case .list(let records): return .list(records)
    }
  }

  /// Of two storages of equal shapes.
  fileprivate func hasEqualContent(_ other: RecordStorage) -> Bool {
    for index in 0..<fieldCount {
      let (a, b) = (cells[index], other.cells[index])
      guard a.kind == b.kind, a.count == b.count else { return false }
      if a.kind == .text || a.kind == .markup, !a.bytes.elementsEqual(b.bytes) { return false }
    }
    return children == other.children
  }

  fileprivate func hashContent(into hasher: inout Hasher) {
    for index in 0..<fieldCount {
      let cell = cells[index]
      hasher.combine(cell.kind)
      hasher.combine(cell.count)
      if cell.kind == .text || cell.kind == .markup {
        hasher.combine(bytes: UnsafeRawBufferPointer(cell.bytes))
      }
    }
    hasher.combine(children)
  }
}
