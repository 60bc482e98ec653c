import ClinicalRecord

/// Which log entries support met rules of more than one area, so that nobody counts them twice (an entry has one kind, so cramp and urge never share one: basis P9).
package struct EntryOverlap: Sendable {
  /// Entries of one rule that also support rules of another area.
  package struct Shared: Sendable, Hashable {
    package let entries: Int
    package let rules: [RuleID]
  }

  private var areas: [RuleID: Int] = [:]
  /// The rules that a rule reads, through others too: what such a pair shares is one finding, not two.
  private let behind: [RuleID: Set<RuleID>]
  private var supported: [(rule: RuleID, entries: EntrySet)] = []

  package init(_ verdicts: Verdicts, book: RuleBook) {
    behind = book.rulesBehind
    for (number, area) in book.areas.enumerated() where area.describesPatterns {
      for rule in area.rules {
        guard let verdict = verdicts[rule.id], verdict.value == .met, verdict.suppressedBy == nil else { continue }
        let entries = verdict.entries
        guard !entries.isEmpty else { continue }
        areas[rule.id] = number
        supported.append((rule.id, entries))
      }
    }
  }

  /// For a met rule, by other area in book order; empty where its entries support nothing else.
  package func of(_ rule: RuleID) -> [Shared] {
    guard let area = areas[rule], let own = supported.first(where: { $0.rule == rule })?.entries else { return [] }
    var found: [(area: Int, entries: EntrySet, rules: [RuleID])] = []
    for other in supported {
      let shared = own.intersection(other.entries)
      guard let number = areas[other.rule], number != area, !shared.isEmpty,
        behind[rule]?.contains(other.rule) != true, behind[other.rule]?.contains(rule) != true
      else { continue }
      if let last = found.indices.last, found[last].area == number {
        found[last].entries = found[last].entries.union(shared)
        found[last].rules.append(other.rule)
      } else {
        found.append((number, shared, [other.rule]))
      }
    }
    return found.map { Shared(entries: $0.entries.count, rules: $0.rules) }
  }
}
