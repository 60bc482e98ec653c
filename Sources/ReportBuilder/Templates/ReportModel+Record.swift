import TemplateEngine

// The report model as a record of the shape: every value is written where the template finds it.
extension ReportModel {
  /// The footer of every report (basis F4).
  static let footer = "Summary of patient-recorded information. Not a diagnosis."

  /// - Parameters:
  ///   - limits: how much of each part stands on page 1.
  ///   - letter: how much of each part a letter has room for.
  /// - Throws: `RecordError` when model and shape disagree, which the tests rule out.
  func record(
    _ limits: PageOneLimits = .unlimited, letter: LetterLimits = .unlimited
  ) throws(RecordError) -> Record {
    try ReportShape.report.record { report in
      report.text("identifier", header.identifier)
      report.text("age", header.age)
      report.text("stage", header.stage)
      report.text("date", header.date)
      report.text("appointment", header.appointment)
      report.text("locale", header.locale)
      report.text("localeNote", header.localeNote)
      report.text("ruleSet", header.ruleSet)
      report.text("enteredBy", header.enteredBy)
      writeCoverage(to: &report, limits)
      report.flag("isDense", limits.isDense)
      report.flag("hasRedFlags", !redFlags.isEmpty)
      report.flag("hasOpenFlags", !openFlags.isEmpty)
      report.list("redFlags", Array(redFlags.enumerated())) { row, flag in
        flag.element.write(to: &row, limits)
        let opens = flag.offset == 0 || redFlags[flag.offset - 1].level != flag.element.level
        row.text("heading", opens ? flag.element.level : nil)
      }
      report.list("routineLines", routineLines) { $1.write(to: &$0, limits) }
      report.list("openFlags", openFlags) { $1.write(to: &$0, limits) }
      writeNotAsked(to: &report, limits)
      report.texts("precedence", shownPrecedence(limits))
      writeConcern(to: &report, limits)
      report.text("goals", goals)
      report.list("overview", overview) { $1.write(to: &$0, limits) }
      writeQuestions(to: &report, limits)
      writeTests(to: &report, limits)
      writeFired(to: &report, limits)
      report.flag("showsCalendar", limits.showsCalendar)
      report.flag("showsTimeline", limits.showsTimeline)
      figures.write(to: &report)
      report.list("areas", areas) { $1.write(to: &$0) }
      report.flag("hasLog", !logDigest.isEmpty)
      report.list("logDigest", logDigest) { $1.write(to: &$0) }
      report.flag("hasScores", !scores.isEmpty)
      report.list("scores", scores) { $1.write(to: &$0) }
      report.flag("hasMeasures", !measures.isEmpty)
      report.list("measures", measures) { $1.write(to: &$0) }
      report.text("measuresWithheld", measuresWithheld)
      report.flag("hasNotYetTried", !notYetTried.isEmpty)
      report.texts("notYetTried", notYetTried)
      report.record("changes", changes) { $1.write(to: &$0, limits) }
      report.list("references", references) { $1.write(to: &$0) }
      report.texts("warnings", warnings)
      report.text("footer", ReportModel.footer)
      settings.write(to: &report)
      report.record("provenance", provenance) { $1.write(to: &$0) }
      documents.write(to: &report, letter)
    }
  }

  /// What page 1 cuts of the sentences on the data and on what is withheld stands on the next page.
  private func writeCoverage(to report: inout RecordWriter, _ limits: PageOneLimits) {
    let shown = coverage.map { Shortening.text($0, atMost: limits.coverage) }
    report.texts("coverage", shown)
    let withheld = precedence.count > limits.precedence ? precedence : []
    report.texts("sentencesInFull", (shown == coverage ? [] : coverage) + withheld)
    report.flag("hasSentencesInFull", shown != coverage || !withheld.isEmpty)
  }

  /// At least the first sentences.
  private func shownPrecedence(_ limits: PageOneLimits) -> [String] {
    let rest = precedence.count - limits.precedence
    guard rest > 0 else { return precedence }
    // On the line of the last one shown: where lines are cut, each counts.
    let more = "\(rest) more such \(rest == 1 ? "line" : "lines"), in the full list."
    let shown = precedence.prefix(limits.precedence)
    return shown.dropLast() + [[shown.last, more].compactMap(\.self).joined(separator: " ")]
  }

