import ClinicalRecord
import RuleEngine

// The ten-row overview and one block of criteria for each area.
extension ReportComposer {
  /// - Parameters:
  ///   - redFlags: the lines of the red flags that are met.
  ///   - openFlags: those of the open ones.
  func overview(
    _ reading: ReportReading, _ redFlags: [ReportModel.FlagLine], _ openFlags: [ReportModel.FlagLine]
  ) -> [ReportModel.AreaLine] {
    reportedAreas.enumerated().map { number, area in
      let rules = printed(number, reading.verdicts)
      let name = title(of: area, number)
      guard !rules.isEmpty else {
        return ReportModel.AreaLine(
          name: name, met: "–", notMet: "–", notRecorded: "–", key: "Rules of this area are not in this rule set yet")
      }
      // A line of level routine is not counted as a flag (settled reading A09).
      let counted = area.role == .redFlags ? rules.filter { !$0.rule.isRoutineLine } : rules
      func count(_ value: Truth) -> String { "\(counted.count { $0.value == value })" }
      let key =
        area.role == .redFlags ? keyFlag(redFlags, openFlags) : keyFinding(rules, in: area, reading)
      return ReportModel.AreaLine(
        name: name, met: count(.met), notMet: count(.notMet), notRecorded: count(.notRecorded),
        lead: criteriaVerdict(in: area, reading.verdicts), key: key)
    }
  }

  /// The titles of the key patterns that are met, one for each area, in the order of the areas; context rules are none.
  func keyPatterns(_ verdicts: Verdicts) -> [String] {
    reportedAreas.enumerated().filter { $1.role == .patterns }.compactMap { number, area in
      guard let rule = weightiest(printed(number, verdicts), in: area, verdicts)?.rule else { return nil }
      return area.keyRules.contains(rule.id) || rule.isRedFlag ? rule.title : nil
    }
  }

  private func title(of area: RuleArea, _ number: Int) -> String { "\(number + 1) \(area.reportName ?? area.title)" }

  /// The verdicts of a reported area in the order of print.
  private func printed(_ area: Int, _ verdicts: Verdicts) -> [Verdict] {
    printedRules[area].compactMap { verdicts[$0] }
  }

  private func keyFlag(_ redFlags: [ReportModel.FlagLine], _ openFlags: [ReportModel.FlagLine]) -> String {
    if !redFlags.isEmpty { return redFlags.map(\.title).joined(separator: "; ") }
    return openFlags.isEmpty
      ? "No red flag met on what was recorded" : "Open: " + openFlags.map(\.title).joined(separator: "; ")
  }

  /// The weightiest met rule; what is open where none is met.
  private func keyFinding(_ rules: [Verdict], in area: RuleArea, _ reading: ReportReading) -> String {
    let verdicts = reading.verdicts
    if area.role == .measures { return measureSummary(reading) }
    // What the verdict on the criteria says stands before the key finding.
    let rules =
      area.rules.contains { $0.id == ReportComposer.restlessLegsVerdict } ? rules.filter { !isCriterion($0.id) } : rules
    if let key = weightiest(rules, in: area, verdicts) { return ReportComposer.firstSentence(of: key.text) }
    let held = rules.filter { $0.value == .met || $0.isOpen }.first { $0.suppressedBy != nil }
    if let notice = held.flatMap({ withheldNotice($0, verdicts) }) { return notice }
    if rules.contains(where: { $0.value == .met }), let gate = area.gate.flatMap({ verdicts[$0] }),
      gate.value == .notMet
    {
      let context = rules.filter { $0.value == .met && $0.id != gate.id }.map(\.rule.title).joined(separator: ", ")
      return "\(gate.rule.title): not met; met as context: \(context)"
    }
    return rules.contains { $0.value == .notMet } ? Wording.noneMet : Wording.notRecorded
  }

  /// A met rule with a level, the highest first; then the area's own key rules in their order; then the first in print. Where the gate of the area is not met, its context alone is no finding.
  private func weightiest(_ rules: [Verdict], in area: RuleArea, _ verdicts: Verdicts) -> Verdict? {
    let met = rules.filter { $0.value == .met && !$0.text.isEmpty && $0.suppressedBy == nil }
    let highest = met.compactMap(\.urgency).max()
    if let highest, let flag = met.first(where: { $0.urgency == highest }) { return flag }
    if let key = area.keyRules.lazy.compactMap({ id in met.first { $0.id == id } }).first { return key }
    if let gate = area.gate, verdicts[gate]?.value == .notMet { return nil }
    return met.first
  }

  /// The first sentence without its full stop.
  static func firstSentence(of text: String) -> String {
    var end = text.startIndex
    while let stop = text[end...].firstIndex(of: ".") {
      let next = text.index(after: stop)
      if next == text.endIndex || text[next] == " " { return String(text[..<stop]) }
      end = next
    }
    return text
  }

