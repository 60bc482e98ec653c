package import ClinicalRecord

/// How a value came about: one node for each condition of the rule's tree, with what was found for it.
///
/// An immutable node: a class, because trees are handed on and walked far more often than they are made.
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
  /// Whether the node or one below it holds a conflict; most trees have none.
  private let hasConflict: Bool

  init(
    _ subject: Subject, _ truth: Truth, evidence: [Evidence] = [], missing: [ItemID] = [], conflicts: [String] = [],
    note: String? = nil, isPositive: Bool? = nil, children: [Explanation] = []
  ) {
    self.subject = subject
    self.truth = truth
    self.evidence = evidence
    self.missing = missing
    self.conflicts = conflicts
    self.note = note
    self.isPositive = isPositive ?? (children.isEmpty ? truth == .met : children.contains(where: \.isPositive))
    self.children = children
    hasConflict = !conflicts.isEmpty || children.contains(where: \.hasConflict)
  }

  /// The same node, speaking for the rule or not.
  func replacing(isPositive: Bool) -> Explanation {
    Explanation(
      subject, truth, evidence: evidence, missing: missing, conflicts: conflicts, note: note, isPositive: isPositive,
      children: children)
  }

  /// The evidence that carries the value: of the children that agree with it, or of all where nothing is decided.
  var decidingEvidence: [Evidence] {
    var found: [Evidence] = []
    addDecidingEvidence(to: &found)
    return found
  }

  private func addDecidingEvidence(to found: inout [Evidence]) {
    let before = found.count
    found += evidence
    guard !children.isEmpty else { return }
    let isDecided: Bool
    switch subject {
    case .condition(.not), .condition(.decided): isDecided = false
    default: isDecided = truth != .notRecorded
    }
    for child in children where !isDecided || child.truth == truth { child.addDecidingEvidence(to: &found) }
    if found.count == before { for child in children { child.addAllEvidence(to: &found) } }
  }

  /// All evidence of the tree.
  var allEvidence: [Evidence] {
    var found: [Evidence] = []
    addAllEvidence(to: &found)
    return found
  }

  private func addAllEvidence(to found: inout [Evidence]) {
    found += evidence
    for child in children { child.addAllEvidence(to: &found) }
  }

  /// What is missing in the parts that leave the value open.
  var openItems: [ItemID] {
    var found: [ItemID] = []
    addOpenItems(to: &found)
    return found
  }

  private func addOpenItems(to found: inout [ItemID]) {
    guard truth == .notRecorded else { return }
    found += missing
    for child in children { child.addOpenItems(to: &found) }
  }

  /// Everything missing anywhere in the tree.
  var allMissing: [ItemID] {
    var found: [ItemID] = []
    addAllMissing(to: &found)
    return found
  }

  private func addAllMissing(to found: inout [ItemID]) {
    // In a conjunction that one part has settled, what the open parts miss can change nothing.
    if truth == .notMet, case .condition(.all) = subject {
      for child in children where child.truth != .notRecorded { child.addAllMissing(to: &found) }
      return
    }
    found += missing
    for child in children { child.addAllMissing(to: &found) }
  }

  var allConflicts: [String] { hasConflict ? conflicts + children.flatMap(\.allConflicts) : [] }
}
