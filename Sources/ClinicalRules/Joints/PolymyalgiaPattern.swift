import ClinicalRecord
import RuleEngine

/// The conditions that define `joint.pmr`: girdle pain on both sides with long stiffness and a raised CRP or ESR.
///
/// The rule of that name is still to come; `joint.menopausalPattern` already excludes what it will find.
enum PolymyalgiaPattern {
  /// BSR and BHPR 2009/10 core features: age, duration and stiffness.
  static let minimumAge = 50.0
  static let minimumWeeks = 2.0
  static let minimumStiffness = 45.0

  static let raisedInflammation: Condition = .any([
    Named("CRP above the laboratory's limit", .aboveReference("crp", fallback: nil)),
    Named("ESR above the laboratory's limit", .aboveReference("esr", fallback: nil)),
  ])

  static let condition: Condition = .all([
    .context(Derived.age >= minimumAge),
    Quantity.item("qGirdleWeeks") >= minimumWeeks,
    .any([.item("qShoulderGirdle", in: ["bothSides"]), .item("qHipGirdle", in: ["bothSides"])]),
    Derived.stiffness >= minimumStiffness,
    raisedInflammation,
  ])
}
