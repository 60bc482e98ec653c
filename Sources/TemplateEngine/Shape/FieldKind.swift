/// The ``Shape`` of a field without its indirections: what is asked of every value when a record is made.
struct FieldKind: Sendable {
  let name: String
  let kind: Cell.Kind
  let isOptional: Bool
  /// Of markup; without meaning for other kinds.
  let dialect: Dialect
  /// The fields inside, for a record or a list.
  let inside: RecordShape?

  init(_ field: RecordShape.Field) {
    name = field.name
    isOptional = field.shape.isOptional
    inside = field.shape.fieldsInside
    switch field.shape.unwrapped {
    case .text: (kind, dialect) = (.text, .plain)
    case .markup(let markup): (kind, dialect) = (.markup, markup)
    case .flag: (kind, dialect) = (.flag, .plain)
    case .record: (kind, dialect) = (.record, .plain)
    case .list: (kind, dialect) = (.list, .plain)
    // `unwrapped` is never an optional.
    case .optional: (kind, dialect) = (.absent, .plain)
    }
  }

  private init() {
    (name, kind, isOptional, dialect, inside) = ("", .absent, false, .plain, nil)
  }

  /// What stands behind the last field: no value fits it, so that a writer need not ask whether it has come to the end.
  static let end = FieldKind()

  @inline(__always)
  var isEnd: Bool { kind == .absent }

  /// Whether a value of a kind may stand here; of a record that was made before, or a list of them, the shape must fit as well.
  @inline(__always)
  func takes(_ kind: Cell.Kind, _ dialect: Dialect) -> Bool {
    kind == .absent ? isOptional : self.kind == kind && self.dialect == dialect
  }

  /// A guess at the bytes that the value of a field takes.
  var usualSize: Int {
    let cell = MemoryLayout<Cell>.stride
    let inside = inside?.usualSize ?? 0
    switch kind {
    case .text, .markup: return cell + 16
    case .flag, .absent: return cell
    case .record: return cell + inside
    case .list: return cell + 8 * (inside + MemoryLayout<UnsafePointer<Cell>>.stride)
    }
  }
}
