import ClinicalRecord
import ClinicalRules
import RuleEngine
import Testing

@testable import ReportBuilder

/// A flag that stood before only on answers without a date, while its dated evidence came later: it may be new.
@Suite struct PossiblyNewTests {
  private static let place: [ItemID: String] = ["bodySite": "calf", "side": "left", "swelling": "moderate"]
  private static let answers: [ItemID: String] = [
    "qOneLegSwollen": "yes", "qOneLegPainNew": "yes", "qOneLegWarm": "yes",
  ]

  private static func lines(
    _ record: PatientRecord, since days: Int, verdictsAlone: Bool = false
  ) throws -> [ReportModel.ChangeLine] {
    let pipeline = try PropertyTests.pipeline()
    var earlier = pipeline.judge(record, asOf: record.asOf.adding(days: -days))
    if verdictsAlone { earlier = EarlierPeriod(summary: earlier.summary, undated: nil, holdsDated: true) }
    let changes = try #require(pipeline.compose(pipeline.judge(record), comparedWith: earlier).changes)
    return changes.lines.filter { $0.kind == "Possibly new" && $0.rule == "rf.dvt" }
  }

  @Test func datedEvidenceAfterTheDayIsPossiblyNew() throws {
    let record = Documents.record(Self.answers, log: [Documents.entry(3, "swelling", Self.place)])
    let lines = try Self.lines(record, since: 10)
    #expect(lines.map(\.before) == ["met on answers without a date"])
    #expect(lines.first?.now.hasSuffix("dated evidence since 2026-02-27") == true)
  }

  @Test func nothingIsPossiblyNewWithoutLaterEvidence() throws {
    // No dated evidence at all; dated evidence on the day itself or before; an earlier report instead of the same record.
    #expect(try Self.lines(Documents.record(Self.answers), since: 10).isEmpty)
    for daysAgo in [10, 12] {
      let record = Documents.record(Self.answers, log: [Documents.entry(daysAgo, "swelling", Self.place)])
      #expect(try Self.lines(record, since: 10).isEmpty)
    }
    let later = Documents.record(Self.answers, log: [Documents.entry(3, "swelling", Self.place)])
    #expect(try Self.lines(later, since: 10, verdictsAlone: true).isEmpty)
  }

  /// Not met before: new or newly recorded, not possibly new.
  @Test func aFlagThatWasNotMetIsNotPossiblyNew() throws {
    let record = Documents.record(log: [Documents.entry(3, "swelling", Self.place)])
    #expect(try Self.lines(record, since: 10).isEmpty)
  }
}
