import ClinicalRecord
import Testing

@testable import ReportBuilder

/// The timeline: every date on one axis, a lane for each line; nothing recorded is lost, nothing meets.
@Suite struct TimelineFigureTests {
  static func medicine(
    _ name: String?, _ classes: [String] = ["statin"], start: String? = nil, change: String? = nil,
    stop: String? = nil, adherence: String? = nil
  ) -> Medication {
    Medication(
      name: name, classes: classes, start: start.map(FigureRecords.day), change: change.map(FigureRecords.day),
      stop: stop.map(FigureRecords.day), adherence: adherence)
  }

  @Test(arguments: [
    (medicine("A", start: "2025-11-24"), ["A: 2025-11-24 to now"]),
    (medicine("A", start: "2025-01-01", stop: "2025-06-30"), ["A: 2025-01-01 to 2025-06-30"]),
    (medicine("A", start: "2025-01-01", change: "2025-03-01"), ["A: 2025-01-01 to now, changed 2025-03-01"]),
    (medicine("A", start: "2025-01-01", adherence: "stopped"), ["A: 2025-01-01, stop undated"]),
    (medicine("A", stop: "2025-06-30"), ["A: start not recorded, until 2025-06-30"]),
    (medicine(nil, start: "2025-01-01"), ["statin: 2025-01-01 to now"]),
    (medicine(" ", [], start: "2025-01-01"), ["medicine without a name: 2025-01-01 to now"]),
    (medicine("A"), []), (medicine("A", adherence: "stopped"), []),
  ])
  func aMedicineIsALine(medicine: Medication, lines: [String]) throws {
    let figure = try #require(FigureRecords.figures(FigureRecords.record(medications: [medicine])).timeline)
    #expect(figure.lanes.map { "\($0.name): \($0.dates)" } == lines)
    #expect(figure.undated.isEmpty == (medicine.start != nil))
    #expect(figure.description.contains("start not recorded") == (medicine.start == nil))
  }

