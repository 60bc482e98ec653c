internal import Diagnostics

/// Values that fit a ``RecordShape``, in the order of its fields.
///
/// Only ``RecordShape/record(_:)`` makes one, so a record that exists is complete and every value has the right kind. Texts are copied into one block of
/// memory when the record is made; copies of a record share it.
public struct Record: Sendable {
  let storage: RecordStorage

  fileprivate init(
    _ shape: RecordShape, _ pairs: some Collection<(key: String, value: Value)>, _ layout: RecordLayout
  ) {
    storage = RecordStorage(shape, pairs, layout)
  }

  /// The shape that the values were checked against.
  public var shape: RecordShape { storage.shape }
}

extension RecordShape {
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
    var layout = RecordLayout()
    guard isInOrder(pairs, limits, &layout) else { return try recordInAnyOrder(pairs, limits: limits) }
    return Record(self, pairs, layout)
  }

  private func isInOrder(
    _ pairs: some Collection<(key: String, value: Value)>, _ limits: RecordLimits, _ layout: inout RecordLayout
  ) -> Bool {
    guard pairs.count == kinds.count, pairs.count <= limits.fields, depth <= limits.depth else { return false }
    return names.withUnsafeBufferPointer { names in
      kinds.withUnsafeBufferPointer { kinds in
        var index = 0
        for (name, value) in pairs {
          guard names[index] == name, layout.add(value, to: kinds[index], limits: limits) else { return false }
          index += 1
        }
        return true
      }
    }
  }

  private func recordInAnyOrder(
    _ pairs: some Sequence<(key: String, value: Value)>, limits: RecordLimits
  ) throws(RecordError) -> Record {
    var faults: [RecordError.Fault] = []
    var layout = RecordLayout()
    var slots = [Value?](repeating: nil, count: fields.count)
    for (name, value) in pairs {
      guard let index = index(of: name) else {
        faults.append(.unknown(name: name, nearest: NearestNames.to(name, among: names)))
        continue
      }
      if slots[index] != nil {
        faults.append(.repeated(name: name))
      } else if !layout.add(value, to: kinds[index], limits: limits) {
        faults.append(fault(of: value, at: index, limits))
      }
      slots[index] = value
    }
    for (name, value) in zip(names, slots) where value == nil { faults.append(.missing(name: name)) }
    if fields.count > limits.fields { faults.append(.tooManyFields(limit: limits.fields)) }
    if depth > limits.depth { faults.append(.tooDeep(limit: limits.depth)) }
    guard faults.isEmpty else { throw RecordError(record: name, faults: faults) }
    return Record(self, slots.compactMap { $0.map { (key: "", value: $0) } }, layout)
  }

  private func fault(of value: Value, at index: Int, _ limits: RecordLimits) -> RecordError.Fault {
    let field = fields[index]
    return value.count > limits.count
      ? .tooLong(name: field.name, limit: limits.count)
      : .wrongKind(name: field.name, expected: field.shape.words, found: value.words)
  }
}
