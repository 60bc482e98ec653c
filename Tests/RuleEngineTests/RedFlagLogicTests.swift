import ClinicalRecord
import RuleEngine
import Testing

/// The grounds on which a red flag may be "not met" (basis C5, settled readings A03, A04, A12).
@Suite struct RedFlagLogicTests {
  static let entry = EntryQuery(
    [], where: .all([.site(["calf"]), .side(["left", "right"]), .sign("warmth", in: ["yes"])]))
  static let flag = Rule(
    "test.flag", "Flag",
    RedFlag(
      answers: .any([.yes("qSwollen"), .all([.yes("qPain"), .yes("qWarm")])]), log: .anEntryFits(entry),
      findings: [.item("calfDiff") >= 3], notMetWhen: .everyAnswerIsNo(["qSwollen", "qPain", "qWarm"]))
  ).level(.sameDay)

  @Test(arguments: [
    ([:], Truth.notRecorded, false), (["qSwollen": "yes"], .met, false),
    (["qPain": "yes", "qWarm": "yes"], .met, false),
    (["qSwollen": "no"], .notRecorded, false), (["qSwollen": "no", "qPain": "no", "qWarm": "no"], .notMet, false),
    (["qSwollen": "no", "qPain": "no", "qWarm": "unsure"], .notRecorded, false),
    (["qSwollen": "no", "qPain": "yes", "qWarm": "no"], .notRecorded, true),
    (["qPain": "yes"], .notRecorded, true),
  ])
  func aNoNeedsEveryAnswer(answers: [ItemID: String], expected: Truth, open: Bool) {
    let verdict = Judging.verdict(Self.flag, Judging.record(answers))
    #expect(verdict?.value == expected)
    #expect(verdict?.isOpen == open)
  }

  static let allNo: [ItemID: String] = ["qSwollen": "no", "qPain": "no", "qWarm": "no"]

  @Test(arguments: [
    (["bodySite": "calf", "side": "left", "warmth": "yes"], Truth.met),
    (["bodySite": "calf", "side": "left"], .notMet),
    (["bodySite": "calf", "warmth": "yes"], .notRecorded), (["side": "left", "warmth": "yes"], .notRecorded),
    (["bodySite": "knee", "side": "left", "warmth": "yes"], .notMet),
    (["bodySite": "calf", "side": "both", "warmth": "yes"], .notMet),
    (["bodySite": "calf", "side": "unknown", "warmth": "yes"], .notRecorded),
  ])
  func anEntryFitsOnWhatItRecords(codes: [ItemID: String], expected: Truth) {
    let log = Judging.entries("legPainOther", 1, codes)
    let verdict = Judging.verdict(Self.flag, Judging.record(Self.allNo, log: log))
    #expect(verdict?.value == expected)
    if expected == .notRecorded { #expect(verdict?.isOpen == true) }
    if expected == .met { #expect(verdict?.conflict.isEmpty == false, "the answers said no") }
  }

  @Test func measurementsCountWhenTheySpeakForItOnly() {
    #expect(Judging.verdict(Self.flag, Judging.record(numbers: ["calfDiff": 3]))?.value == .met)
    #expect(Judging.verdict(Self.flag, Judging.record(numbers: ["calfDiff": 2.9]))?.value == .notRecorded)
    #expect(Judging.verdict(Self.flag, Judging.record(Self.allNo))?.value == .notMet)
  }

  @Test(arguments: [("no", Truth.notMet), ("yes", .met), ("unsure", .notRecorded)])
  func aGateThatIsRecordedAsAbsentSettlesTheFlag(gate: String, expected: Truth) {
    let rule = Rule(
      "test.flag", "Flag",
      RedFlag(gate: .yes("gate"), answers: .yes("qOne"), notMetWhen: .everyAnswerIsNo(["qOne"])))
    #expect(Judging.verdict(rule, Judging.record(["gate": gate, "qOne": "yes"]))?.value == expected)
  }

  @Test(arguments: [(0...27, Truth.notMet), (0...5, .notRecorded)])
  func aFlagThatRestsOnTheLogNeedsACoveredLog(days: ClosedRange<Int>, expected: Truth) {
    let coverage = Rule("dq.coverage", "Coverage", .log(.coverage(days: 14, share: 0.7)))
    let rule = Rule(
      "test.flag", "Flag", RedFlag(log: .anEntryFits(Self.entry), notMetWhen: .logCovers("dq.coverage")))
    let record = Judging.record(log: Judging.checkIns(days))
    #expect(Judging.verdict(rule, record, others: [coverage])?.value == expected)
  }

  @Test func aRuleThatRefersToItselfHasNoValue() {
    let loop = Rule("test.loop", "Loop", .any([.rule("test.loop"), .yes("qOne")]))
    #expect(Judging.verdict(loop, Judging.record())?.value == .notRecorded)
  }
}
