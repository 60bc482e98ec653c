import ClinicalRecord
import ClinicalRules
import RuleEngine
import Testing

@testable import ReportBuilder

/// What the report prints of the changes.
@Suite struct ChangesSectionTests {
  private static let empty = PatientRecord(file: "record.json", asOf: Day(iso: "2026-03-02") ?? Day(number: 0))

  private static func markdown(comparedWith earlier: EarlierPeriod?) throws -> String {
    let pipeline = try PropertyTests.pipeline()
    return String(
      decoding: try pipeline.markdown(pipeline.compose(pipeline.judge(empty), comparedWith: earlier)), as: UTF8.self)
  }

  @Test func withoutAnEarlierPeriodNothingIsPrinted() throws {
    #expect(!(try Self.markdown(comparedWith: nil).contains("hanges since")))
  }

  @Test func withoutAChangeItSaysSo() throws {
    let pipeline = try PropertyTests.pipeline()
    let same = EarlierPeriod(summary: PeriodSummary(pipeline.judge(Self.empty)))
    #expect(try Self.markdown(comparedWith: same).contains("No change found in what was recorded in both periods."))
  }

  /// Every rule of the book was met: none is called resolved on a record that holds nothing.
  @Test func atMostEightLinesStandOnPageOneAndAllInTheAppendix() throws {
    let pipeline = try PropertyTests.pipeline()
    var summary = PeriodSummary(pipeline.judge(Self.empty))
    for index in summary.rules.indices where summary.rules[index].value == .notRecorded {
      summary.rules[index].value = .met
    }
    let model = pipeline.compose(pipeline.judge(Self.empty), comparedWith: EarlierPeriod(summary: summary))
    let changes = try #require(model.changes)
    #expect(changes.lines.count > 50)
    #expect(changes.lines.allSatisfy { $0.kind == "No longer recorded" && $0.now == "not recorded" })
    let text = String(decoding: try pipeline.markdown(model), as: UTF8.self)
    let page = try #require(text.split(separator: "\n---\n").first)
    func rows(_ text: some StringProtocol) -> Int {
      text.split(separator: "\n").count { $0.contains("**No longer recorded**") }
    }
    let shown = rows(page)
    #expect((1...8).contains(shown))
    #expect(page.contains("\(changes.lines.count - shown) more changes are in the appendix of the full report."))
    #expect(rows(text) == shown + changes.lines.count)
  }

  /// Beside an unsettled clot flag the lines of pooling, compression and exercise stay away (basis P2), whatever they were before.
  @Test(arguments: 0..<60) func whatPrecedenceWithholdsIsNotPrinted(seed: Int) throws {
    var generator = RecordGenerator(seed: UInt64(seed))
    let judge = RuleJudge(LegbriefRules.book)
    let verdicts = judge.judge(generator.record())
    let withheld = Set(verdicts.all.filter { $0.suppressedBy != nil }.map(\.id))
    var before = PeriodSummary(verdicts)
    for index in before.rules.indices { before.rules[index].value = .notMet }
    let lines = ReportChanges(from: before, to: PeriodSummary(verdicts), book: LegbriefRules.book).lines
    #expect(lines.allSatisfy { $0.rule.map { !withheld.contains($0) } ?? true })
  }
}
