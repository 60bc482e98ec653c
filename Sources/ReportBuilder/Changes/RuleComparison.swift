import ClinicalRecord
import RuleEngine

/// Rules that stand otherwise than before, in the order of print: flags by level, then criteria that are or were met, then the others.
///
/// Numbers are printed between the two lists.
struct RuleComparison {
  /// Flags and criteria that are, or were, met or open.
  private(set) var first: [ReportChanges.Line] = []
  /// Measures of self-management, and what was and is neither: answers that came or went without meeting anything.
  private(set) var last: [ReportChanges.Line] = []
  private(set) var unknown = 0
  private(set) var notInBefore = 0

  private typealias Standing = PeriodSummary.RuleStanding

  private struct Found {
    var line: ReportChanges.Line
    var rank: [Int]
  }

  init(from before: PeriodSummary, to now: PeriodSummary, book: RuleBook) {
    let earlier = Dictionary(before.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let later = Dictionary(now.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    unknown = earlier.keys.count { later[$0] == nil }
    notInBefore = later.keys.count { earlier[$0] == nil }
    var found: [Found] = []
    for area in book.areas where area.role != .dataQuality {
      // An area that the report does not open is not opened here either.
      if let opener = area.printedWhile, later[opener]?.value != .met { continue }
      for rule in area.printed {
        guard let old = earlier[rule.id], let new = later[rule.id], !new.isWithheld else { continue }
        let isFlag = (area.role == .redFlags || old.urgency != nil || new.urgency != nil) && !rule.isRoutineLine
        guard let kind = RuleComparison.kind(from: old, to: new, isFlag: isFlag) else { continue }
        let line = ReportChanges.Line(
          kind: kind, title: rule.title, before: RuleComparison.words(old, isFlag: isFlag),
          now: RuleComparison.words(new, isFlag: isFlag), rule: rule.id)
        found.append(
          Found(
            line: line,
            rank: RuleComparison.rank(
              old, new, kind, isFlag: isFlag, isMeasure: area.role == .measures,
              position: found.count)))
      }
    }
    let sorted = found.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }
    first = sorted.filter { $0.rank[0] < RuleComparison.measureRank }.map(\.line)
    last = sorted.filter { $0.rank[0] >= RuleComparison.measureRank }.map(\.line)
  }

  /// Nil where nothing changed.
  private static func kind(from old: Standing, to new: Standing, isFlag: Bool) -> ReportChanges.Kind? {
    switch (old.value, new.value) {
    case (.notMet, .met): .new
    case (.notRecorded, .met), (.notRecorded, .notMet): .newlyRecorded
    case (.met, .notMet): .resolved
    // A flag that was settled and is open again: something was recorded that speaks for it.
    case (.notMet, .notRecorded) where isFlag && new.isOpen: .newlyRecorded
    // Not recorded is no "no": what was met, or not met, is not known any more.
    case (.met, .notRecorded), (.notMet, .notRecorded): .noLongerRecorded
    case (.met, .met): changeWhileMet(old, new)
    case (.notRecorded, .notRecorded):
      // Of a flag the opening is news; of a criterion it is a half answered question.
      isFlag && old.isOpen != new.isOpen ? (new.isOpen ? .newlyRecorded : .noLongerRecorded) : nil
    case (.notMet, .notMet): nil
    }
  }

  private static func changeWhileMet(_ old: Standing, _ new: Standing) -> ReportChanges.Kind? {
    if old.urgency != new.urgency {
      guard let before = old.urgency, let now = new.urgency else { return .changed }
      // A level falls when an entry grows old or an answer is missing: neither is an improvement.
      return now > before ? .worse : .changed
    }
    guard let before = old.percent, let now = new.percent else { return nil }
    return abs(now - before) >= ChangeThresholds.shareOfDays * 100 ? .changed : nil
  }

  private static let measureRank = 3

  /// Met flags by level, open flags, criteria that are or were met, measures, the rest; within each by kind and book order.
  private static func rank(
    _ old: Standing, _ new: Standing, _ kind: ReportChanges.Kind, isFlag: Bool, isMeasure: Bool,
    position: Int
  ) -> [Int] {
    let isMet = old.value == .met || new.value == .met
    let isOpen = isFlag && (old.isOpen || new.isOpen)
    let level = [old.urgency, new.urgency].compactMap { $0 }.max() ?? .routine
    let height = Urgency.allCases.firstIndex(of: level) ?? 0
    switch (isFlag, isMet, isOpen) {
    case (true, true, _): return [0, -height, kind.rawValue, position]
    case (true, false, true): return [1, 0, kind.rawValue, position]
    case (false, true, _): return [isMeasure ? measureRank : 2, 0, kind.rawValue, position]
    default: return [measureRank + 1, 0, kind.rawValue, position]
    }
  }

  private static func words(_ standing: Standing, isFlag: Bool) -> String {
    switch standing.value {
    case .notRecorded: return isFlag && standing.isOpen ? "open, not settled" : "not recorded"
    case .notMet, .met:
      let value = standing.value == .met ? "met" : "not met"
      if let level = standing.urgency {
        return "\(value): \(Wording.level(level))" + (standing.status.map { " (\($0))" } ?? "")
      }
      let phrase = isFlag ? "" : ReportComposer.firstSentence(of: standing.text)
      return phrase.isEmpty ? value : "\(value): \(phrase)"
    }
  }
}
