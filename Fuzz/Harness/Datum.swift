import TemplateEngine

/// A value that both modes of the engine can render: checked against a shape, and without one.
indirect enum Datum: Sendable {
  case text(String)
  case markup(String, Dialect)
  case flag(Bool)
  case record(RecordShape, [(name: String, datum: Datum)])
  case list(RecordShape, [Datum])
  case absent

  /// The value for a checked template.
  func typed() throws(RecordError) -> Value {
    switch self {
    case .text(let text): return .text(text)
    case .markup(let text, let dialect): return .markup(Markup(text, dialect))
    case .flag(let flag): return .flag(flag)
    case .record: return .record(try record())
    case .list(_, let elements):
      var records: [Record] = []
      for element in elements { records.append(try element.record()) }
      return .list(records)
    case .absent: return .absent
    }
  }

  /// The record; an empty one for what is none.
  func record() throws(RecordError) -> Record {
    guard case .record(let shape, let fields) = self else { return try RecordShape("empty", []).record([:]) }
    var pairs: [(name: String, value: Value)] = []
    for (name, datum) in fields { pairs.append((name, try datum.typed())) }
    return try shape.record(pairs: pairs)
  }

  /// The same value without a shape; an element of a list of texts is the text.
  var untyped: UntypedValue {
    switch self {
    case .text(let text), .markup(let text, _): return .string(text)
    case .flag(let flag): return .bool(flag)
    case .record(_, let fields):
      if fields.count == 1, fields[0].name == "." { return fields[0].datum.untyped }
      return .object(UntypedObject(fields.map { .init($0.name, $0.datum.untyped) }))
    case .list(_, let elements): return .list(elements.map(\.untyped))
    case .absent: return .null
    }
  }

  /// The field of that name, for a list that of every element; nothing when there is none.
  subscript(name: String) -> Datum {
    switch self {
    case .record(_, let fields): fields.first { $0.name == name }?.datum ?? .absent
    case .list(let shape, let elements): .list(shape, elements.map { $0[name] })
    default: .absent
    }
  }

  /// The text, or those of a list.
  var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .list(_, let elements): elements.flatMap(\.texts)
    default: []
    }
  }
}
