import ClinicalRecord
import ClinicalRules
import ReportBuilder
import RuleEngine
import Testing

/// Basis F5 (9): with nothing recorded everything is "not recorded", and the page is whole.
@Suite struct NothingRecordedTests {
  static let nothing = PatientRecord(file: "record.json", asOf: Day(iso: "2026-03-02") ?? Day(number: 0))

  @Test func everyCriterionIsNotRecorded() {
    for verdict in RuleJudge(LegbriefRules.book).judge(Self.nothing).all where verdict.id != "dq.sparse" {
      #expect(verdict.value == .notRecorded, "\(verdict.id) is \(verdict.value)")
      #expect(!verdict.isOpen, "\(verdict.id) is open")
      #expect(verdict.suppressedBy == nil)
    }
  }

  @Test func thePageIsWholeAndNeverSaysNo() throws {
    let pipeline = try PropertyTests.pipeline()
    let model = pipeline.compose(pipeline.judge(Self.nothing))
    let page = String(decoding: try pipeline.page(pipeline.markdown(model), model), as: UTF8.self)
    #expect(page.contains("Not a diagnosis"))
    #expect(page.contains("? not recorded"))
    for word in ["✓ met", "✗ not met", "normal", "reassuring", "unlikely"] { #expect(!page.contains(word), "\(word)") }
  }
}
