import ClinicalRecord
import RuleEngine

/// What several rules read of the history.
enum History {
  /// Any cancer now or in the past: breast cancer that is recorded is one; that there was none is no answer for the others.
  /// Where it is recorded, the question about any cancer is settled and not asked.
  static let anyCancer: Condition = .firstRecorded([
    .decided(met: .item("cancerBreast", in: ["current", "past"]), notMet: .any([])), .yes("cancerHistoryAny"),
  ])
}
