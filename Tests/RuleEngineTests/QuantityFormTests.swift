import ClinicalRecord
import RuleEngine
import Testing

/// Quantities that round, that are fixed, and that are supplied without a day.
@Suite struct QuantityFormTests {
  private static func lab(_ value: Double) -> PatientRecord {
    Judging.record(labs: [LabResult(id: "ferritin", value: .number(value), written: "\(value)", date: Judging.asOf)])
  }

  @Test(arguments: [(41.4, Truth.notMet), (41.49, .notMet), (41.5, .met), (42, .met), (42.4, .met)])
  func aHalfIsRoundedUp(value: Double, expected: Truth) {
    let rounded: Quantity = .rounded(.lab("ferritin", evenOld: false))
    #expect(Judging.value(rounded >= 42, Self.lab(value)) == expected)
  }

  @Test func roundingMakesNothingOfNothing() {
    let rounded: Quantity = .rounded(.lab("ferritin", evenOld: false))
    #expect(Judging.value(rounded >= 42, Judging.record()) == .notRecorded)
  }

  @Test(arguments: [(10.0, Truth.notMet), (61, .notMet), (62, .met)])
  func aFixedNumberIsSubtracted(number: Double, expected: Truth) {
    let beyond: Quantity = .minus(.item("qNumber"), .fixed(60))
    #expect(Judging.value(beyond > 1, Judging.record(numbers: ["qNumber": number])) == expected)
  }

  private static let scoreCases: [(days: [String?], expected: Truth)] = [
    ([], .notRecorded), ([nil], .met), (["2026-01-01"], .notRecorded), ([nil, "2026-01-01"], .notRecorded),
  ]

  @Test(arguments: scoreCases) func anUndatedScoreCountsWhereNoneIsDated(days: [String?], expected: Truth) {
    let scores = days.map { day in
      Measurement(id: "qTotal", value: .number(7, written: "7"), date: day.flatMap { Day(iso: $0) }, by: nil)
    }
    let record = PatientRecord(file: "record.json", asOf: Judging.asOf, scores: scores)
    #expect(Judging.value(Quantity.undatedScore("qTotal") >= 1, record) == expected)
  }

  private static let pressureCases: [(upper: String?, lower: String?, expected: Truth)] = [
    ("2026-02-01", "2026-02-01", .notMet), ("2026-02-01", "2026-02-02", .notRecorded), (nil, nil, .notMet),
    (nil, "2026-02-01", .notRecorded),
  ]

  @Test(arguments: pressureCases)
  func whatBelongsTogetherIsOfOneDay(upper: String?, lower: String?, expected: Truth) {
    let flag = Rule(
      "test.flag", "Flag",
      RedFlag(findings: [Quantity.measurement("upper") >= 180], notMetWhen: .measuredTogether(["upper", "lower"]))
    ).level(.sameDay)
    let measurements = [("upper", upper), ("lower", lower)].map { id, day in
      Measurement(
        id: ItemID(id), value: .number(90, written: "90"), date: day.flatMap { Day(iso: $0) }, by: nil)
    }
    let record = PatientRecord(file: "record.json", asOf: Judging.asOf, measurements: measurements)
    #expect(Judging.verdict(flag, record)?.value == expected)
  }

  @Test(arguments: [
    ("0", "0 points, 0 nights"), ("1", "1 point, 1 night"), ("2", "2 points, 2 nights"), ("11", "11 points, 11 nights"),
  ])
  func aFigureOfOneStandsBeforeOne(figure: String, expected: String) throws {
    let number = try #require(Double(figure))
    let rule = Rule("test.rule", "Test", Quantity.item("qNumber") >= 0).says("{n} points, {n} nights")
      .detail("n", .number(.item("qNumber"), decimals: 0))
    #expect(Judging.verdict(rule, Judging.record(numbers: ["qNumber": number]))?.text == expected)
  }

  @Test(arguments: [(nil, true), ("2026-01-01", false)] as [(String?, Bool)])
  func aFlagOfAMedicineIsActiveWhileItIsTaken(stop: String?, expected: Bool) {
    let flag = Rule(
      "test.flag", "Flag", .medication(MedicationQuery(["statin"], .ever))
    ).level(.urgent)
    let medicine = Medication(
      classes: ["statin"], start: Day(iso: "2025-01-01"), stop: stop.flatMap { Day(iso: $0) })
    #expect(Judging.verdict(flag, Judging.record(medications: [medicine]))?.isActive == expected)
  }

  @Test func aBookWithAChangedRuleKnowsWhatStandsBehindIt() {
    let first = Rule("test.first", "First", .yes("qOne"))
    let second = Rule("test.second", "Second", .yes("qTwo"))
    let book = RuleBook(
      version: "test", areas: [RuleArea("test", "Test", [first, second])], derivedCodes: [], derivedNumbers: [],
      precedence: [], references: [:], dictionary: FieldDictionary(fields: [], labs: []))
    #expect(book.rulesBehind["test.second"] == [])
    let changed = book.replacing(Rule("test.second", "Second", .rule("test.first")))
    #expect(changed.rulesBehind["test.second"] == ["test.first"])
    #expect(changed.replacing(second).rulesBehind["test.second"] == [])
  }
}
