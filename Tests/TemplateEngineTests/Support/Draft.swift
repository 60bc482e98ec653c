import SeededNumbers

@testable import TemplateEngine

/// The values of a record before it is made: the same ones can be given in every way that there is.
struct Draft {
  indirect enum Content {
    /// Anything but what is written in place.
    case value(Value)
    case record(Draft)
    case list([Draft])
  }

  var shape: RecordShape
  var fields: [(name: String, content: Content)]

  /// Random values for a shape, in a random order now and then.
  init(_ shape: RecordShape, _ numbers: inout SplitMix64) {
    self.shape = shape
    fields = []
    for field in shape.fields { fields.append((field.name, Draft.content(field.shape, &numbers))) }
    if numbers.chance(20) { fields.shuffle(using: &numbers) }
  }

  private static func content(_ shape: Shape, _ numbers: inout SplitMix64) -> Content {
    switch shape {
    case .text: return .value(.text(numbers.text()))
    case .markup(let dialect): return .value(.markup(Markup(numbers.text(), dialect)))
    case .flag: return .value(.flag(numbers.chance(50)))
    case .record(let inside): return .record(Draft(inside, &numbers))
    case .list(let inside):
      let count = numbers.chance(5) ? 200 : Int.random(in: 0...4, using: &numbers)
      return .list((0..<count).map { _ in Draft(inside, &numbers) })
    case .optional(let shape): return numbers.chance(40) ? .value(.absent) : content(shape, &numbers)
    }
  }

  /// Made from values, each record inside on its own.
  func made() throws(RecordError) -> Record {
    var pairs: [(name: String, value: Value)] = []
    for (name, content) in fields {
      switch content {
      case .value(let value): pairs.append((name, value))
      case .record(let draft): pairs.append((name, .record(try draft.made())))
      case .list(let drafts):
        var records: [Record] = []
        for draft in drafts { records.append(try draft.made()) }
        pairs.append((name, .list(records)))
      }
    }
    return try shape.record(pairs: pairs)
  }

  /// Written in place.
  func written() throws(RecordError) -> Record { try shape.record { write(to: &$0) } }

  func write(to record: inout RecordWriter) {
    for (name, content) in fields {
      switch content {
      case .value(let value): record.value(name, value)
      case .record(let draft): record.record(name) { draft.write(to: &$0) }
      case .list(let drafts): record.list(name, drafts) { $1.write(to: &$0) }
      }
    }
  }
}
