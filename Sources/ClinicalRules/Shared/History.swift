import ClinicalRecord
import RuleEngine

/// What several rules read of the history.
enum History {
  /// Any cancer now or in the past. Breast cancer that is recorded is one; that there was none is no answer for the others.
  static let anyCancer: Condition = .any([
    .yes("cancerHistoryAny"), .ifRecorded(.item("cancerBreast", in: ["current", "past"])),
  ])
}
