import ClinicalRecord
import RuleEngine

// The ten-row overview and one block of criteria for each area.
extension ReportComposer {
  func overview(_ verdicts: Verdicts) -> [ReportModel.AreaLine] {
    Wording.areas.enumerated().map { number, area in
      let rules = printed(area.id, verdicts)
      let name = "\(number + 1) \(area.name)"
      guard !rules.isEmpty else {
        return ReportModel.AreaLine(
          name: name, met: "–", notMet: "–", notRecorded: "–", key: "Rules of this area are not in this rule set yet")
      }
      // A line of level routine is not counted as a flag (settled reading A09).
      let counted = area.id == "redFlags" ? rules.filter { !$0.rule.isRoutineLine } : rules
      func count(_ value: Truth) -> String { "\(counted.count { $0.value == value })" }
      return ReportModel.AreaLine(
        name: name, met: count(.met), notMet: count(.notMet), notRecorded: count(.notRecorded),
        key: keyFinding(rules, in: area.id, verdicts))
    }
  }

  /// The verdicts of an area in the order of print.
  private func printed(_ area: String, _ verdicts: Verdicts) -> [Verdict] {
    book.areas.first { $0.id == area }?.printed.compactMap { verdicts[$0.id] } ?? []
  }

  /// The first printed phrase of a met rule that summarises the area; what is open where none is met.
  private func keyFinding(_ rules: [Verdict], in area: String, _ verdicts: Verdicts) -> String {
    if area == "redFlags" {
      let met = redFlags(verdicts).map(\.title)
      if !met.isEmpty { return met.joined(separator: "; ") }
      let open = openFlags(verdicts).map(\.title)
      return open.isEmpty ? "No red flag met on what was recorded" : "Open: " + open.joined(separator: "; ")
    }
    if area == ReportComposer.selfManagementArea { return measureSummary(verdicts) }
    let met = rules.filter { $0.value == .met && !$0.text.isEmpty && $0.suppressedBy == nil }
    let preferred = ["rls.essential", "joint.inflammatory", "hrt.contraindication"]
    let key = met.first { preferred.contains($0.id.name) } ?? met.first
    if let key { return shortened(key.text) }
    if let by = rules.filter({ $0.value == .met || $0.isOpen }).compactMap(\.suppressedBy).first,
      let trigger = verdicts[by]
    {
      return withheld(by: trigger, in: area)
    }
    return rules.contains { $0.value == .notMet } ? "No criterion met on what was recorded" : "Not recorded"
  }

  /// The first sentence.
  private func shortened(_ text: String) -> String {
    var end = text.startIndex
    while let stop = text[end...].firstIndex(of: ".") {
      let next = text.index(after: stop)
      if next == text.endIndex || text[next] == " " { return String(text[..<stop]) }
      end = next
    }
    return text
  }

  func areas(_ verdicts: Verdicts) -> [ReportModel.AreaBlock] {
    let overlap = EntryOverlap(verdicts, book: book)
    return Wording.areas.enumerated().compactMap { number, area in
      // Self-management prints as one table of its own.
      guard area.id != ReportComposer.selfManagementArea else { return nil }
      let rules = printed(area.id, verdicts)
      guard !rules.isEmpty, isOpened(area.id, verdicts) else { return nil }
      return ReportModel.AreaBlock(
        title: "\(number + 1) \(area.name)", note: note(area.id), withheld: withheld(rules, verdicts),
        criteria: rules.filter { $0.suppressedBy == nil }.map { criterion($0, verdicts, overlap) })
    }
  }

  /// Whether the rule that opens the area's block, where it names one, is met.
  private func isOpened(_ area: String, _ verdicts: Verdicts) -> Bool {
    guard let opener = book.areas.first(where: { $0.id == area })?.printedWhile else { return true }
    return verdicts[opener]?.value == .met
  }

  private func note(_ area: String) -> String? {
    switch area {
    case "joints":
      "No validated criteria exist for joint pain of the menopause transition; the pattern is descriptive."
    case "hormoneTherapy": "For discussion. Evidence strength is stated with each line."
    default: nil
    }
  }

  /// Beside an unsettled clot flag nothing on the page may read as advice to raise, press or rub the leg (basis P2, F5 (6)).
  private static let adviceItems: Set<ItemID> = [
    "qSelfCareWishes", "reliefTried", "qEasedByElevation", "relievedByElevation",
  ]

  private func isAdvice(_ item: ItemID, _ verdicts: Verdicts) -> Bool {
    guard ReportComposer.adviceItems.contains(item), let clot = verdicts["rf.dvt"] else { return false }
    return clot.value == .met || clot.isOpen
  }

  private func criterion(
    _ verdict: Verdict, _ verdicts: Verdicts, _ overlap: EntryOverlap
  ) -> ReportModel.CriterionLine {
    let evidence = EvidenceDigest.text(verdict.evidence.filter { !isAdvice($0.item, verdicts) })
    return ReportModel.CriterionLine(
      title: verdict.rule.title, rule: verdict.id.name, isMet: verdict.value == .met,
      isNotMet: verdict.value == .notMet, isNotRecorded: verdict.value == .notRecorded,
      isProvisional: verdict.isProvisional, text: verdict.text.isEmpty ? nil : verdict.text,
      conflict: verdict.conflict.isEmpty ? nil : verdict.conflict.map(conflictWords).joined(separator: "; "),
      overlap: InquiryWords(book: book).overlap(overlap.of(verdict.id)), evidence: evidence.isEmpty ? nil : evidence,
      missing: missingWords(verdict.missing.filter { !isAdvice($0, verdicts) }, verdicts.record),
      source: source(of: verdict))
  }

  func source(of verdict: Verdict) -> String {
    verdict.rule.citations.map(\.name).joined(separator: ", ") + " (\(verdict.rule.basis.rawValue))"
  }

  /// How many criteria of the area are kept from print, and why; their values stay in the verdicts.
  private func withheld(_ rules: [Verdict], _ verdicts: Verdicts) -> String? {
    let kept = rules.filter { $0.suppressedBy != nil }
    guard let by = kept.first?.suppressedBy, let trigger = verdicts[by] else { return nil }
    return
      "\(kept.count) \(kept.count == 1 ? "criterion is" : "criteria are") not printed here. \(withheld(by: trigger, in: area(of: kept[0].id)))"
  }

  /// Conflicts open with the item's id: in words.
  private func conflictWords(_ conflict: String) -> String {
    guard let colon = conflict.firstIndex(of: ":") else { return conflict }
    return Words.item(ItemID(String(conflict[..<colon]))) + String(conflict[colon...])
  }

  private func missingWords(_ items: [ItemID], _ record: PatientRecord) -> String {
    var words: [String] = []
    for item in items {
      let recorded = record.answers[item] ?? record.history[item] ?? record.person[item]
      var word = Words.item(item)
      if case .unanswered? = recorded?.value { word += " (asked, unsure)" }
      if !words.contains(word) { words.append(word) }
    }
    return words.joined(separator: ", ")
  }
}
