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
  /// - Parameters:
  ///   - flags: by number.
  ///   - hinted: the flags that the patient's own words hint at.
  func support(of flags: [Int], _ verdicts: Verdicts, hinted: Set<RuleID>) -> [FlagSupport?] {
    var found: [FlagSupport?] = Array(repeating: nil, count: verdicts.all.count)
    for number in flags {
      let flag = verdicts.all[number]
      let readsMetFlag = book.rulesBehind[flag.id]?.contains { id in
        verdicts[id].map { $0.value == .met && $0.urgency != nil && !$0.rule.isRoutineLine } ?? false
      }
      if flag.isOpen || hinted.contains(flag.id) || readsMetFlag == true {
        found[number] = .open
      } else {
        // The steps are the engine's own: a screening question answered "no" speaks for nothing.
        found[number] =
          verdicts.findings.table.somethingSpeaks(below: flag.found.row) || !flag.amplifiers.isEmpty
          ? .some : FlagSupport.none
      }
    }
    return found
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

extension FindingTable {
  /// Whether one of the row's own conditions speaks for it.
  fileprivate func somethingSpeaks(below row: Int32) -> Bool {
    guard row >= 0 else { return false }
    var speaks = false
    forEachPart(of: Int(row)) { part in
      if case .condition = rows[part].subject, !speaks { speaks = self.speaks(part) }
    }
    return speaks
  }

  /// A leaf that is met on something recorded, outside of what is negated or already settled as "no"; who somebody is speaks for nothing.
  private func speaks(_ row: Int) -> Bool {
    guard rows[row].truth != .notMet else { return false }
    if case .condition(.not) = rows[row].subject { return false }
    guard rows[row].firstChild >= 0 else {
      return rows[row].truth == .met && made(rows[row].evidence).contains { $0.source != .person }
    }
    var isSpoken = false
    forEachPart(of: row) { if !isSpoken { isSpoken = speaks($0) } }
    return isSpoken
  }
}
