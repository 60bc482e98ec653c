package import RuleEngine

/// How often the rows of a rule's table give each leaf of its logic, levels and amplifiers each value it can have.
package struct LeafCoverage: Sendable {
  package struct RuleCoverage: Sendable {
    package let rule: RuleID
    package let area: String
    package let leaves: Int
    package let possible: Int
    package let seen: Int
    /// The leaf in words and the value that no row gives it, without those for which a reason is on file.
    package let missing: [String]
    package let excused: Int

    package var line: String {
      "\(rule): leaves \(leaves), outcomes seen \(seen) of \(possible)"
        + (excused == 0 ? "" : ", \(excused) with a reason") + (missing.isEmpty ? "" : "; missing: ")
        + missing.joined(separator: "; ")
    }
  }

  package let rules: [RuleCoverage]

  package init(_ book: RuleBook, _ cases: PreparedCases, reasons: Reasons) {
    let judge = RuleJudge(book)
    let possible = PossibleOutcomes(book)
    let describer = ConditionDescriber(book: book)
    rules = book.areas.flatMap { area in
      area.rules.map { rule in
        let leaves = Mentions(rule, words: false).leaves
        var seen = leaves.map { _ in Set<Truth>() }
        for row in cases[rule.id] {
          for (position, value) in judge.values(of: leaves, for: row.record).enumerated() {
            seen[position].insert(value)
          }
        }
        var count = (possible: 0, seen: 0, excused: 0)
        var missing: [String] = []
        for (leaf, values) in zip(leaves, seen) {
          let never = possible.never(leaf).map(\.value)
          for value in Truth.allCases where !never.contains(value) {
            count.possible += 1
            if values.contains(value) {
              count.seen += 1
            } else if reasons.covers(rule.id.name, describer.words(leaf), value.rawValue) {
              count.excused += 1
            } else {
              missing.append("\(describer.words(leaf)): \(value.rawValue)")
            }
          }
        }
        return RuleCoverage(
          rule: rule.id, area: area.id, leaves: leaves.count, possible: count.possible, seen: count.seen,
          missing: missing, excused: count.excused)
      }
    }
  }

  package var possible: Int { rules.map(\.possible).reduce(0, +) }
  package var seen: Int { rules.map(\.seen).reduce(0, +) }
  package var excused: Int { rules.map(\.excused).reduce(0, +) }
  package var share: Double { possible == 0 ? 1 : Double(seen) / Double(possible) }

  package var total: String {
    let leaves = rules.map(\.leaves).reduce(0, +)
    return "total: rules \(rules.count), leaves \(leaves), outcomes seen \(seen) of \(possible) (\(percent(share)) %)"
      + ", \(excused) more with a reason"
  }
}

/// With one decimal, rounded down, so that 95.0 is never less than it says.
func percent(_ share: Double) -> String {
  let tenths = Int((share * 1000).rounded(.down))
  return "\(tenths / 10).\(tenths % 10)"
}
