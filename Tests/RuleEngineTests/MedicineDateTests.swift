import ClinicalRecord
import RuleEngine
import Testing

/// Dates of medicines, spans between dates, and what a medicine's record lacks.
@Suite struct MedicineDateTests {
  static let estrogen = MedicationQuery(["systemicEstrogen"])
  static let fields: [ItemID] = ["medRoute", "medDose", "medStartDate", "medAdherence"]

  static func day(_ text: String) -> Day? { Day(iso: text) }

  @Test func whatAMedicineLacksIsMissing() {
    let condition = Condition.medicinesRecord(Self.fields, Self.estrogen)
    let bare = Judging.record(medications: [Medication(classes: ["systemicEstrogen"], route: "oral")])
    let rule = Rule("test.rule", "Test", condition)
    #expect(Judging.verdict(rule, bare)?.value == .notRecorded)
    #expect(Judging.verdict(rule, bare)?.missing == ["medDose", "medStartDate", "medAdherence"])
    let whole = Medication(
      classes: ["systemicEstrogen"], route: "oral", dose: "1 mg", start: Self.day("2025-01-01"), adherence: "everyDay")
    #expect(Judging.value(condition, Judging.record(medications: [whole])) == .met)
    #expect(Judging.value(condition, Judging.record(["medListComplete": "yes"])) == .notMet)
    #expect(Judging.value(condition, Judging.record()) == .notRecorded)
  }

  @Test func monthsCountFromTheDateNamed() {
    let medicines = [
      Medication(classes: ["systemicEstrogen"], start: Self.day("2025-03-02"), change: Self.day("2026-01-02")),
      Medication(classes: ["systemicEstrogen"], start: Self.day("2025-09-02")),
      Medication(classes: ["progestogen"], start: Self.day("2025-03-02"), stop: Self.day("2025-12-02")),
    ]
    let record = Judging.record(medications: medicines)
    func months(_ date: MedicationDate, _ name: String, _ expected: Double) {
      let quantity = Quantity.monthsSinceMedicine(date, MedicationQuery([name]))
      #expect(Judging.value(.all([quantity >= expected, quantity <= expected]), record) == .met, "\(date) \(name)")
    }
    months(.start, "systemicEstrogen", 12)
    months(.startOrChange, "systemicEstrogen", 2)
    months(.stop, "progestogen", 3)
    #expect(Judging.value(.monthsSinceMedicine(.start, MedicationQuery(["progestogen"])) >= 0, record) == .notRecorded)
    #expect(Judging.value(.monthsSinceMedicine(.stop, Self.estrogen) >= 0, record) == .notRecorded)
  }

  @Test func anyTimeBeforeTheOnsetFitsWithoutALimit() {
    let log = Judging.entries("muscleCramp", 1, daysAgo: 1)
    func value(_ days: Int?, start: String) -> Truth? {
      let timing = MedicationQuery.Timing(onset: EntryQuery(["muscleCramp"]), withinDays: days)
      return Judging.value(
        .medication(MedicationQuery(["systemicEstrogen"], timing: timing)),
        Judging.record(
          ["medListComplete": "yes"], log: log,
          medications: [Medication(classes: ["systemicEstrogen"], start: Self.day(start))]))
    }
    #expect(value(nil, start: "2001-01-01") == .met)
    #expect(value(90, start: "2001-01-01") == .notMet)
    #expect(value(nil, start: "2026-03-02") == .notMet)
  }

  @Test func spansBetweenDates() {
    let record = Judging.record(days: ["hrtRegimenStartDate": "2025-03-02", "bleedOnHrtOnset": "2025-09-02"])
    let span = Quantity.monthsBetween("hrtRegimenStartDate", "bleedOnHrtOnset")
    #expect(Judging.value(.all([span >= 6, span <= 6]), record) == .met)
    let back = Quantity.monthsBetween("bleedOnHrtOnset", "hrtRegimenStartDate")
    #expect(Judging.value(.all([back >= -6, back <= -6]), record) == .met)
    let rule = Rule("test.rule", "Test", Quantity.monthsBetween("hrtRegimenStartDate", "lastHrtReviewDate") > 0)
    #expect(Judging.verdict(rule, record)?.value == .notRecorded)
    #expect(Judging.verdict(rule, record)?.missing == ["lastHrtReviewDate"])
  }

  @Test func differencesOfQuantities() {
    let record = Judging.record(numbers: ["first": 3, "second": 5])
    #expect(Judging.value(.minus(.item("first"), .item("second")) <= -2, record) == .met)
    #expect(Judging.value(.minus(.item("first"), .item("second")) < -2, record) == .notMet)
    #expect(Judging.value(.minus(.item("first"), .item("third")) < 0, record) == .notRecorded)
  }

  @Test func anUndatedResultHasNoAge() {
    func lab(_ date: String?) -> LabResult {
      LabResult(id: "ferritin", value: .number(20), written: "20", date: date.flatMap(Self.day))
    }
    let age = Quantity.monthsSinceResult("ferritin")
    #expect(Judging.value(age <= 24, Judging.record(labs: [lab("2024-03-02")])) == .met)
    #expect(Judging.value(age <= 24, Judging.record(labs: [lab("2024-03-01")])) == .notMet)
    #expect(Judging.value(age <= 24, Judging.record(labs: [lab(nil)])) == .notRecorded)
  }

  @Test func testsAreConsideredOnlyWhileTheirConditionHolds() {
    let rule = Rule("test.rule", "Test", .yes("a")).considers(tests: "ferritin", while: .yes("b"))
    #expect(Judging.verdict(rule, Judging.record(["a": "yes", "b": "yes"]))?.considerTest == ["ferritin"])
    #expect(Judging.verdict(rule, Judging.record(["a": "yes"]))?.considerTest == [])
  }
}
