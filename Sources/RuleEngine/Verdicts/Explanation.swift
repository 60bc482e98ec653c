package import ClinicalRecord

/// How a value came about: one node for each condition of the rule's tree, with what was found for it. Made for a reader, from the findings of the judging.
package final class Explanation: Sendable {
  /// What the node stands for: a condition of the rule, or a step that the engine adds (such as the ground for a "no").
  package enum Subject: Sendable, Hashable {
    case condition(Condition)
    case step(String)
  }

  package let subject: Subject
  package let truth: Truth
  package let evidence: [Evidence]
  /// Items that were not recorded, or answered "unsure".
  package let missing: [ItemID]
  package let conflicts: [String]
  /// What to know about the value, such as "mixed: 4 of 12 entries".
  package let note: String?
  /// Something recorded here speaks for the rule; it makes a rule without a value "open" (basis 0.4).
  package let isPositive: Bool
  package let children: [Explanation]

  init(
    _ subject: Subject, _ truth: Truth, evidence: [Evidence], missing: [ItemID], conflicts: [String], note: String?,
    isPositive: Bool, children: [Explanation]
  ) {
    self.subject = subject
    self.truth = truth
    self.evidence = evidence
    self.missing = missing
    self.conflicts = conflicts
    self.note = note
    self.isPositive = isPositive
    self.children = children
  }
}
