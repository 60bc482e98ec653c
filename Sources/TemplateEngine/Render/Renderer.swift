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

  /// The caller has compared the shape of `root`.
  ///
  /// - Parameter tags: how many steps may be run; a text that must be escaped counts once more for every 64 bytes.
  /// - Returns: whether it came to the end; if not, `output` is full or those were too many.
  static func run(_ program: Program, _ root: Record, tags: Int, into output: inout OutputBuffer) -> Bool {
    withUnsafeTemporaryAllocation(of: Scope.self, capacity: program.depth) { scopes in
      program.steps.withUnsafeBufferPointer { steps in
        program.literals.withUnsafeBufferPointer { literals in
          guard let steps = steps.baseAddress, let literals = literals.baseAddress, let scopes = scopes.baseAddress
          else { return false }
          return withExtendedLifetime(root) {
            run(steps, UnsafeRawPointer(literals), root.storage.cells, scopes, tags, into: &output)
          }
        }
      }
    }
  }

  private static func run(
    _ steps: UnsafePointer<Program.Step>, _ literals: UnsafeRawPointer, _ root: UnsafePointer<Cell>,
    _ scopes: UnsafeMutablePointer<Scope>, _ tags: Int, into output: inout OutputBuffer
  ) -> Bool {
    // Only the way back in a loop is counted and asked about: without one, a program is run once at most.
    var tags = tags
    var innermost = scopes
    innermost.initialize(
      to: Scope(
        cells: root, next: UnsafeRawPointer(root).assumingMemoryBound(to: UnsafePointer<Cell>.self), remaining: 0))
    var position = steps
    while true {
      let step = position
      if step.pointee.literalCount > 0 {
        output.append(padded: literals + Int(step.pointee.literalStart), count: Int(step.pointee.literalCount))
      }
      switch step.pointee.opcode {
      case .text: write(cell(step, scopes), step, &tags, into: &output)
      case .textInside:
        let record = cell(step, scopes)
        if record.pointee.kind == .record {
          write(record.pointee.inside + Int(step.pointee.operand >> 16), step, &tags, into: &output)
        }
      case .literal:
        output.append(padded: literals + Int(step.pointee.literalStart), count: Int(step.pointee.operand))
      case .next:
        if innermost.pointee.remaining > 0 {
          let body = steps + Int(step.pointee.operand)
          tags &-= step - body + 1
          if tags < 0 || output.isFull { return false }
          innermost.pointee.cells = innermost.pointee.next.pointee
          innermost.pointee.next += 1
          innermost.pointee.remaining -= 1
          position = body
          continue
        }
        innermost -= 1
      case .ifSet:
        if cell(step, scopes).pointee.count == 0 {
          position = steps + Int(step.pointee.operand)
          continue
        }
      case .ifNothing:
        if cell(step, scopes).pointee.count != 0 {
          position = steps + Int(step.pointee.operand)
          continue
        }
      case .ifPresent:
        if cell(step, scopes).pointee.kind == .absent {
          position = steps + Int(step.pointee.operand)
          continue
        }
      case .ifAbsent:
        if cell(step, scopes).pointee.kind != .absent {
          position = steps + Int(step.pointee.operand)
          continue
        }
      case .begin:
        let list = cell(step, scopes)
        if list.pointee.kind != .list || list.pointee.count == 0 {
          position = steps + Int(step.pointee.operand)
          continue
        }
        let elements = list.pointee.elements
        innermost += 1
        innermost.initialize(
          to: Scope(cells: elements.pointee, next: elements + 1, remaining: list.pointee.count - 1))
      case .enter, .load:
        let record = cell(step, scopes)
        if record.pointee.kind != .record {
          position = steps + Int(step.pointee.operand)
          continue
        }
        (innermost + 1).initialize(
          to: Scope(cells: record.pointee.inside, next: record.pointee.elements, remaining: 0))
        if step.pointee.opcode == .enter { innermost += 1 }
      case .leave: innermost -= 1
      case .end: return !output.isFull
      }
      position += 1
    }
  }

  /// The value that a step is about.
  @inline(__always)
  private static func cell(
    _ step: UnsafePointer<Program.Step>, _ scopes: UnsafeMutablePointer<Scope>
  ) -> UnsafePointer<Cell> {
    scopes[Int(step.pointee.level)].cells + Int(step.pointee.field)
  }

  /// Copies a text that its escaper would leave as it is; escapes any other.
  @inline(__always)
  private static func write(
    _ cell: UnsafePointer<Cell>, _ step: UnsafePointer<Program.Step>, _ tags: inout Int,
    into output: inout OutputBuffer
  ) {
    let needed = TextTraits(rawValue: UInt16(truncatingIfNeeded: step.pointee.operand))
    if cell.pointee.traits.isSuperset(of: needed) {
      output.append(padded: cell.pointee.pointer, count: Int(cell.pointee.count))
    } else {
      tags &-= Int(cell.pointee.count >> 6)
      escape(cell.pointee, step.pointee.escape, into: &output)
    }
  }

  @inline(never)
  private static func escape(_ cell: Cell, _ escape: Escape, into output: inout OutputBuffer) {
    if !output.isFull { TextSink.append(cell.bytes, escape, to: &output) }
  }
}
