import RuleEngine
import TemplateEngine

// The documents as records of their shapes.
extension ReportDocuments {
  func write(to report: inout RecordWriter, _ limits: LetterLimits) {
    report.record("referral") { referral.write(to: &$0, limits) }
    report.record("ehrNote") { note.write(to: &$0) }
    report.record("patient") { patient.write(to: &$0) }
    report.record("triage") { triage.write(to: &$0) }
  }

  fileprivate static func joined(_ lines: [String], _ separator: String, none: String = "none") -> String {
    lines.isEmpty ? none : lines.joined(separator: separator)
  }
}

extension ReportDocuments.Referral {
  fileprivate func write(to letter: inout RecordWriter, _ limits: LetterLimits) {
    letter.text("clinic", clinic)
    letter.text("level", level)
    letter.flag("isForNow", urgency == .emergency)
    letter.flag("isForToday", urgency == .sameDay)
    letter.flag("hasMedicines", !medicines.isEmpty)
    letter.texts("medicines", medicines)
    letter.flag("isListConfirmed", isListConfirmed)
    letter.text("chosen", chosen)
    let shown = limits.findings(met)
    letter.flag("hasMet", !met.isEmpty)
    letter.list("met", shown) { $1.write(to: &$0) }
    letter.text("moreMet", LetterLimits.rest(met.count - shown.count))
    letter.text("notMet", ReportDocuments.joined(notMet, "; "))
    letter.list("unsettled", unsettled) { row, criterion in
      row.text("title", criterion.title)
      row.text("text", criterion.text)
    }
    letter.text("notRecorded", ReportDocuments.joined(notRecorded, "; "))
    letter.texts("withheld", withheld)
    letter.flag("hasFired", !fired.isEmpty)
    letter.list("fired", LetterLimits.first(limits.fired, of: fired)) { $1.write(to: &$0) }
    letter.text("moreFired", LetterLimits.rest(fired.count - LetterLimits.first(limits.fired, of: fired).count))
    letter.flag("hasTried", !tried.isEmpty)
    letter.list("tried", tried) { $1.write(to: &$0) }
    letter.text("measuresWithheld", measuresWithheld)
    letter.list("toAsk", Array(LetterLimits.first(limits.questions, of: toAsk).enumerated())) { row, question in
      row.text("number", "\(question.offset + 1)")
      row.text("text", question.element)
    }
    letter.text("moreToAsk", LetterLimits.rest(toAsk.count - LetterLimits.first(limits.questions, of: toAsk).count))
    letter.texts("toTest", LetterLimits.first(limits.tests, of: toTest))
    letter.text("moreToTest", LetterLimits.rest(toTest.count - LetterLimits.first(limits.tests, of: toTest).count))
    letter.text("footer", DocumentKind.referral.footer)
  }
}

extension ReportDocuments.Note {
  fileprivate func write(to row: inout RecordWriter) {
    row.text("identifier", identifier)
    row.text("age", age)
    row.text("date", date)
    row.list("redFlags", redFlags) { $1.write(to: &$0) }
    row.list("openFlags", openFlags) { $1.write(to: &$0) }
    row.text("notAsked", notAsked)
    row.text("restlessLegs", restlessLegs)
    row.list("findings", findings) { row, finding in
      row.text("area", finding.area)
      row.text("text", finding.text)
    }
    row.text("noneMet", noneMet)
    row.text("notRecorded", notRecorded)
    row.text("withheld", withheld)
    row.text("toAsk", toAsk.isEmpty ? nil : toAsk.joined(separator: " / "))
    row.text("toTest", toTest.isEmpty ? nil : toTest.joined(separator: "; "))
    row.text("coverage", coverage)
    row.text("footer", DocumentKind.note.footer)
  }
}

extension ReportDocuments.Note.Flag {
  fileprivate func write(to row: inout RecordWriter) {
    row.text("level", level)
    row.text("title", title)
    row.text("because", because)
  }
}

extension ReportDocuments.PatientCopy {
  fileprivate func write(to row: inout RecordWriter) {
    row.flag("hasNow", !now.isEmpty)
    row.list("now", now) { $1.write(to: &$0) }
    row.flag("hasUnsettled", !unsettled.isEmpty)
    row.list("unsettled", unsettled) { $1.write(to: &$0) }
    row.flag("hasUnasked", !unasked.isEmpty)
    row.list("unasked", unasked) { $1.write(to: &$0) }
    row.flag("holdsNothing", holdsNothing)
    row.list("always", always) { $1.write(to: &$0) }
    row.text("coverage", coverage)
    row.texts("recorded", recorded)
    row.flag("hasSymptoms", !symptoms.isEmpty)
    row.list("symptoms", symptoms) { row, symptom in
      row.text("kind", symptom.kind)
      row.text("notes", symptom.notes)
      row.text("days", symptom.days)
    }
    row.text("notAsked", notAsked)
    row.texts("bring", bring)
    row.texts("mayBeAsked", mayBeAsked)
    row.text("footer", DocumentKind.patient.footer)
  }
}

extension ReportDocuments.PatientCopy.Step {
  fileprivate func write(to row: inout RecordWriter) {
    row.text("action", action)
    row.list("signs", signs) { $0.text("sign", $1.text) }
  }
}

extension ReportDocuments.TriageLine {
  fileprivate func write(to row: inout RecordWriter) {
    row.text("identifier", identifier)
    row.text("age", age)
    row.text("level", level)
    row.text("counts", counts)
    row.text("titles", titles)
    row.text("restlessLegs", restlessLegs)
    row.text("coverage", coverage)
  }
}
