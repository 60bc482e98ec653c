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
    let level = model.redFlags.first?.level
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
    let titles = (model.redFlags.map(\.title) + model.openFlags.map { "open: \($0.title)" }).joined(separator: "; ")
    if !titles.isEmpty { line.titles = Wording.cut(titles, to: max(3, ReportComposer.triageWidth - taken)) }
    return line
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
      return "RLS open, \(met) of 5 met"
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
