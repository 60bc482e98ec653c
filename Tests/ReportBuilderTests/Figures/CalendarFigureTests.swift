import ClinicalRecord
import Testing

@testable import ReportBuilder

/// The calendar: symptom, observed without it, not logged; the three never look alike.
@Suite struct CalendarFigureTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var log: [LogEntry]
    var observed: Int
    var withSymptom: Int
    var kinds: [String]

    init(_ name: String, _ log: [LogEntry], observed: Int, withSymptom: Int, _ kinds: [String] = []) {
      (testDescription, self.log, self.observed, self.withSymptom, self.kinds) = (
        name, log, observed, withSymptom, kinds
      )
    }
  }

  @Test(arguments: [
    Row("a symptom", [FigureRecords.entry(0, "muscleCramp")], observed: 1, withSymptom: 1, ["muscle cramp 1"]),
    Row("a check-in is observed, and no symptom", [FigureRecords.entry(5, nil)], observed: 1, withSymptom: 0),
    Row(
      "two entries of one day are one day", [FigureRecords.entry(3, "numbness"), FigureRecords.entry(3, "numbness")],
      observed: 1, withSymptom: 1, ["numbness 1"]),
    Row(
      "a check-in that says symptoms names no kind", [FigureRecords.entry(1, nil, checkIn: "symptomsLogged")],
      observed: 1, withSymptom: 1),
    Row(
      "the first of the 84 days counts", [FigureRecords.entry(83, "fever")], observed: 1, withSymptom: 1, ["fever 1"]),
    Row(
      "kinds with most days first, then by name",
      [
        FigureRecords.entry(1, "tingling"), FigureRecords.entry(2, "burning"), FigureRecords.entry(3, "heaviness"),
        FigureRecords.entry(4, "heaviness"), FigureRecords.entry(9, nil),
      ], observed: 5, withSymptom: 4, ["heaviness 2", "burning 1", "tingling 1"]),
  ])
  func countsDays(row: Row) throws {
    let figure = try #require(FigureRecords.figures(FigureRecords.record(log: row.log)).calendar)
    #expect(figure.observed == row.observed)
    #expect(figure.withSymptom == row.withSymptom)
    #expect(figure.kinds.map { "\($0.name) \($0.days)" } == row.kinds)
  }

  @Test(arguments: [[], [FigureRecords.entry(84, "fever")], [FigureRecords.entry(-1, "fever")]])
  func nothingInTheTwelveWeeksIsNoFigure(log: [LogEntry]) throws {
    let record = FigureRecords.record(log: log)
    #expect(FigureRecords.figures(record).calendar == nil)
    #expect(
      try FigureRecords.page(record).markdown.contains(
        "**Calendar:** nothing was logged in the 12 weeks to 2026-03-02."))
  }

  @Test func aDayIsMarkedOnce() throws {
    let log = [FigureRecords.entry(0, "numbness"), FigureRecords.entry(1, nil)]
    let drawing = try #require(FigureRecords.figures(FigureRecords.record(log: log)).calendar).drawing
    // The last two columns of the grid: a bar, and a dot in the middle of its column.
    for row in drawing.rows {
      #expect(row.symptoms == [404 + 83 * 14 + 3])
      #expect(row.clear == [404 + 82 * 14 + 7])
      #expect(row.days == "1 of 2")
    }
    #expect(drawing.gaps.map(\.left) == [404])
    #expect(drawing.gaps.map(\.width) == [82 * 14])
  }

  @Test func moreThanSixKindsAreSummedByDays() throws {
    let kinds = ["burning", "fever", "fall", "headache", "heaviness", "injury", "numbness", "tingling"]
    var log = kinds.prefix(6).flatMap { kind in (0..<3).map { FigureRecords.entry($0, kind) } }
    log += [FigureRecords.entry(7, "numbness"), FigureRecords.entry(7, "tingling"), FigureRecords.entry(8, "tingling")]
    let figure = try #require(FigureRecords.figures(FigureRecords.record(log: log)).calendar)
    #expect(figure.kinds.count == 8)
    #expect(figure.kinds.filter { !$0.isDrawn }.map(\.name) == ["tingling", "numbness"])
    #expect(figure.drawing.rows.count == 8)
    #expect(figure.drawing.rows.last?.name == "other kinds (2)")
    #expect(figure.drawing.rows.last?.days == "2 of 5")
    // At most 33 mm.
    #expect(figure.drawing.height <= 335)
  }

  @Test func theTextFormShowsTheSameThreeSigns() throws {
    let log = [FigureRecords.entry(0, "numbness"), FigureRecords.entry(1, nil)]
    let figure = try #require(FigureRecords.figures(FigureRecords.record(log: log)).calendar)
    #expect(
      figure.textForm == [
        "2025-12-09 to 2026-01-19: # symptom, o observed without it, . not logged",
        "any symptom            ....... ....... ....... ....... ....... .......",
        "numbness               ....... ....... ....... ....... ....... .......",
        "",
        "2026-01-20 to 2026-03-02",
        "any symptom            ....... ....... ....... ....... ....... .....o#  1 of 2",
        "numbness               ....... ....... ....... ....... ....... .....o#  1 of 2",
      ])
  }

  @Test(arguments: [(13, true), (14, false)]) func fewObservedDaysAreNamed(days: Int, isNamed: Bool) throws {
    let log = (0..<days).map { FigureRecords.entry($0, "numbness") }
    let figure = try #require(FigureRecords.figures(FigureRecords.record(log: log)).calendar)
    #expect(figure.description.contains("no rate is formed below 14 observed days") == isNamed)
  }

  /// A kind that a met criterion rests on has a row before kinds with more days.
  @Test func kindsBehindMetCriteriaAreDrawnFirst() throws {
    let kinds = ["burning", "fever", "fall", "headache", "heaviness", "injury", "tingling"]
    let log =
      kinds.flatMap { kind in (0..<3).map { FigureRecords.entry($0, kind) } } + [FigureRecords.entry(7, "numbness")]
    func drawn(_ weights: [String: Int]) throws -> [String] {
      let figure = try #require(CalendarFigure(FigureLog(FigureRecords.record(log: log)), weighing: weights))
      return figure.kinds.filter(\.isDrawn).map(\.name)
    }
    #expect(try !drawn([:]).contains("numbness"))
    #expect(try drawn(["numbness": 1]).last == "numbness")
    #expect(try drawn(["numbness": 1]).count == CalendarFigure.rowsOfKinds)
    // Red flags before other criteria, whatever the days.
    let criteria = Dictionary(uniqueKeysWithValues: kinds.map { ($0, 1) })
    #expect(try drawn(criteria.merging(["numbness": 2]) { $1 }).contains("numbness"))
    #expect(try !drawn(criteria.merging(["numbness": 1]) { $1 }).contains("numbness"))
  }

  /// The mark of the last 28 days stands at 1188: no name below it.
  @Test(arguments: (0..<31).map { FigureRecords.asOf.adding(days: $0) })
  func noMonthStandsBelowTheMark(asOf: Day) throws {
    let fall = LogEntry(id: nil, date: asOf, values: ["symptomKind": RecordedItem(.code("fall"))])
    let record = PatientRecord(
      file: "record.json", asOf: asOf, person: [:], log: [fall], answers: [:], history: [:], medications: [], labs: [])
    for month in try #require(CalendarFigure(FigureLog(record))).drawing.months {
      let right = month.nameLeft + month.name.count * 15
      #expect(right <= 1178 || month.nameLeft >= 1198, "\(month)")
      #expect(month.nameLeft - month.left < 90)
    }
  }

  @Test func monthsAreNamedWhereTheyBegin() throws {
    let figure = try #require(
      FigureRecords.figures(FigureRecords.record(log: [FigureRecords.entry(0, "fall")])).calendar)
    #expect(figure.drawing.months.map(\.name) == ["Dec 2025", "Jan 2026", "Feb", "Mar"])
    #expect(figure.drawing.months.map(\.isStart) == [false, true, true, true])
    #expect(figure.drawing.months.last?.left == 404 + 82 * 14)
  }
}
