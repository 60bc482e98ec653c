import ClinicalRecord
import ClinicalRules
import ReportBuilder
import RuleEngine
import Testing

/// What a rule prints stands in its evidence, and what is on file is not called missing without a word.
@Suite struct ResultWordsTests {
  private static let asOf = Day(iso: "2026-03-02") ?? Day(number: 0)

  private static func lab(_ id: ItemID, _ value: Double, _ unit: String, daysAgo: Int, high: Double? = nil) -> LabResult
  {
    var result = LabResult(
      id: id, value: .number(value), written: "\(value) \(unit)", date: asOf.adding(days: -daysAgo))
    result.referenceHigh = high
    return result
  }

  private static func model(
    _ answers: [ItemID: String] = [:], numbers: [ItemID: Double] = [:], history: [ItemID: String] = [:],
    log: [LogEntry] = [], medications: [Medication] = [], labs: [LabResult] = []
  ) throws -> (model: ReportModel, verdicts: Verdicts) {
    let pipeline = try PropertyTests.pipeline()
    var items = answers.mapValues { RecordedItem(.code($0)) }
    for (item, number) in numbers { items[item] = RecordedItem(.number(number, written: "\(Int(number))")) }
    let verdicts = pipeline.judge(
      PatientRecord(
        file: "record.json", asOf: asOf, log: log, answers: items,
        history: history.mapValues { RecordedItem(.code($0)) },
        medications: medications, labs: labs))
    return (pipeline.compose(verdicts), verdicts)
  }

  @Test func aResultThatIsPrintedIsEvidence() throws {
    let (model, verdicts) = try Self.model(labs: [
      Self.lab("ferritin", 60, "ug/L", daysAgo: 20), Self.lab("tsat", 45, "%", daysAgo: 20),
    ])
    #expect(verdicts["rls.ironLow"]?.text.contains("TSAT 45") == true)
    #expect(verdicts["rls.ironLow"]?.evidence.map(\.item) == ["ferritin", "tsat"])
    #expect(model.fired.contains { $0.name == Words.item("tsat") })
  }

  @Test func theMultipleOfCreatineKinaseCitesTheResult() throws {
    let (_, verdicts) = try Self.model(
      ["qMuscleTender": "yes", "qMuscleOnsetVsStatin": "w4to12"],
      medications: [Medication(name: "Atorvastatin", classes: ["statin"], start: Day(iso: "2025-12-15"))],
      labs: [Self.lab("ck", 800, "U/L", daysAgo: 5, high: 180)])
    #expect(verdicts["statin.muscle"]?.text.contains("4.4 x upper limit") == true)
    #expect(verdicts["statin.muscle"]?.evidence.contains { $0.item == "ck" } == true)
  }

  @Test func theDayThatAMedicineIsSetAgainstIsEvidence() throws {
    let pipeline = try PropertyTests.pipeline()
    let verdicts = pipeline.judge(
      PatientRecord(
        file: "record.json", asOf: Self.asOf,
        answers: ["qJointOnsetDate": RecordedItem(.day(Day(iso: "2025-06-01") ?? Self.asOf))],
        medications: [Medication(name: "Letrozole", classes: ["aromataseInhibitor"], start: Day(iso: "2025-01-10"))]))
    #expect(verdicts["joint.ai"]?.evidence.map(\.item) == ["medClass", "qJointOnsetDate"])
  }

  /// Only what disagrees is cited for a conflict.
  @Test func aConflictCitesItsTwoSides() throws {
    let calves: [ItemID: RecordedItem] = [
      "symptomKind": RecordedItem(.code("other")),
      "calfCircumferenceLeftCm": RecordedItem(.number(40, written: "40")),
      "calfCircumferenceRightCm": RecordedItem(.number(35, written: "35")),
    ]
    let (_, verdicts) = try Self.model(
      ["wellsCalf3cm": "no", "wellsTenderness": "yes", "wellsPriorDvt": "no"],
      log: [LogEntry(id: "a", date: Self.asOf, values: calves)])
    #expect(verdicts["dvt.wells"]?.conflict == ["wellsCalf3cm: answer no, log yes (5)"])
    #expect(verdicts["dq.conflict"]?.text == "Answers and log disagree on: calf 3 cm larger (Wells).")
    #expect(
      verdicts["dq.conflict"]?.evidence.map(\.item).sorted() == [
        "calfCircumferenceLeftCm", "calfCircumferenceRightCm", "wellsCalf3cm",
      ])
  }

  /// A potassium of 15 days ago is current for most rules and too old for the critical ones: both are said.
  @Test func aResultThatARuleCannotUseIsNotSimplyMissing() throws {
    let (model, _) = try Self.model(labs: [Self.lab("potassium", 2.4, "mmol/L", daysAgo: 15)])
    let row = model.areas.flatMap(\.criteria).first { $0.rule == "rf.labCritical" }
    #expect(row?.missing.contains("potassium (no result that the rule can use)") == true)
    let limits = model.figures.results?.tests.first?.limits.map(\.words) ?? []
    #expect(limits.contains("below 2.5 mmol/L in a result of at most 14 days ago"))
  }

  @Test(arguments: [(1.0, "wound on the foot: 1 week"), (3, "wound on the foot: 3 weeks")])
  func aUnitFollowsItsNumber(weeks: Double, words: String) throws {
    let (model, _) = try Self.model(numbers: ["qFootWoundWeeks": weeks], history: ["diabetes": "type2"])
    let because = model.redFlags.first { $0.rule.contains("rf.diabeticFoot") }?.because ?? ""
    #expect(because.contains(words) && !because.contains(words + "s"), "\(because)")
  }
}
