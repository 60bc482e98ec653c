/// Values that fit a ``RecordShape``, in the order of its fields.
///
/// Only ``RecordShape`` makes one, so a record that exists is complete and every value has the right kind. Texts are copied into the record's own
/// memory when it is made; copies of a record share it.
public struct Record: Sendable {
  let storage: RecordStorage

  init(_ storage: RecordStorage) { self.storage = storage }

  /// The shape that the values were checked against.
  public var shape: RecordShape { storage.shape }
}

extension RecordShape {
  /// A record of this shape, written field by field: the fastest way from the structs of a program.
  ///
  /// ```swift
  /// let letter = try letterShape.record { letter in
  ///   letter.text("reader", reader.name)
  ///   letter.list("loans", reader.loans) { row, loan in
  ///     row.text("title", loan.title)
  ///     row.text("fine", loan.fine)
  ///   }
  /// }
  /// ```
  ///
  /// Every field must be given, in any order (the order of the fields is fastest); an optional one that has no value is given as nil or with
  /// ``RecordWriter/absent(_:)``, so that nothing is left out by oversight.
  ///
  /// - Throws: ``RecordError`` with every missing, unknown, repeated, wrong-kind or too large field, also of the records inside; or what the closure throws.
  public func record(writing write: (inout RecordWriter) throws(RecordError) -> Void) throws(RecordError) -> Record {
    var writer = RecordWriter(self, capacity: usualSize)
    try write(&writer)
    return try writer.finish()
  }

  /// A record of this shape from values by name, in any order (the order of the fields is fastest).
  ///
  /// Every field must be given; an optional one that has no value is given as ``Value/absent``, so that nothing is left out by oversight.
  ///
  /// - Throws: ``RecordError`` with every missing, unknown, repeated, wrong-kind or too large field.
  public func record(_ values: KeyValuePairs<String, Value>) throws(RecordError) -> Record {
    try record(values, limits: .standard)
  }

  /// The same for names and values that are put together at run time.
  public func record(pairs: [(name: String, value: Value)]) throws(RecordError) -> Record {
    try record(pairs.lazy.map { (key: $0.name, value: $0.value) }, limits: .standard)
  }

  func record(
    _ pairs: some Collection<(key: String, value: Value)>, limits: RecordLimits
  ) throws(RecordError) -> Record {
    var capacity = kinds.count * MemoryLayout<Cell>.stride
    for (_, value) in pairs { capacity += value.size }
    var writer = RecordWriter(self, capacity: capacity, limits: limits)
    for (name, value) in pairs { writer.value(name, value) }
    return try writer.finish()
  }
}

extension Value {
  /// How many bytes it takes beside its cell.
  fileprivate var size: Int {
    switch self {
    case .text(let text): text.utf8.count
    case .markup(let markup): markup.bytes.count
    case .list(let records): records.count * MemoryLayout<UnsafePointer<Cell>>.stride
    case .flag, .record, .absent: 0
    }
  }
}
