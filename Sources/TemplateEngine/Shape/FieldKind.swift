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
}
