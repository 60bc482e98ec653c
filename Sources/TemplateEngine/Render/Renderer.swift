/// Runs the instructions of one template over one record.
///
/// The record fits the shape (it could not have been made otherwise) and the checker has resolved every slot against that shape, so that an
/// instruction always finds the kind of value it expects. Were it not so, it would print nothing.
struct Renderer {
  private let template: CheckedTemplate
  private var scopes: [[Value]] = []
  private var lists: [(records: [Record], index: Int)] = []

  init(template: CheckedTemplate, root: Record) {
    self.template = template
    scopes.reserveCapacity(16)
    lists.reserveCapacity(8)
    scopes.append(root.values)
  }

  mutating func run(into output: inout OutputBuffer) {
    template.literals.withUnsafeBufferPointer { literals in
      template.code.withUnsafeBufferPointer { code in run(code, literals, into: &output) }
    }
  }

  private mutating func run(
    _ code: UnsafeBufferPointer<Instruction>, _ literals: UnsafeBufferPointer<UInt8>, into output: inout OutputBuffer
  ) {
    var index = 0
    while index < code.count {
      switch code[index] {
      case .literal(let start, let end):
        output.append(contentsOf: UnsafeBufferPointer(rebasing: literals[Int(start)..<Int(end)]))
      case .text(let slot, let escape):
        if case .text(let text) = value(slot) { TextSink.append(text, escape, to: &output) }
      case .markup(let slot):
        if case .markup(let markup) = value(slot) { output.append(contentsOf: markup.bytes) }
      case .ifSet(let slot, let otherwise):
        guard case .flag(true) = value(slot) else {
          index = Int(otherwise)
          continue
        }
      case .ifPresent(let slot, let otherwise):
        if case .absent = value(slot) {
          index = Int(otherwise)
          continue
        }
      case .ifNothing(let slot, let otherwise):
        guard isNothing(value(slot)) else {
          index = Int(otherwise)
          continue
        }
      case .ifAbsent(let slot, let otherwise):
        guard case .absent = value(slot) else {
          index = Int(otherwise)
          continue
        }
      case .enter(let slot, let otherwise):
        guard case .record(let record) = value(slot) else {
          index = Int(otherwise)
          continue
        }
        scopes.append(record.values)
      case .leave: scopes.removeLast()
      case .begin(let slot, let otherwise):
        guard case .list(let records) = value(slot), !records.isEmpty else {
          index = Int(otherwise)
          continue
        }
        scopes.append(records[0].values)
        lists.append((records, 0))
      case .next(let body):
        let last = lists.count - 1
        lists[last].index += 1
        if lists[last].index < lists[last].records.count {
          scopes[scopes.count - 1] = lists[last].records[lists[last].index].values
          index = Int(body)
          continue
        }
        lists.removeLast()
        scopes.removeLast()
      }
      index += 1
    }
  }

  @inline(__always)
  private func value(_ slot: Slot) -> Value {
    guard slot.restCount > 0 else { return scopes[Int(slot.level)][Int(slot.field)] }
    return pathValue(slot)
  }

  private func pathValue(_ slot: Slot) -> Value {
    var value = scopes[Int(slot.level)][Int(slot.field)]
    let start = Int(slot.restStart)
    for field in template.paths[start..<start + Int(slot.restCount)] {
      guard case .record(let record) = value else { return .absent }
      value = record.values[Int(field)]
    }
    return value
  }

  private func isNothing(_ value: Value) -> Bool {
    switch value {
    case .flag(let flag): !flag
    case .list(let records): records.isEmpty
    case .absent: true
    case .text, .markup, .record: false
    }
  }
}
