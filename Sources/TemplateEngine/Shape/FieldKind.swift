/// The ``Shape`` of a field without its indirections: what is asked of every value when a record is made.
struct FieldKind: Sendable {
  let kind: Cell.Kind
  let isOptional: Bool
  /// Of markup; without meaning for other kinds.
  let dialect: Dialect
  /// The fields inside, for a record or a list.
  let inside: RecordShape?

  init(_ shape: Shape) {
    isOptional = shape.isOptional
    inside = shape.fieldsInside
    switch shape.unwrapped {
    case .text: (kind, dialect) = (.text, .plain)
    case .markup(let markup): (kind, dialect) = (.markup, markup)
    case .flag: (kind, dialect) = (.flag, .plain)
    case .record: (kind, dialect) = (.record, .plain)
    case .list: (kind, dialect) = (.list, .plain)
    // `unwrapped` is never an optional.
    case .optional: (kind, dialect) = (.absent, .plain)
    }
  }

  /// Whether the value may stand in the field.
  func accepts(_ value: Value) -> Bool {
    switch value {
    case .text: kind == .text
    case .markup(let markup): kind == .markup && dialect == markup.dialect
    case .flag: kind == .flag
    case .record(let record): kind == .record && record.shape == inside
    case .list(let records): kind == .list && inside.map { FieldKind.areAll(records, $0) } == true
    case .absent: isOptional
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
