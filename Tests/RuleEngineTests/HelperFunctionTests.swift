import ClinicalRecord
import RuleEngine
import Testing

/// The helper functions of basis 0.3, each at its boundaries.
@Suite struct HelperFunctionTests {
  static let atRest: Condition = .logSays("atRest", in: ["yes"], of: ["urgeToMove"])

  @Test(arguments: [
    (2, 0, Truth.notRecorded), (3, 0, .met), (0, 3, .notMet), (1, 1, .notRecorded), (5, 5, .met), (4, 6, .notRecorded),
    (1, 4, .notMet), (1, 3, .notRecorded), (0, 0, .notRecorded),
  ])
  func logSays(yes: Int, no: Int, expected: Truth) {
    let log =
      Judging.entries("urgeToMove", yes, ["atRest": "yes"])
      + Judging.entries("urgeToMove", no, daysAgo: yes, ["atRest": "no"])
      + Judging.entries("urgeToMove", 2, daysAgo: 15)
    #expect(Judging.value(Self.atRest, Judging.record(log: log)) == expected)
  }

  @Test(arguments: [
    (27, Truth.met), (28, .notRecorded), (0, .met), (-1, .notRecorded),
  ])
  func theMonthIs28DaysEndingOnTheReportDay(daysAgo: Int, expected: Truth) {
    let log = daysAgo < 0 ? [] : Judging.entries("muscleCramp", 1, daysAgo: daysAgo)
    #expect(Judging.value(.logged(EntryQuery(["muscleCramp"])), Judging.record(log: log)) == expected)
  }

  @Test(arguments: [
    ("yes", 3, 0, Truth.met, false), ("no", 3, 0, .notMet, true), ("yes", 0, 3, .met, true),
    ("no", 0, 3, .notMet, false),
    ("unsure", 3, 0, .met, false), ("", 0, 3, .notMet, false), ("", 0, 0, .notRecorded, false),
    ("yes", 1, 1, .met, false),
  ])
  func mergeKeepsTheAnswerAndNotesTheConflict(answer: String, yes: Int, no: Int, expected: Truth, conflict: Bool) {
    let log =
      Judging.entries("urgeToMove", yes, ["atRest": "yes"])
      + Judging.entries("urgeToMove", no, daysAgo: yes, ["atRest": "no"])
    let rule = Rule("test.rule", "Test", .merge(answer: .yes("qRestOnset"), log: Self.atRest, about: "qRestOnset"))
    let verdict = Judging.verdict(rule, Judging.record(answer.isEmpty ? [:] : ["qRestOnset": answer], log: log))
    #expect(verdict?.value == expected)
    #expect(verdict?.conflict.isEmpty == !conflict)
  }

  @Test(arguments: [
    (["both"], "bilateral"), (["left", "left"], "left"), (["right"], "right"), (["left", "right"], "bilateral"),
    (["left", "left", "left", "right"], "bilateral"), (["left", "left", "left", "left", "right"], "mixed"),
    (["unknown"], nil), ([], nil),
  ])
  func sideOf(sides: [String], expected: String?) {
    let log = sides.enumerated().flatMap { Judging.entries("swelling", 1, daysAgo: $0.offset, ["side": $0.element]) }
    for side in ["bilateral", "left", "right", "mixed"] {
      let value = Judging.value(.side(SideQuery(["swelling"]), in: [side]), Judging.record(log: log))
      #expect(value == (expected == nil ? .notRecorded : side == expected ? .met : .notMet))
    }
  }

  @Test(arguments: [
    (0...13, Truth.met), (0...12, .notMet), (0...27, .met), (0...9, .notMet), (14...27, .notMet), (8...27, .met),
  ])
  func coverageNeedsFourteenDaysAndSeventyPercent(days: ClosedRange<Int>, expected: Truth) {
    let record = Judging.record(log: Judging.checkIns(days))
    #expect(Judging.value(.log(.coverage(days: 14, share: 0.7)), record) == expected)
  }

  @Test(arguments: [(7, Truth.met), (6, .notMet)])
  func aGapIsARunOfUnobservedDays(length: Int, expected: Truth) {
    let record = Judging.record(log: Judging.checkIns(0...2) + Judging.checkIns((3 + length)...20))
    #expect(Judging.value(.log(.gap(days: 7)), record) == expected)
  }

  @Test(arguments: [
    (180, Truth.met, Truth.met), (181, .notRecorded, .met), (-1, .notRecorded, .notRecorded),
  ])
  func oldResultsDoNotCountUnlessAskedFor(daysAgo: Int, fresh: Truth, evenOld: Truth) {
    let lab = LabResult(
      id: "ferritin", value: .number(40), written: "40 ug/L", date: Judging.asOf.adding(days: -daysAgo))
    let record = Judging.record(labs: daysAgo < 0 ? [] : [lab])
    #expect(Judging.value(.lab("ferritin", evenOld: false) <= 75, record) == fresh)
    #expect(Judging.value(.lab("ferritin", evenOld: true) <= 75, record) == evenOld)
  }

  @Test func theNewestResultWins() {
    let old = LabResult(id: "ferritin", value: .number(20), written: "20", date: Judging.asOf.adding(days: -90))
    let new = LabResult(id: "ferritin", value: .number(90), written: "90", date: Judging.asOf.adding(days: -9))
    for labs in [[old, new], [new, old]] {
      #expect(Judging.value(.lab("ferritin", evenOld: false) <= 75, Judging.record(labs: labs)) == .notMet)
    }
  }

  @Test(arguments: [
    ("yes", Truth.notMet), ("no", .notRecorded), ("", .notRecorded),
  ])
  func theAbsenceOfAClassCountsOnlyInACompleteList(complete: String, expected: Truth) {
    let record = Judging.record(complete.isEmpty ? [:] : ["medListComplete": complete])
    #expect(Judging.value(.taking("ssri"), record) == expected)
  }

  @Test(arguments: [
    (nil, nil, Truth.met), ("2026-01-01", nil, .met), ("2026-01-01", "2026-02-01", .notRecorded),
    ("2026-04-01", nil, .notRecorded), (nil, "2026-04-01", .met),
  ])
  func currentIsStartedAndNotStopped(start: String?, stop: String?, expected: Truth) {
    let medicine = Medication(
      classes: ["ssri"], start: start.flatMap { Day(iso: $0) }, stop: stop.flatMap { Day(iso: $0) })
    #expect(Judging.value(.taking("ssri"), Judging.record(medications: [medicine])) == expected)
  }

  /// Settled reading A29: without a birth date the age at an event is known to within a year.
  @Test(arguments: [
    (52.0, "2024-02-02", 50.0, Truth.notRecorded), (53, "2024-02-02", 50, .met), (51, "2024-02-02", 50, .notMet),
  ])
  func ageAtAnEvent(age: Double, event: String, limit: Double, expected: Truth) {
    let record = Judging.record(numbers: ["ageYears": age], days: ["lmpDate": event])
    #expect(Judging.value(.age(at: "lmpDate") >= limit, record) == expected)
  }
}
