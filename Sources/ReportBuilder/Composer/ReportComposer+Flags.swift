import ClinicalRecord
package import RuleEngine

// Red flags: met ones by level, open ones, and what was not asked.
extension ReportComposer {
  /// A rule of another area that carries a level is a flag while it is met at one (basis P1).
  private func metFlags(_ verdicts: Verdicts) -> [Verdict] {
    verdicts.all.filter { $0.value == .met && isFlag($0) }
  }

  func isFlag(_ verdict: Verdict) -> Bool { area(of: verdict.id) == "redFlags" || verdict.urgency != nil }

  private func flags(_ verdicts: Verdicts) -> [Verdict] {
    verdicts.all.filter { area(of: $0.id) == "redFlags" }
  }

  /// The highest level first; within a level in book order (basis P1).
  func redFlags(_ verdicts: Verdicts) -> [ReportModel.FlagLine] {
    metFlags(verdicts).enumerated()
      .sorted { a, b in
        let (first, second) = (a.element.urgency ?? .sameDay, b.element.urgency ?? .sameDay)
        return first == second ? a.offset < b.offset : first > second
      }
      .map { line($0.element) }
  }

  func openFlags(_ verdicts: Verdicts) -> [ReportModel.FlagLine] {
    flags(verdicts).filter(\.isOpen).map { verdict in
      ReportModel.FlagLine(
        level: "Open", title: verdict.rule.title, because: EvidenceDigest.text(verdict.evidence), status: nil,
        amplifiers: amplifiers(verdict), rule: verdict.id.name)
    }
  }

  func notAsked(_ verdicts: Verdicts) -> [String] {
    flags(verdicts).filter { $0.value == .notRecorded && !$0.isOpen && $0.id != "rf.freeText" }.map(\.rule.title)
  }

  /// The phrase of a met flag (basis C5): level, title, evidence, amplifiers, and what the rule itself adds.
  static func phrase(_ verdict: Verdict) -> String {
    guard case .redFlag = verdict.rule.logic, verdict.value == .met else { return verdict.text }
    var text =
      "\(Wording.level(verdict.urgency ?? .sameDay)). \(verdict.rule.title): \(EvidenceDigest.text(verdict.evidence))."
    if !verdict.amplifiers.isEmpty { text += " Weighs more with: \(verdict.amplifiers.joined(separator: ", "))." }
    return verdict.text.isEmpty ? text : "\(text) \(verdict.text)"
  }

  private func line(_ verdict: Verdict) -> ReportModel.FlagLine {
    ReportModel.FlagLine(
      level: Wording.level(verdict.urgency ?? .sameDay), title: verdict.rule.title,
      because: EvidenceDigest.text(verdict.evidence), status: ReportComposer.status(verdict),
      amplifiers: amplifiers(verdict), rule: verdict.id.name)
  }

  private func amplifiers(_ verdict: Verdict) -> String? {
    verdict.amplifiers.isEmpty ? nil : verdict.amplifiers.joined(separator: ", ")
  }

  /// Whether a met flag is active, or which day to ask about (basis C5).
  package static func status(_ verdict: Verdict) -> String {
    guard !verdict.isActive else { return "active" }
    guard let day = verdict.evidence.compactMap(\.date).max() else {
      return "undated: confirm when, and that it was assessed"
    }
    return "recorded on \(day.iso): confirm it was assessed"
  }
}
