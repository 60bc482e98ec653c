/// The report of the workload written out in Swift: the yardstick.
///
/// It is what a good engineer would write without a template engine: one pass from structs of strings into one array of bytes with room
/// reserved, and the escaping of `Writing` at every value. Literals are grouped between values as they are in the templates.
enum StraightReport<Writing: TextWriting> {
  @inline(never)
  static func render(_ view: borrowing ReportView) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(20_000)
    writeHead(view, to: &output)
    writeRedFlags(view, to: &output)
    output.append(contentsOf: "## Findings\n\n".utf8)
    for finding in view.findings { write(finding, to: &output) }
    writeTables(view, to: &output)
    writeMedications(view.medications, to: &output)
    writeLabs(view.labs, to: &output)
    writeAnswers(view, to: &output)
    writeDiscussion(view, to: &output)
    writeNotes(view, to: &output)
    return output
  }

  private static func writeHead(_ view: borrowing ReportView, to output: inout [UInt8]) {
    output.append(contentsOf: "# ".utf8)
    Writing.inline(view.title, to: &output)
    output.append(contentsOf: "\n\n**Report** ".utf8)
    Writing.inline(view.reportID, to: &output)
    output.append(contentsOf: " · **Generated** ".utf8)
    Writing.inline(view.generated, to: &output)
    output.append(contentsOf: " · **Rule set** ".utf8)
    Writing.inline(view.rulesVersion, to: &output)
    output.append(contentsOf: " · **Prepared for** ".utf8)
    Writing.inline(view.patient.practitioner, to: &output)
    output.append(
      contentsOf: """


        | Patient | Identifier | Born | Age | Sex | Height | Weight | BMI | Smoker |
        |---------|------------|------|----:|-----|-------:|-------:|----:|--------|
        |\u{20}
        """.utf8)
    Writing.patientCell(view.patient.name, to: &output)
    output.append(contentsOf: " | ".utf8)
    Writing.cell(view.patient.id, to: &output)
    output.append(contentsOf: " | ".utf8)
    Writing.cell(view.patient.born, to: &output)
    output.append(contentsOf: " | ".utf8)
    Writing.cell(view.patient.age, to: &output)
    output.append(contentsOf: " | ".utf8)
    Writing.cell(view.patient.sex, to: &output)
    output.append(contentsOf: " | ".utf8)
    Writing.cell(view.patient.height, to: &output)
    output.append(contentsOf: " cm | ".utf8)
    Writing.cell(view.patient.weight, to: &output)
    output.append(contentsOf: " kg | ".utf8)
    Writing.cell(view.patient.bodyMassIndex, to: &output)
    output.append(contentsOf: " | ".utf8)
    output.append(contentsOf: (view.patient.smoker ? "yes" : "no").utf8)
    output.append(contentsOf: " |\n\n## Summary\n\n".utf8)
    output.append(contentsOf: view.summary.text.utf8)
    output.append(contentsOf: "\n\n- Overall daily burden: **".utf8)
    Writing.inline(view.summary.score, to: &output)
    output.append(contentsOf: "** (".utf8)
    Writing.inline(view.summary.band, to: &output)
    output.append(contentsOf: ", ".utf8)
    Writing.inline(view.summary.trend, to: &output)
    output.append(contentsOf: ")\n- Findings: ".utf8)
    Writing.inline(view.summary.likely, to: &output)
    output.append(contentsOf: " likely, ".utf8)
    Writing.inline(view.summary.possible, to: &output)
    output.append(contentsOf: " possible, out of ".utf8)
    Writing.inline(view.ruleCount, to: &output)
    output.append(contentsOf: " rules\n- Diary coverage: ".utf8)
    Writing.inline(view.period.entries, to: &output)
    output.append(contentsOf: " of ".utf8)
    Writing.inline(view.period.days, to: &output)
    output.append(contentsOf: " days (".utf8)
    Writing.inline(view.period.coverage, to: &output)
    output.append(contentsOf: " %)\n\n".utf8)
  }

  private static func writeRedFlags(_ view: borrowing ReportView, to output: inout [UInt8]) {
    output.append(contentsOf: "## Red flags\n\n".utf8)
    guard view.hasRedFlags else {
      return output.append(contentsOf: "None of the red flag rules was met in this period.\n\n".utf8)
    }
    output.append(contentsOf: "> **".utf8)
    Writing.atLineStart(view.redFlagCount, to: &output)
    output.append(
      contentsOf: " red flag(s) need action before the routine part of this report is read.**\n\n".utf8)
    for flag in view.redFlags { write(flag, to: &output) }
  }

  private static func write(_ flag: ReportView.RedFlag, to output: inout [UInt8]) {
    output.append(contentsOf: "### ".utf8)
    Writing.inline(flag.code, to: &output)
    output.append(contentsOf: " ".utf8)
    Writing.inline(flag.label, to: &output)
    output.append(contentsOf: "\n\n- **Urgency:** ".utf8)
    Writing.inline(flag.urgency, to: &output)
    output.append(contentsOf: "\n- **Why it matters:** ".utf8)
    Writing.inline(flag.why, to: &output)
    output.append(contentsOf: "\n- **Action:** ".utf8)
    Writing.inline(flag.action, to: &output)
    output.append(contentsOf: "\n".utf8)
    for entry in flag.evidence {
      output.append(contentsOf: "- ".utf8)
      Writing.atLineStart(entry.date, to: &output)
      output.append(contentsOf: ": ".utf8)
      Writing.patientInline(entry.text, to: &output)
      output.append(contentsOf: "\n".utf8)
    }
    if flag.evidence.isEmpty {
      output.append(contentsOf: "- No diary entry mentions it; the flag comes from the questionnaire.\n".utf8)
    }
    output.append(contentsOf: "\n".utf8)
  }
}
