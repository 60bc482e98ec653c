/// Turns the instructions of the checker into a ``Program``, and verifies each against the shape once more.
///
/// The renderer follows pointers without asking what is behind them. That is sound when every step finds the kind of value that it is made for; the
/// checker has seen to it, and this is the one place that has to be right for it to be true, whatever the checker does.
struct ProgramBuilder {
  /// An instruction that does not fit the shape: a mistake in the checker, never in a template.
  struct Unsound: Error {
    var instruction: Int
  }

  private let code: [Instruction]
  private let literalBytes: Int
  private let paths: [UInt16]
  private let isTarget: [Bool]
  private var steps: [Program.Step] = []
  /// Literal bytes that the next step will carry.
  private var pending = 0..<0
  /// The step that each instruction became, and how many scopes were open before it.
  private var stepOf: [Int] = []
  private var depthAt: [Int] = []
  /// Steps that go to an instruction.
  private var jumps: [(step: Int, target: Int, depth: Int)] = []
  private var scopes: [RecordShape]
  /// How the open scopes end: with ``Instruction/next(body:)`` and its target, or with ``Instruction/leave``.
  private var bodies: [Int?] = []
  private var deepest = 1

  private init(_ code: [Instruction], literalBytes: Int, paths: [UInt16], _ shape: RecordShape) {
    self.code = code
    self.literalBytes = literalBytes
    self.paths = paths
    scopes = [shape]
    var isTarget = [Bool](repeating: false, count: code.count + 1)
    for instruction in code {
      if let target = instruction.target, target < isTarget.count { isTarget[target] = true }
    }
    self.isTarget = isTarget
  }

  /// - Throws: ``Unsound`` when an instruction does not fit the shape.
  static func program(
    _ code: [Instruction], literals: [UInt8], paths: [UInt16], shape: RecordShape
  ) throws(Unsound) -> Program {
    var builder = ProgramBuilder(code, literalBytes: literals.count, paths: paths, shape)
    for index in builder.code.indices { try builder.add(index) }
    try builder.finish()
    return Program(
      steps: builder.steps, literals: literals + [UInt8](repeating: 0, count: Cell.padding),
      depth: builder.deepest)
  }

  // MARK: Steps

  private mutating func add(_ index: Int) throws(Unsound) {
    if isTarget[index] { flush() }
    stepOf.append(steps.count)
    depthAt.append(scopes.count)
    switch code[index] {
    case .literal(let start, let end):
      guard start <= end, Int(end) <= literalBytes else { throw Unsound(instruction: index) }
      add(literal: Int(start)..<Int(end))
    case .text(let slot, let escape):
      try print(slot, escape, TextTraits.needed(for: escape), at: index) { if case .text = $0 { true } else { false } }
    case .markup(let slot):
      try print(slot, .plain, [], at: index) { if case .markup = $0 { true } else { false } }
    case .ifSet(let slot, let target):
      try jump(.ifSet, slot, to: target, whenGone: target, at: index) { if case .flag = $0 { true } else { false } }
    case .ifPresent(let slot, let target):
      try jump(.ifPresent, slot, to: target, whenGone: target, at: index) { _ in true }
    case .ifNothing(let slot, let target):
      try jump(.ifNothing, slot, to: target, whenGone: UInt32(index + 1), at: index) {
        switch $0 {
        case .flag, .list: true
        default: false
        }
      }
    case .ifAbsent(let slot, let target):
      try jump(.ifAbsent, slot, to: target, whenGone: UInt32(index + 1), at: index) { _ in true }
    case .enter(let slot, let target):
      let shape = try jump(.enter, slot, to: target, whenGone: target, at: index) {
        if case .record = $0 { true } else { false }
      }
      open(shape, body: nil)
    case .begin(let slot, let target):
      let shape = try jump(.begin, slot, to: target, whenGone: target, at: index) {
        if case .list = $0 { true } else { false }
      }
      open(shape, body: index + 1)
    case .leave:
      guard case .some(nil) = bodies.popLast() else { throw Unsound(instruction: index) }
      append(Program.Step(opcode: .leave))
      scopes.removeLast()
    case .next(let body):
      guard case .some(.some(Int(body))) = bodies.popLast() else { throw Unsound(instruction: index) }
      jumps.append((steps.count, Int(body), scopes.count))
      append(Program.Step(opcode: .next))
      scopes.removeLast()
    }
  }

