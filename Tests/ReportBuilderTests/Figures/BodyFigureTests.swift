import ClinicalRecord
import Testing

@testable import ReportBuilder

/// The body map: days by site and side; what gives no side stands apart.
@Suite struct BodyFigureTests {
  static func figure(_ log: [LogEntry]) -> BodyFigure? { FigureRecords.figures(FigureRecords.record(log: log)).body }

  @Test(arguments: [
    ("right", "calf 1 0 0"), ("left", "calf 0 1 0"), ("both", "calf 1 1 0"), ("unknown", "calf 0 0 1"),
    ("midline", "calf 0 0 1"), (nil, "calf 0 0 1"),
  ])
  func aSideIsNeverGuessed(side: String?, expected: String) throws {
    let figure = try #require(Self.figure([FigureRecords.entry(0, "muscleCramp", site: "calf", side: side)]))
    #expect(figure.sites.map { "\($0.name) \($0.right) \($0.left) \($0.unsided)" } == [expected])
    #expect(figure.drawing.notes.isEmpty == expected.hasSuffix("0"))
    #expect(figure.drawing.labels.isEmpty == expected.hasSuffix("1"))
  }

  @Test func daysCountNotEntries() throws {
    let log = [
      FigureRecords.entry(0, "muscleCramp", site: "calf", side: "left"),
      FigureRecords.entry(0, "heaviness", site: "calf", side: "both"),
      FigureRecords.entry(1, "heaviness", site: "calf", side: "left"),
    ]
    #expect(try #require(Self.figure(log)).sites.map { [$0.right, $0.left] } == [[1, 2]])
  }

  /// From the front the right leg of the patient stands at the left of the picture, from behind at its right.
  @Test(arguments: [("shin", 0..<465), ("calf", 1395..<1860)])
  func theRightLegStandsWhereTheClinicianSeesIt(site: String, columns: Range<Int>) throws {
    let figure = try #require(Self.figure([FigureRecords.entry(0, "muscleCramp", site: site, side: "right")]))
    #expect(figure.drawing.labels.map { columns.contains($0.left) } == [true])
    #expect(figure.drawing.regions.filter { $0.level != .none }.count == 1)
  }

  @Test(arguments: [
    (0, BodyFigure.Drawing.Level.none), (1, .few), (3, .few), (4, .some), (9, .some), (10, .many), (84, .many),
  ])
  func hatchingFollowsTheDays(days: Int, level: BodyFigure.Drawing.Level) {
    #expect(BodyFigure.Drawing.Level(days) == level)
  }

  @Test func everySiteOfTheLegIsDrawnOnce() {
    let sites = [
      "buttock", "groin", "hipFront", "hipLateral", "thighFront", "thighBack", "knee", "kneeBack", "shin", "calf",
      "ankle",
      "achilles", "heel", "sole", "midfoot", "forefoot", "toes", "wholeLeg",
    ]
    #expect(LegRegion.sites.sorted() == sites.sorted())
  }

  @Test func labelsDoNotMeet() throws {
    let log = LegRegion.sites.map { FigureRecords.entry(0, "muscleCramp", site: $0, side: "both") }
    let labels = try #require(Self.figure(log)).drawing.labels
    #expect(labels.count == 36)
    for column in Dictionary(grouping: labels, by: \.left).values {
      let lines = column.map(\.textLine).sorted()
      for (line, next) in zip(lines, lines.dropFirst()) { #expect(next - line >= 31) }
      // Above the legend.
      #expect((lines.last ?? 0) <= 735)
    }
  }

  @Test func sitesElsewhereAreNamed() throws {
    let log = [
      FigureRecords.entry(0, "muscleCramp", site: "calf", side: "left"),
      FigureRecords.entry(0, "jointPain", site: "hand"),
    ]
    #expect(try #require(Self.figure(log)).elsewhere.map(\.name) == ["hand"])
  }

  @Test(arguments: [[], [FigureRecords.entry(0, "jointPain", site: "hand")], [FigureRecords.entry(0, "jointPain")]])
  func withoutASiteOfTheLegThereIsNoFigure(log: [LogEntry]) throws {
    #expect(Self.figure(log) == nil)
    #expect(try FigureRecords.page(FigureRecords.record(log: log)).markdown.contains("**Where in the legs:** no entry"))
  }
}
