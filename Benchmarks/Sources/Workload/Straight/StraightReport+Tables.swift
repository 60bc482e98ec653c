extension StraightReport {
  static func writeTables(_ view: borrowing ReportView, to output: inout [UInt8]) {
    output.append(
      contentsOf: """
        ## Severity by week

        | Week | Entries | Flushes | Sweats | Sleep | Mood | Joints | Fog | Total | Trend |
        |-----:|--------:|--------:|-------:|------:|-----:|-------:|----:|------:|-------|

        """.utf8)
    for week in view.weeks {
      output.append(contentsOf: "| ".utf8)
      Writing.cell(week.label, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.cell(week.entries, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.cell(week.hot, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.cell(week.sweat, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.cell(week.sleep, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.cell(week.mood, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.cell(week.joint, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.cell(week.fog, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.cell(week.total, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.cell(week.trend, to: &output)
      output.append(contentsOf: " |\n".utf8)
    }
    output.append(
      contentsOf: """

        ## Symptoms over the period

        | Symptom | Days | Mean | Peak | Peak date | Trend |
        |---------|-----:|-----:|-----:|-----------|-------|

        """.utf8)
    for symptom in view.symptoms {
      output.append(contentsOf: "| ".utf8)
      Writing.cell(symptom.name, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.cell(symptom.days, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.cell(symptom.mean, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.cell(symptom.peak, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.cell(symptom.peakDate, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.cell(symptom.trend, to: &output)
      output.append(contentsOf: " |\n".utf8)
    }
    output.append(contentsOf: "\n".utf8)
  }

  static func writeMedications(_ medications: [ReportView.Medication], to output: inout [UInt8]) {
    output.append(
      contentsOf: """
        ## Medications

        | Medication | Dose | Route | Frequency | Started | Stopped | Note |
        |------------|------|-------|-----------|---------|---------|------|

        """.utf8)
    for medication in medications {
      output.append(contentsOf: "| ".utf8)
      Writing.cell(medication.name, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.patientCell(medication.dose, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.cell(medication.route, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.cell(medication.frequency, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.cell(medication.start, to: &output)
      output.append(contentsOf: " | ".utf8)
      if medication.active {
        output.append(contentsOf: "current".utf8)
      } else {
        Writing.cell(medication.stop, to: &output)
      }
      output.append(contentsOf: " | ".utf8)
      Writing.patientCell(medication.note, to: &output)
      output.append(contentsOf: " |\n".utf8)
    }
    if medications.isEmpty { output.append(contentsOf: "| None recorded | | | | | | |\n".utf8) }
    output.append(contentsOf: "\n".utf8)
  }

  static func writeLabs(_ labs: [ReportView.LabResult], to output: inout [UInt8]) {
    output.append(
      contentsOf: """
        ## Laboratory results

        | Test | Value | Unit | Reference | Date | Flag |
        |------|------:|------|-----------|------|:----:|

        """.utf8)
    for lab in labs {
      output.append(contentsOf: "| ".utf8)
      Writing.cell(lab.name, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.cell(lab.value, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.cell(lab.unit, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.cell(lab.reference, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.cell(lab.date, to: &output)
      output.append(contentsOf: " | ".utf8)
      if lab.high { output.append(contentsOf: "**H**".utf8) }
      if lab.low { output.append(contentsOf: "**L**".utf8) }
      output.append(contentsOf: " |\n".utf8)
    }
    output.append(contentsOf: "\n".utf8)
  }

  static func writeAnswers(_ view: borrowing ReportView, to output: inout [UInt8]) {
    output.append(
      contentsOf: """
        ## Questionnaire

        | Item | Question | Answer |
        |------|----------|--------|

        """.utf8)
    for answer in view.answers {
      output.append(contentsOf: "| ".utf8)
      Writing.cell(answer.id, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.cell(answer.question, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.patientCell(answer.answer, to: &output)
      output.append(contentsOf: " |\n".utf8)
    }
    output.append(contentsOf: "\n".utf8)
    guard view.hasMissing else {
      return output.append(contentsOf: "All of the listed questions were answered.\n\n".utf8)
    }
    output.append(contentsOf: "Not answered by the patient:\n\n".utf8)
    for question in view.missing {
      output.append(contentsOf: "- ".utf8)
      Writing.atLineStart(question.id, to: &output)
      output.append(contentsOf: ": ".utf8)
      Writing.inline(question.question, to: &output)
      output.append(contentsOf: "\n".utf8)
    }
    output.append(contentsOf: "\n".utf8)
  }
}
