import TemplateEngine

// The report model as a record of the shape: every value is written where the template finds it.
extension ReportModel {
  /// The footer of every report (basis F4).
  static let footer = "Summary of patient-recorded information. Not a diagnosis. Criteria and sources in the appendix."

  /// - Throws: `RecordError` when model and shape disagree, which the tests rule out.
  func record() throws(RecordError) -> Record {
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
      report.texts("coverage", coverage)
      report.list("redFlags", redFlags) { $1.write(to: &$0) }
      report.list("routineLines", routineLines) { $1.write(to: &$0) }
      report.list("openFlags", openFlags) { $1.write(to: &$0) }
      report.flag("hasNotAsked", !notAsked.isEmpty)
      report.text("notAsked", notAsked.isEmpty ? "nothing" : notAsked.joined(separator: "; "))
      report.texts("precedence", precedence)
      report.text("concern", concern)
      report.text("goals", goals)
      report.list("overview", overview) { $1.write(to: &$0) }
      writeQuestions(to: &report)
      writeTests(to: &report)
      report.flag("hasFired", !fired.isEmpty)
      report.list("fired", fired) { $1.write(to: &$0) }
      report.list("areas", areas) { $1.write(to: &$0) }
      report.texts("moreToAsk", moreToAsk)
      report.flag("hasLog", !logDigest.isEmpty)
      report.list("logDigest", logDigest) { $1.write(to: &$0) }
      report.flag("hasScores", !scores.isEmpty)
      report.list("scores", scores) { $1.write(to: &$0) }
      report.flag("hasMeasures", !measures.isEmpty)
      report.list("measures", measures) { $1.write(to: &$0) }
      report.text("measuresWithheld", measuresWithheld)
      report.flag("hasNotYetTried", !notYetTried.isEmpty)
      report.texts("notYetTried", notYetTried)
      report.list("references", references) { $1.write(to: &$0) }
      report.texts("warnings", warnings)
      report.text("footer", ReportModel.footer)
      settings.write(to: &report)
      report.record("provenance", provenance) { $1.write(to: &$0) }
    }
  }

  private func writeQuestions(to report: inout RecordWriter) {
    report.list("toAsk", Array(toAsk.enumerated())) { row, question in
      row.text("number", "\(question.offset + 1)")
      row.text("text", question.element)
    }
  }

  private func writeTests(to report: inout RecordWriter) {
    report.list("toTest", Array(toTest.enumerated())) { row, test in
      row.text("number", "\(test.offset + 1)")
      row.text("test", test.element.test)
      row.text("because", test.element.because)
    }
  }
}

extension ReportModel.FlagLine {
  fileprivate func write(to row: inout RecordWriter) {
    row.text("level", level)
    row.text("title", title)
    row.text("because", because)
    row.text("status", status)
    row.text("amplifiers", amplifiers)
    row.text("rule", rule)
  }
}

extension ReportModel.AreaLine {
  fileprivate func write(to row: inout RecordWriter) {
    row.text("name", name)
    row.text("met", met)
    row.text("notMet", notMet)
    row.text("notRecorded", notRecorded)
    row.text("key", key)
  }
}

extension ReportModel.FiredLine {
  fileprivate func write(to row: inout RecordWriter) {
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
  }
}

extension ReportModel.CriterionLine {
  fileprivate func write(to row: inout RecordWriter) {
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
    row.text("missing", missing)
    row.text("source", source)
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
  fileprivate func write(to row: inout RecordWriter) {
    row.text("measure", measure)
    row.text("rule", rule)
    row.text("tried", tried)
    row.text("helped", helped)
    row.text("evidence", evidence)
    row.text("caution", caution)
    row.text("source", source)
  }
}

extension ReportModel.ReferenceLine {
  fileprivate func write(to row: inout RecordWriter) {
    row.text("key", key)
    row.text("text", text)
  }
}
