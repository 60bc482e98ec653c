/// What kind of value a field holds. Templates are checked against shapes once; values must fit them.
public indirect enum Shape: Sendable, Hashable {
  /// Text that is not trusted, such as what a person typed: always escaped where it is placed.
  case text
  /// Finished markup in one dialect, made by the program itself and never by the person whose data it prints.
  case markup(Dialect)
  /// Yes or no.
  case flag
  /// A group of named fields.
  case record(RecordShape)
  /// Any number of records of one shape, also none.
  case list(RecordShape)
  /// A value that may be absent: a template must say what is printed then.
  case optional(Shape)

  /// The shape without the outermost `optional`, however often it is nested: an optional of an optional is one optional.
  var unwrapped: Shape {
    var shape = self
    while case .optional(let inner) = shape { shape = inner }
    return shape
  }

  /// Whether a variable tag prints it.
  var isPrinted: Bool {
    switch unwrapped {
    case .text, .markup: true
    case .flag, .record, .list, .optional: false
    }
  }

  var isOptional: Bool {
    if case .optional = self { true } else { false }
  }

  /// The fields inside, for a record, a list of records, or an optional of them.
  var fieldsInside: RecordShape? {
    switch unwrapped {
    case .record(let record), .list(let record): record
    case .text, .markup, .flag, .optional: nil
    }
  }

  /// The kind in a sentence, such as `an optional text`.
  var words: String {
    let kind =
      switch unwrapped {
      case .text: "text"
      case .markup(let dialect): "\(dialect.words) markup"
      case .flag: "flag"
      case .record: "record"
      case .list: "list"
      case .optional: "value"
      }
    if isOptional { return "an optional \(kind)" }
    return kind.hasPrefix("HTML") ? "an \(kind)" : kind == "text" || kind.hasSuffix("markup") ? kind : "a \(kind)"
  }
}
