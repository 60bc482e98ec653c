import ClinicalRecord
package import RuleEngine

// Red flags: met ones by level, open ones, and what was not asked.
extension ReportComposer {
  /// A rule of another area that carries a level is a flag while it is met at one (basis P1).
  private func metFlags(_ verdicts: Verdicts) -> [Verdict] {
    verdicts.all.filter { $0.value == .met && isFlag($0) }
  }

  /// A line of level routine is none (settled reading A09).
  func isFlag(_ verdict: Verdict) -> Bool {
    (role(of: verdict.id) == .redFlags || verdict.urgency != nil) && !verdict.rule.isRoutineLine
  }

  private func isOwnFlag(_ verdict: Verdict) -> Bool {
    role(of: verdict.id) == .redFlags && !verdict.rule.isRoutineLine
  }

  /// The highest level first; within a level flags of C5 before those of other areas, in book order. Flags that rest on the same evidence, or are part of another, are one line at the highest level (basis P1).
  func redFlags(_ reading: ReportReading) -> [ReportModel.FlagLine] {
    reading.flagGroups.map { merged($0, reading) }
  }

  /// The flags behind each line, the one with the highest level first.
  func flagGroups(_ verdicts: Verdicts) -> [[Verdict]] {
    let sorted = metFlags(verdicts).enumerated().sorted { a, b in
      let (first, second) = (a.element.urgency ?? .sameDay, b.element.urgency ?? .sameDay)
      if first != second { return first > second }
      let own = (role(of: a.element.id) == .redFlags, role(of: b.element.id) == .redFlags)
      return own.0 == own.1 ? a.offset < b.offset : own.0
    }
    var groups: [[Verdict]] = []
    for verdict in sorted.map(\.element) {
      let evidence = Set(verdict.evidence)
      if !evidence.isEmpty,
        let same = groups.firstIndex(where: {
          Set($0[0].evidence) == evidence || isPart(verdict, of: $0[0])
        })
      {
        groups[same].append(verdict)
      } else {
        groups.append([verdict])
      }
    }
    return groups
  }

  /// A rule of another area that the flag reads is part of it: its evidence is among the flag's.
  private func isPart(_ verdict: Verdict, of flag: Verdict) -> Bool {
    role(of: verdict.id) != .redFlags && book.rulesBehind[flag.id]?.contains(verdict.id) == true
  }

  /// Met lines of level routine, printed below the flags and not counted among them (settled reading A09).
  func routineLines(_ reading: ReportReading) -> [ReportModel.FlagLine] {
    reading.verdicts.all.filter { $0.value == .met && role(of: $0.id) == .redFlags && $0.rule.isRoutineLine }
      .map { line($0, reading) }
  }

  func openVerdicts(_ verdicts: Verdicts) -> [Verdict] {
    verdicts.all.filter { $0.isOpen && isOwnFlag($0) }
  }

  func openFlags(_ reading: ReportReading) -> [ReportModel.FlagLine] {
    reading.openVerdicts.map { verdict in
      ReportModel.FlagLine(
        level: "Open", title: verdict.rule.title, evidence: evidence(of: verdict, reading),
        status: Wording.ifConfirmed(ifConfirmed(verdict)),
        amplifiers: verdict.amplifiers, pathway: pathway(verdict, reading), rule: verdict.id.name)
    }
  }

  /// The level that an open flag would have at least.
  func ifConfirmed(_ verdict: Verdict) -> Urgency {
    isUrgentlyOpen(verdict) ? .emergency : book.patientWords.flags[verdict.id]?.whileOpen ?? .sameDay
  }

  /// Whether the log holds a symptom for which nobody waits until the flag is settled.
  func isUrgentlyOpen(_ verdict: Verdict) -> Bool {
    guard let kinds = book.patientWords.flags[verdict.id]?.urgentKinds, !kinds.isEmpty else { return false }
    return verdict.evidence.contains { $0.item == .symptomKind && kinds.contains($0.value) }
  }

  func notAsked(_ verdicts: Verdicts) -> [String] {
    notAskedVerdicts(verdicts).map { $0.rule.title + askedUnsure($0.rule, verdicts.record) }
  }

  func notAskedVerdicts(_ verdicts: Verdicts) -> [Verdict] {
    let isPastContraception = isPastContraception(verdicts)
    return verdicts.all.filter {
      $0.value == .notRecorded && !$0.isOpen && isOwnFlag($0) && $0.id != "rf.freeText" && !restsOnResults($0.rule)
        && !(isPastContraception && $0.id == "rf.pregnant")
    }
  }

