import ClinicalRecord
import Foundation
import RuleCases
import RuleEngine
import Testing

@testable import ClinicalRules

/// Runs every `*.cases.md` of this folder: tables of records and expected verdicts that a clinician can read.
///
/// The grammar of the tables is described in ``CaseTable`` and ``CaseRecord``; blank cells are "not recorded".
@Suite struct CaseTables {
  static let cases = CaseFiles(
    below: URL(fileURLWithPath: #filePath).deletingLastPathComponent().path)

  @Test(arguments: cases.names) func everyRowHolds(file: String) throws {
    let table = try CaseTables.cases.table(file)
    let judge = RuleJudge(LegbriefRules.book)
    func report(_ line: Int, _ words: String) {
      let path = CaseTables.cases.path(file)
      Issue.record(
        "\(file):\(line): \(words)",
        sourceLocation: SourceLocation(fileID: "ClinicalRulesTests/\(file)", filePath: path, line: line, column: 1))
    }
    for fault in table.faults { report(fault.line, fault.words) }
    for row in table.rows {
      var building = CaseRecord()
      let record = building.record(row)
      for fault in building.faults { report(row.line, "'\(row["case"] ?? "")': \(fault)") }
      guard building.faults.isEmpty else { continue }
      guard let verdict = judge.verdict(of: RuleID(row.rule), for: record) else {
        report(row.line, "the book has no rule '\(row.rule)'")
        continue
      }
      for fault in CaseExpectation(row).faults(verdict) { report(row.line, "'\(row["case"] ?? "")': \(fault)") }
    }
  }

  @Test func everyRuleHasACaseTable() throws {
    var tabled: Set<String> = []
    for file in CaseTables.cases.names { tabled.formUnion(try CaseTables.cases.table(file).rows.map(\.rule)) }
    let rules = Set(LegbriefRules.book.rules.map(\.id.name))
    #expect(rules.subtracting(tabled).sorted() == [], "rules without a case table")
    #expect(tabled.subtracting(rules).sorted() == [], "case tables without a rule")
  }
}
