internal import Diagnostics

/// Values that fit a ``RecordShape``, in the order of its fields.
///
/// Only ``RecordShape/record(_:)`` makes one, so a record that exists is complete and every value has the right kind.
public struct Record: Sendable, Hashable {
  /// The shape that the values were checked against.
  public let shape: RecordShape
  let values: [Value]

  fileprivate init(shape: RecordShape, values: [Value]) {
    self.shape = shape
    self.values = values
  }

  /// The value of a field; nil when the shape has no such field.
  public subscript(name: String) -> Value? { shape.index(of: name).map { values[$0] } }
}

extension RecordShape {
  /// A record of this shape from values by name, in any order (the order of the fields is fastest).
  ///
  /// Every field must be given; an optional one that has no value is given as ``Value/absent``, so that nothing is left out by oversight.
  ///
  /// - Throws: ``RecordError`` with every missing, unknown, repeated or wrong-kind field.
  public func record(_ values: KeyValuePairs<String, Value>) throws(RecordError) -> Record {
    try record(from: values)
  }

  /// The same for names and values that are put together at run time.
  public func record(pairs: [(name: String, value: Value)]) throws(RecordError) -> Record {
    try record(from: pairs.lazy.map { (key: $0.name, value: $0.value) })
  }

  private func record(from pairs: some Sequence<(key: String, value: Value)>) throws(RecordError) -> Record {
    let fields = self.fields
    var values: [Value] = []
    values.reserveCapacity(fields.count)
    for (name, value) in pairs {
      let next = values.count
      guard next < fields.count, fields[next].name == name, value.fits(fields[next].shape) else {
        return try recordInAnyOrder(pairs)
      }
      values.append(value)
    }
    guard values.count == fields.count else { return try recordInAnyOrder(pairs) }
    return Record(shape: self, values: values)
  }

  private func recordInAnyOrder(_ pairs: some Sequence<(key: String, value: Value)>) throws(RecordError) -> Record {
    var faults: [RecordError.Fault] = []
    var slots = [Value?](repeating: nil, count: fields.count)
    for (name, value) in pairs {
      guard let index = index(of: name) else {
        faults.append(.unknown(name: name, nearest: NearestNames.to(name, among: fields.map(\.name))))
        continue
      }
      if slots[index] != nil {
        faults.append(.repeated(name: name))
      } else if !value.fits(fields[index].shape) {
        faults.append(.wrongKind(name: name, expected: fields[index].shape.words, found: value.words))
      }
      slots[index] = value
    }
    for (field, value) in zip(fields, slots) where value == nil { faults.append(.missing(name: field.name)) }
    guard faults.isEmpty else { throw RecordError(record: name, faults: faults) }
    return Record(shape: self, values: slots.compactMap { $0 })
  }
}
