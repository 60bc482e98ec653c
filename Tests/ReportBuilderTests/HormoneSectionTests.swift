import ClinicalRecord
import ClinicalRules
import ReportBuilder
import RuleEngine
import Testing

/// The section on HRT: when it is printed (basis C4), its order (A20), and its safety rules among the flags (basis P1).
@Suite struct HormoneSectionTests {
  static func record(
    _ history: [ItemID: String] = [:], answers: [ItemID: String] = [:], medications: [Medication] = [],
    measurements: [ClinicalRecord.Measurement] = []
  ) -> PatientRecord {
    PatientRecord(
      file: "record.json", asOf: NothingRecordedTests.nothing.asOf,
      answers: answers.mapValues { RecordedItem(.code($0)) }, history: history.mapValues { RecordedItem(.code($0)) },
      medications: medications, measurements: measurements)
  }

  static func model(_ record: PatientRecord) throws -> ReportModel {
    let pipeline = try PropertyTests.pipeline()
    return pipeline.compose(pipeline.judge(record))
  }

  static func section(_ model: ReportModel) -> ReportModel.AreaBlock? { model.areas.first { $0.title.contains("HRT") } }

  @Test func isPrintedOnlyWhenSomethingOpensIt() throws {
    #expect(Self.section(try Self.model(Self.record())) == nil)
    #expect(Self.section(try Self.model(Self.record(answers: ["qVasomotor": "severe"]))) == nil)
    #expect(Self.section(try Self.model(Self.record(["menopauseStage": "strawMinus1"]))) != nil)
    #expect(Self.section(try Self.model(Self.record(answers: ["qHrtPreference": "doesNotWant"]))) != nil)
    let taking = Self.record(medications: [Medication(classes: ["tibolone"])])
    #expect(Self.section(try Self.model(taking)) != nil)
  }

  @Test func preferenceStandsFirstThenBlockers() throws {
    let block = try #require(Self.section(try Self.model(Self.record(["menopauseStage": "strawMinus1"]))))
    #expect(
      block.criteria.map(\.rule).prefix(4)
        == ["hrt.preference", "hrt.contraindication", "hrt.caution", "hrt.unopposed"])
    #expect(block.criteria.last?.rule == "hrt.evidence")
  }

  @Test func estrogenWithoutCoverIsPrintedWithTheFlags() throws {
    let estrogen = Medication(classes: ["systemicEstrogen"], start: Day(iso: "2025-01-02"))
    let model = try Self.model(
      Self.record(["uterusPresent": "yes", "medListComplete": "yes"], medications: [estrogen]))
    let flag = try #require(model.redFlags.first { $0.rule == "hrt.unopposed" })
    #expect(flag.level == "Needs assessment within days")
    let covered = try Self.model(
      Self.record(
        ["uterusPresent": "yes", "medListComplete": "yes"],
        medications: [estrogen, Medication(classes: ["progestogen"])]))
    #expect(!covered.redFlags.contains { $0.rule == "hrt.unopposed" })
  }

  /// Only the pathway of suspected cancer carries a level: the other pathways stay in their section.
  @Test(arguments: [("41", true), ("31", false)])
  func onlyALevelMakesAFlag(bmi: String, isFlag: Bool) throws {
    let model = try Self.model(
      Self.record(
        ["hrtRegimen": "continuousCombined", "bleedingPattern": "heavyProlonged"],
        medications: [Medication(classes: ["systemicEstrogen"])],
        measurements: [Measurement(id: "bmi", value: .number(Double(bmi) ?? 0, written: bmi))]))
    #expect(model.redFlags.contains { $0.rule == "hrt.bleed" } == isFlag)
    #expect(Self.section(model)?.criteria.contains { $0.rule == "hrt.bleed" && $0.isMet } == true)
  }
}
