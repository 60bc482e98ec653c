import ClinicalRecord
import RuleEngine

// The note for the box of an electronic record, whole; NoteReduction makes it fit.
extension ReportComposer {
  /// The rule that sums up the criteria of restless legs.
  static let restlessLegsVerdict: RuleID = "rls.essential"

  func note(_ verdicts: Verdicts, _ model: ReportModel) -> ReportDocuments.Note {
    // Flags and self-management have lines of their own; restless legs too.
    let areas = zip(reportedAreas, model.overview).filter {
      $0.0.role == .patterns && !$0.0.rules.contains { $0.id == ReportComposer.restlessLegsVerdict }
    }
    func name(_ area: RuleArea) -> String { area.reportName ?? area.title }
    func names(_ isIn: (ReportModel.AreaLine) -> Bool) -> String? {
      let names = areas.filter { isIn($0.1) }.map { name($0.0) }
      return names.isEmpty ? nil : names.joined(separator: ", ")
    }
    let isFound = { (line: ReportModel.AreaLine) in (Int(line.met) ?? 0) > 0 }
    let isBlank = { (line: ReportModel.AreaLine) in (Int(line.met) ?? 0) == 0 && line.key == Wording.notRecorded }
    return ReportDocuments.Note(
      identifier: Wording.cut(model.header.identifier, to: 40), age: model.header.age, date: model.header.date,
      redFlags: model.redFlags.map { flag in
        .init(
          level: flag.level, title: flag.title, status: flag.status, evidence: flag.evidence,
          amplifiers: flag.amplifiers)
      },
      openFlags: model.openFlags.map { .init(level: "Open", title: $0.title, status: nil, evidence: $0.evidence) },
      notAsked: model.notAsked.isEmpty ? "nothing" : model.notAsked.joined(separator: "; "),
      restlessLegs: [restlessLegsLine(verdicts), ironLine(verdicts)].compactMap(\.self).joined(separator: ". ") + ".",
      findings: areas.filter { isFound($0.1) }.map { .init(area: name($0.0), text: $0.1.key) },
      noneMet: names { !isFound($0) && !isBlank($0) }, notRecorded: names(isBlank),
      withheld: model.precedence.isEmpty ? nil : model.precedence.joined(separator: " "), toAsk: model.toAsk,
      toTest: model.toTest.map(\.test), coverage: model.coverage.joined(separator: " "),
      shortCoverage: verdicts["dq.coverage"]?.text ?? "Log not recorded.", notAskedCount: model.notAsked.count)
  }
}