  func areas(_ reading: ReportReading) -> [ReportModel.AreaBlock] {
    let verdicts = reading.verdicts
    return reportedAreas.enumerated().compactMap { number, area in
      // Self-management prints as one table of its own.
      guard area.role != .measures else { return nil }
      let rules = printed(number, verdicts)
      guard !rules.isEmpty, isOpened(area, verdicts) else { return nil }
      let shown = rules.filter { $0.suppressedBy == nil }
      let evidence = shown.map { reading.digest.text($0, without: reading.unprinted) }
      let criteria = zip(shown, evidence).map { row($0, reading, $1) }
      return ReportModel.AreaBlock(
        title: title(of: area, number), note: area.note,
        withheld: [qualifiedNotice(area, verdicts), withheld(rules, verdicts)].compactMap(\.self).joined(
          separator: " "
        ).nonEmpty,
        criteria: criteria,
        evidence: zip(criteria, zip(shown, evidence)).compactMap { row, behind in
          row.hasMore ? evidenceLine(behind.0, row.evidence == behind.1 ? "" : behind.1, reading.unprinted) : nil
        })
    }
  }

  /// A row with as much of the evidence as it has room for; of a brief one all that says something.
  private func row(_ verdict: Verdict, _ reading: ReportReading, _ words: String) -> ReportModel.CriterionLine {
    var line = criterion(verdict, reading, Shortening.text(words, atMost: ReportComposer.evidenceInTable))
    if line.isBrief {
      // Who the patient is, and that there is a log, says nothing of the criterion.
      let says = verdict.evidence.contains { $0.source != .person && $0.item != .entryDate }
      line.evidence = says ? words.nonEmpty : nil
    } else {
      let hasEntries = verdict.value == .met && verdict.evidence.contains { $0.source == .log && $0.id != nil }
      line.hasMore = !words.isEmpty && (hasEntries || line.evidence != words)
    }
    return line
  }

  /// Whether the rule that opens the area's block, where it names one, is met.
  func isOpened(_ area: RuleArea, _ verdicts: Verdicts) -> Bool {
    guard let opener = area.printedWhile else { return true }
    return verdicts[opener]?.value == .met
  }

  func criterion(
    _ verdict: Verdict, _ reading: ReportReading, _ evidence: String
  ) -> ReportModel.CriterionLine {
    ReportModel.CriterionLine(
      title: verdict.rule.title, rule: verdict.id.name, isMet: verdict.value == .met,
      isNotMet: verdict.value == .notMet, isNotRecorded: verdict.value == .notRecorded,
      isProvisional: verdict.isProvisional, text: verdict.text.isEmpty ? nil : verdict.text,
      conflict: verdict.conflict.isEmpty ? nil : verdict.conflict.map(conflictWords).joined(separator: "; "),
      overlap: inquiryWords.overlap(reading.overlap.of(verdict.id)), evidence: evidence.isEmpty ? nil : evidence,
      missing: missingWords(
        verdict.missing.filter { !reading.unprinted.contains($0) }, reading.verdicts.record),
      source: source(of: verdict), isOpen: verdict.isOpen,
      isEssential: isCriterion(verdict.id))
  }

  /// Characters of evidence in the table of criteria; the list below the table has what is longer.
  private static let evidenceInTable = 200
  /// How many log entries the list of evidence names before it counts the rest.
  private static let namedEntries = 12

  /// All evidence of a criterion, for the list below the table: in words, then the entries by id and day.
  private func evidenceLine(
    _ verdict: Verdict, _ words: String, _ unprinted: Set<ItemID>
  ) -> ReportModel.EvidenceLine {
    var entries: [String] = []
    var seen: Set<String> = []
    for piece in verdict.evidence where piece.source == .log && !unprinted.contains(piece.item) {
      guard let id = piece.id, seen.insert(id).inserted else { continue }
      entries.append(id)
    }
    let rest = entries.count - ReportComposer.namedEntries
    let named = entries.prefix(ReportComposer.namedEntries).joined(separator: ", ")
    return ReportModel.EvidenceLine(
      rule: verdict.id.name, title: verdict.rule.title, text: words,
      entries: entries.isEmpty ? nil : named + (rest > 0 ? " and \(rest) more" : ""))
  }

  func source(of verdict: Verdict) -> String {
    verdict.rule.citations.map(\.name).joined(separator: ", ") + " (\(verdict.rule.basis.rawValue))"
  }

  /// How many criteria of the area are kept from print, and why; their values stay in the verdicts.
  private func withheld(_ rules: [Verdict], _ verdicts: Verdicts) -> String? {
    let kept = rules.filter { $0.suppressedBy != nil }
    guard let notice = kept.first.flatMap({ withheldNotice($0, verdicts) }) else { return nil }
    return "\(kept.count) \(kept.count == 1 ? "criterion is" : "criteria are") not printed here. \(notice)"
  }

  /// Conflicts open with the item's id: in words.
  private func conflictWords(_ conflict: String) -> String {
    guard let colon = conflict.firstIndex(of: ":") else { return conflict }
    return Words.item(ItemID(String(conflict[..<colon]))) + String(conflict[colon...])
  }

  private func missingWords(_ items: [ItemID], _ record: PatientRecord) -> [String] {
    var words: [String] = []
    for item in items {
      let recorded = record.answers[item] ?? record.history[item] ?? record.person[item]
      var word = itemWords.missing(item)
      if case .unanswered? = recorded?.value { word += " (asked, unsure)" }
      // What stands in the table of results is not simply missing.
      if record.labs.contains(where: { $0.id == item }) { word += " (no result that the rule can use)" }
      if !words.contains(word) { words.append(word) }
    }
    return words
  }
}
