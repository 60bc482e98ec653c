package import ClinicalRecord

/// What one rule says about one record (basis 0.4).
package struct Verdict: Sendable {
  package let rule: Rule
  package let value: Truth
  /// The printed phrase; empty where the rule has none for the value.
  package internal(set) var text: String
  /// The level of a met flag.
  package let urgency: Urgency?
  /// Not recorded, but at least one input is positive.
  package let isOpen: Bool
  /// The rule whose being met (or open) withholds this one from print (basis C11).
  package internal(set) var suppressedBy: RuleID?
  package let evidence: [Evidence]
  package let missing: [ItemID]
  package let ask: [String]
  package let considerTest: [ItemID]
  package let conflict: [String]
  package let detail: [(name: String, value: DetailValue)]
  /// Amplifiers of a flag that are recorded.
  package let amplifiers: [String]
  /// An entry behind the flag is active, or an answer counts as current.
  package let isActive: Bool
  /// Met, but still in need of a clinician's judgement.
  package let isProvisional: Bool
  package let explanation: Explanation

  package var id: RuleID { rule.id }

  package subscript(detail name: String) -> DetailValue? { detail.first { $0.name == name }?.value }

  /// The words with every `{name}` replaced by the detail of that name; "not recorded" stands for one that came to nothing.
  func fill(_ words: String) -> String { Evaluator.fill(words, from: detail) }
}

/// The verdicts of a whole book on one record, in book order, with the derived items.
package struct Verdicts: Sendable {
  package let record: PatientRecord
  package let bookVersion: String
  package let all: [Verdict]
  package let derived: [(id: ItemID, value: DetailValue)]
  private let index: [RuleID: Int]

  init(
    record: PatientRecord, bookVersion: String, all: [Verdict], derived: [(id: ItemID, value: DetailValue)]
  ) {
    self.record = record
    self.bookVersion = bookVersion
    self.all = all
    self.derived = derived
    index = Dictionary(all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package subscript(_ id: RuleID) -> Verdict? { index[id].map { all[$0] } }
}
