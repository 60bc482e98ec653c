import ClinicalRecord
import RuleEngine

// One line of a clinic list.
extension ReportComposer {
  /// What the shipped line keeps to, with its five separators.
  static let triageWidth = 160
  private static let separators = 6 * 3
  private static let identifierWidth = 20

  func triage(_ verdicts: Verdicts, _ model: ReportModel) -> ReportDocuments.TriageLine {
    let notAsked = model.notAsked.count
    let counts = "\(model.redFlags.count) met, \(model.openFlags.count) open"
    let open = openByUrgency(verdicts)
    let level = triageLevel(model, open)
    // A bar would look like a column of the line.
    let identifier = String(model.header.identifier.map { $0 == "|" ? "/" : $0 })
    var line = ReportDocuments.TriageLine(
      identifier: Wording.cut(identifier, to: ReportComposer.identifierWidth), age: age(verdicts),
      level: level ?? "none met; \(notAsked) not asked",
      counts: level == nil ? counts : "\(counts), \(notAsked) not asked", titles: nil,
      restlessLegs: restlessLegsShort(verdicts),
      coverage: observedDays(verdicts).map { "log \($0.observed)/\($0.all) days" } ?? "log not recorded")
    let taken =
      [line.identifier, line.age, line.level, line.counts, line.restlessLegs, line.coverage].map(\.count)
      .reduce(ReportComposer.separators, +)
    let openTitles = open.map(\.title).joined(separator: "; ")
    let titles = (model.redFlags.map(\.title) + (open.isEmpty ? [] : ["open: \(openTitles)"])).joined(separator: "; ")
    if !titles.isEmpty { line.titles = Wording.cut(titles, to: max(3, ReportComposer.triageWidth - taken)) }
    return line
  }

  /// Open flags with the level that each would have at least, the most urgent first.
  func openByUrgency(_ verdicts: Verdicts) -> [(level: Urgency, title: String)] {
    let open = openVerdicts(verdicts).map { (ifConfirmed($0), $0.rule.title) }
    return open.enumerated().sorted { ($1.element.0, $0.offset) < ($0.element.0, $1.offset) }.map(\.element)
  }

  /// Of the flags that are met; an open one that would be more urgent is named too.
  private func triageLevel(_ model: ReportModel, _ open: [(level: Urgency, title: String)]) -> String? {
    let met = model.redFlags.first?.level
    guard let highest = open.first?.level, met.map({ Wording.level(highest) != $0 }) ?? true else { return met }
    let metRank = Urgency.allCases.first { Wording.level($0) == met }
    if let metRank, metRank > highest { return met }
    let words = "OPEN, \(Wording.ifConfirmed(highest))"
    return met.map { "\($0); \(words)" } ?? words
  }

  private func age(_ verdicts: Verdicts) -> String {
    for (id, value) in verdicts.derived {
      if id == "ageNow", case .number(let years) = value { return "\(Int(years)) y" }
    }
    return "age ?"
  }

  private func restlessLegsShort(_ verdicts: Verdicts) -> String {
    guard let verdict = verdicts[ReportComposer.restlessLegsVerdict] else { return "RLS not recorded" }
    switch verdict.value {
    case .met: return verdict.isProvisional ? "RLS met (provisional)" : "RLS met"
    case .notMet: return "RLS not met"
    case .notRecorded:
      guard let met = number("met", of: verdict), met > 0 else { return "RLS not recorded" }
      let disputed = disputedCriteria(verdicts)
      return "RLS open, \(met) of 5 met" + (disputed > 0 ? ", \(disputed) disputed" : "")
    }
  }
}

extension Wording {
  /// The text, cut behind a whole word where it is longer; the dots are part of the width.
  static func cut(_ text: String, to width: Int) -> String {
    guard text.utf8.count > width, text.count > width else { return text }
    let room = text.prefix(max(0, width - 3))
    let end = room.lastIndex(of: " ").flatMap {
      room.distance(from: room.startIndex, to: $0) > room.count / 2 ? $0 : nil
    }
    var kept = room[..<(end ?? room.endIndex)]
    while let last = kept.last, " ,;:".contains(last) { kept.removeLast() }
    return kept + "..."
  }
}
