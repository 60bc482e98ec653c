/// The fields of a record, by name and in order: what a template may refer to and what a ``Record`` must hold.
///
/// Shapes are immutable and cheap to copy; keep one per kind of record (`static let`), so that a value is recognised by identity.
public struct RecordShape: Sendable {
  /// One named field.
  public struct Field: Sendable, Hashable {
    /// The name that templates write.
    public let name: String
    /// What kind of value it holds.
    public let shape: Shape
    /// What the value means, in one sentence, for the list of fields that is shown to the authors of templates.
    public let summary: String
    /// The unit that the text is in, such as `µg/L` or `years`; nil for a value without one.
    public let unit: String?
    /// A value as it could be printed, for the list of fields; nil where an example would say nothing.
    public let example: String?

    /// A field; an optional of an optional is taken as one optional.
    public init(_ name: String, _ shape: Shape, _ summary: String = "", unit: String? = nil, example: String? = nil) {
      self.name = name
      self.shape = shape.isOptional ? .optional(shape.unwrapped) : shape
      self.summary = summary
      self.unit = unit
      self.example = example
    }
  }

  private final class Storage: @unchecked Sendable {
    let name: String
    let fields: [Field]
    /// The same fields as a record is made from: what is compared for every value stands close together.
    let names: [String]
    let kinds: [FieldKind]
    /// The same kinds at an address that stays, with ``FieldKind/end`` behind them.
    let expected: UnsafeMutablePointer<FieldKind>
    /// Bytes that a writer reserves for a record: a guess, because nothing says how long texts and lists are.
    let usualSize: Int
    let indexByName: [String: Int]
    let depth: Int
    /// Names that were given twice.
    let repeated: [String]

    init(name: String, fields: [Field]) {
      var unique: [Field] = []
      var indexByName: [String: Int] = [:]
      var repeated: [String] = []
      for field in fields {
        guard indexByName[field.name] == nil else {
          repeated.append(field.name)
          continue
        }
        indexByName[field.name] = unique.count
        unique.append(field)
      }
      self.name = name
      self.fields = unique
      self.indexByName = indexByName
      self.repeated = repeated
      names = unique.map(\.name)
      let kinds = unique.map { FieldKind($0) }
      self.kinds = kinds
      depth = 1 + (kinds.compactMap { $0.inside?.depth }.max() ?? 0)
      usualSize = min(kinds.reduce(0) { $0 + $1.usualSize }, 1 << 14)
      expected = UnsafeMutablePointer<FieldKind>.allocate(capacity: kinds.count + 1)
      for (index, kind) in (kinds + [.end]).enumerated() { (expected + index).initialize(to: kind) }
    }

    deinit {
      expected.deinitialize(count: kinds.count + 1)
      expected.deallocate()
    }
  }

  private let storage: Storage

  /// A shape with these fields, whose names must differ: of two with one name the first keeps it, and no template checks against the shape.
  ///
  /// - Parameters:
  ///   - name: what a diagnostic calls the record, such as `laboratory result`.
  ///   - fields: what it holds, in the order in which values are given fastest.
  public init(_ name: String, _ fields: [Field]) {
    storage = Storage(name: name, fields: fields)
  }

  /// The shape of the elements of a list of plain texts: a template prints each with the implicit iterator `{{.}}`.
  public static func texts(_ name: String, _ summary: String = "") -> RecordShape {
    RecordShape(name, [Field(".", .text, summary)])
  }

  /// What a diagnostic calls the record.
  public var name: String { storage.name }

  /// The fields, in the order of a record's values.
  public var fields: [Field] { storage.fields }

  var names: [String] { storage.names }

  var kinds: [FieldKind] { storage.kinds }

  @inline(__always)
  var expected: UnsafePointer<FieldKind> { UnsafePointer(storage.expected) }

  var usualSize: Int { storage.usualSize }

  /// How many records stand inside each other; 1 when none of the fields holds a record.
  var depth: Int { storage.depth }

  /// Whether it is the very same shape; equal shapes may have been made twice.
  @inline(__always)
  func isIdentical(to other: RecordShape) -> Bool { storage === other.storage }

  /// The names that were given to more than one field.
  var repeatedNames: [String] { storage.repeated }

  /// The position of a field in ``fields``; nil when there is none of that name.
  public func index(of name: String) -> Int? { storage.indexByName[name] }
}

extension RecordShape: Hashable {
  public static func == (a: RecordShape, b: RecordShape) -> Bool {
    a.storage === b.storage || (a.name == b.name && a.fields == b.fields)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    for field in fields { hasher.combine(field.name) }
  }
}
