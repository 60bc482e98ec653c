/// The finished view of one patient's report: what the reference workload calls a view, as a Swift program would hold it.
struct ReportView {
  var title, reportID, generated, rulesVersion, ruleCount: String
  var patient: Patient
  var period: Period
  var summary: Summary
  var hasRedFlags: Bool
  var redFlagCount: String
  var redFlags: [RedFlag]
  var findings: [Finding]
  var weeks: [Week]
  var symptoms: [Symptom]
  var medications: [Medication]
  var labs: [LabResult]
  var answers: [Answer]
  var hasMissing: Bool
  var missing: [Question]
  var hasDiscussion: Bool
  var discussion: [Discussion]
  var notes: [DiaryNote]

  struct Patient {
    var id, name, born, age, sex, practitioner, height, weight, bodyMassIndex: String
    var smoker: Bool
  }

  struct Period { var start, end, days, entries, coverage: String }

  struct Summary { var score, band, likely, possible, trend, text: String }

  struct RedFlag {
    var code, label, urgency, why, action: String
    var evidence: [FlagEvidence]
  }

  struct FlagEvidence { var date, text: String }

  struct Finding {
    var id, title, status, metCount, criteriaCount, summary: String
    var criteria: [Criterion]
    var hasEvidence: Bool
    var evidence: [Evidence]
    var actions: [String]
  }

  struct Criterion {
    var met: Bool
    var label, observed: String
  }

  struct Evidence { var date, severity, text: String }

  struct Week { var label, entries, hot, sweat, sleep, mood, joint, fog, total, trend: String }

  struct Symptom { var name, days, mean, peak, peakDate, trend: String }

  struct Medication {
    var name, dose, route, frequency, start, stop: String
    var active: Bool
    var note: String
  }

  struct LabResult {
    var name, value, unit, reference, date: String
    var high, low: Bool
  }

  struct Answer { var id, question, answer: String }

  struct Question { var id, question: String }

  struct Discussion {
    var topic, status: String
    var questions: [String]
  }

  struct DiaryNote { var date, episodes, sleep, text: String }
}
