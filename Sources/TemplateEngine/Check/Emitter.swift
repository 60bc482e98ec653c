/// Writes the instructions of one template, with the literals and paths that they refer to.
struct Emitter {
  private(set) var code: [Instruction] = []
  private(set) var literals: [UInt8] = []
  private(set) var paths: [UInt16] = []
  /// The first instruction that a jump may lead to: a literal there is not joined to the one before.
  private var lastTarget = 0

  mutating func literal(_ bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty else { return }
    let start = UInt32(truncatingIfNeeded: literals.count)
    literals.append(contentsOf: bytes)
    let end = UInt32(truncatingIfNeeded: literals.count)
    if code.count > lastTarget, case .literal(let first, _) = code[code.count - 1] {
      code[code.count - 1] = .literal(start: first, end: end)
    } else {
      code.append(.literal(start: start, end: end))
    }
  }

  mutating func emit(_ instruction: Instruction) { code.append(instruction) }

  /// Emits an instruction whose target is not known yet.
  ///
  /// - Returns: what ``land(_:)`` needs to set the target.
  mutating func emitJump(_ instruction: Instruction) -> Int {
    code.append(instruction)
    lastTarget = code.count
    return code.count - 1
  }

  /// Makes the jump at `index` lead to the next instruction.
  mutating func land(_ index: Int) {
    code[index] = code[index].jumping(to: code.count)
    lastTarget = code.count
  }

  mutating func emitNext(after begin: Int) {
    code.append(.next(body: UInt32(truncatingIfNeeded: begin + 1)))
  }

  /// The slot of a path.
  mutating func slot(_ path: FieldPath) -> Slot {
    func narrow(_ number: Int) -> UInt16 { UInt16(truncatingIfNeeded: number) }
    var slot = Slot(level: narrow(path.level), field: narrow(path.fields.first ?? 0))
    let rest = path.fields.dropFirst()
    if !rest.isEmpty {
      slot.restStart = UInt32(truncatingIfNeeded: paths.count)
      slot.restCount = narrow(rest.count)
      paths.append(contentsOf: rest.map(narrow))
    }
    return slot
  }
}
