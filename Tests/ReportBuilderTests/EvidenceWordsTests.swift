import ClinicalRecord
import ReportBuilder
import RuleEngine
import Testing

/// What the report says a finding rests on: place, deciding signs and days, as a clinician would note them.
@Suite struct EvidenceWordsTests {
  private static let asOf = Day(iso: "2026-03-02") ?? Day(number: 0)

  private static func entry(_ daysAgo: Int, _ kind: String, _ codes: [ItemID: String], severity: Double? = nil)
    -> LogEntry
  {
    var values = codes.mapValues { RecordedItem(.code($0)) }
    values["symptomKind"] = RecordedItem(.code(kind))
    if let severity { values["severity"] = RecordedItem(.number(severity, written: "\(Int(severity))")) }
    return LogEntry(id: "\(kind)-\(daysAgo)", date: asOf.adding(days: -daysAgo), values: values)
  }

  private static func model(
    _ answers: [ItemID: ItemValue] = [:], history: [ItemID: ItemValue] = [:], log: [LogEntry] = []
  ) throws -> ReportModel {
    let pipeline = try PropertyTests.pipeline()
    return pipeline.compose(
      pipeline.judge(
        PatientRecord(
          file: "record.json", asOf: asOf, log: log, answers: answers.mapValues { RecordedItem($0) },
          history: history.mapValues { RecordedItem($0) })))
  }

  private static let leftCalf: [ItemID: String] = ["bodySite": "calf", "side": "left"]

  @Test(arguments: [
    ([entry(4, "swelling", leftCalf.merging(["warmth": "yes"]) { $1 })], "left calf: swelling, warm (2026-02-26)"),
    (
      [entry(4, "swelling", leftCalf.merging(["swelling": "moderate"]) { $1 })],
      "left calf: swelling, moderate (2026-02-26)"
    ),
    (
      [
        entry(4, "legPainOther", leftCalf.merging(["warmth": "yes"]) { $1 }),
        entry(3, "legPainOther", leftCalf.merging(["warmth": "yes"]) { $1 }),
        entry(2, "legPainOther", leftCalf.merging(["warmth": "yes"]) { $1 }),
        entry(1, "swelling", leftCalf.merging(["swelling": "mild"]) { $1 }),
      ],
      "left calf: pain in the leg 3 entries, swelling 1, warm in 3, mild swelling in 1 (2026-02-26 to 2026-03-01)"
    ),
    (
      [entry(4, "swelling", ["bodySite": "wholeLeg", "side": "right", "warmth": "yes"])],
      "whole right leg: swelling, warm (2026-02-26)"
    ),
  ]) func theClotFlagNamesSideAndDecidingSign(log: [LogEntry], because: String) throws {
    #expect(try Self.model(log: log).redFlags.first { $0.rule == "rf.dvt" }?.because == because)
  }

  @Test(
    arguments: [
      (["suddenOnset": "yes"], 4.0, "left calf: pain in the leg, sudden (2026-02-26)"),
      (
        ["worseThanUsual": "yes"], 9,
        "left calf: pain in the leg, severity 9 of 10, new or worse than usual, first at this place (2026-02-26)"
      ),
      (["suddenOnset": "no"], 8, "left calf: pain in the leg, severity 8 of 10, first at this place (2026-02-26)"),
    ] as [([ItemID: String], Double, String)])
  func severityIsNamedWhereItDecided(signs: [ItemID: String], severity: Double, because: String) throws {
    let log = [Self.entry(4, "legPainOther", Self.leftCalf.merging(signs) { $1 }, severity: severity)]
    #expect(try Self.model(log: log).redFlags.first { $0.rule == "rf.suddenSevere" }?.because == because)
  }

  /// Forgetting a sign takes its words away, never puts others there.
  @Test func whatDecidedNothingIsNotNamed() throws {
    let log = [
      Self.entry(
        4, "legPainOther", Self.leftCalf.merging(["suddenOnset": "yes", "warmth": "no", "posture": "asleep"]) { $1 },
        severity: 7)
    ]
    #expect(
      try Self.model(log: log).redFlags.first { $0.rule == "rf.suddenSevere" }?.because
        == "left calf: pain in the leg, sudden (2026-02-26)")
  }

  private static func evidence(_ rule: String, _ model: ReportModel) -> String? {
    model.areas.flatMap(\.criteria).first { $0.rule == rule }?.evidence
  }

  @Test func aConfirmedListIsPrintedOnlyWhereItIsAllThereIs() throws {
    let confirmed = try Self.model(history: ["medListComplete": .code("yes")])
    #expect(Self.evidence("joint.ai", confirmed) == "no such medicine on the confirmed list")
    let bleeding = try Self.model(
      history: ["medListComplete": .code("yes"), "postmenopausalBleeding": .code("yes")])
    #expect(bleeding.redFlags.first?.because == "postmenopausal bleeding: yes")
    let lines = bleeding.areas.flatMap(\.criteria)
    #expect(!lines.contains { $0.isNotMet && $0.evidence?.contains("confirmed complete") == true })
    // Without a list nothing is said of medicines.
    #expect(Self.evidence("joint.ai", try Self.model()) == nil)
  }

  @Test func unitsStandBehindTheNumber() throws {
    let model = try Self.model(["qMorningStiffMin": .number(90, written: "90"), "qJointPain": .code("yes")])
    let lines = model.areas.flatMap(\.criteria)
    #expect(lines.contains { $0.evidence?.contains("morning stiffness: 90 minutes") == true })
    let missing = try Self.model(["qJointPain": .code("yes")]).areas.flatMap(\.criteria).map(\.missing)
    #expect(missing.contains { $0.contains("morning stiffness (minutes)") })
    #expect(!missing.contains { $0.contains("morning stiffness, minutes") })
  }

  /// The weightiest met rule of an area, by the order that the area states.
  @Test(
    arguments: [
      // A level first.
      (["postmenopausalBleeding": "yes"], [:], "4 HRT, for discussion", "undiagnosed bleeding"),
      // Where the gate is not met, circumstances alone are no finding.
      (["smoking": "current"], ["qUrgeToMove": "no"], "1 Restless legs", "Urge to move the legs: not met"),
      ([:], ["qUrgeToMove": "no"], "1 Restless legs", "No criterion met on what was recorded"),
      ([:], [:], "1 Restless legs", "Not recorded"),
    ] as [([ItemID: String], [ItemID: String], String, String)])
  func theOverviewNamesTheWeightiestFinding(
    history: [ItemID: String], answers: [ItemID: String], area: String, words: String
  ) throws {
    let model = try Self.model(
      answers.mapValues { .code($0) }, history: history.mapValues { .code($0) })
    let key = model.overview.first { $0.name == area }?.key
    #expect(key?.contains(words) == true, "\(key ?? "no such area")")
  }

  /// Basis C10: a measure is named only where its caution column is clear; one that was not asked about is counted.
  @Test func aMeasureWhoseCautionsAreNotRecordedIsNotListed() throws {
    let wish: [ItemID: ItemValue] = ["qSelfCareWishes": .codes(["walking"])]
    let lines = try Self.model(wish).notYetTried
    #expect(!lines.contains { $0.hasPrefix("Anti-inflammatory tablets") || $0.hasPrefix("Paracetamol") })
    #expect(lines.last?.hasSuffix("not listed: what would speak against them is not recorded") == true)
    #expect(lines.allSatisfy { !$0.contains("not recorded:") })
    #expect(try Self.model().notYetTried.isEmpty)
  }
}
