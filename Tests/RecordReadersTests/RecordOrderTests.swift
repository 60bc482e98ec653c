import ClinicalRecord
import Diagnostics
import SeededNumbers
import Testing

@testable import RecordReaders

@Suite struct RecordOrderTests {
  private func content(_ bytes: [UInt8]) throws -> Content { Content(try #require(TestReader.read(bytes).record)) }

  @Test func lineEndsAndByteOrderMarkDoNotMatter() throws {
    let plain = try content(Array(FullRecord.text.utf8))
    #expect(try content(Array(FullRecord.text.replacing("\n", with: "\r\n").utf8)) == plain)
    #expect(try content(Array(FullRecord.text.replacing("\n", with: "\r").utf8)) == plain)
    #expect(try content([0xEF, 0xBB, 0xBF] + Array(FullRecord.text.utf8)) == plain)
    #expect(try content(Array(FullRecord.text.replacing("\n", with: "").utf8)) == plain)
  }

  @Test func aByteOrderMarkTakesNoColumn() throws {
    let text = #"{"legbrief": 1, "person": {"reportDate": "2026-03-02"}, "log": 3}"#
    let marked = TestReader.read([0xEF, 0xBB, 0xBF] + Array(text.utf8)).diagnostics
    #expect(marked.map(\.location) == TestReader.read(text).diagnostics.map(\.location))
  }

  @Test(arguments: 1...20) func keysAndEntriesMayStandInAnyOrder(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let members = [
      #""legbrief": 1"#,
      #""person": {"#
        + [#""reportDate": "2026-03-02""#, #""ageYears": 51"#].shuffled(using: &random).joined(separator: ",") + "}",
      #""log": ["# + Self.entries.map { Self.object($0, &random) }.shuffled(using: &random).joined(separator: ",")
        + "]",
      #""medications": ["#
        + Self.medicines.map { Self.object($0, &random) }.shuffled(using: &random).joined(separator: ",") + "]",
      #""labs": ["# + Self.labs.map { Self.object($0, &random) }.shuffled(using: &random).joined(separator: ",") + "]",
      #""scores": ["#
        + Self.object(
          [
            #""id": "koos""#,
            #""value": {"# + [#""pain": 4"#, #""sport": 5"#].shuffled(using: &random).joined(separator: ",") + "}",
          ], &random) + "]",
    ]
    let shuffled = "{" + members.shuffled(using: &random).joined(separator: ",") + "}"
    var fixed = SplitMix64(seed: 0)
    let first = try content(
      Array(
        ("{"
          + (members.prefix(2)
          + [
            #""log": ["# + Self.entries.map { Self.object($0, &fixed) }.joined(separator: ",") + "]",
            #""medications": ["# + Self.medicines.map { Self.object($0, &fixed) }.joined(separator: ",") + "]",
            #""labs": ["# + Self.labs.map { Self.object($0, &fixed) }.joined(separator: ",") + "]", members[5],
          ]).joined(separator: ",") + "}").utf8))
    #expect(try content(Array(shuffled.utf8)) == first)
  }

  private static func object(_ members: [String], _ random: inout SplitMix64) -> String {
    "{" + members.shuffled(using: &random).joined(separator: ", ") + "}"
  }

  private static let entries = [
    [#""entryId": "a""#, #""entryDate": "2026-02-01""#, #""symptomKind": "jointPain""#, #""onsetTime": "10:00""#],
    [#""entryDate": "2026-02-01""#, #""symptomKind": "jointPain""#, #""severity": 4"#],
    [#""entryDate": "2026-02-01""#, #""symptomKind": "jointPain""#, #""severity": 5"#],
    [#""entryDate": "2026-02-01""#, #""symptomKind": "jointPain""#, #""severity": 5"#, #""recordedAt": "2026-02-02""#],
    [#""entryDate": "2026-01-01""#, #""dayCheckIn": "noSymptoms""#],
  ]
  private static let medicines = [
    [#""medName": "A""#, #""medClass": "ssri""#], [#""medName": "A""#, #""medClass": "snri""#],
    [#""medClass": "ssri""#],
  ]
  private static let labs = [
    [#""labId": "ferritin""#, #""labValue": 22"#, #""labUnit": "ug/L""#, #""labDate": "2026-02-01""#],
    [#""labId": "ferritin""#, #""labValue": 23"#, #""labUnit": "ug/L""#, #""labDate": "2026-02-01""#],
    [#""labId": "rf""#, #""labValue": "negative""#],
  ]
}
