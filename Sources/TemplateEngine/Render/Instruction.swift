/// Where a value is: the scope (counted from the root record), the field in it, and further fields for a dotted name.
struct Slot: Sendable, Hashable {
  var level: UInt16
  var field: UInt16
  /// The rest of a dotted name: a stretch of ``CheckedTemplate`` `paths`.
  var restStart: UInt32 = 0
  var restCount: UInt16 = 0
}

/// What the checker emits for a tag, before it becomes a step of a ``Program``. Targets are indices of instructions.
enum Instruction: Sendable {
  /// Bytes of the template: a stretch of ``CheckedTemplate`` `literals`.
  case literal(start: UInt32, end: UInt32)
  /// A text, escaped; nothing when it is absent.
  case text(Slot, Escape)
  /// Markup as it is; nothing when it is absent.
  case markup(Slot)
  /// Goes on inside when the flag is set.
  case ifSet(Slot, otherwise: UInt32)
  /// Goes on inside when the value is there.
  case ifPresent(Slot, otherwise: UInt32)
  /// Goes on inside when the flag is not set, or the list is empty.
  case ifNothing(Slot, otherwise: UInt32)
  /// Goes on inside when the value is absent; whatever is there, also an unset flag, is skipped.
  case ifAbsent(Slot, otherwise: UInt32)
  /// Makes a record the innermost scope; skips the section when it is absent.
  case enter(Slot, otherwise: UInt32)
  case leave
  /// Makes the first record of a list the innermost scope; skips the section when there is none.
  case begin(Slot, otherwise: UInt32)
  /// Makes the next record the innermost scope, or leaves the section.
  case next(body: UInt32)

  /// Where the instruction may go instead of to the next one.
  var target: Int? {
    switch self {
    case .ifSet(_, let target), .ifPresent(_, let target), .ifNothing(_, let target), .ifAbsent(_, let target),
      .enter(_, let target), .begin(_, let target), .next(let target):
      Int(target)
    case .literal, .text, .markup, .leave: nil
    }
  }

  /// The same instruction with the target of its jump.
  func jumping(to target: Int) -> Instruction {
    let target = UInt32(truncatingIfNeeded: target)
    switch self {
    case .ifSet(let slot, _): return .ifSet(slot, otherwise: target)
    case .ifPresent(let slot, _): return .ifPresent(slot, otherwise: target)
    case .ifNothing(let slot, _): return .ifNothing(slot, otherwise: target)
    case .ifAbsent(let slot, _): return .ifAbsent(slot, otherwise: target)
    case .enter(let slot, _): return .enter(slot, otherwise: target)
    case .begin(let slot, _): return .begin(slot, otherwise: target)
    case .literal, .text, .markup, .leave, .next: return self
    }
  }
}
