import ClinicalRecord
import RuleEngine

// The changes since the last appointment in words: every line, and what limits the comparison.
extension ReportComposer {
  func changes(from earlier: EarlierPeriod, to verdicts: Verdicts) -> ReportModel.Changes {
    let changes = ReportChanges(from: earlier.summary, to: PeriodSummary(verdicts), book: book)
    let lines = changes.lines.map { line in
      ReportModel.ChangeLine(
        kind: ReportComposer.words(line.kind), title: line.title, before: line.before, now: line.now,
        rule: line.rule?.name)
    }
    return ReportModel.Changes(
      since: changes.before.iso, lines: possiblyNew(changes, earlier, verdicts) + lines, notes: notes(changes, earlier),
      method: ReportComposer.method(since: changes.before.iso, isSameRecord: earlier.undated != nil))
  }

  /// Flags that were met before only for want of dates: their dated evidence lies after the day.
  private func possiblyNew(
    _ changes: ReportChanges, _ earlier: EarlierPeriod, _ verdicts: Verdicts
  ) -> [ReportModel.ChangeLine] {
    guard earlier.undated != nil else { return [] }
    let listed = Set(changes.lines.compactMap(\.rule))
    let before = Set(earlier.summary.rules.filter { $0.value == .met }.map(\.id))
    return flagGroups(verdicts).flatMap(\.self).compactMap { verdict in
      guard before.contains(verdict.id), !listed.contains(verdict.id), verdict.suppressedBy == nil,
        let first = verdict.evidence.filter({ $0.source == .log || $0.source == .answer }).compactMap(\.date).min(),
        first > changes.before
      else { return nil }
      return ReportModel.ChangeLine(
        kind: "Possibly new", title: verdict.rule.title, before: "met on answers without a date",
        now: "met: \(Wording.level(verdict.urgency ?? .sameDay)); dated evidence since \(first.iso)",
        rule: verdict.id.name)
    }
  }

  private static func words(_ kind: ReportChanges.Kind) -> String {
    switch kind {
    case .new: "New"
    case .newlyRecorded: "Newly recorded"
    case .worse: "Worse"
    case .resolved: "Resolved"
    case .noLongerRecorded: "No longer recorded"
    case .better: "Better"
    case .changed: "Changed"
    }
  }

  private func notes(_ changes: ReportChanges, _ earlier: EarlierPeriod) -> [String] {
    var notes: [String] = []
    if !earlier.holdsDated { notes.append("Nothing dated is on record up to \(changes.before.iso).") }
    if let words = earlier.undated?.words { notes.append(words) }
    if !changes.comparesNumbers {
      notes.append("Numbers of symptoms, scores and results are not recorded in the earlier file.")
    }
    if let other = changes.otherRuleSet { notes.append("The earlier period was judged by rule set \(other).") }
    if changes.unknownRules > 0 {
      notes.append("Not compared: \(rules(changes.unknownRules)) of the earlier file that this rule set lacks.")
    }
    if changes.rulesNotInBefore > 0 {
      notes.append("Not compared: \(rules(changes.rulesNotInBefore)) that the earlier file lacks.")
    }
    if changes.comparesNumbers, changes.sharedDays > 0 {
      notes.append(
        "The two \(ChangeThresholds.windowDays)-day windows share \(changes.sharedDays) \(changes.sharedDays == 1 ? "day" : "days")."
      )
    }
    return notes
  }

  private func rules(_ count: Int) -> String { "\(count) \(count == 1 ? "rule" : "rules")" }

  static func method(since day: String, isSameRecord: Bool) -> String {
    let source =
      isSameRecord
      ? "Before is this record as of \(day): what is dated later, or was written down later, does not count for it."
      : "Before is the earlier report to \(day), as its verdicts say it."
    return "\(source) \(ChangeThresholds.words)"
  }
}