  private func writeNotAsked(to report: inout RecordWriter, _ limits: PageOneLimits) {
    var unsure: [String] = []
    var notAsked: [String] = []
    for flag in self.notAsked {
      if flag.hasSuffix(Wording.askedUnsure) {
        unsure.append(String(flag.dropLast(Wording.askedUnsure.count)))
      } else if flag.hasSuffix(Wording.askedInPart) {
        unsure.append(flag.dropLast(Wording.askedInPart.count) + " (in part)")
      } else {
        notAsked.append(flag)
      }
    }
    report.text("askedUnsure", unsure.joined(separator: "; ").nonEmpty)
    report.flag("hasNotAsked", !notAsked.isEmpty)
    var shown = notAsked
    while shown.count > 1, shown.joined(separator: "; ").isLonger(than: limits.notAsked) { shown.removeLast() }
    let rest = notAsked.count - shown.count
    let names = shown.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
    report.text("notAsked", notAsked.isEmpty ? "nothing" : names)
    report.text("notAskedInFull", rest > 0 ? notAsked.joined(separator: "; ") : nil)
  }

  private func writeConcern(to report: inout RecordWriter, _ limits: PageOneLimits) {
    let shown = concern.map { Shortening.text($0, atMost: limits.concern) }
    report.text("concern", shown)
    report.text("concernInFull", shown == concern ? nil : concern)
  }

  private func writeQuestions(to report: inout RecordWriter, _ limits: PageOneLimits) {
    report.list("toAsk", Array(toAsk.prefix(limits.questions).enumerated())) { row, question in
      row.text("number", "\(question.offset + 1)")
      row.text("text", question.element)
    }
    let more = toAsk.dropFirst(limits.questions) + moreToAsk
    report.texts("moreToAsk", Array(more.prefix(ReportModel.furtherQuestions)))
    let rest = more.count - ReportModel.furtherQuestions
    report.text("restToAsk", rest > 0 ? "\(rest)" : nil)
  }

  private func writeTests(to report: inout RecordWriter, _ limits: PageOneLimits) {
    func write(_ tests: some Collection<TestLine>, from first: Int, as name: String, _ reason: Int) {
      report.list(name, Array(tests.enumerated())) { row, test in
        row.text("number", "\(first + test.offset)")
        row.text("test", test.element.test)
        row.text("because", reason == 0 ? nil : Shortening.reasons(test.element.because, atMost: reason))
      }
    }
    write(toTest.prefix(limits.tests), from: 1, as: "toTest", limits.testReason)
    let isCut = toTest.count > limits.tests || toTest.contains { $0.because.isLonger(than: limits.testReason) }
    report.flag("hasMoreToTest", isCut)
    write(isCut ? toTest : [], from: 1, as: "allToTest", .max)
  }

  private func writeFired(to report: inout RecordWriter, _ limits: PageOneLimits) {
    report.flag("hasFired", !fired.isEmpty && limits.fired > 0)
    report.list("fired", Array(fired.prefix(limits.fired))) { $1.write(to: &$0) }
    let rest = max(0, fired.count - limits.fired)
    report.text("moreFired", rest > 0 ? "\(rest)" : nil)
    report.list("allFired", rest > 0 ? fired : []) { $1.write(to: &$0) }
  }
}

extension ReportModel {
  /// Questions in the appendix: nobody asks more in one appointment, and every criterion names what it lacks.
  private static let furtherQuestions = 24

  /// The first of the words, and how many more there are.
  fileprivate static func named(_ words: [String], atMost limit: Int) -> String {
    // One more is named rather than counted.
    guard words.count > limit + 1 else { return words.joined(separator: ", ") }
    return words.prefix(limit).joined(separator: ", ") + " and \(words.count - limit) more"
  }

  /// Without what ours print behind page 1 alone.
  var firstPageAlone: ReportModel {
    var head = self
    (head.areas, head.moreToAsk, head.logDigest, head.scores, head.measures, head.references) = ([], [], [], [], [], [])
    head.notYetTried = []
    head.provenance = nil
    (head.figures.hours, head.figures.body, head.figures.results) = (nil, nil, nil)
    head.documents = .empty
    return head
  }
}

extension ReportModel.FlagLine {
  fileprivate func write(to row: inout RecordWriter, _ limits: PageOneLimits) {
    row.text("level", level)
    row.text("title", title)
    row.text("because", limits.isTerse ? evidence.core : evidence.text(atMost: limits.because))
    row.text("status", limits.isTerse && status == "active" ? nil : status)
    row.text("amplifiers", FlagEvidence.circumstances(amplifiers, atMost: limits.because))
    row.text("pathway", limits.because < PageOneLimits.roomForPathway ? nil : pathway)
    row.text("rule", rule)
    row.text("row", String(rule.prefix { $0 != "," }))
  }
}

extension ReportModel.AreaLine {
  fileprivate func write(to row: inout RecordWriter, _ limits: PageOneLimits) {
    row.text("name", name)
    row.text("met", met)
    row.text("notMet", notMet)
    row.text("notRecorded", notRecorded)
    let finding = Shortening.text(key, atMost: limits.keyFinding)
    let isSaid = lead != nil && (key == Wording.notRecorded || key == Wording.noneMet)
    let lead = limits.isTerse ? lead.map { String($0.prefix { $0 != ":" }) } : lead
    row.text("key", [lead, isSaid ? nil : finding].compactMap(\.self).joined(separator: ". "))
  }
}

