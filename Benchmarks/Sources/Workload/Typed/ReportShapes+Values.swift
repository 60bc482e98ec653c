import TemplateEngine

extension ReportShapes {
  /// The record of a view, from a list of values for each record inside it.
  func recordOfValues(_ view: ReportView) throws(RecordError) -> Record {
    try report.record([
      "title": T.ofProgram(view.title), "report_id": T.ofProgram(view.reportID),
      "generated": T.ofProgram(view.generated), "rules_version": T.ofProgram(view.rulesVersion),
      "rule_count": T.ofProgram(view.ruleCount), "patient": .record(try record(view.patient)),
      "period": .record(try record(view.period)), "summary": .record(try record(view.summary)),
      "has_red_flags": .flag(view.hasRedFlags), "red_flag_count": T.ofProgram(view.redFlagCount),
      "red_flags": .list(try records(view.redFlags, record)), "findings": .list(try records(view.findings, record)),
      "weeks": .list(try records(view.weeks, record)), "symptoms": .list(try records(view.symptoms, record)),
      "medications": .list(try records(view.medications, record)), "labs": .list(try records(view.labs, record)),
      "answers": .list(try records(view.answers, record)), "has_missing": .flag(view.hasMissing),
      "missing": .list(try records(view.missing, record)), "has_discussion": .flag(view.hasDiscussion),
      "discussion": .list(try records(view.discussion, record)), "notes": .list(try records(view.notes, record)),
    ])
  }

  private func records<Item>(
    _ items: [Item], _ record: (Item) throws(RecordError) -> Record
  ) throws(RecordError) -> [Record] {
    var records: [Record] = []
    records.reserveCapacity(items.count)
    for item in items { records.append(try record(item)) }
    return records
  }

  private func record(_ patient: ReportView.Patient) throws(RecordError) -> Record {
    try self.patient.record([
      "id": T.ofProgram(patient.id), "name": T.ofPatient(patient.name), "dob": T.ofProgram(patient.born),
      "age": T.ofProgram(patient.age), "sex": T.ofProgram(patient.sex), "gp": T.ofProgram(patient.practitioner),
      "height_cm": T.ofProgram(patient.height), "weight": T.ofProgram(patient.weight),
      "bmi": T.ofProgram(patient.bodyMassIndex), "smoker": .flag(patient.smoker),
    ])
  }

  private func record(_ period: ReportView.Period) throws(RecordError) -> Record {
    try self.period.record([
      "start": T.ofProgram(period.start), "end": T.ofProgram(period.end), "days": T.ofProgram(period.days),
      "entries": T.ofProgram(period.entries), "coverage": T.ofProgram(period.coverage),
    ])
  }

  private func record(_ summary: ReportView.Summary) throws(RecordError) -> Record {
    try self.summary.record([
      "score": T.ofProgram(summary.score), "band": T.ofProgram(summary.band), "likely": T.ofProgram(summary.likely),
      "possible": T.ofProgram(summary.possible), "trend": T.ofProgram(summary.trend), "text": T.markup(summary.text),
    ])
  }

  private func record(_ redFlag: ReportView.RedFlag) throws(RecordError) -> Record {
    try self.redFlag.record([
      "code": T.ofProgram(redFlag.code), "label": T.ofProgram(redFlag.label),
      "urgency": T.ofProgram(redFlag.urgency), "why": T.ofProgram(redFlag.why),
      "action": T.ofProgram(redFlag.action), "evidence": .list(try records(redFlag.evidence, record)),
    ])
  }

  private func record(_ evidence: ReportView.FlagEvidence) throws(RecordError) -> Record {
    try flagEvidence.record(["date": T.ofProgram(evidence.date), "text": T.ofPatient(evidence.text)])
  }

