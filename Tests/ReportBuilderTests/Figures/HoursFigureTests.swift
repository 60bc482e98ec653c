import ClinicalRecord
import Testing

@testable import ReportBuilder

/// The time-of-day strip: entries with a time are the denominator, the others are counted beside them.
@Suite struct HoursFigureTests {
  @Test(arguments: [
    (0, "night"), (359, "night"), (360, "morning"), (719, "morning"), (720, "afternoon"), (1079, "afternoon"),
    (1080, "evening"), (1439, "evening"),
  ])
  func aClockTimeBelongsToItsPart(minutes: Int, part: String) throws {
    let log = [FigureRecords.entry(0, "numbness", time: minutes, part: "morning")]
    let row = try #require(FigureRecords.figures(FigureRecords.record(log: log)).hours?.rows.first)
    let counts = ["morning": row.morning, "afternoon": row.afternoon, "evening": row.evening, "night": row.night]
    #expect(counts.filter { $0.value > 0 } == [part: 1])
  }

  @Test func entriesWithoutATimeAreCountedApart() throws {
    let log = [
      FigureRecords.entry(0, "numbness", part: "evening"), FigureRecords.entry(1, "numbness", part: "afternoon"),
      FigureRecords.entry(1, "numbness"), FigureRecords.entry(2, "fall"), FigureRecords.entry(3, nil),
    ]
    let figure = try #require(FigureRecords.figures(FigureRecords.record(log: log)).hours)
    #expect(
      figure.rows.map { "\($0.name): \($0.share), \($0.timed) of \($0.entries)" } == [
        "all symptoms: 1 of 2, 2 of 4", "numbness: 1 of 2, 2 of 3", "fall: –, 0 of 1",
      ])
    #expect(figure.drawing.rows.map(\.untimed) == ["2 of 4", "1 of 3", "1 of 1"])
    #expect(figure.drawing.rows.last?.bars.map(\.count) == ["–", "–", "–", "–"])
    #expect(figure.description.hasPrefix("1 of 2 timed entries are of the evening or night"))
    #expect(!figure.description.contains("%"))
  }

  @Test(arguments: [[], [FigureRecords.entry(0, "numbness")], [FigureRecords.entry(90, "numbness", time: 0)]])
  func withoutATimeThereIsNoFigure(log: [LogEntry]) throws {
    let record = FigureRecords.record(log: log)
    #expect(FigureRecords.figures(record).hours == nil)
    #expect(try FigureRecords.page(record).markdown.contains("**Time of day:** no entry"))
  }

  @Test func barsStayInTheirQuarter() throws {
    let log = (0..<200).map { FigureRecords.entry($0 % 80, "numbness", time: 1200) }
    let figure = try #require(FigureRecords.figures(FigureRecords.record(log: log)).hours)
    for bar in figure.drawing.rows.flatMap(\.bars) {
      #expect(bar.countLeft + FigureText.width(bar.count) <= bar.left + 245)
    }
  }
}
