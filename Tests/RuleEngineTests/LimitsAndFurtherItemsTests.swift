import ClinicalRecord
import RuleEngine
import Testing

/// Lower limits of laboratories, forms of scores, and items that are asked for though they decide nothing.
@Suite struct LimitsAndFurtherItemsTests {
  static func ferritin(_ value: Double, low: Double? = nil, _ date: String = "2026-02-01") -> PatientRecord {
    var result = LabResult(id: "ferritin", value: .number(value), written: "\(value)", date: Day(iso: date))
    result.referenceLow = low
    return Judging.record(labs: [result])
  }

  @Test func theLaboratorysLowerLimitGoesBeforeTheFallback() {
    let withFallback = Condition.belowReference("ferritin", fallback: 30)
    #expect(Judging.value(withFallback, Self.ferritin(29.9)) == .met)
    #expect(Judging.value(withFallback, Self.ferritin(30)) == .notMet)
    #expect(Judging.value(withFallback, Self.ferritin(29, low: 13)) == .notMet)
    #expect(Judging.value(withFallback, Self.ferritin(12, low: 13)) == .met)
    #expect(Judging.value(withFallback, Self.ferritin(12, "2025-01-01")) == .notRecorded)
    let without = Condition.belowReference("ferritin", fallback: nil)
    #expect(Judging.value(without, Self.ferritin(1)) == .notRecorded)
    #expect(Judging.value(without, Self.ferritin(13, low: 13)) == .notMet)
  }

  @Test func aScoreCountsForItsFormOnly() {
    func value(_ asked: String?, form: String?, dated: Bool = true) -> Truth? {
      var score = Measurement(id: "dn4Total", value: .number(4, written: "4"))
      score.form = form
      score.date = dated ? Judging.asOf : nil
      let record = PatientRecord(
        file: "record.json", asOf: Judging.asOf, person: [:], log: [], answers: [:], medications: [], labs: [],
        scores: [score])
      return Judging.value(.compare(.score("dn4Total", form: asked), .atLeast, 3), record)
    }
    #expect(value("7", form: "7") == .met)
    #expect(value("10", form: "7") == .notRecorded)
    #expect(value(nil, form: "7") == .notRecorded)
    #expect(value(nil, form: nil) == .met)
    #expect(value("7", form: "7", dated: false) == .notRecorded)
  }

  @Test func groupsOfTestsApplyOnTheirOwnCondition() {
    let rule = Rule("test.rule", "Test", .yes("qOne")).considers(tests: "ferritin", "tsat")
      .considers(tests: "ck", while: .yes("qTwo"))
    #expect(Judging.verdict(rule, Judging.record(["qOne": "yes"]))?.considerTest == ["ferritin", "tsat"])
    let both = Judging.record(["qOne": "yes", "qTwo": "yes"])
    #expect(Judging.verdict(rule, both)?.considerTest == ["ferritin", "tsat", "ck"])
    #expect(Judging.verdict(rule, Judging.record(["qOne": "no", "qTwo": "yes"]))?.considerTest == [])
  }

  @Test func furtherItemsAreAskedForWhileMetOrOpen() {
    let rule = Rule("test.rule", "Test", .all([.yes("qOne"), .yes("qTwo")]))
      .alsoAsks("How does it feel?", about: "qThree", "sorenessAfter")
    func missing(_ answers: [ItemID: String], log: [LogEntry] = []) -> [ItemID]? {
      Judging.verdict(rule, Judging.record(answers, log: log))?.missing
    }
    #expect(missing(["qOne": "yes", "qTwo": "yes"]) == ["qThree", "sorenessAfter"])
    #expect(missing(["qOne": "yes"]) == ["qTwo", "qThree", "sorenessAfter"])
    #expect(missing(["qTwo": "no"]) == [])
    #expect(missing([:]) == ["qOne", "qTwo"])
    let answered = ["qOne": "yes", "qTwo": "yes", "qThree": "unsure"] as [ItemID: String]
    #expect(missing(answered, log: Judging.entries("muscleCramp", 1, ["sorenessAfter": "no"])) == ["qThree"])
    let asked = Judging.verdict(rule, Judging.record(answered))?.ask
    #expect(asked == ["How does it feel? (asked, unsure)"])
  }
}
