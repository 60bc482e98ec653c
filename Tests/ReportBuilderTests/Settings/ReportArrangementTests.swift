import TemplateEngine
import Testing

@testable import ReportBuilder

/// Which sections a report has and in which order, once a practice has said what it wants.
@Suite struct ReportArrangementTests {
  private static let all = ReportSection.allCases

  @Test(
    arguments: [
      ([], [], all),
      ([.fired], [], [.fired, .words, .overview, .figures, .toAsk, .toTest, .changes]),
      ([.toTest, .toAsk], [], [.toTest, .toAsk, .words, .overview, .figures, .fired, .changes]),
      ([.changes, .words], [.words], [.changes, .overview, .figures, .toAsk, .toTest, .fired]),
      // Named twice, it still stands once.
      ([.fired, .fired], [], [.fired, .words, .overview, .figures, .toAsk, .toTest, .changes]),
      ([], Set(all), []),
    ] as [([ReportSection], Set<ReportSection>, [ReportSection])])
  func sectionsNotNamedFollowInTheirOwnOrder(
    order: [ReportSection], hidden: Set<ReportSection>, expected: [ReportSection]
  ) {
    #expect(ReportArrangement(order: order, hiding: hidden).sections == expected)
  }

  /// The shape has a flag for every section and part, and the record fills exactly one of them for each section.
  @Test func everySectionAndPartHasItsFlag() {
    let flags = Set(ReportShape.section.fields.map(\.name))
    #expect(flags == Set(ReportSection.allCases.map(\.flag)))
    let root = Set(ReportShape.report.fields.map(\.name))
    #expect(AppendixPart.allCases.allSatisfy { root.contains($0.flag) })
  }
}
