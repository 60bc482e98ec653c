import ClinicalRecord
import RuleEngine

// The verdict on the five criteria of restless legs in one line, criterion by criterion.
extension ReportComposer {
  private static let criteria: [(rule: RuleID, name: String)] = [
    ("rls.c1", "urge"), ("rls.c2", "at rest"), ("rls.c3", "eased by movement"), ("rls.c4", "evening or night"),
    ("rls.c5", "mimics excluded"),
  ]

  func isCriterion(_ rule: RuleID) -> Bool {
    rule == ReportComposer.restlessLegsVerdict || ReportComposer.criteria.contains { $0.rule == rule }
  }

  /// "RLS criteria 4 of 5 met: urge, …; not recorded: mimics excluded"; nil for an area without these criteria.
  func criteriaVerdict(in area: RuleArea, _ verdicts: Verdicts) -> String? {
    guard area.rules.contains(where: { $0.id == ReportComposer.restlessLegsVerdict }) else { return nil }
    return "RLS criteria " + restlessLegsLine(verdicts)
  }

  /// Which criteria are met, not met and not recorded; where answer and log disagree, the criterion says so.
  func restlessLegsLine(_ verdicts: Verdicts) -> String {
    let found = ReportComposer.criteria.compactMap { criterion in
      verdicts[criterion.rule].map { (verdict: $0, name: criterion.name) }
    }
    func names(_ value: Truth) -> [String] {
      found.filter { $0.verdict.value == value }.map { verdict, name in
        name + (verdict.isProvisional ? " (provisional)" : "") + (verdict.conflict.isEmpty ? "" : " (log disagrees)")
      }
    }
    let (met, notMet, blank) = (names(.met), names(.notMet), names(.notRecorded))
    guard blank.count < found.count else { return "not recorded" }
    // Without the urge the other criteria are of little weight: what is missing of them is counted.
    if met.isEmpty {
      return "not met: " + notMet.joined(separator: ", ") + (blank.isEmpty ? "" : "; \(blank.count) not recorded")
    }
    var parts = ["\(met.count) of \(found.count) met: " + met.joined(separator: ", ")]
    if !notMet.isEmpty { parts.append("not met: " + notMet.joined(separator: ", ")) }
    if !blank.isEmpty { parts.append("not recorded: " + blank.joined(separator: ", ")) }
    return parts.joined(separator: "; ")
  }

  /// How many of the criteria that are met the log disputes.
  func disputedCriteria(_ verdicts: Verdicts) -> Int {
    ReportComposer.criteria.count { verdicts[$0.rule].map { $0.value == .met && !$0.conflict.isEmpty } ?? false }
  }

  /// The iron results that a met rule of the area used: "ferritin 22 ug/L, TSAT 14 % (2026-02-09)"; nil without one.
  func ironLine(_ verdicts: Verdicts) -> String? {
    guard let area = reportedAreas.first(where: { $0.rules.contains { $0.id == ReportComposer.restlessLegsVerdict } })
    else { return nil }
    var results: [Evidence] = []
    for rule in area.rules {
      guard let verdict = verdicts[rule.id], verdict.value == .met, verdict.suppressedBy == nil else { continue }
      for piece in verdict.evidence where ReportComposer.ironTests[piece.item] != nil && piece.source == .lab {
        if !results.contains(piece) { results.append(piece) }
      }
    }
    let words = results.map { piece in
      "\(ReportComposer.ironTests[piece.item] ?? "") \(piece.value)"
        + (piece.date.map { " (\($0.iso))" } ?? " (undated)")
    }
    return words.joined(separator: ", ").nonEmpty
  }

  private static let ironTests: [ItemID: String] = ["ferritin": "Ferritin", "tsat": "TSAT", "haemoglobin": "Hb"]
}

extension String {
  /// Nil where there is nothing to print.
  var nonEmpty: String? { isEmpty ? nil : self }
}
