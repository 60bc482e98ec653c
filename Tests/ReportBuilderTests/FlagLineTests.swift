import ClinicalRecord
import ClinicalRules
import Foundation
import ReportBuilder
import RuleEngine
import Testing

/// How flags are printed: same evidence once, routine lines below, results silent, and what precedence withholds (basis C5, C11).
@Suite struct FlagLineTests {
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
    _ answers: [ItemID: String] = [:], log: [LogEntry] = [], wishes: [String] = []
  ) throws -> ReportModel {
    var items = answers.mapValues { RecordedItem(.code($0)) }
    if !wishes.isEmpty { items["qSelfCareWishes"] = RecordedItem(.codes(wishes)) }
    let pipeline = try PropertyTests.pipeline()
    return pipeline.compose(
      pipeline.judge(PatientRecord(file: "record.json", asOf: asOf, log: log, answers: items)))
  }

  /// Basis P1: duplicates merge at the highest level and keep everything.
  @Test func flagsOnTheSameEvidenceAreOneLine() throws {
    let paleLeg = Self.entry(
      1, "legPainOther", ["bodySite": "calf", "side": "left", "suddenOnset": "yes", "colourChange": "pale"])
    let flags = try Self.model(log: [paleLeg]).redFlags
    #expect(flags.count == 1)
    #expect(flags.first?.level == "Needs emergency assessment now")
    #expect(flags.first?.title == "Acute limb ischaemia features; Sudden or severe leg pain")
    #expect(flags.first?.rule == "rf.ali, rf.suddenSevere")
  }

  @Test func flagsOnOtherEvidenceStayApart() throws {
    let flags = try Self.model(["qVeinHardPainful": "yes", "qVeinBleeding": "yes"]).redFlags
    #expect(flags.map(\.rule) == ["rf.veinBleed", "rf.svt"])
  }

  /// Settled reading A09.
  @Test func lastingPainStandsBelowTheFlagsAndIsNotCounted() throws {
    let place: [ItemID: String] = ["bodySite": "knee", "side": "left", "worseThanUsual": "no"]
    let log =
      [Self.entry(60, "jointPain", place, severity: 3)]
      + (10...13).map { Self.entry($0, "jointPain", place, severity: 8) }
    let pipeline = try PropertyTests.pipeline()
    let model = try Self.model(log: log)
    #expect(model.redFlags.isEmpty)
    #expect(model.routineLines.map(\.rule) == ["rf.severePersistent"])
    #expect(model.overview.first { $0.name == "5 Red flags" }?.met == "0")
    let page = String(decoding: try pipeline.markdown(model), as: UTF8.self)
    let parts = page.components(separatedBy: "**For this appointment.** Severe lasting pain")
    #expect(parts.count == 2)
    #expect(parts.first?.contains("No red flag met on what was recorded") == true)
  }

  /// Basis C5: rows that rest on results alone are silent while none is on file.
  @Test func whatRestsOnResultsIsNotCalledNotAsked() throws {
    let notAsked = try Self.model().notAsked
    #expect(!notAsked.contains("Very high BP"))
    #expect(!notAsked.contains("Critical result on file"))
    #expect(!notAsked.contains("Severe lasting pain"))
    #expect(notAsked.contains("Rapid weakness"))
  }

  /// Basis P2, P3 and F5 (6), with settled reading A28.
  @Test(arguments: [
    ("qOneLegSwollen", "rf.dvt", "One-sided swelling: clot to be excluded before other causes."),
    (
      "qHotSwollenJoint", "rf.hotJoint",
      "Self-management is held back while a red flag is unsettled: Hot swollen joint."
    ),
    (
      "qSpreadingRedness", "rf.softTissue",
      "Self-management is held back while a red flag is unsettled: Spreading skin infection."
    ),
  ])
  func selfManagementIsWithheld(answer: ItemID, flag: RuleID, line: String) throws {
    let model = try Self.model([answer: "yes"], wishes: ["elevation", "compression", "massage", "heat", "walking"])
    #expect(model.redFlags.contains { $0.rule == flag.name })
    let block = model.areas.first { $0.title.hasSuffix("Self-management") }
    for id in ["self.elevation", "self.compression", "self.massage", "self.heat", "self.exercise"] {
      #expect(block?.criteria.contains { $0.rule == id } != true, "\(id) is printed")
    }
    if block != nil { #expect(model.precedence.contains(line)) }
  }
}
