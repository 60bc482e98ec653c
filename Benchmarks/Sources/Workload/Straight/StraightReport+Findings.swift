extension StraightReport {
  static func write(_ finding: ReportView.Finding, to output: inout [UInt8]) {
    output.append(contentsOf: "### ".utf8)
    Writing.inline(finding.id, to: &output)
    output.append(contentsOf: " ".utf8)
    Writing.inline(finding.title, to: &output)
    output.append(contentsOf: ": ".utf8)
    Writing.inline(finding.status, to: &output)
    output.append(contentsOf: "\n\n".utf8)
    Writing.atLineStart(finding.summary, to: &output)
    output.append(contentsOf: " ".utf8)
    Writing.inline(finding.metCount, to: &output)
    output.append(contentsOf: " of ".utf8)
    Writing.inline(finding.criteriaCount, to: &output)
    output.append(
      contentsOf: " criteria are met.\n\n| Met | Criterion | Observed |\n|:---:|-----------|----------|\n".utf8)
    for criterion in finding.criteria {
      output.append(contentsOf: (criterion.met ? "| yes | " : "| no | ").utf8)
      Writing.cell(criterion.label, to: &output)
      output.append(contentsOf: " | ".utf8)
      Writing.cell(criterion.observed, to: &output)
      output.append(contentsOf: " |\n".utf8)
    }
    if finding.hasEvidence {
      output.append(contentsOf: "\nDiary evidence:\n\n".utf8)
      for entry in finding.evidence {
        output.append(contentsOf: "- ".utf8)
        Writing.atLineStart(entry.date, to: &output)
        output.append(contentsOf: " (severity ".utf8)
        Writing.inline(entry.severity, to: &output)
        output.append(contentsOf: " of 4): ".utf8)
        Writing.patientInline(entry.text, to: &output)
        output.append(contentsOf: "\n".utf8)
      }
      output.append(contentsOf: "\nSuggested actions:\n\n".utf8)
    } else {
      output.append(contentsOf: "\nNo diary evidence was recorded.\n\nSuggested actions:\n\n".utf8)
    }
    for action in finding.actions {
      output.append(contentsOf: "- ".utf8)
      Writing.atLineStart(action, to: &output)
      output.append(contentsOf: "\n".utf8)
    }
    output.append(contentsOf: "\n".utf8)
  }

  static func writeDiscussion(_ view: borrowing ReportView, to output: inout [UInt8]) {
    output.append(contentsOf: "## Points for discussion\n\n".utf8)
    guard view.hasDiscussion else {
      return output.append(contentsOf: "No finding reached the threshold for discussion.\n".utf8)
    }
    for point in view.discussion {
      output.append(contentsOf: "1. **".utf8)
      Writing.atLineStart(point.topic, to: &output)
      output.append(contentsOf: "** (".utf8)
      Writing.inline(point.status, to: &output)
      output.append(contentsOf: ") with ".utf8)
      Writing.inline(view.patient.name, to: &output)
      output.append(contentsOf: "\n".utf8)
      for question in point.questions {
        output.append(contentsOf: "    - ".utf8)
        Writing.atLineStart(question, to: &output)
        output.append(contentsOf: "\n".utf8)
      }
    }
  }

  static func writeNotes(_ view: borrowing ReportView, to output: inout [UInt8]) {
    output.append(contentsOf: "\n## Recent diary notes\n\n".utf8)
    for note in view.notes {
      output.append(contentsOf: "- **".utf8)
      Writing.atLineStart(note.date, to: &output)
      output.append(contentsOf: "** (".utf8)
      Writing.inline(note.episodes, to: &output)
      output.append(contentsOf: " episodes, ".utf8)
      Writing.inline(note.sleep, to: &output)
      output.append(contentsOf: " h sleep): ".utf8)
      Writing.patientInline(note.text, to: &output)
      output.append(contentsOf: "\n".utf8)
    }
    output.append(contentsOf: "\n---\n\nReport ".utf8)
    Writing.inline(view.reportID, to: &output)
    output.append(contentsOf: " covers ".utf8)
    Writing.inline(view.period.start, to: &output)
    output.append(contentsOf: " to ".utf8)
    Writing.inline(view.period.end, to: &output)
    output.append(contentsOf: ". It supports, and does not replace, clinical judgement.\n".utf8)
  }
}
