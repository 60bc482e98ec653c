import ClinicalRecord
import RuleEngine

// Self-management as one table, and what was not recorded as tried (basis C10).
extension ReportComposer {
  /// How many points of a caution are named before the rest is counted.
  private static let named = 3

  private func measures(_ verdicts: Verdicts) -> [Verdict] {
    verdicts.all.filter { role(of: $0.id) == .measures }
  }

  /// Kept from print by precedence, or by the measure's own caution.
  private func isWithheld(_ verdict: Verdict) -> Bool {
    verdict.suppressedBy != nil || verdict[detail: "caution"] == .text("withheld")
  }

  /// One row for each measure that was tried, wished for or in use, and for one whose caution prints all the same (settled reading A01).
  func measureLines(_ verdicts: Verdicts) -> [ReportModel.MeasureLine] {
    measures(verdicts).filter { !isWithheld($0) && ($0.value == .met || !$0.text.isEmpty) }.map { verdict in
      ReportModel.MeasureLine(
        measure: verdict.rule.title, rule: verdict.id.name, tried: tried(verdict), helped: helped(verdict),
        evidence: words("evidence", verdict) ?? "not recorded", caution: caution(verdict),
        source: source(of: verdict))
    }
  }

  /// Measures without a record of having been tried whose caution column is clear (basis C10): nothing speaks against them, and all that could was recorded. None where nothing at all was recorded on measures.
  func notYetTried(_ verdicts: Verdicts) -> [String] {
    guard wasAsked(verdicts.record) else { return [] }
    let untried = measures(verdicts).filter { verdict in
      verdict.value != .met && verdict.text.isEmpty && !isWithheld(verdict)
        && verdict[detail: "caution"] == .text("none")
        && verdict[detail: "applies"].map({ $0 == .text("yes") }) ?? true
    }
    var lines = untried.filter { unchecked($0) == nil }.map { verdict in
      "\(verdict.rule.title): evidence: \(words("evidence", verdict) ?? "not recorded")"
        + (words("askFirst", verdict).map { "; ask first: \($0)" } ?? "")
    }
    // What was not asked is no all-clear: these are counted, so that nobody reads a missing line as advice against it.
    let open = untried.count - lines.count
    if open > 0 {
      lines.append(
        "\(open) other \(open == 1 ? "measure is" : "measures are") not listed: what would speak against \(open == 1 ? "it" : "them") is not recorded"
      )
    }
    return lines
  }

  /// Which lines are missing, without naming what they would be (basis P2, P3).
  func measuresWithheld(_ verdicts: Verdicts) -> String? {
    measures(verdicts).contains(where: isWithheld)
      ? "Some measures are not printed while a red flag is unsettled." : nil
  }

  /// What the overview says of the area.
  func measureSummary(_ reading: ReportReading) -> String {
    let lines = reading.measureLines
    let checks = lines.filter { $0.caution.hasPrefix(ReportComposer.checkFirst) }.map(\.measure)
    if !checks.isEmpty { return "Check first: " + checks.joined(separator: ", ") }
    if !lines.isEmpty { return "Tried or wished for: " + lines.map(\.measure).joined(separator: ", ") }
    return measuresWithheld(reading.verdicts) ?? "Not recorded"
  }

  private static let checkFirst = "check first: "

  /// Whether anything on measures was recorded: without it, "not tried" would be a guess.
  private func wasAsked(_ record: PatientRecord) -> Bool {
    if case .codes? = record.answers["qSelfCareWishes"]?.value { return true }
    return record.log.contains { $0.values["reliefTried"] != nil }
  }

  private func tried(_ verdict: Verdict) -> String {
    if case .number(let count)? = verdict[detail: "tried"], count > 0 { return "\(Int(count)) ×" }
    return words("use", verdict) ?? "not recorded"
  }

  private func helped(_ verdict: Verdict) -> String {
    guard let helped = words("helped", verdict), case .number(let count)? = verdict[detail: "n"] else {
      return "not recorded"
    }
    return "\(helped) (n \(Int(count)))"
  }

  private func caution(_ verdict: Verdict) -> String {
    guard verdict[detail: "caution"] == .text("checkFirst") else {
      return "none recorded" + (unchecked(verdict).map { "; not recorded: \($0)" } ?? "")
    }
    return ReportComposer.checkFirst + (words("advice", verdict) ?? words("reason", verdict) ?? "reason not recorded")
  }

  private func unchecked(_ verdict: Verdict) -> String? {
    guard case .list(let points)? = verdict[detail: "unchecked"], !points.isEmpty else { return nil }
    let rest = points.count - ReportComposer.named
    let shown = points.prefix(ReportComposer.named).joined(separator: ", ")
    return rest > 0 ? "\(shown) and \(rest) more" : shown
  }

  private func words(_ name: String, _ verdict: Verdict) -> String? {
    switch verdict[detail: name] {
    case .text(let text): text
    case .list(let list): list.isEmpty ? nil : list.joined(separator: ", ")
    default: nil
    }
  }
}
