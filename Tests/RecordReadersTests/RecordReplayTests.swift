import ClinicalRules
import Diagnostics
import Foundation
import Testing

@testable import RecordReaders

/// Every record of the repository is read with the real dictionary, without an error or a warning.
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

  @Test(arguments: records()) func isReadWithoutAFault(path: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.root.appendingPathComponent(path)))
    let result = Self.reader.read(SourceText(file: path, bytes: bytes), asOf: nil)
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(DiagnosticPrinter.text).joined())")
    #expect(result.record != nil)
  }

  @Test func thereAreRecordsToRead() { #expect(Self.records().count >= 10) }
}
