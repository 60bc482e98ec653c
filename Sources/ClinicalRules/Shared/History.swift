import ClinicalRecord
import RuleEngine

/// What several rules read of the history.
enum History {
  /// Any cancer now or in the past: breast cancer that is recorded is one, and must not soften a level. What a flag needs to be met is asked
  /// by `cancerHistoryAny` alone.
  static let anyCancer: Condition = .any([
    .yes("cancerHistoryAny"), .ifRecorded(.item("cancerBreast", in: ["current", "past"])),
  ])
}