  @Test func eventsOfTheRecordAreLines() throws {
    let record = FigureRecords.record(
      log: [FigureRecords.entry(20, "numbness")],
      days: [
        "lmpDate": "2023-05-01", "oophorectomyDate": "2024-01-01", "rlsDiagnosedDate": "2025-02-01",
        "hrtRegimenStartDate": "2024-02-01", "hrtRegimenChangeDate": "2025-02-01", "lngIudInsertedDate": "2022-02-01",
        "bleedOnHrtOnset": "2025-08-01", "arterialEventDate": "2020-01-01",
      ], answers: ["qJointOnsetDate": "2024-06-01"])
    let figure = try #require(FigureRecords.figures(record).timeline)
    #expect(
      figure.lanes.map(\.name) == [
        "Joint pain began", "Restless legs diagnosed", "Bleeding on HRT began", "Last period", "Ovaries removed",
        "Levonorgestrel IUD fitted", "HRT regimen started", "HRT changed",
      ])
    #expect(figure.lanes.map(\.isDrawn) == [true, true, true, true, true, true, false, false])
    #expect(figure.description == "8 dated lines, 6 of them drawn and all in the table; the log begins 2026-02-10.")
    #expect(figure.drawing.logBegin?.name == "log begins 2026-02-10")
  }

  @Test func nothingDatedIsNoFigure() throws {
    let record = FigureRecords.record()
    #expect(FigureRecords.figures(record).timeline == nil)
    let markdown = try FigureRecords.page(record).markdown
    #expect(markdown.contains("**Timeline:** no onset, last period, HRT or medicine is recorded."))
  }

  @Test func hormonesStandBeforeOthersAndTheNewestOfOthersFirst() throws {
    let record = FigureRecords.record(medications: [
      Self.medicine("Old", start: "2020-01-01"), Self.medicine("New", start: "2026-02-01"),
      Self.medicine("Patch", ["systemicEstrogen"], start: "2021-01-01"),
    ])
    let figure = try #require(FigureRecords.figures(record).timeline)
    #expect(figure.lanes.map(\.name) == ["Patch", "New", "Old"])
  }

  /// The span holds what belongs to the symptoms; what is older stands at the edge, with its date in words.
  @Test(
    arguments: [
      (["A": "2025-11-24"], [:], 1), (["A": "2024-06-01"], [:], 2), (["A": "2001-06-01"], [:], 1),
      ([:], ["lmpDate": "2024-06-01"], 2), ([:], ["lmpDate": "2016-06-01"], 10),
      (["A": "2001-06-01"], ["lmpDate": "2022-01-01"], 5),
      ([:], ["lmpDate": "1990-01-01"], 1),
    ] as [([String: String], [ItemID: String], Int)])
  func theAxisHoldsWhatBelongsTogether(starts: [String: String], days: [ItemID: String], years: Int) throws {
    let record = FigureRecords.record(
      days: days, medications: starts.map { Self.medicine($0.key, start: $0.value) })
    let figure = try #require(FigureRecords.figures(record).timeline)
    #expect(figure.title == "Timeline, \(years) \(years == 1 ? "year" : "years") to 2026-03-02")
    #expect(
      figure.drawing.lanes.contains(where: \.isBeforeAxis)
        == (starts["A"] == "2001-06-01" || days["lmpDate"] == "1990-01-01"))
  }

  /// Names, dates and strip have columns of their own, whatever the names are.
  @Test func longNamesAndEqualDatesDoNotMeet() throws {
    let names = [
      String(repeating: "W", count: 40), String(repeating: "i", count: 40), "Estradiol/norethisterone acetate 1mg/0.5",
      "سيرترالين ٥٠ ملغ قرص مغلف طويل الاسم جدا", String(repeating: "字", count: 40),
      String(repeating: "e\u{301}", count: 40), "Seventh",
    ]
    let record = FigureRecords.record(
      medications: names.map { Self.medicine($0, start: "2025-06-01", stop: "2025-12-01") })
    let figure = try #require(FigureRecords.figures(record).timeline)
    #expect(figure.lanes.count == 7)
    #expect(Set(figure.lanes.map(\.name)) == Set(names))
    let lanes = figure.drawing.lanes
    #expect(lanes.count == 6)
    for (lane, next) in zip(lanes, lanes.dropFirst()) { #expect(next.textLine - lane.textLine >= 30) }
    for lane in lanes {
      #expect(FigureText.width(lane.name) <= 610, "\(lane.name)")
      #expect(FigureText.width(lane.dates) <= 345, "\(lane.dates)")
      #expect(lane.bars.allSatisfy { $0.left >= 940 && $0.right <= 1840 })
    }
    #expect(figure.drawing.height <= 260)
  }

  @Test func aStopBeforeTheStartIsShownAsItIs() throws {
    let record = FigureRecords.record(medications: [Self.medicine("A", start: "2026-01-10", stop: "2025-10-01")])
    let figure = try #require(FigureRecords.figures(record).timeline)
    #expect(figure.lanes.map(\.dates) == ["2026-01-10 to 2025-10-01"])
    #expect(figure.drawing.lanes.first?.bars.map(\.width) == [4])
    #expect(figure.textForm.count == 2)
  }

  @Test func whatLiesAheadIsNotDrawn() throws {
    let record = FigureRecords.record(medications: [Self.medicine("Ahead", start: "2026-04-01")])
    let figure = try #require(FigureRecords.figures(record).timeline)
    #expect(figure.lanes.map(\.isDrawn) == [false])
    #expect(figure.drawing.lanes.isEmpty)
  }

  @Test func aHeapOfMarksOnOneLetterIsCut() {
    #expect(FigureText.fitted("a\u{301}\u{302}\u{303}\u{304}b", 500) == "a\u{301}\u{302}b")
    #expect(FigureText.fitted("ordinary", 500) == "ordinary")
  }
}
