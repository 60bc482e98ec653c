import ClinicalRecord
import RuleEngine

/// Pain on the outer side of the hip with lying on it or standing on one leg (`tendon.gtps` refers to this rule).
enum LateralHipPain {
  /// Entries of pain at the side of the hip in 28 days that stand for the answer.
  static let loggedEntries = 3

  static let rule = Rule("joint.gtps", "Lateral hip pain pattern") {
    Merge(
      "qLateralHipPain", answer: .yes("qLateralHipPain"),
      log: .logged(
        EntryQuery(Kinds.pain, where: .sign("bodySite", in: ["hipLateral"])), atLeast: loggedEntries))
    AtLeast(1) {
      Condition.yes("qLieOnSidePain")
      Condition.yes("qSingleLegStandPain")
    }
  }
  .says("Side-of-hip pain, worse lying on it or on one-leg stand: pattern of greater trochanteric pain.")
  .adds("Hip joint source also possible.", when: .yes("qGroinPain"))
  .asks("Is there pain on the outer side of the hip?", about: "qLateralHipPain", "symptomKind", "bodySite")
  .asks("Does lying on the painful side bring it on?", about: "qLieOnSidePain")
  .asks("Does standing on that leg alone for half a minute bring it on?", about: "qSingleLegStandPain")
  .cites("grimaldi2017", "cowan2022", basis: .memory)
}
