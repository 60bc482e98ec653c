/// The period that a report is compared with.
package struct EarlierPeriod: Sendable, Hashable {
  package var summary: PeriodSummary
  /// What of the same record counts in both periods for want of a date; nil where the summary comes from a file.
  package var undated: UndatedItems?
  /// False when nothing of the record is dated in the period.
  package var holdsDated: Bool

  package init(summary: PeriodSummary, undated: UndatedItems? = nil, holdsDated: Bool = true) {
    self.summary = summary
    self.undated = undated
    self.holdsDated = holdsDated
  }
}
