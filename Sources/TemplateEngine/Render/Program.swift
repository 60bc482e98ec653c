/// The instructions of a checked template as the renderer runs them: 16 bytes a step, every name a position, every target a step.
struct Program: Sendable {
  enum Opcode: UInt8 {
    /// The end of the template.
    case end
    /// More literal bytes; `operand` is how many.
    case literal
    /// A text, or markup: copied when the value has the traits of `operand`, else escaped.
    case text
    /// The same for a field of a record in this scope: the upper half of `operand` is its position there.
    case textInside
    /// These five go on inside a section, or at `operand`; see ``Instruction``.
    case ifSet
    case ifPresent
    case ifNothing
    case ifAbsent
    case enter
    case leave
    case begin
    /// Goes back to `operand` with the next element.
    case next
    /// Makes a record of a dotted name the scope above the innermost one, for the next step; goes to `operand` when it is absent.
    case load
  }

  /// One step: first its literal bytes, then what its opcode says about the value in a field of a scope.
  struct Step: BitwiseCopyable, Sendable {
    var opcode: Opcode
    var escape = Escape.plain
    var level: UInt16 = 0
    var field: UInt16 = 0
    var literalCount: UInt16 = 0
    var literalStart: UInt32 = 0
    var operand: UInt32 = 0
  }

  /// The last step is ``Opcode/end``.
  let steps: [Step]
  /// With ``Cell/padding`` bytes behind the last one.
  let literals: [UInt8]
  /// How many scopes are open at the deepest place, counting the one of a dotted name.
  let depth: Int
}
