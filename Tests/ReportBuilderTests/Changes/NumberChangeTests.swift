import ClinicalRecord
import ClinicalRules
import Testing

@testable import ReportBuilder

/// When a number is called worse, better, changed, or nothing at all.
@Suite struct NumberChangeTests {
  struct Days: Sendable, CustomTestStringConvertible {
    let kind: String
    let before: (days: Int, of: Int)
    let now: (days: Int, of: Int)
    let change: ReportChanges.Kind?
    var testDescription: String { "\(kind) \(before) to \(now)" }

    init(_ before: (Int, Int), _ now: (Int, Int), _ change: ReportChanges.Kind?, kind: String = "swelling") {
      (self.before, self.now, self.change, self.kind) = (before, now, change, kind)
    }
  }

  static let days: [Days] = [
    Days((2, 20), (5, 20), .worse), Days((5, 20), (2, 20), .better), Days((0, 14), (3, 14), .worse),
    Days((6, 20), (0, 20), .better), Days((0, 20), (1, 20), .newlyRecorded),
    // Less than the least difference.
    Days((2, 20), (4, 20), nil), Days((1, 20), (0, 20), nil), Days((0, 20), (0, 20), nil),
    // Too few observed days for a direction.
    Days((2, 13), (12, 20), .changed), Days((12, 20), (2, 13), .changed), Days((6, 20), (0, 13), .noLongerRecorded),
    Days((0, 13), (6, 20), .newlyRecorded),
    // Days that nobody observed are no days without the symptom.
    Days((6, 20), (0, 0), .noLongerRecorded), Days((0, 0), (6, 20), .newlyRecorded), Days((0, 0), (0, 20), nil),
    // More bleeding can be a period.
    Days((1, 20), (9, 20), .changed, kind: "vaginalBleeding"),
    Days((9, 20), (1, 20), .changed, kind: "vaginalBleeding"),
  ]

  @Test(arguments: days) func daysWithASymptom(row: Days) {
    func summary(_ side: (days: Int, of: Int)) -> PeriodSummary {
      Summaries.of([], observed: side.of, side.days > 0 ? [Summaries.symptom(row.kind, days: side.days)] : [])
    }
    let lines = ReportChanges(from: summary(row.before), to: summary(row.now), book: LegbriefRules.book).lines
    #expect(lines.map(\.kind) == [row.change].compactMap { $0 })
    for line in lines {
      for (words, side) in [(line.before, row.before), (line.now, row.now)] {
        #expect(
          side.of == 0 ? words.hasPrefix("not recorded") : words.contains("\(side.days) of \(side.of) observed days"))
      }
    }
  }

  @Test(arguments: [
    (5.0, 5, 7.0, 5, ReportChanges.Kind.worse as ReportChanges.Kind?), (7, 9, 4.5, 6, .better), (5, 5, 6.5, 5, nil),
    (5, 4, 7, 9, .changed), (7, 9, 5, 4, .changed), (5, 5, 5, 5, nil),
  ])
  func medianSeverity(before: Double, n: Int, now: Double, m: Int, change: ReportChanges.Kind?) {
    let lines = ReportChanges(
      from: Summaries.of([], [Summaries.symptom("swelling", days: 9, median: before, n: n)]),
      to: Summaries.of([], [Summaries.symptom("swelling", days: 9, median: now, n: m)]), book: LegbriefRules.book
    ).lines
    #expect(lines.map(\.kind) == [change].compactMap { $0 })
    #expect(lines.allSatisfy { $0.before.hasSuffix("n \(n)") && $0.now.hasSuffix("n \(m)") })
  }

  @Test(
    arguments: [
      ("irlsTotal", 20, 24, ReportChanges.Kind.worse as ReportChanges.Kind?), ("irlsTotal", 24, 20, .better),
      ("irlsTotal", 20, 23, nil), ("oksTotal", 30, 20, .worse), ("oksTotal", 20, 30, .better),
      // No direction is known: the numbers alone.
      ("fraxMajorPct", 10, 25, .changed), ("fraxMajorPct", 10, 12, nil), ("unknownScore", 10, 11, .changed),
    ] as [(ItemID, Double, Double, ReportChanges.Kind?)])
  func suppliedTotals(item: ItemID, before: Double, now: Double, change: ReportChanges.Kind?) {
    let lines = ReportChanges(
      from: Summaries.of([], scores: [Summaries.reading(item, before)]),
      to: Summaries.of([], scores: [Summaries.reading(item, now)]), book: LegbriefRules.book
    ).lines
    #expect(lines.map(\.kind) == [change].compactMap { $0 })
    #expect(lines.allSatisfy { $0.before.contains("on 2026-02-20") })
  }

  @Test func severalNumbersHaveNoDirection() {
    func summary(_ words: String) -> PeriodSummary {
      Summaries.of([], scores: [Summaries.reading("koosSubscales", nil, words)])
    }
    let changed = ReportChanges(from: summary("pain 40"), to: summary("pain 80"), book: LegbriefRules.book)
    #expect(changed.lines.map(\.kind) == [.changed])
    #expect(ReportChanges(from: summary("pain 40"), to: summary("pain 40"), book: LegbriefRules.book).lines.isEmpty)
  }

  @Test(arguments: [
    (22.0, 60.0, ReportChanges.Kind.changed as ReportChanges.Kind?), (100, 109, nil), (100, 110, .changed),
    (0, 1, .changed), (60, 60, nil),
  ])
  func resultsAreNeverCalledWorseOrBetter(before: Double, now: Double, change: ReportChanges.Kind?) {
    let lines = ReportChanges(
      from: Summaries.of([], results: [Summaries.reading("ferritin", before)]),
      to: Summaries.of([], results: [Summaries.reading("ferritin", now)]), book: LegbriefRules.book
    ).lines
    #expect(lines.map(\.kind) == [change].compactMap { $0 })
  }

  @Test func whatIsThereOnOneSideOnlyIsNewlyOrNoLongerRecorded() {
    let with = Summaries.of(
      [], scores: [Summaries.reading("irlsTotal", 24)], results: [Summaries.reading("ferritin", 22)])
    let without = Summaries.of([])
    let came = ReportChanges(from: without, to: with, book: LegbriefRules.book).lines
    #expect(came.map(\.kind) == [.newlyRecorded, .newlyRecorded])
    #expect(came.map(\.before) == ["not recorded", "not recorded"])
    let went = ReportChanges(from: with, to: without, book: LegbriefRules.book).lines
    #expect(went.map(\.kind) == [.noLongerRecorded, .noLongerRecorded])
  }

  @Test func withoutNumbersOnOneSideNothingIsCompared() {
    var before = Summaries.of([], [Summaries.symptom("swelling", days: 9)])
    before.numbers = nil
    let changes = ReportChanges(from: before, to: Summaries.of([]), book: LegbriefRules.book)
    #expect(changes.lines.isEmpty)
    #expect(!changes.comparesNumbers)
  }
}
