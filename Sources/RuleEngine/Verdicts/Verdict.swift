package import ClinicalRecord

/// What one rule says about one record (basis 0.4).
///
/// Reports copy verdicts by the thousand: what never changes is shared by all copies.
package struct Verdict: Sendable {
  /// What the rule came to, whatever precedence makes of it.
  final class Outcome: Sendable {
    let shared: SharedRule
    let value: Truth
    let urgency: Urgency?
    let isOpen: Bool
    let missing: [ItemID]
    let ask: [String]
    let considerTest: [ItemID]
    let conflict: [String]
    let detail: [(name: String, value: DetailValue)]
    let amplifiers: [String]
    let isActive: Bool
    let isProvisional: Bool
    let found: Evaluator.RuleValue

    init(
      _ shared: SharedRule, value: Truth, urgency: Urgency?, isOpen: Bool, missing: [ItemID], ask: [String],
      considerTest: [ItemID], conflict: [String], detail: [(name: String, value: DetailValue)], amplifiers: [String],
      isActive: Bool, isProvisional: Bool, found: Evaluator.RuleValue
    ) {
      self.shared = shared
      self.value = value
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
  }

  private let outcome: Outcome
  /// The findings of the whole judging, shared by all verdicts of a record.
  private let findings: Findings
  /// The recorded values that carry the value, once each.
  package let evidence: [Evidence]
  /// The printed phrase; empty where the rule has none for the value.
  package internal(set) var text: String
  /// The rule whose being met (or open) withholds this one from print (basis C11).
  package internal(set) var suppressedBy: RuleID?

  init(_ outcome: Outcome, text: String, _ findings: Findings) {
    self.outcome = outcome
    self.text = text
    self.findings = findings
    evidence = findings.table.made(outcome.found.evidence)
  }

  package var rule: Rule { _read { yield outcome.shared.rule } }
  package var id: RuleID { outcome.shared.rule.id }
  package var value: Truth { outcome.value }
  /// The level of a met flag.
  package var urgency: Urgency? { outcome.urgency }
  /// Not recorded, but at least one input is positive.
  package var isOpen: Bool { outcome.isOpen }
  package var missing: [ItemID] { outcome.missing }
  package var ask: [String] { outcome.ask }
  package var considerTest: [ItemID] { outcome.considerTest }
  package var conflict: [String] { outcome.conflict }
  package var detail: [(name: String, value: DetailValue)] { outcome.detail }
  /// Amplifiers of a flag that are recorded.
  package var amplifiers: [String] { outcome.amplifiers }
  /// An entry behind the flag is active, or an answer counts as current.
  package var isActive: Bool { outcome.isActive }
  /// Met, but still in need of a clinician's judgement.
  package var isProvisional: Bool { outcome.isProvisional }
  /// Where the findings hold what stands behind the value.
  var found: Evaluator.RuleValue { outcome.found }

  /// How the value came about, condition by condition; made anew for each reader.
  package var explanation: Explanation { findings.table.explanation(of: found.row) }

  /// Where the log entries that carry the value have their symptom.
  var places: [(site: String?, side: String?)] { findings.table.places(found.evidence) }

  /// The log entries behind the value.
  var entries: EntrySet { findings.table.entries(found.evidence) }

  /// What is missing in the parts that leave the value open.
  var openItems: [ItemID] { Array(findings.table.missing[found.openItems.positions]) }

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
