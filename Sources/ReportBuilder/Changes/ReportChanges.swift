package import ClinicalRecord
package import RuleEngine

/// What differs between two periods of one record, the most urgent first. A pure comparison: two summaries and the book's words.
///
/// Missing is never negative: what was met and is not recorded any more is "no longer recorded", never resolved. "Worse" and "better" are
/// said only where a direction is certain (``ChangeThresholds``).
package struct ReportChanges: Sendable, Hashable {
  package enum Kind: Int, Sendable, Hashable, CaseIterable {
    /// Not met before, met now.
    case new
    /// Not recorded before, met or not met now; or a number that was not there before.
    case newlyRecorded
    case worse
    /// Met before, not met now.
    case resolved
    /// Recorded before and not now: no word on what became of it.
    case noLongerRecorded
    case better
    /// Different, in a direction that is not certain.
    case changed
  }

  package struct Line: Sendable, Hashable {
    package var kind: Kind
    package var title: String
    package var before: String
    package var now: String
    /// Nil for a number of the log, a score or a result.
    package var rule: RuleID?
  }

  /// The last days of the two periods.
  package let before: Day
  package let now: Day
  package let lines: [Line]
  /// Rules of the earlier summary that the book lacks, and rules of the book that the earlier summary lacks: neither is compared.
  package let unknownRules: Int
  package let rulesNotInBefore: Int
  /// False where the earlier summary holds no numbers of symptoms, scores and results.
  package let comparesNumbers: Bool
  /// Nil where both rest on the same rule set; else what the earlier one names.
  package let otherRuleSet: String?
  /// Days that the two windows of the log share.
  package let sharedDays: Int

  package init(from before: PeriodSummary, to now: PeriodSummary, book: RuleBook) {
    self.before = before.asOf
    self.now = now.asOf
    let rules = RuleComparison(from: before, to: now, book: book)
    var numbers: [Line] = []
    if let earlier = before.numbers, let later = now.numbers {
      numbers = NumberComparison(dictionary: book.dictionary).lines(from: earlier, to: later)
    }
    lines = rules.first + numbers + rules.last
    unknownRules = rules.unknown
    rulesNotInBefore = rules.notInBefore
    comparesNumbers = before.numbers != nil && now.numbers != nil
    otherRuleSet = before.ruleSet == now.ruleSet ? nil : before.ruleSet
    sharedDays = max(0, ChangeThresholds.windowDays - max(0, before.asOf.days(to: now.asOf)))
  }
}
