package import RuleEngine

/// Which values a condition can take at all, from its definition; a leaf is not asked to be seen with any other.
package struct PossibleOutcomes {
  private let rules: [RuleID: Rule]

  package init(_ book: RuleBook) {
    rules = Dictionary(book.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The values that a leaf never has, with the reason.
  package func never(_ leaf: Condition) -> [(value: Truth, reason: String)] {
    switch leaf {
    case .recorded: [(.notMet, "recorded or not: an absence is no “no”")]
    case .fresh: [(.notRecorded, "a result in time is on file or not")]
    case .notOnFile: [(.notRecorded, "a value is on file or not")]
    case .entries(let query, _, let otherwise): never(query, otherwise)
    case .rule(_, .isNotFalse): [(.notRecorded, "“not false” holds for a rule without a value")]
    case .rule(let id, let test):
      Truth.allCases.filter { !outcomes(of: id, seen: []).contains($0) && !(test == .metOrOpen && $0 == .met) }
        .map { ($0, "\(id) never has this value") }
    case .freeText: [(.met, "words of a text are never a value (P14)")]
    case .log(.sparse): [(.notRecorded, "an empty log is sparse (A26)")]
    case .atAnySite(_, let part): never(part)
    case .compare(.recordedPoints, _, _): [(.notRecorded, "points recorded so far are always a number")]
    default: []
    }
  }

  private func never(_ query: EntryQuery, _ otherwise: Truth) -> [(value: Truth, reason: String)] {
    let canBeOpen = query.condition.map(canBeOpen) ?? false
    return Truth.allCases.compactMap { value in
      if value == .met || value == otherwise || (value == .notRecorded && canBeOpen) { return nil }
      return (
        value,
        value == .notRecorded ? "no blank of an entry leaves the query open" : "too few entries are “not recorded”"
      )
    }
  }

  private func canBeOpen(_ condition: EntryCondition) -> Bool {
    switch condition {
    case .all(let parts), .any(let parts): parts.contains(where: canBeOpen)
    case .site, .theSite, .side, .code: true
    case .kind, .sign, .number, .firstAtSite: false
    }
  }

  /// The values that a rule can have; a rule that leads back to itself counts as open to all.
  private func outcomes(of id: RuleID, seen: Set<RuleID>) -> Set<Truth> {
    guard let rule = rules[id], !seen.contains(id) else { return Set(Truth.allCases) }
    guard case .criterion(let condition) = rule.logic else { return Set(Truth.allCases) }
    return outcomes(condition, seen.union([id]))
  }

  private func outcomes(_ condition: Condition, _ seen: Set<RuleID>) -> Set<Truth> {
    switch condition {
    case .all(let parts): return junction(parts, seen, every: .met, one: .notMet)
    case .any(let parts): return junction(parts, seen, every: .notMet, one: .met)
    case .not(let part): return Set(outcomes(part, seen).map { !$0 })
    case .named(_, let part), .context(let part): return outcomes(part, seen)
    case .ifRecorded(let part): return Set(outcomes(part, seen).map { $0 == .met ? .met : .notMet })
    case .rule(let id, .value): return outcomes(of: id, seen: seen)
    case .merge(let first, let second, _): return outcomes(first, seen).union(outcomes(second, seen))
    case .atLeast, .firstRecorded, .decided: return Set(Truth.allCases)
    default: return Set(Truth.allCases).subtracting(never(condition).map(\.value))
    }
  }

  private func junction(_ parts: [Condition], _ seen: Set<RuleID>, every: Truth, one: Truth) -> Set<Truth> {
    let found = parts.map { outcomes($0, seen) }
    var result: Set<Truth> = []
    if found.allSatisfy({ $0.contains(every) }) { result.insert(every) }
    if found.contains(where: { $0.contains(one) }) { result.insert(one) }
    if found.contains(where: { $0.contains(.notRecorded) }) { result.insert(.notRecorded) }
    return result
  }
}
