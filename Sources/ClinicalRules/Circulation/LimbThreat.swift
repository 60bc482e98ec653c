import ClinicalRecord
import RuleEngine

/// Rest pain of the foot or a foot wound that lasts: features of a limb under threat, which `rf.clti` brings to the top of the report.
enum LimbThreat {
  /// Global Vascular Guidelines 2019: two weeks or longer (from memory).
  static let minimumWeeks = 2.0

  static let rule = Rule("pad.clti", "Limb-threatening features", .any(features))
    .says("{list}: see the red flags.")
    .adds("Check pulses.")
    .detail("list", .names(features, .met))
    .asks(
      "For how many weeks has the foot hurt at rest, and does hanging it down ease it?", about: "qRestPainFoot",
      "qRestPainWeeks", "qRestPainHangsDown"
    )
    .asks("For how many weeks has there been a wound on the foot that does not heal?", about: "qFootWoundWeeks")
    .considers(tests: "abpiLeft", "abpiRight")
    .cites("gvg2019", basis: .memory)

  private static let features: [Condition] = [
    Named(
      "Foot pain at rest",
      .all([
        .yes("qRestPainFoot"),
        .any([Quantity.item("qRestPainWeeks") >= minimumWeeks, .yes("qRestPainHangsDown")]),
      ])),
    Named("Foot wound for 2 weeks or longer", Quantity.item("qFootWoundWeeks") >= minimumWeeks),
  ]
}
