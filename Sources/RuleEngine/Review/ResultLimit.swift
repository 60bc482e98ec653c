package import ClinicalRecord

/// A line that a rule draws at a laboratory result, as a number: where ``Threshold`` has words for a review sheet, a figure needs the place.
package struct ResultLimit: Sendable, Hashable {
  package var test: ItemID
  package var comparison: Comparison
  package var bound: Bound
  package var rule: RuleID
  /// The rule reads the result only while it is at most so many days old; nil for as long as the test's own limit says.
  package var withinDays: Int?

  package enum Bound: Sendable, Hashable {
    /// In the canonical unit of the test.
    case value(Double)
    /// The same for a result that is rounded to whole units first.
    case rounded(Double)
    /// The laboratory's own upper or lower limit; the fallback, in the canonical unit, where it gave none.
    case reference(fallback: Double?)
    /// A multiple of the laboratory's upper limit.
    case multiple(Double)
    /// A positive result; of a number, the laboratory's upper limit.
    case positive
  }
}

extension RuleBook {
  /// Every line that the rules draw at results, in book order; those of another country's pack are left out.
  package func resultLimits(for locale: LocalePack?) -> [ResultLimit] {
    var seen: Set<ResultLimit> = []
    return rules.flatMap { rule in
      var walk = ResultLimits(rule: rule.id, locale: locale?.id ?? "")
      walk.read(rule)
      return walk.found
    }.filter { seen.insert($0).inserted }
  }
}

/// The walk through one rule; every report takes it, so it goes by cases and not by reflection.
private struct ResultLimits {
  let rule: RuleID
  let locale: String
  var found: [ResultLimit] = []

  mutating func read(_ rule: Rule) {
    switch rule.logic {
    case .criterion(let condition): read(condition)
    case .redFlag(let flag):
      // What only opens a flag draws no line.
      read([flag.gate, flag.answers, flag.log, flag.barsNo].compactMap { $0 } + flag.findings)
    }
    read(rule.phrases.compactMap(\.condition) + rule.levels.compactMap(\.condition) + rule.amplifiers)
    for detail in rule.details {
      if case .choice(let choices, _) = detail.detail { read(choices.map(\.condition)) }
    }
  }

  private mutating func read(_ conditions: [Condition]) { for condition in conditions { read(condition) } }

  private mutating func read(_ condition: Condition) {
    switch condition {
    // One of the parts holds in other countries only.
    case .all(let parts): if !parts.contains(where: { isOfPack($0) == false }) { read(parts) }
    case .any(let parts), .atLeast(_, let parts), .firstRecorded(let parts): read(parts)
    case .not(let part), .named(_, let part), .ifRecorded(let part), .context(let part), .atAnySite(_, let part):
      read(part)
    case .merge(let first, let second, _), .decided(let first, let second): read([first, second])
    // "At least 0" asks only whether there is a result.
    case .compare(_, .atLeast, 0): break
    case .compare(let quantity, let comparison, let limit): read(quantity, comparison, limit)
    case .aboveReference(let test, let fallback): add(test, .greater, .reference(fallback: fallback))
    case .belowReference(let test, let fallback): add(test, .less, .reference(fallback: fallback))
    case .positiveResult(let test): add(test, .greater, .positive)
    case .item, .recorded, .itemHolds, .derived, .entries, .daysAtOneSite, .share, .side, .medication,
      .medicinesRecord, .fresh, .notOnFile, .rule, .log, .anyConflict, .anyOldResult, .freeText:
      break
    }
  }

  private mutating func read(_ quantity: Quantity, _ comparison: Comparison, _ limit: Double) {
    switch quantity {
    case .lab(let test, _): add(test, comparison, .value(limit))
    case .lowestLab(let test, let days), .highestLab(let test, let days):
      add(test, comparison, .value(limit), withinDays: days)
    case .labMultiple(let test): add(test, comparison, .multiple(limit))
    case .firstRecorded(let parts), .smallest(let parts): for part in parts { read(part, comparison, limit) }
    case .when(_, let part): read(part, comparison, limit)
    case .rounded(.lab(let test, _)): add(test, comparison, .rounded(limit))
    default: break
    }
  }

  private mutating func add(
    _ test: ItemID, _ comparison: Comparison, _ bound: ResultLimit.Bound, withinDays days: Int? = nil
  ) {
    found.append(ResultLimit(test: test, comparison: comparison, bound: bound, rule: rule, withinDays: days))
  }

  /// Whether a condition that reads the locale pack and nothing else holds; nil for any other.
  private func isOfPack(_ condition: Condition) -> Bool? {
    switch condition {
    case .item(LocalePack.item, let codes): codes.contains(locale)
    case .not(let part): isOfPack(part).map { !$0 }
    case .ifRecorded(let part), .context(let part), .named(_, let part): isOfPack(part)
    default: nil
    }
  }
}
