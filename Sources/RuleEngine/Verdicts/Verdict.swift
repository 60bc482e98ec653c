package import ClinicalRecord

/// What one rule says about one record (basis 0.4).
package struct Verdict: Sendable {
  private let shared: SharedRule
  package let id: RuleID
  package let value: Truth
  /// The printed phrase; empty where the rule has none for the value.
  package internal(set) var text: String
  /// The level of a met flag.
  package let urgency: Urgency?
  /// Not recorded, but at least one input is positive.
  package let isOpen: Bool
  /// The rule whose being met (or open) withholds this one from print (basis C11).
  package internal(set) var suppressedBy: RuleID?
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
  /// Where the findings hold what stands behind the value.
  let found: Evaluator.RuleValue
  /// The findings of the whole judging, shared by all verdicts of a record; set before the verdict leaves the judge.
  var findings: Findings?

  package var rule: Rule { _read { yield shared.rule } }

  init(
    _ shared: SharedRule, value: Truth, text: String, urgency: Urgency?, isOpen: Bool, missing: [ItemID],
    ask: [String], considerTest: [ItemID], conflict: [String], detail: [(name: String, value: DetailValue)],
    amplifiers: [String], isActive: Bool, isProvisional: Bool, found: Evaluator.RuleValue
  ) {
    self.shared = shared
    id = shared.rule.id
    self.value = value
    self.text = text
    self.urgency = urgency
    self.isOpen = isOpen
    self.missing = missing
    self.ask = ask
    self.considerTest = considerTest
    self.conflict = conflict
    self.detail = detail
    self.amplifiers = amplifiers
    self.isActive = isActive
    self.isProvisional = isProvisional
    self.found = found
  }

  /// The recorded values that carry the value, once each; made anew for each reader.
  package var evidence: [Evidence] { findings?.table.made(found.evidence) ?? [] }

  /// How the value came about, condition by condition; made anew for each reader.
  package var explanation: Explanation {
    findings?.table.explanation(of: found.row)
      ?? Explanation(
        .step(id.name), value, evidence: [], missing: [], conflicts: [], note: nil, isPositive: false, children: [])
  }

  /// Where the log entries that carry the value have their symptom.
  var places: [(site: String?, side: String?)] { findings?.table.places(found.evidence) ?? [] }

  /// What is missing in the parts that leave the value open.
  var openItems: [ItemID] { findings.map { Array($0.table.missing[found.openItems.positions]) } ?? [] }

  package subscript(detail name: String) -> DetailValue? { detail.first { $0.name == name }?.value }

  /// The words with every `{name}` replaced by the detail of that name; "not recorded" stands for one that came to nothing.
  func fill(_ words: String) -> String { Evaluator.fill(words, from: detail) }
}

/// What was found while one record was judged, for those who ask further.
final class Findings: Sendable {
  let table: FindingTable
  /// By the number of the rule.
  let judged: [Evaluator.RuleValue?]
  /// By the number of the condition.
  let conditions: [KnownOutcome]
  let derivedCodes: ItemTable<CodeReading?>
  let derivedNumbers: ItemTable<Reading?>

  init(_ evaluator: Evaluator) {
    table = evaluator.findings
    judged = evaluator.judged
    conditions = evaluator.conditions
    derivedCodes = evaluator.derivedCodes
    derivedNumbers = evaluator.derivedNumbers
  }
}

/// The verdicts of a whole book on one record, in book order, with the derived items.
package struct Verdicts: Sendable {
  package let record: PatientRecord
  package let bookVersion: String
  package let all: [Verdict]
  package let derived: [(id: ItemID, value: DetailValue)]
  let findings: Findings
  private let index: BookIndex

  init(
    record: PatientRecord, index: BookIndex, all: [Verdict], derived: [(id: ItemID, value: DetailValue)],
    findings: Findings
  ) {
    self.record = record
    bookVersion = index.book.version
    self.index = index
    self.findings = findings
    self.all = all
    self.derived = derived
  }

  package subscript(_ id: RuleID) -> Verdict? { index.number(of: id).map { all[$0] } }
}
