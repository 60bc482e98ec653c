import ClinicalRecord
import ClinicalRules
import RuleEngine
import Testing

@testable import ReportBuilder

/// Results beside the lines of the rules: the numbers come from the rule book, the units from the locale pack.
@Suite struct ResultsFigureTests {
  static func figure(_ labs: [LabResult], locale: String? = nil) -> ResultsFigure? {
    FigureRecords.figures(FigureRecords.record(labs: labs, locale: locale)).results
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var lab: LabResult
    var locale: String?
    var newest: String
    var lines: [String]

    init(_ name: String, _ lab: LabResult, locale: String? = nil, newest: String, _ lines: [String]) {
      (testDescription, self.lab, self.locale, self.newest, self.lines) = (name, lab, locale, newest, lines)
    }
  }

  @Test(arguments: [
    Row(
      "ferritin", FigureRecords.lab("ferritin", 22, "ug/L", "2026-02-09"), newest: "22 µg/L · 2026-02-09",
      ["<30", "≤75", "≤100"]),
    Row("saturation", FigureRecords.lab("tsat", 14, "%", "2026-02-09"), newest: "14 % · 2026-02-09", ["<20", "≥45"]),
    Row(
      "a limit of the laboratory", FigureRecords.lab("crp", 2, "mg/L", "2026-02-09", high: 8),
      newest: "2 mg/L · 2026-02-09", [">8"]),
    Row(
      "where it gave none, the rule's own", FigureRecords.lab("crp", 2, "mg/L", "2026-02-09"),
      newest: "2 mg/L · 2026-02-09", [">5"]),
    Row(
      "HbA1c in whole numbers", FigureRecords.lab("hba1c", 44, "mmol/mol", "2026-02-09"),
      newest: "44 mmol/mol · 2026-02-09", ["≥42", "≥48"]),
    Row(
      "HbA1c of another country", FigureRecords.lab("hba1c", 44, "mmol/mol", "2026-02-09"), locale: "en-US",
      newest: "6.2 % · 2026-02-09", ["≥5.7", "≥6", "≥6.5"]),
    Row(
      "an old result", FigureRecords.lab("ferritin", 22, "ug/L", "2025-01-01"), newest: "22 µg/L · 2025-01-01 · old",
      ["<30", "≤75", "≤100"]),
    Row(
      "an undated result", FigureRecords.lab("ferritin", 22, "ug/L", nil), newest: "22 µg/L · undated",
      ["<30", "≤75", "≤100"]),
    Row(
      "a multiple of the laboratory's limit", FigureRecords.lab("ck", 900, "U/L", "2026-02-09", high: 150),
      newest: "900 U/L · 2026-02-09", ["≥600", ">1500", ">6000"]),
  ])
  func linesAreThoseOfTheRules(row: Row) throws {
    let test = try #require(Self.figure([row.lab], locale: row.locale)?.drawing.tests.first)
    #expect(test.newest == row.newest)
    #expect(test.limits.map(\.name) == row.lines)
  }

  /// A result stands on the side of a line on which the rules read it.
  @Test(
    arguments: [
      ("ferritin", 29.9, 0), ("ferritin", 30, 1), ("ferritin", 75, 1), ("ferritin", 75.1, 2), ("ferritin", 100, 2),
      ("ferritin", 101, 3), ("ferritin", 4000, 3), ("tsat", 19.9, 0), ("tsat", 20, 1), ("tsat", 45, 2),
      ("hba1c", 41, 0), ("hba1c", 42, 1), ("hba1c", 47, 1), ("hba1c", 48, 2),
    ] as [(ItemID, Double, Int)])
  func aResultStandsOnItsSideOfALine(test: ItemID, value: Double, part: Int) throws {
    let drawn = try #require(
      Self.figure([FigureRecords.lab(test, value, "", "2026-02-09")])?.drawing.tests.first)
    let point = try #require(drawn.points.first)
    #expect(drawn.limits.count { $0.left < point.left } == part)
    #expect((520...1280).contains(point.left))
  }

  @Test func theNewestDatedResultIsFilled() throws {
    let labs = [
      FigureRecords.lab("ferritin", 22, "ug/L", "2026-02-09"), FigureRecords.lab("ferritin", 60, "ug/L", "2024-02-09"),
      FigureRecords.lab("ferritin", 300, "ug/L", nil),
    ]
    let figure = try #require(Self.figure(labs))
    #expect(
      figure.tests.first?.results.map { "\($0.value) \($0.date) \($0.age)" } == [
        "22 µg/L 2026-02-09 current", "60 µg/L 2024-02-09 old", "300 µg/L undated undated",
      ])
    #expect(figure.drawing.tests.first?.points.map(\.isNewest) == [false, false, true])
    #expect(figure.drawing.tests.first?.newest == "22 µg/L · 2026-02-09 · 2 more")
  }

  @Test func aPositiveResultHasNoStripOfNumbers() throws {
    let lab = LabResult(
      id: "antiCcp", value: .positive(true), written: "positive", date: FigureRecords.day("2026-02-09"))
    let test = try #require(Self.figure([lab])?.drawing.tests.first)
    #expect(test.newest == "positive · 2026-02-09")
    #expect(!test.hasStrip && test.points.isEmpty)
  }

  @Test(arguments: [[], [FigureRecords.lab("estradiol", 100, "pmol/L", "2026-02-09")]])
  func withoutALineThereIsNoFigure(labs: [LabResult]) throws {
    #expect(Self.figure(labs) == nil)
    #expect(
      try FigureRecords.page(FigureRecords.record(labs: labs)).markdown.contains(
        "**Results:** none on file that a rule reads."))
  }

  @Test func theTableNamesTheRules() throws {
    let figure = try #require(Self.figure([FigureRecords.lab("ferritin", 22, "ug/L", "2026-02-09")]))
    #expect(
      figure.tests.first?.limits.map { "\($0.words): \($0.rules.joined(separator: ", "))" } == [
        "below 30 µg/L: rls.ironCause", "at most 75 µg/L: rls.ironLow", "above 75 µg/L: rls.ironMid",
        "at most 100 µg/L: rls.ironMid",
      ])
  }
}
