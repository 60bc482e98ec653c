import ClinicalRecord
package import RuleEngine

/// Composes the report model from verdicts: which lines stand where, in which order, in whose words (basis F3 and F4).
package struct ReportComposer: Sendable {
  let book: RuleBook
  let inquiry: Inquiry

  let inquiryWords: InquiryWords
  let itemWords: ItemWords
  private let resultLimits: ResultLimitIndex
  /// The areas that a report prints as such, in their order.
  let reportedAreas: [RuleArea]
  /// The rules of each of these in the order of print.
  let printedRules: [[RuleID]]

  /// The position of a rule's area in the book.
  private let areaOfRule: [RuleID: Int]
  private let roleOfRule: [RuleID: RuleArea.Role]

  package init(book: RuleBook) {
    self.book = book
    inquiry = Inquiry(book)
    inquiryWords = InquiryWords(book: book)
    itemWords = ItemWords(book)
    resultLimits = ResultLimitIndex(book)
    reportedAreas = book.areas.filter { $0.role != .dataQuality }
    printedRules = reportedAreas.map { $0.printed.map(\.id) }
    var index: [RuleID: Int] = [:]
    for (position, area) in book.areas.enumerated() { for rule in area.rules { index[rule.id] = position } }
    areaOfRule = index
    roleOfRule = index.mapValues { book.areas[$0].role }
  }

  /// - Parameters:
  ///   - warnings: what the reader warned of, without patient values.
  ///   - clinic: the clinic of a referral letter; nil lets the record choose.
  ///   - earlier: the period to compare with; nil where nobody asked what changed.
  ///   - kinds: what is to be made of the model; what other kinds alone print stays empty.
  package func compose(
    _ verdicts: Verdicts, warnings: [String] = [], clinic: String? = nil, comparedWith earlier: EarlierPeriod? = nil,
    for kinds: Set<DocumentKind> = Set(DocumentKind.allCases)
  ) -> ReportModel {
    compose(
      verdicts, asking: inquiry.askNext(verdicts), warnings: warnings, clinic: clinic, comparedWith: earlier,
      for: kinds)
  }

  /// - Parameter open: what to ask next, ranked.
  func compose(
    _ verdicts: Verdicts, asking open: [OpenQuestion], warnings: [String] = [], clinic: String? = nil,
    comparedWith earlier: EarlierPeriod? = nil, for kinds: Set<DocumentKind> = Set(DocumentKind.allCases)
  ) -> ReportModel {
    let open = clinicianFirst(askable(open, verdicts), verdicts)
    let questions = open.map(printed)
    let reading = reading(verdicts)
    let redFlags = redFlags(reading)
    let openFlags = openFlags(reading)
    var model = ReportModel(
      header: header(verdicts), coverage: coverage(verdicts), redFlags: redFlags,
      routineLines: routineLines(reading), openFlags: openFlags, notAsked: notAsked(verdicts),
      precedence: withheldNotices(verdicts.all, verdicts),
      concern: text("mainConcern", verdicts), goals: codes("patientGoals", verdicts),
      overview: overview(reading, redFlags, openFlags),
      toAsk: Array(questions.prefix(6)), toTest: tests(verdicts), fired: fired(verdicts),
      figures: Figures(verdicts, limits: resultLimits), areas: areas(reading),
      moreToAsk: Array(questions.dropFirst(6)), logDigest: logDigest(verdicts), scores: scores(verdicts.record),
      measures: reading.measureLines, measuresWithheld: measuresWithheld(verdicts),
      notYetTried: notYetTried(verdicts),
      changes: earlier.map { changes(from: $0, to: verdicts) },
      references: [], warnings: warnings)
    model.references = references(verdicts, of: model)
    model.documents = documents(kinds, reading, model, questions: open, clinic: clinic)
    return model
  }

  private func header(_ verdicts: Verdicts) -> ReportModel.Header {
    let record = verdicts.record
    var age = "age not recorded"
    var stage = "menopause stage not recorded"
    for (id, value) in verdicts.derived {
      if id == "ageNow", case .number(let years) = value { age = "\(Int(years)) years" }
      if id == "menopauseStage", case .text(let code) = value { stage = Words.code(code) }
    }
    let appointment: String? =
      switch record.person["appointmentDate"]?.value {
      case .day(let day): day.iso
      default: nil
      }
    return ReportModel.Header(
      identifier: record.identifier, age: age, stage: stage, date: record.asOf.iso, appointment: appointment,
      locale: book.locale(of: record)?.id ?? "other", localeNote: book.locale(of: record)?.note ?? "",
      ruleSet: verdicts.bookVersion,
      enteredBy: text("dataEnteredBy", verdicts) ?? "not recorded")
  }

  func text(_ item: ItemID, _ verdicts: Verdicts) -> String? {
    switch verdicts.record.person[item]?.value {
    case .text(let text): text
    case .code(let code): code
    default: nil
    }
  }

  private func codes(_ item: ItemID, _ verdicts: Verdicts) -> String? {
    guard case .codes(let codes)? = verdicts.record.person[item]?.value, !codes.isEmpty else { return nil }
    return codes.sorted().map(Words.code).joined(separator: ", ")
  }

  /// The data line: every sentence that the rules of C0 have for their value.
  private func coverage(_ verdicts: Verdicts) -> [String] {
    let lines = verdicts.all.filter { role(of: $0.id) == .dataQuality }.map(\.text).filter { !$0.isEmpty }
    return lines.isEmpty ? ["Log coverage: not recorded."] : lines
  }

  /// What stands in place of the withheld phrases, each notice once.
  func withheldNotices(_ rules: some Sequence<Verdict>, _ verdicts: Verdicts) -> [String] {
    var triggers: [String: Set<RuleID>] = [:]
    var notices: [String] = []
    for verdict in rules {
      guard let (notice, trigger) = withholding(verdict, verdicts),
        triggers[notice, default: []].insert(trigger.id).inserted
      else { continue }
      let words = filled(notice, trigger)
      if !notices.contains(words) { notices.append(words) }
    }
    return notices
  }

  /// What stands in place of a withheld phrase, in the words of the line of precedence; nil for a verdict that is printed.
  func withheldNotice(_ verdict: Verdict, _ verdicts: Verdicts) -> String? {
    withholding(verdict, verdicts).map(filled)
  }

  /// The notice of the line of precedence that withholds the phrase, and the rule that it waits for.
  private func withholding(_ verdict: Verdict, _ verdicts: Verdicts) -> (notice: String, trigger: Verdict)? {
    guard let by = verdict.suppressedBy, let trigger = verdicts[by] else { return nil }
    let line = book.precedence.first { line in
      line.qualification == nil && line.trigger == by && line.rules.contains(verdict.id)
    }
    return (line?.notice ?? "Held back while a red flag is unsettled: {flag}.", trigger)
  }

  private func filled(_ notice: String, _ trigger: Verdict) -> String {
    // Evidence without a place is about no site.
    let notice =
      trigger.evidence.contains { $0.site != nil } ? notice : notice.replacing(" for this site", with: "")
    return notice.split(separator: "{flag}", omittingEmptySubsequences: false).joined(separator: trigger.rule.title)
      .split(separator: "{words}", omittingEmptySubsequences: false).joined(separator: trigger.text)
  }

  /// What stands above an area whose lines an unsettled flag qualifies; nil without one.
  func qualifiedNotice(_ area: RuleArea, _ verdicts: Verdicts) -> String? {
    for line in book.precedence where line.qualification != nil {
      guard let notice = line.notice, let trigger = verdicts[line.trigger], line.holds(trigger) else { continue }
      if area.rules.contains(where: { line.rules.contains($0.id) }) { return filled(notice, trigger) }
    }
    return nil
  }

  func area(of id: RuleID) -> RuleArea? { areaOfRule[id].map { book.areas[$0] } }

  func role(of id: RuleID) -> RuleArea.Role? { roleOfRule[id] }

  /// Every reference that a row names, in the order of first use; what is said of the data rests on rules without a row.
  private func references(_ verdicts: Verdicts, of model: ReportModel) -> [ReportModel.ReferenceLine] {
    let rows = Set(
      model.areas.flatMap(\.criteria).filter { !$0.isBrief }.map(\.rule) + model.measures.map(\.rule))
    let pack = book.locale(of: verdicts.record)
    var seen: Set<ReferenceID> = []
    var lines: [ReportModel.ReferenceLine] = []
    for verdict in verdicts.all where rows.contains(verdict.id.name) || role(of: verdict.id) == .dataQuality {
      for id in verdict.rule.citations where seen.insert(id).inserted {
        let elsewhere = book.nationalElsewhere(id, for: pack).map { " (national guideline of \($0))" } ?? ""
        lines.append(ReportModel.ReferenceLine(key: id.name, text: (book.references[id] ?? id.name) + elsewhere))
      }
    }
    return lines
  }

  /// What was logged over the whole log, by kind; numbers carry their denominators.
  private func logDigest(_ verdicts: Verdicts) -> [ReportModel.LogLine] {
    var byKind: [String: [LogEntry]] = [:]
    for entry in verdicts.record.log {
      if let kind = entry.kind { byKind[kind, default: []].append(entry) }
    }
    let observed = Set(verdicts.record.log.map(\.date)).count
    return byKind.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { kind, entries in
      let severities = entries.compactMap(\.severity).sorted()
      var severity = "not recorded"
      if let low = severities.first, let high = severities.last {
        severity = "\(Int(low)) to \(Int(high)), \(severities.count) of \(entries.count) entries"
      }
      let sites = Set(entries.compactMap(\.site)).sorted().map(Words.code)
      return ReportModel.LogLine(
        kind: Words.code(kind), entries: "\(entries.count)",
        days: "\(Set(entries.map(\.date)).count) of \(observed) observed days", severity: severity,
        sites: sites.isEmpty ? "not recorded" : sites.joined(separator: ", "))
    }
  }
}
