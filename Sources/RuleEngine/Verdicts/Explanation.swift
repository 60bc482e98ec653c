package import ClinicalRecord

/// How a value came about: one node for each condition of the rule's tree, with what was found for it.
package struct Explanation: Sendable, Hashable {
  /// What the node stands for: a condition of the rule, or a step that the engine adds (such as the ground for a "no").
  package enum Subject: Sendable, Hashable {
    case condition(Condition)
    case step(String)
  }

  package var subject: Subject
  package var truth: Truth
  package var evidence: [Evidence]
  /// Items that were not recorded, or answered "unsure".
  package var missing: [ItemID]
  package var conflicts: [String]
  /// What to know about the value, such as "mixed: 4 of 12 entries".
  package var note: String?
  /// Something recorded here speaks for the rule; it makes a rule without a value "open" (basis 0.4).
  package var isPositive: Bool
  package var children: [Explanation]

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
  }

  /// The evidence that carries the value: of the children that agree with it, or of all where nothing is decided.
  var decidingEvidence: [Evidence] {
    if children.isEmpty { return evidence }
    var deciding = children
    if truth != .notRecorded {
      switch subject {
      case .condition(.not), .condition(.decided): break
      default: deciding = children.filter { $0.truth == truth }
      }
    }
    let found = evidence + deciding.flatMap(\.decidingEvidence)
    return found.isEmpty ? children.flatMap(\.allEvidence) : found
  }

  /// All evidence of the tree.
  var allEvidence: [Evidence] { evidence + children.flatMap(\.allEvidence) }

  /// What is missing in the parts that leave the value open.
  var openItems: [ItemID] {
    guard truth == .notRecorded else { return [] }
    return missing + children.flatMap(\.openItems)
  }

  /// Everything missing anywhere in the tree.
  var allMissing: [ItemID] {
    // In a conjunction that one part has settled, what the open parts miss can change nothing.
    if truth == .notMet, case .condition(.all) = subject {
      return children.filter { $0.truth != .notRecorded }.flatMap(\.allMissing)
    }
    return missing + children.flatMap(\.allMissing)
  }

  var allConflicts: [String] { conflicts + children.flatMap(\.allConflicts) }
}
