import ClinicalRules
import Foundation
import RuleAssurance
import RuleCases
import RuleEngine
import Testing

/// The case tables as a whole: how much of the rules' leaves they show, and that judging one rule is judging the book.
@Suite struct CoverageTests {
  /// Raise it when `make rule-coverage` shows more; below it, a rule came without the rows that its leaves need.
  static let floor = 0.95

  static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  static let files = CaseFiles(
    below: tests.deletingLastPathComponent().appendingPathComponent("ClinicalRulesTests").path)

  @Test func theTablesShowTheLeavesOfTheRules() throws {
    let reasons = try String(
      contentsOf: CoverageTests.tests.appendingPathComponent("Reasons/outcomes.md"), encoding: .utf8)
    let book = LegbriefRules.book
    let cases = PreparedCases(try CoverageTests.files.names.map(CoverageTests.files.table), book)
    let coverage = LeafCoverage(book, cases, reasons: Reasons(reasons))
    #expect(coverage.share >= CoverageTests.floor, Comment(rawValue: coverage.total))
  }

  @Test func aRuleJudgedAloneIsTheRuleOfTheBook() throws {
    let judge = RuleJudge(LegbriefRules.book)
    for name in CoverageTests.files.names {
      for row in try CoverageTests.files.table(name).rows.prefix(2) {
        var building = CaseRecord()
        let record = building.record(row)
        let id = RuleID(row.rule)
        guard let whole = judge.judge(record)[id], let alone = judge.verdict(of: id, for: record) else { continue }
        #expect(whole.value == alone.value && whole.text == alone.text && whole.suppressedBy == alone.suppressedBy)
        #expect(whole.missing == alone.missing && whole.evidence == alone.evidence && whole.ask == alone.ask)
      }
    }
  }
}
