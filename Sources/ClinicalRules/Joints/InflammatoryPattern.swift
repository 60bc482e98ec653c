import ClinicalRecord
import RuleEngine

/// Joint swelling or long stiffness with features of synovitis: refer within 3 working days (NG100, QS33).
///
/// The referral was seen in the guideline; that 30 and 60 minutes are the limits is partly a project default, hence the mark.
enum InflammatoryPattern {
  /// With swelling seen, stiffness of 30 minutes is enough; without it, 60 minutes are asked for [V/P].
  static let stiffnessWithSwelling = 30.0
  static let stiffnessAlone = 60.0

  static let rule = Rule("joint.inflammatory", "Inflammatory pattern") {
    AnyOf {
      All {
        swelling
        AnyOf {
          Derived.stiffness >= stiffnessWithSwelling
          Condition.any(smallJoints)
        }
      }
      All {
        Derived.stiffness >= stiffnessAlone
        Condition.atLeast(1, smallJoints + [swelling] + results)
      }
    }
  }
  .says(
    """
    Features of inflammatory joint disease: {list}. Urgent (needs assessment within days). \
    A normal CRP, RF or anti-CCP does not exclude it.
    """
  )
  .level(.urgent)
  .detail("list", .names([swelling] + stiffness + smallJoints + results, .met))
  .asks("Was swelling of a joint seen?", about: "qJointSwellingSeen")
  .asks("Morning stiffness, minutes?", about: "qMorningStiffMin", "morningStiffnessMinutes")
  .asks("Are the small joints of the hands or feet painful?", about: "qSmallJointHands", "qSmallJointFeet")
  .asks(
    "Squeeze test: tender across the knuckles or across the base of the toes?", about: "qSqueezeHands",
    "qSqueezeFeet"
  )
  .considers(tests: "crp", "esr", "rf", "antiCcp")
  .adds("X-ray of hands and feet per local pathway.")
  .cites("ng100", "qs33", "projectDefault", basis: .project)

  private static let swelling: Condition = Named("joint swelling seen", .yes("qJointSwellingSeen"))

  private static let stiffness: [Condition] = [
    Named("morning stiffness of 60 minutes or more", Derived.stiffness >= stiffnessAlone),
    Named(
      "morning stiffness of 30 to 59 minutes",
      .all([Derived.stiffness >= stiffnessWithSwelling, Derived.stiffness < stiffnessAlone])),
  ]

  private static let smallJoints: [Condition] = [
    Named("small joints of the hands", .yes("qSmallJointHands")),
    Named("small joints of the feet", .yes("qSmallJointFeet")),
    Named("squeeze test of the hands", .yes("qSqueezeHands")),
    Named("squeeze test of the feet", .yes("qSqueezeFeet")),
  ]

  private static let results: [Condition] = [
    PolymyalgiaPattern.raisedCRP, PolymyalgiaPattern.raisedESR,
    Named("rheumatoid factor positive", .positiveResult("rf")),
    Named("anti-CCP positive", .positiveResult("antiCcp")),
  ]
}