  /// Whether screening questions of the flag were asked without an answer that can be used (basis 0.2): all of them, or some.
  private func askedUnsure(_ rule: Rule, _ record: PatientRecord) -> String {
    guard case .redFlag(let flag) = rule.logic else { return "" }
    let answers = screening(flag.notMetWhen).map { (record.answers[$0] ?? record.history[$0])?.value }
    let wasUnsure = answers.contains { if case .unanswered? = $0 { true } else { false } }
    guard wasUnsure else { return "" }
    return answers.contains { $0 == nil } ? Wording.askedInPart : Wording.askedUnsure
  }

  private func screening(_ ground: RedFlag.Ground) -> [ItemID] {
    switch ground {
    case .everyAnswerIsNo(let items): items
    case .all(let grounds): grounds.flatMap(screening)
    default: []
    }
  }

  /// A flag that rests on measurements or results alone is silent while none is on file (basis C5): nobody can be asked about it.
  private func restsOnResults(_ rule: Rule) -> Bool {
    guard case .redFlag(let flag) = rule.logic else { return false }
    return flag.answers == nil && flag.log == nil && flag.gate == nil
  }

  /// The phrase of a met flag (basis C5): level, title, evidence, amplifiers, and what the rule itself adds.
  static func phrase(_ verdict: Verdict, _ digest: EvidenceDigest) -> String {
    guard case .redFlag = verdict.rule.logic, verdict.value == .met else { return verdict.text }
    var text =
      "\(Wording.level(verdict.urgency ?? .sameDay)). \(verdict.rule.title): \(digest.text(verdict))."
    if !verdict.amplifiers.isEmpty { text += " Weighs more with: \(verdict.amplifiers.joined(separator: ", "))." }
    return verdict.text.isEmpty ? text : "\(text) \(verdict.text)"
  }

  /// One line for flags on the same evidence: the first has the highest level; every title and amplifier is kept.
  private func merged(_ group: [Verdict], _ reading: ReportReading) -> ReportModel.FlagLine {
    var first = line(group[0], reading)
    var amplifiers: [String] = []
    for verdict in group {
      for words in verdict.amplifiers where !amplifiers.contains(words) { amplifiers.append(words) }
    }
    first.title = group.map(\.rule.title).joined(separator: "; ")
    first.rule = group.map(\.id.name).joined(separator: ", ")
    first.amplifiers = amplifiers
    return first
  }

  private func evidence(of verdict: Verdict, _ reading: ReportReading) -> FlagEvidence {
    let behind = book.rulesBehind[verdict.id] ?? []
    return reading.digest.flag(
      verdict, borrowed: Set(behind.flatMap { reading.verdicts[$0]?.evidence ?? [] }))
  }

  private func line(_ verdict: Verdict, _ reading: ReportReading) -> ReportModel.FlagLine {
    ReportModel.FlagLine(
      level: Wording.level(verdict.urgency ?? .sameDay), title: verdict.rule.title,
      evidence: evidence(of: verdict, reading), status: ReportComposer.status(verdict),
      amplifiers: verdict.amplifiers, pathway: pathway(verdict, reading), rule: verdict.id.name)
  }

  /// The clot flag goes on by the Wells score; the names of its open items stand on a later page.
  private func pathway(_ verdict: Verdict, _ reading: ReportReading) -> String? {
    guard verdict.id == ReportComposer.clotFlag, let wells = reading.verdicts[ReportComposer.wellsScore] else {
      return nil
    }
    let sentences = wells.text.split(separator: ". ").filter { !$0.hasPrefix("Unanswered:") }
    return sentences.joined(separator: ". ").nonEmpty
  }

  /// Whether a met flag is active, or which day to ask about (basis C5).
  package static func status(_ verdict: Verdict) -> String {
    guard !verdict.isActive else { return "active" }
    // The start of a medicine is a circumstance; the flag happened when the symptom did.
    let own = verdict.evidence.filter { $0.source != .medication }.compactMap(\.date).max()
    guard let day = own ?? verdict.evidence.compactMap(\.date).max() else {
      return "undated: confirm when, and that it was assessed"
    }
    return "recorded on \(day.iso): confirm it was assessed"
  }
}
