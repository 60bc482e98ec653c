import TemplateEngine

// The report model as a record of the shape; names and kinds are checked once per record.
extension ReportModel {
  /// The footer of every report (basis F4).
  static let footer = "Summary of patient-recorded information. Not a diagnosis. Criteria and sources in the appendix."

  /// - Throws: `RecordError` when model and shape disagree, which the tests rule out.
  func record() throws(RecordError) -> Record {
    try ReportShape.report.record([
      "identifier": .text(header.identifier), "age": .text(header.age), "stage": .text(header.stage),
      "date": .text(header.date), "appointment": .optional(header.appointment), "locale": .text(header.locale),
      "ruleSet": .text(header.ruleSet), "enteredBy": .text(header.enteredBy),
      "coverage": try .texts(coverage, ReportShape.line), "redFlags": try flags(redFlags, ReportShape.flag),
      "openFlags": try flags(openFlags, ReportShape.openFlag), "hasNotAsked": .flag(!notAsked.isEmpty),
      "notAsked": .text(notAsked.isEmpty ? "nothing" : notAsked.joined(separator: "; ")),
      "precedence": try .texts(precedence, ReportShape.line), "concern": .optional(concern), "goals": .optional(goals),
      "overview": try overviewRows(), "toAsk": try questionRows(), "toTest": try testRows(),
      "hasFired": .flag(!fired.isEmpty), "fired": try firedRows(), "areas": try blocks(),
      "moreToAsk": try .texts(moreToAsk, ReportShape.line), "hasLog": .flag(!logDigest.isEmpty),
      "logDigest": try logRows(), "references": try referenceRows(), "warnings": try .texts(warnings, ReportShape.line),
      "footer": .text(ReportModel.footer),
    ])
  }

  private func flags(_ flags: [FlagLine], _ shape: RecordShape) throws(RecordError) -> Value {
    var rows: [Record] = []
    for flag in flags {
      rows.append(
        try shape.record([
          "level": .text(flag.level), "title": .text(flag.title), "because": .text(flag.because),
          "status": .optional(flag.status), "amplifiers": .optional(flag.amplifiers), "rule": .text(flag.rule),
        ]))
    }
    return .list(rows)
  }

  private func overviewRows() throws(RecordError) -> Value {
    var rows: [Record] = []
    for area in overview {
      rows.append(
        try ReportShape.area.record([
          "name": .text(area.name), "met": .text(area.met), "notMet": .text(area.notMet),
          "notRecorded": .text(area.notRecorded), "key": .text(area.key),
        ]))
    }
    return .list(rows)
  }

  private func testRows() throws(RecordError) -> Value {
    var rows: [Record] = []
    for (position, test) in toTest.enumerated() {
      rows.append(
        try ReportShape.test.record([
          "number": .text("\(position + 1)"), "test": .text(test.test), "because": .text(test.because),
        ]))
    }
    return .list(rows)
  }

  private func questionRows() throws(RecordError) -> Value {
    var rows: [Record] = []
    for (position, text) in toAsk.enumerated() {
      rows.append(try ReportShape.question.record(["number": .text("\(position + 1)"), "text": .text(text)]))
    }
    return .list(rows)
  }

  private func firedRows() throws(RecordError) -> Value {
    var rows: [Record] = []
    for line in fired {
      rows.append(
        try ReportShape.fired.record([
          "name": .text(line.name), "value": .text(line.value), "date": .text(line.date),
          "because": .text(line.because),
        ]))
    }
    return .list(rows)
  }

  private func blocks() throws(RecordError) -> Value {
    var rows: [Record] = []
    for area in areas {
      var criteria: [Record] = []
      for line in area.criteria {
        criteria.append(
          try ReportShape.criterion.record([
            "title": .text(line.title), "rule": .text(line.rule), "isMet": .flag(line.isMet),
            "isNotMet": .flag(line.isNotMet), "isNotRecorded": .flag(line.isNotRecorded),
            "isProvisional": .flag(line.isProvisional), "text": .optional(line.text),
            "conflict": .optional(line.conflict), "evidence": .optional(line.evidence), "missing": .text(line.missing),
            "source": .text(line.source),
          ]))
      }
      rows.append(
        try ReportShape.block.record([
          "title": .text(area.title), "note": .optional(area.note), "withheld": .optional(area.withheld),
          "criteria": .list(criteria),
        ]))
    }
    return .list(rows)
  }

  private func logRows() throws(RecordError) -> Value {
    var rows: [Record] = []
    for line in logDigest {
      rows.append(
        try ReportShape.log.record([
          "kind": .text(line.kind), "entries": .text(line.entries), "days": .text(line.days),
          "severity": .text(line.severity), "sites": .text(line.sites),
        ]))
    }
    return .list(rows)
  }

  private func referenceRows() throws(RecordError) -> Value {
    var rows: [Record] = []
    for line in references {
      rows.append(try ReportShape.reference.record(["key": .text(line.key), "text": .text(line.text)]))
    }
    return .list(rows)
  }
}