  private mutating func finish() throws(Unsound) {
    if isTarget[code.count] { flush() }
    stepOf.append(steps.count)
    depthAt.append(scopes.count)
    guard scopes.count == 1 else { throw Unsound(instruction: code.count) }
    append(Program.Step(opcode: .end))
    for (step, target, depth) in jumps {
      guard target < stepOf.count, depthAt[target] == depth else { throw Unsound(instruction: target) }
      steps[step].operand = UInt32(truncatingIfNeeded: stepOf[target])
    }
  }

  private mutating func open(_ shape: RecordShape?, body: Int?) {
    scopes.append(shape ?? scopes[0])
    bodies.append(body)
    deepest = max(deepest, scopes.count)
  }

  private mutating func print(
    _ slot: Slot, _ escape: Escape, _ needed: TextTraits, at index: Int, fits: (Shape) -> Bool
  ) throws(Unsound) {
    let fields = path(slot)
    _ = try resolve(slot.level, fields, at: index, fits: fits)
    var step = Program.Step(opcode: .text, escape: escape, operand: UInt32(needed.rawValue))
    if fields.count == 2 {
      step.opcode = .textInside
      (step.level, step.field) = (slot.level, fields[0])
      step.operand |= UInt32(fields[1]) << 16
    } else {
      (step.level, step.field) = load(slot.level, fields, whenGone: index + 1)
    }
    append(step)
  }

  /// - Returns: the shape of the records in the value, for a scope.
  @discardableResult
  private mutating func jump(
    _ opcode: Program.Opcode, _ slot: Slot, to target: UInt32, whenGone: UInt32, at index: Int, fits: (Shape) -> Bool
  ) throws(Unsound) -> RecordShape? {
    let fields = path(slot)
    let inside = try resolve(slot.level, fields, at: index, fits: fits)
    let (level, field) = load(slot.level, fields, whenGone: Int(whenGone))
    jumps.append((steps.count, Int(target), scopes.count))
    append(Program.Step(opcode: opcode, level: level, field: field))
    return inside
  }

  // MARK: Slots

  private func path(_ slot: Slot) -> [UInt16] {
    let rest = Int(slot.restStart)..<Int(slot.restStart) + Int(slot.restCount)
    return [slot.field] + (rest.upperBound <= paths.count ? paths[rest] : [])
  }

  /// Emits what brings the record of the last field within reach.
  ///
  /// - Returns: the scope and the position of the last field.
  private mutating func load(
    _ level: UInt16, _ fields: [UInt16], whenGone target: Int
  ) -> (level: UInt16, field: UInt16) {
    var level = level
    for field in fields.dropLast() {
      jumps.append((steps.count, target, scopes.count))
      append(Program.Step(opcode: .load, level: level, field: field))
      level = UInt16(truncatingIfNeeded: scopes.count)
      deepest = max(deepest, scopes.count + 1)
    }
    return (level, fields[fields.count - 1])
  }

  /// Finds out whether the slot leads to a value of the right kind.
  ///
  /// - Returns: the shape of the records in the value.
  private func resolve(
    _ level: UInt16, _ fields: [UInt16], at index: Int, fits: (Shape) -> Bool
  ) throws(Unsound) -> RecordShape? {
    guard Int(level) < scopes.count, scopes.count < Int(UInt16.max) else { throw Unsound(instruction: index) }
    var container = scopes[Int(level)]
    for (position, field) in fields.enumerated() {
      guard Int(field) < container.kinds.count else { throw Unsound(instruction: index) }
      let shape = container.fields[Int(field)].shape.unwrapped
      if position == fields.count - 1 {
        guard fits(shape) else { throw Unsound(instruction: index) }
        return shape.fieldsInside
      }
      guard case .record(let inside) = shape else { throw Unsound(instruction: index) }
      container = inside
    }
    throw Unsound(instruction: index)
  }

  // MARK: Literals

  private mutating func add(literal: Range<Int>) {
    if pending.upperBound != literal.lowerBound || pending.isEmpty {
      flush()
      pending = literal
    } else {
      pending = pending.lowerBound..<literal.upperBound
    }
  }

  /// Appends a step with the literal bytes before it.
  private mutating func append(_ step: Program.Step) {
    if pending.count > Int(UInt16.max) { flush() }
    var step = step
    step.literalStart = UInt32(truncatingIfNeeded: pending.lowerBound)
    step.literalCount = UInt16(truncatingIfNeeded: pending.count)
    pending = pending.upperBound..<pending.upperBound
    steps.append(step)
  }

  private mutating func flush() {
    guard !pending.isEmpty else { return }
    steps.append(
      Program.Step(
        opcode: .literal, literalStart: UInt32(truncatingIfNeeded: pending.lowerBound),
        operand: UInt32(truncatingIfNeeded: pending.count)))
    pending = pending.upperBound..<pending.upperBound
  }
}
