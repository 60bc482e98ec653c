import TemplateEngine

extension ReportShapes {
  /// The record of a view, written straight from its structs.
  func record(_ view: ReportView) throws(RecordError) -> Record {
    try report.record { write(view, to: &$0) }
  }

  private func write(_ view: ReportView, to record: inout RecordWriter) {
    T.program("title", view.title, to: &record)
    T.program("report_id", view.reportID, to: &record)
    T.program("generated", view.generated, to: &record)
    T.program("rules_version", view.rulesVersion, to: &record)
    T.program("rule_count", view.ruleCount, to: &record)
    record.record("patient") { write(view.patient, to: &$0) }
    record.record("period") { write(view.period, to: &$0) }
    record.record("summary") { write(view.summary, to: &$0) }
    record.flag("has_red_flags", view.hasRedFlags)
    T.program("red_flag_count", view.redFlagCount, to: &record)
    record.list("red_flags", view.redFlags) { write($1, to: &$0) }
    record.list("findings", view.findings) { write($1, to: &$0) }
    record.list("weeks", view.weeks) { write($1, to: &$0) }
    record.list("symptoms", view.symptoms) { write($1, to: &$0) }
    record.list("medications", view.medications) { write($1, to: &$0) }
    record.list("labs", view.labs) { write($1, to: &$0) }
    record.list("answers", view.answers) { write($1, to: &$0) }
    record.flag("has_missing", view.hasMissing)
    record.list("missing", view.missing) { write($1, to: &$0) }
    record.flag("has_discussion", view.hasDiscussion)
    record.list("discussion", view.discussion) { write($1, to: &$0) }
    record.list("notes", view.notes) { write($1, to: &$0) }
  }

  private func write(_ patient: ReportView.Patient, to record: inout RecordWriter) {
    T.program("id", patient.id, to: &record)
    T.patient("name", patient.name, to: &record)
    T.program("dob", patient.born, to: &record)
    T.program("age", patient.age, to: &record)
    T.program("sex", patient.sex, to: &record)
    T.program("gp", patient.practitioner, to: &record)
    T.program("height_cm", patient.height, to: &record)
    T.program("weight", patient.weight, to: &record)
    T.program("bmi", patient.bodyMassIndex, to: &record)
    record.flag("smoker", patient.smoker)
  }

  private func write(_ period: ReportView.Period, to record: inout RecordWriter) {
    T.program("start", period.start, to: &record)
    T.program("end", period.end, to: &record)
    T.program("days", period.days, to: &record)
    T.program("entries", period.entries, to: &record)
    T.program("coverage", period.coverage, to: &record)
  }

  private func write(_ summary: ReportView.Summary, to record: inout RecordWriter) {
    T.program("score", summary.score, to: &record)
    T.program("band", summary.band, to: &record)
    T.program("likely", summary.likely, to: &record)
    T.program("possible", summary.possible, to: &record)
    T.program("trend", summary.trend, to: &record)
    record.markup("text", summary.text, T.dialect)
  }

  private func write(_ redFlag: ReportView.RedFlag, to record: inout RecordWriter) {
    T.program("code", redFlag.code, to: &record)
    T.program("label", redFlag.label, to: &record)
    T.program("urgency", redFlag.urgency, to: &record)
    T.program("why", redFlag.why, to: &record)
    T.program("action", redFlag.action, to: &record)
    record.list("evidence", redFlag.evidence) { write($1, to: &$0) }
  }

  private func write(_ evidence: ReportView.FlagEvidence, to record: inout RecordWriter) {
    T.program("date", evidence.date, to: &record)
    T.patient("text", evidence.text, to: &record)
  }

  private func write(_ finding: ReportView.Finding, to record: inout RecordWriter) {
    T.program("id", finding.id, to: &record)
    T.program("title", finding.title, to: &record)
    T.program("status", finding.status, to: &record)
    T.program("met_count", finding.metCount, to: &record)
    T.program("criteria_count", finding.criteriaCount, to: &record)
    T.program("summary", finding.summary, to: &record)
    record.list("criteria", finding.criteria) { write($1, to: &$0) }
    record.flag("has_evidence", finding.hasEvidence)
    record.list("evidence", finding.evidence) { write($1, to: &$0) }
    record.list("actions", finding.actions) { T.program("text", $1, to: &$0) }
  }

  private func write(_ criterion: ReportView.Criterion, to record: inout RecordWriter) {
    record.flag("met", criterion.met)
    T.program("label", criterion.label, to: &record)
    T.program("observed", criterion.observed, to: &record)
  }

  private func write(_ evidence: ReportView.Evidence, to record: inout RecordWriter) {
    T.program("date", evidence.date, to: &record)
    T.program("severity", evidence.severity, to: &record)
    T.patient("text", evidence.text, to: &record)
  }

  private func write(_ week: ReportView.Week, to record: inout RecordWriter) {
    T.program("label", week.label, to: &record)
    T.program("entries", week.entries, to: &record)
    T.program("hot", week.hot, to: &record)
    T.program("sweat", week.sweat, to: &record)
    T.program("sleep", week.sleep, to: &record)
    T.program("mood", week.mood, to: &record)
    T.program("joint", week.joint, to: &record)
    T.program("fog", week.fog, to: &record)
    T.program("total", week.total, to: &record)
    T.program("trend", week.trend, to: &record)
  }

  private func write(_ symptom: ReportView.Symptom, to record: inout RecordWriter) {
    T.program("name", symptom.name, to: &record)
    T.program("days", symptom.days, to: &record)
    T.program("mean", symptom.mean, to: &record)
    T.program("peak", symptom.peak, to: &record)
    T.program("peak_date", symptom.peakDate, to: &record)
    T.program("trend", symptom.trend, to: &record)
  }

  private func write(_ medication: ReportView.Medication, to record: inout RecordWriter) {
    T.program("name", medication.name, to: &record)
    T.patient("dose", medication.dose, to: &record)
    T.program("route", medication.route, to: &record)
    T.program("freq", medication.frequency, to: &record)
    T.program("start", medication.start, to: &record)
    T.program("stop", medication.stop, to: &record)
    record.flag("active", medication.active)
    T.patient("note", medication.note, to: &record)
  }

  private func write(_ lab: ReportView.LabResult, to record: inout RecordWriter) {
    T.program("name", lab.name, to: &record)
    T.program("value", lab.value, to: &record)
    T.program("unit", lab.unit, to: &record)
    T.program("reference", lab.reference, to: &record)
    T.program("date", lab.date, to: &record)
    record.flag("high", lab.high)
    record.flag("low", lab.low)
  }

  private func write(_ answer: ReportView.Answer, to record: inout RecordWriter) {
    T.program("id", answer.id, to: &record)
    T.program("q", answer.question, to: &record)
    T.patient("a", answer.answer, to: &record)
  }

  private func write(_ question: ReportView.Question, to record: inout RecordWriter) {
    T.program("id", question.id, to: &record)
    T.program("q", question.question, to: &record)
  }

  private func write(_ discussion: ReportView.Discussion, to record: inout RecordWriter) {
    T.program("topic", discussion.topic, to: &record)
    T.program("status", discussion.status, to: &record)
    record.list("questions", discussion.questions) { T.program("text", $1, to: &$0) }
  }

  private func write(_ note: ReportView.DiaryNote, to record: inout RecordWriter) {
    T.program("date", note.date, to: &record)
    T.program("episodes", note.episodes, to: &record)
    T.program("sleep", note.sleep, to: &record)
    T.patient("text", note.text, to: &record)
  }
}
