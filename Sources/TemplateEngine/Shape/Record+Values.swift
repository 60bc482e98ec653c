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
    a.storage === b.storage || (a.shape == b.shape && a.shape.areEqual(a.storage.cells, b.storage.cells))
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(shape)
    shape.hash(storage.cells, into: &hasher)
  }
}

extension RecordStorage {
  fileprivate func value(at index: Int) -> Value {
    let cell = cells[index]
    let field = shape.kinds[index]
    switch cell.kind {
    case .text: return .text(String(decoding: cell.bytes, as: UTF8.self))
    case .markup: return .markup(Markup(Array(cell.bytes), field.dialect))
    case .flag: return .flag(cell.count != 0)
    case .record: return field.inside.map { .record(part($0, cell.inside)) } ?? .absent
    case .list: return .list(field.inside.map { shape in cell.elementCells.map { part(shape, $0) } } ?? [])
    case .absent: return .absent
    }
  }
}

// Of two records whose shapes are equal, cell by cell.
extension RecordShape {
  fileprivate func areEqual(_ a: UnsafePointer<Cell>, _ b: UnsafePointer<Cell>) -> Bool {
    if a == b { return true }
    for (index, field) in kinds.enumerated() {
      let (a, b) = (a[index], b[index])
      guard a.kind == b.kind, a.count == b.count else { return false }
      switch a.kind {
      case .text, .markup:
        if !a.bytes.elementsEqual(b.bytes) { return false }
      case .record:
        if let inside = field.inside, !inside.areEqual(a.inside, b.inside) { return false }
      case .list:
        if let inside = field.inside, !zip(a.elementCells, b.elementCells).allSatisfy(inside.areEqual) { return false }
      case .flag, .absent: break
      }
    }
    return true
  }

  fileprivate func hash(_ cells: UnsafePointer<Cell>, into hasher: inout Hasher) {
    for (index, field) in kinds.enumerated() {
      let cell = cells[index]
      hasher.combine(cell.kind)
      hasher.combine(cell.count)
      switch cell.kind {
      case .text, .markup: hasher.combine(bytes: UnsafeRawBufferPointer(cell.bytes))
      case .record: field.inside?.hash(cell.inside, into: &hasher)
      case .list:
        if let inside = field.inside { for element in cell.elementCells { inside.hash(element, into: &hasher) } }
      case .flag, .absent: break
      }
    }
  }
}
