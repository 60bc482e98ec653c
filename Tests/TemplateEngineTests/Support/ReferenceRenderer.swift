@testable import TemplateEngine

/// Runs the checker's instructions over values one by one, as plainly as can be: what a ``Program`` must print too.
struct ReferenceRenderer {
  let code: [Instruction]
  let literals: [UInt8]
  let paths: [UInt16]

  func render(_ root: Record) -> [UInt8] {
    var output = OutputBuffer(capacity: 64)
    var scopes = [root.values]
    var lists: [(records: [Record], index: Int)] = []
    var index = 0
    while index < code.count {
      var target: UInt32?
      switch code[index] {
      case .literal(let start, let end): output.append(contentsOf: literals[Int(start)..<Int(end)])
      case .text(let slot, let escape):
        if case .text(let text) = value(slot, scopes) { TextSink.append(text, escape, to: &output) }
      case .markup(let slot):
        if case .markup(let markup) = value(slot, scopes) { output.append(contentsOf: markup.bytes) }
      case .ifSet(let slot, let otherwise): if value(slot, scopes) != .flag(true) { target = otherwise }
      case .ifPresent(let slot, let otherwise): if value(slot, scopes) == .absent { target = otherwise }
      case .ifNothing(let slot, let otherwise):
        if ![.flag(false), .list([]), .absent].contains(value(slot, scopes)) { target = otherwise }
      case .ifAbsent(let slot, let otherwise): if value(slot, scopes) != .absent { target = otherwise }
      case .enter(let slot, let otherwise):
        if case .record(let record) = value(slot, scopes) { scopes.append(record.values) } else { target = otherwise }
      case .leave: scopes.removeLast()
      case .begin(let slot, let otherwise):
        if case .list(let records) = value(slot, scopes), let first = records.first {
          scopes.append(first.values)
          lists.append((records, 0))
        } else {
          target = otherwise
        }
      case .next(let body):
        lists[lists.count - 1].index += 1
        let list = lists[lists.count - 1]
        if list.index < list.records.count {
          scopes[scopes.count - 1] = list.records[list.index].values
          target = body
        } else {
          lists.removeLast()
          scopes.removeLast()
        }
      }
      index = target.map(Int.init) ?? index + 1
    }
    return Array(output.bytes)
  }

  private func value(_ slot: Slot, _ scopes: [[Value]]) -> Value {
    let rest = paths[Int(slot.restStart)..<Int(slot.restStart) + Int(slot.restCount)]
    return rest.reduce(scopes[Int(slot.level)][Int(slot.field)]) { value, field in
      if case .record(let record) = value { record.values[Int(field)] } else { .absent }
    }
  }
}
