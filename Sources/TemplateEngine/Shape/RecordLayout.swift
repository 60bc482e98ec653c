/// How many bytes each part of a record's memory needs, added up value by value while the values are compared with the shape.
struct RecordLayout {
  private(set) var cells = 0
  private(set) var lists = 0
  private(set) var texts = 0
  private(set) var children = 0

  var size: Int { cells + lists + texts + Cell.padding }

  /// Adds a value.
  ///
  /// - Returns: false when the value may not stand in a field of that kind, or is too large; what was added then means nothing.
  @inline(__always)
  mutating func add(_ value: borrowing Value, to field: FieldKind, limits: RecordLimits) -> Bool {
    cells += MemoryLayout<Cell>.stride
    switch value {
    case .text(let text):
      let count = text.utf8.count
      texts += count
      return field.kind == .text && count <= limits.count
    case .markup(let markup):
      let count = markup.bytes.count
      texts += count
      return field.kind == .markup && field.dialect == markup.dialect && count <= limits.count
    case .flag:
      return field.kind == .flag
    case .record(let record):
      children += 1
      return field.kind == .record && record.shape == field.inside
    case .list(let records):
      lists += records.count * MemoryLayout<UnsafePointer<Cell>>.stride
      children += 1
      guard field.kind == .list, let shape = field.inside else { return false }
      return records.count <= limits.count && RecordLayout.areAll(records, shape)
    case .absent:
      return field.isOptional
    }
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
