import ClinicalRules
import Diagnostics
import Foundation
import Testing

@testable import RecordReaders

/// Every record of the repository is read with the real dictionary: the sound ones without an error, the faulty seeds with one.
@Suite struct RecordReplayTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func records() -> [String] {
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return names.filter {
      ($0.hasPrefix("Examples/") && $0.hasSuffix("/record.json"))
        || ($0.hasPrefix("seeds/records/") && $0.hasSuffix(".json"))
    }.sorted()
  }

  private static let reader = RecordReader(dictionary: LegbriefFields.dictionary)

  /// The names of the seeds that their table calls valid.
  private static func validSeeds() throws -> Set<String> {
    let table = try String(contentsOf: root.appendingPathComponent("seeds/records/README.md"), encoding: .utf8)
    let rows = table.split(separator: "\n").map {
      $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    return Set(rows.filter { $0.count >= 3 && $0[2] == "yes" }.map { $0[0].trimmingCharacters(in: ["`"]) })
  }

  @Test(arguments: records()) func isReadOrRefusedAsItsTableSays(path: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.root.appendingPathComponent(path)))
    let result = Self.reader.read(SourceText(file: path, bytes: bytes), asOf: nil)
    let isSound = try path.hasPrefix("Examples/") || Self.validSeeds().contains(String(path.split(separator: "/")[2]))
    let printed = result.diagnostics.map(DiagnosticPrinter.text).joined()
    #expect((result.record != nil) == isSound, "\(printed)")
    #expect(result.diagnostics.contains { $0.severity == .error } == !isSound, "\(printed)")
    if path.hasPrefix("Examples/") { #expect(result.diagnostics.isEmpty, "\(printed)") }
  }

  @Test func thereAreRecordsToRead() { #expect(Self.records().count >= 10) }
}