extension ReportModel.FiredLine {
  func write(to row: inout RecordWriter) {
    row.text("name", name)
    row.text("value", value)
    row.text("date", date)
    row.text("because", because)
  }
}

extension ReportModel.AreaBlock {
  fileprivate func write(to row: inout RecordWriter) {
    row.text("title", title)
    row.text("note", note)
    row.text("withheld", withheld)
    row.list("criteria", criteria) { $1.write(to: &$0) }
    let rows = criteria.filter { !$0.isBrief }
    row.flag("hasRows", !rows.isEmpty)
    row.list("rows", rows) { $1.write(to: &$0) }
    func writeBrief(_ lines: [ReportModel.CriterionLine], as name: String, _ flag: String) {
      row.flag(flag, !lines.isEmpty)
      row.list(name, Array(lines.enumerated())) { cell, line in
        cell.text("title", line.element.title)
        cell.text("rule", line.element.rule)
        cell.text("evidence", line.element.evidence)
        cell.text("missing", ReportModel.named(line.element.missing, atMost: 4).nonEmpty)
        cell.flag("isLast", line.offset == lines.count - 1)
      }
    }
    writeBrief(criteria.filter { $0.isBrief && $0.isNotMet }, as: "notMet", "hasNotMet")
    writeBrief(criteria.filter { $0.isBrief && $0.isNotRecorded }, as: "notRecorded", "hasNotRecorded")
    row.flag("hasEvidence", !evidence.isEmpty)
    row.list("evidence", evidence) { $1.write(to: &$0) }
  }
}

extension ReportModel.CriterionLine {
  func write(to row: inout RecordWriter) {
    row.text("title", title)
    row.text("rule", rule)
    row.flag("isMet", isMet)
    row.flag("isNotMet", isNotMet)
    row.flag("isNotRecorded", isNotRecorded)
    row.flag("isProvisional", isProvisional)
    row.text("text", text)
    row.text("conflict", conflict)
    row.text("overlap", overlap)
    row.text("evidence", evidence)
    row.text("missing", ReportModel.named(missing, atMost: 8).nonEmpty)
    row.flag("hasMore", hasMore)
    row.text("source", source)
  }
}

extension ReportModel.EvidenceLine {
  fileprivate func write(to row: inout RecordWriter) {
    row.text("rule", rule)
    row.text("title", title)
    row.text("text", text.nonEmpty)
    row.text("entries", entries)
  }
}

extension ReportModel.LogLine {
  fileprivate func write(to row: inout RecordWriter) {
    row.text("kind", kind)
    row.text("entries", entries)
    row.text("days", days)
    row.text("severity", severity)
    row.text("sites", sites)
  }
}

extension ReportModel.ScoreLine {
  fileprivate func write(to row: inout RecordWriter) {
    row.text("instrument", instrument)
    row.text("score", score)
    row.text("scale", scale)
    row.text("band", band)
    row.text("date", date)
    row.text("scoredBy", scoredBy)
  }
}

extension ReportModel.MeasureLine {
  func write(to row: inout RecordWriter) {
    row.text("measure", measure)
    row.text("rule", rule)
    row.text("tried", tried)
    row.text("helped", helped)
    row.text("evidence", evidence)
    row.text("caution", caution)
    row.text("source", source)
  }
}

extension ReportModel.Changes {
  fileprivate func write(to group: inout RecordWriter, _ limits: PageOneLimits) {
    let shown = lines.prefix(limits.changes)
    let rest = lines.count - shown.count
    group.text("since", since)
    group.flag("hasLines", !lines.isEmpty)
    group.list("lines", Array(shown)) { $1.write(to: &$0) }
    group.text(
      "more",
      rest > 0 ? "\(rest) more \(rest == 1 ? "change is" : "changes are") in the appendix of the full report." : nil)
    group.flag("hasMore", rest > 0)
    group.list("all", rest > 0 ? lines : []) { $1.write(to: &$0) }
    group.texts("notes", notes)
    group.text("method", method)
  }
}

extension ReportModel.ChangeLine {
  fileprivate func write(to row: inout RecordWriter) {
    row.text("kind", kind)
    row.text("title", title)
    row.text("before", before)
    row.text("now", now)
    row.text("rule", rule)
  }
}

extension ReportModel.ReferenceLine {
  fileprivate func write(to row: inout RecordWriter) {
    row.text("key", key)
    row.text("text", text)
  }
}
