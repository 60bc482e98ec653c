import ClinicalRecord

/// How much of what was recorded speaks for a flag that has no value yet; what is lower is asked first.
enum FlagSupport: Int, Comparable {
  /// The flag is open, reads another flag that is met, or the patient's words hint at it.
  case open
  /// A part of it, a circumstance that it reads or an amplifier is recorded.
  case some
  case none

  static func < (a: FlagSupport, b: FlagSupport) -> Bool { a.rawValue < b.rawValue }
}

extension Inquiry {
  func support(of flags: [Verdict], _ verdicts: Verdicts, _ base: Evaluator) -> [RuleID: FlagSupport] {
    let hinted = hintedRules(verdicts, base)
    var found: [RuleID: FlagSupport] = [:]
    for flag in flags {
      let readsMetFlag = book.rulesBehind[flag.id]?.contains { id in
        verdicts[id].map { $0.value == .met && $0.urgency != nil && !$0.rule.isRoutineLine } ?? false
      }
      if flag.isOpen || hinted.contains(flag.id) || readsMetFlag == true {
        found[flag.id] = .open
      } else {
        // The steps are the engine's own: a screening question answered "no" speaks for nothing.
        let parts = flag.explanation.children.filter { if case .condition = $0.subject { true } else { false } }
        found[flag.id] = parts.contains(where: speaks) || !flag.amplifiers.isEmpty ? .some : FlagSupport.none
      }
    }
    return found
  }

  /// A leaf that is met on something recorded, outside of what is negated or already settled as "no"; who somebody is speaks for nothing.
  private func speaks(_ node: Explanation) -> Bool {
    guard node.truth != .notMet else { return false }
    if case .condition(.not) = node.subject { return false }
    if node.children.isEmpty { return node.truth == .met && node.evidence.contains { $0.source != .person } }
    return node.children.contains(where: speaks)
  }

  /// The flags that the patient's own words hint at (basis P14: a hint decides nothing, but somebody should ask).
  func hintedRules(_ verdicts: Verdicts, _ base: Evaluator) -> Set<RuleID> {
    var evaluator = base
    var found: Set<RuleID> = []
    for verdict in verdicts.all where verdict.isOpen {
      guard case .criterion(.freeText(let hints)) = verdict.rule.logic else { continue }
      for hint in hints where !evaluator.quotes([hint]).isEmpty { found.insert(hint.rule) }
    }
    return found
  }
}
