import BatchReports
import ClinicalRules
import FileAccess
import Glibc
import ReportBuilder
import Testing

@testable import LegbriefCLI

/// What every report says of its rules is a list in a source file: it has to be that of the rules.
///
/// `RECORD_GOLDEN=1 swift test --filter ShippedFingerprints` writes it anew and fails.
@Suite struct ShippedFingerprintsTests {
  private static let file = "Sources/LegbriefCLI/Reports/ShippedFingerprints.swift"

  @Test func theShippedFingerprintsAreThoseOfTheRules() throws {
    let now = RuleSetFingerprint(of: LegbriefRules.book, by: RuleFingerprint.of)
    if getenv("RECORD_GOLDEN") != nil {
      try record(now.list)
      Issue.record("recorded: read the difference, then run without RECORD_GOLDEN")
      return
    }
    #expect(
      RuleFingerprint.shipped == now,
      "rules changed: RECORD_GOLDEN=1 swift test --filter ShippedFingerprints, then record the goldens")
  }

  private func record(_ list: String) throws {
    let quotes = "\"\"\""
    let parts = try Repository.text(Self.file).split(separator: quotes, omittingEmptySubsequences: false)
    let lines = list.split(separator: "\n").map { "    \($0)\n" }.joined()
    let text = "\(parts[0])\(quotes)\n\(lines)    \(quotes)\(parts[2])"
    try Disk(root: Repository.root).replace([OutputFile(path: Self.file, bytes: Array(text.utf8))])
  }
}
