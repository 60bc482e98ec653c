/// What a rule or an area is there for, what it may be used for, and what it must not be read as; for its review sheet.
///
/// A text that a rule leaves empty is that of its area.
package struct RuleIntent: Sendable, Hashable {
  package var purpose: String?
  package var use: String?
  package var misuse: String?

  package init(purpose: String? = nil, use: String? = nil, misuse: String? = nil) {
    self.purpose = purpose
    self.use = use
    self.misuse = misuse
  }

  /// The texts of this one, those of the other where it has none.
  package func completed(by other: RuleIntent) -> RuleIntent {
    RuleIntent(
      purpose: purpose ?? other.purpose, use: use ?? other.use, misuse: misuse ?? other.misuse)
  }
}

extension Rule {
  /// Thresholds of the rule whose mark is not the rule's own (basis 0.1: the mark follows the fact it belongs to).
  package func marking(_ limits: Double..., as mark: BasisMark) -> Rule {
    var copy = self
    copy.thresholdMarks += limits.map { ThresholdMark(limit: $0, mark: mark) }
    return copy
  }
}

/// The mark of one threshold of a rule, known by its number.
package struct ThresholdMark: Sendable, Hashable {
  package var limit: Double
  package var mark: BasisMark
}
