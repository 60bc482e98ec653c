import ClinicalRecord
import RuleEngine

/// What several parts of one report read of the verdicts, each worked out once.
struct ReportReading {
  let verdicts: Verdicts
  let digest: EvidenceDigest
  let overlap: EntryOverlap
  /// What precedence keeps from print as evidence and as missing.
  let unprinted: Set<ItemID>
  /// The flags behind each line of the red flags, the one with the highest level first.
  let flagGroups: [[Verdict]]
  /// The red flags that are open.
  let openVerdicts: [Verdict]
  let measureLines: [ReportModel.MeasureLine]
}

extension ReportComposer {
  func reading(_ verdicts: Verdicts) -> ReportReading {
    ReportReading(
      verdicts: verdicts, digest: EvidenceDigest(verdicts), overlap: EntryOverlap(verdicts, book: book),
      unprinted: unprinted(verdicts), flagGroups: flagGroups(verdicts), openVerdicts: openVerdicts(verdicts),
      measureLines: measureLines(verdicts))
  }

  private func unprinted(_ verdicts: Verdicts) -> Set<ItemID> {
    Set(
      book.precedence.filter { line in verdicts[line.trigger].map(line.holds) ?? false }.flatMap(\.unprinted))
  }
}