  private func record(_ finding: ReportView.Finding) throws(RecordError) -> Record {
    try self.finding.record([
      "id": T.ofProgram(finding.id), "title": T.ofProgram(finding.title), "status": T.ofProgram(finding.status),
      "met_count": T.ofProgram(finding.metCount), "criteria_count": T.ofProgram(finding.criteriaCount),
      "summary": T.ofProgram(finding.summary), "criteria": .list(try records(finding.criteria, record)),
      "has_evidence": .flag(finding.hasEvidence), "evidence": .list(try records(finding.evidence, record)),
      "actions": .list(try records(finding.actions, line)),
    ])
  }

  private func line(_ text: String) throws(RecordError) -> Record {
    try line.record(["text": T.ofProgram(text)])
  }

  private func record(_ criterion: ReportView.Criterion) throws(RecordError) -> Record {
    try self.criterion.record([
      "met": .flag(criterion.met), "label": T.ofProgram(criterion.label), "observed": T.ofProgram(criterion.observed),
    ])
  }

  private func record(_ evidence: ReportView.Evidence) throws(RecordError) -> Record {
    try self.evidence.record([
      "date": T.ofProgram(evidence.date), "severity": T.ofProgram(evidence.severity),
      "text": T.ofPatient(evidence.text),
    ])
  }

  private func record(_ week: ReportView.Week) throws(RecordError) -> Record {
    try self.week.record([
      "label": T.ofProgram(week.label), "entries": T.ofProgram(week.entries), "hot": T.ofProgram(week.hot),
      "sweat": T.ofProgram(week.sweat), "sleep": T.ofProgram(week.sleep), "mood": T.ofProgram(week.mood),
      "joint": T.ofProgram(week.joint), "fog": T.ofProgram(week.fog), "total": T.ofProgram(week.total),
      "trend": T.ofProgram(week.trend),
    ])
  }

  private func record(_ symptom: ReportView.Symptom) throws(RecordError) -> Record {
    try self.symptom.record([
      "name": T.ofProgram(symptom.name), "days": T.ofProgram(symptom.days), "mean": T.ofProgram(symptom.mean),
      "peak": T.ofProgram(symptom.peak), "peak_date": T.ofProgram(symptom.peakDate),
      "trend": T.ofProgram(symptom.trend),
    ])
  }

  private func record(_ medication: ReportView.Medication) throws(RecordError) -> Record {
    try self.medication.record([
      "name": T.ofProgram(medication.name), "dose": T.ofPatient(medication.dose),
      "route": T.ofProgram(medication.route), "freq": T.ofProgram(medication.frequency),
      "start": T.ofProgram(medication.start), "stop": T.ofProgram(medication.stop),
      "active": .flag(medication.active), "note": T.ofPatient(medication.note),
    ])
  }

  private func record(_ lab: ReportView.LabResult) throws(RecordError) -> Record {
    try self.lab.record([
      "name": T.ofProgram(lab.name), "value": T.ofProgram(lab.value), "unit": T.ofProgram(lab.unit),
      "reference": T.ofProgram(lab.reference), "date": T.ofProgram(lab.date), "high": .flag(lab.high),
      "low": .flag(lab.low),
    ])
  }

  private func record(_ answer: ReportView.Answer) throws(RecordError) -> Record {
    try self.answer.record([
      "id": T.ofProgram(answer.id), "q": T.ofProgram(answer.question), "a": T.ofPatient(answer.answer),
    ])
  }

  private func record(_ question: ReportView.Question) throws(RecordError) -> Record {
    try self.question.record(["id": T.ofProgram(question.id), "q": T.ofProgram(question.question)])
  }

  private func record(_ discussion: ReportView.Discussion) throws(RecordError) -> Record {
    try self.discussion.record([
      "topic": T.ofProgram(discussion.topic), "status": T.ofProgram(discussion.status),
      "questions": .list(try records(discussion.questions, line)),
    ])
  }

  private func record(_ note: ReportView.DiaryNote) throws(RecordError) -> Record {
    try self.note.record([
      "date": T.ofProgram(note.date), "episodes": T.ofProgram(note.episodes), "sleep": T.ofProgram(note.sleep),
      "text": T.ofPatient(note.text),
    ])
  }
}
