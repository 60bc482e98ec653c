import ClinicalRecord
import RuleEngine

/// The conditions that define `oedema.lipoedema`, which is still to come; `venous.ceap` already leaves its swelling out.
enum LipoedemaPattern {
  /// Both legs are swollen, by the answer or by the log.
  static let bothLegs: Condition = .any([
    .side(SideQuery(["swelling"]), in: ["bilateral"]), .item("qAnkleSwelling", in: ["bothSides"]),
  ])

  static let condition: Condition = .all([
    bothLegs, .yes("qFeetSpared"), .any([.yes("qEasyBruising"), .yes("qLegTenderToTouch")]),
  ])
}
