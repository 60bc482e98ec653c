import ClinicalRecord
import RuleEngine
import Testing

/// What bars a "no" of a red flag, and the grounds that rest on results.
@Suite struct RedFlagGroundTests {
  @Test(arguments: [
    ([:], Truth.notRecorded), (["qOne": "no"], .notMet), (["qOne": "no", "sign": "no"], .notMet),
    (["qOne": "no", "sign": "yes"], .notRecorded), (["qOne": "yes", "sign": "yes"], .met),
  ])
  func whatSpeaksForAFlagBarsANo(answers: [ItemID: String], expected: Truth) {
    let rule = Rule(
      "test.flag", "Flag",
      RedFlag(answers: .yes("qOne"), barsNo: .yes("sign"), notMetWhen: .everyAnswerIsNo(["qOne"]))
    ).level(.sameDay)
    let verdict = Judging.verdict(rule, Judging.record(answers))
    #expect(verdict?.value == expected)
    #expect(verdict?.isOpen == false, "a bar alone does not open a flag")
  }

  @Test(arguments: [
    (["qOne": "no"], Truth.notMet, false), (["qOne": "no", "sign": "yes"], .notRecorded, true),
    (["qOne": "no", "sign": "yes", "place": "no"], .notMet, false),
    (["qOne": "no", "place": "yes"], .notRecorded, true),
  ])
  func anOpenPartBarsANo(answers: [ItemID: String], expected: Truth, open: Bool) {
    let rule = Rule(
      "test.flag", "Flag",
      RedFlag(
        answers: .any([.yes("qOne"), .all([.yes("sign"), .yes("place")])]), notMetWhen: .everyAnswerIsNo(["qOne"]))
    ).level(.sameDay)
    let verdict = Judging.verdict(rule, Judging.record(answers))
    #expect(verdict?.value == expected)
    #expect(verdict?.isOpen == open)
  }

  static let results = Rule(
    "test.flag", "Flag",
    RedFlag(
      findings: [.lowestLab("ferritin", withinDays: 14) < 2.5, .highestLab("ferritin", withinDays: 14) > 6.5],
      notMetWhen: .anyResult(["ferritin"], withinDays: 14))
  ).level(.sameDay)

  private static let resultCases: [(values: [(value: Double, daysAgo: Int)], expected: Truth)] = [
    ([], .notRecorded), ([(4, 14)], .notMet), ([(4, 15)], .notRecorded), ([(2.4, 14)], .met),
    ([(2.5, 1)], .notMet), ([(6.5, 1)], .notMet), ([(6.6, 1)], .met), ([(2.4, 9), (4, 1)], .notMet),
    ([(7, 9), (4, 1)], .notMet), ([(4, 9), (2.4, 1)], .met), ([(4, 1), (2.4, 1)], .met), ([(7, 1), (4, 1)], .met),
    ([(2.4, 15), (4, 1)], .notMet),
  ]

  @Test(arguments: resultCases)
  func theNewestDayCounts(values: [(value: Double, daysAgo: Int)], expected: Truth) {
    let labs = values.map { value, daysAgo in
      LabResult(
        id: "ferritin", value: .number(value), written: "\(value)", date: Judging.asOf.adding(days: -daysAgo))
    }
    #expect(Judging.verdict(Self.results, Judging.record(labs: labs))?.value == expected)
  }

  @Test(arguments: [([:], Truth.notRecorded), (["qOne": "no"], .notRecorded), (["qOne": "no", "qTwo": "no"], .notMet)])
  func severalGroundsAreAllNeeded(answers: [ItemID: String], expected: Truth) {
    let rule = Rule(
      "test.flag", "Flag",
      RedFlag(answers: .yes("qOne"), notMetWhen: .all([.everyAnswerIsNo(["qOne"]), .everyAnswerIsNo(["qTwo"])])))
    #expect(Judging.verdict(rule, Judging.record(answers))?.value == expected)
  }

  @Test func aFlagAsksAlsoForWhatItsValueDoesNotRestOn() {
    let rule = Rule("test.flag", "Flag", RedFlag(answers: .yes("qOne"), notMetWhen: .everyAnswerIsNo(["qOne"])))
      .level(.sameDay).alsoAsks(about: "qTwo")
    #expect(Judging.verdict(rule, Judging.record())?.missing == ["qOne", "qTwo"])
    #expect(Judging.verdict(rule, Judging.record(["qOne": "yes", "qTwo": "no"]))?.missing == [])
  }

  // MARK: days at one site

  private static let severe = EntryQuery(["jointPain"], where: .number("severity", .atLeast, 8))
  private static let sudden = EntryQuery(["jointPain"], where: .sign("suddenOnset", in: ["yes"]))
  private static let days: Condition = .daysAtOneSite(severe, atLeast: 3, exceptFirst: sudden)
  private static let knee: [ItemID: String] = ["bodySite": "knee", "side": "left"]

  private static func entries(_ count: Int, daysAgo: Int, _ codes: [ItemID: String]) -> [LogEntry] {
    Judging.entries("jointPain", count, daysAgo: daysAgo, codes, severity: 8)
  }

  @Test func daysAreCountedAtOneSiteAndSide() {
    let three = Self.entries(3, daysAgo: 0, Self.knee)
    let right = Self.entries(1, daysAgo: 5, ["bodySite": "knee", "side": "right"])
    #expect(Judging.value(Self.days, Judging.record(log: three)) == .met)
    #expect(Judging.value(Self.days, Judging.record(log: Array(three.prefix(2)) + right)) == .notMet)
  }

  @Test func theFirstDayIsLeftOutWhereItFitsTheOtherQuery() {
    var first = Self.knee
    first["suddenOnset"] = "yes"
    let log = Self.entries(2, daysAgo: 0, Self.knee) + Self.entries(1, daysAgo: 5, first)
    #expect(Judging.value(Self.days, Judging.record(log: log)) == .notMet)
    let later = Self.entries(2, daysAgo: 5, Self.knee) + Self.entries(1, daysAgo: 0, first)
    #expect(Judging.value(Self.days, Judging.record(log: later)) == .met)
  }

  @Test(arguments: [(["bodySite": "knee"], 1, Truth.notRecorded), ([:], 1, .notRecorded), ([:], 0, .notMet)])
  func aMissingPlaceLeavesTheCountOpen(codes: [ItemID: String], count: Int, expected: Truth) {
    let log = Self.entries(2, daysAgo: 0, Self.knee) + Self.entries(count, daysAgo: 5, codes)
    #expect(Judging.value(Self.days, Judging.record(log: log)) == expected)
  }
}
