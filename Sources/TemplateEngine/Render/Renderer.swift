/// Runs a ``Program`` over one record, without a look-up by name, a reference count or an allocation for any step.
///
/// It follows the pointers of cells without asking what kind of value is behind them. Three things make that sound: a record cannot exist unless it fits
/// its shape; ``ProgramBuilder`` has verified every step against the shape of the template; and a template renders only records of that shape.
enum Renderer {
  /// A record that is open, and the elements that follow it when it is one of a list.
  private struct Scope: BitwiseCopyable {
    var cells: UnsafePointer<Cell>
    var next: UnsafePointer<UnsafePointer<Cell>>
    var remaining: UInt32
  }

  /// The caller keeps `root` alive, and has compared its shape.
  static func run(_ program: Program, _ root: Record, into output: inout OutputBuffer) {
    withUnsafeTemporaryAllocation(of: Scope.self, capacity: program.depth) { scopes in
      program.steps.withUnsafeBufferPointer { steps in
        program.literals.withUnsafeBufferPointer { literals in
          guard let steps = steps.baseAddress, let literals = literals.baseAddress, let scopes = scopes.baseAddress
          else { return }
          withExtendedLifetime(root) {
            run(steps, UnsafeRawPointer(literals), root.storage.cells, scopes, into: &output)
          }
        }
      }
    }
  }

  private static func run(
    _ steps: UnsafePointer<Program.Step>, _ literals: UnsafeRawPointer, _ root: UnsafePointer<Cell>,
    _ scopes: UnsafeMutablePointer<Scope>, into output: inout OutputBuffer
  ) {
    var innermost = scopes
    innermost.initialize(
      to: Scope(
        cells: root, next: UnsafeRawPointer(root).assumingMemoryBound(to: UnsafePointer<Cell>.self), remaining: 0))
    var position = steps
    while true {
      let step = position.pointee
      if step.literalCount > 0 {
        output.append(padded: literals + Int(step.literalStart), count: Int(step.literalCount))
      }
      switch step.opcode {
      case .text:
        write(scopes[Int(step.level)].cells[Int(step.field)], step, into: &output)
      case .textInside:
        let cell = scopes[Int(step.level)].cells[Int(step.field)]
        if cell.kind == .record { write(cell.inside[Int(step.operand >> 16)], step, into: &output) }
      case .literal:
        output.append(padded: literals + Int(step.literalStart), count: Int(step.operand))
      case .next:
        if innermost.pointee.remaining > 0 {
          if output.isFull { return }
          innermost.pointee.cells = innermost.pointee.next.pointee
          innermost.pointee.next += 1
          innermost.pointee.remaining -= 1
          position = steps + Int(step.operand)
          continue
        }
        innermost -= 1
      case .ifSet:
        if scopes[Int(step.level)].cells[Int(step.field)].count == 0 {
          position = steps + Int(step.operand)
          continue
        }
      case .ifNothing:
        if scopes[Int(step.level)].cells[Int(step.field)].count != 0 {
          position = steps + Int(step.operand)
          continue
        }
      case .ifPresent:
        if scopes[Int(step.level)].cells[Int(step.field)].kind == .absent {
          position = steps + Int(step.operand)
          continue
        }
      case .ifAbsent:
        if scopes[Int(step.level)].cells[Int(step.field)].kind != .absent {
          position = steps + Int(step.operand)
          continue
        }
      case .begin:
        let cell = scopes[Int(step.level)].cells[Int(step.field)]
        if cell.kind != .list || cell.count == 0 {
          position = steps + Int(step.operand)
          continue
        }
        innermost += 1
        innermost.initialize(
          to: Scope(cells: cell.elements.pointee, next: cell.elements + 1, remaining: cell.count - 1))
      case .enter, .load:
        let cell = scopes[Int(step.level)].cells[Int(step.field)]
        if cell.kind != .record {
          position = steps + Int(step.operand)
          continue
        }
        (innermost + 1).initialize(to: Scope(cells: cell.inside, next: cell.elements, remaining: 0))
        if step.opcode == .enter { innermost += 1 }
      case .leave: innermost -= 1
      case .end: return
      }
      position += 1
    }
  }

  /// Copies a text that its escaper would leave as it is; escapes any other.
  @inline(__always)
  private static func write(_ cell: Cell, _ step: Program.Step, into output: inout OutputBuffer) {
    let needed = TextTraits(rawValue: UInt16(truncatingIfNeeded: step.operand))
    if cell.traits.isSuperset(of: needed) {
      output.append(padded: cell.pointer, count: Int(cell.count))
    } else {
      escape(cell, step.escape, into: &output)
    }
  }

  @inline(never)
  private static func escape(_ cell: Cell, _ escape: Escape, into output: inout OutputBuffer) {
    if !output.isFull { TextSink.append(cell.bytes, escape, to: &output) }
  }
}
