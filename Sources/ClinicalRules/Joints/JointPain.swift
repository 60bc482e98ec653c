import ClinicalRecord
import RuleEngine

/// Joint pain as recorded, and the pattern described around menopause, for which no validated criteria exist.
enum JointPain {
  /// Below this many minutes morning stiffness counts as brief [P].
  static let briefStiffness = 30.0

  /// Joint pain is answered "yes", or logged at least three times in 28 days.
  static let present = Rule("joint.present", "Joint pain recorded") {
    Merge("qJointPain", answer: .yes("qJointPain"), log: .logged(EntryQuery(["jointPain"]), atLeast: 3))
  }
  .says("Joint pain: {sites}, median severity {severity}.", when: .all([Joints.anyNamed, severityLogged]))
  .says("Joint pain: {sites}; severity not recorded.", when: Joints.anyNamed)
  .says("Joint pain, median severity {severity}; joints not recorded.", when: severityLogged)
  .says("Joint pain; joints and severity not recorded.")
  .adds("Ask: which joints?", when: .not(.ifRecorded(Joints.anyNamed)))
  .detail("sites", Joints.named)
  .detail("severity", .median("severity", EntryQuery(["jointPain"])))
  .asks("Is there pain in any joint?", about: "qJointPain")
  .cites("projectDefault", basis: .project)

  private static let severityLogged: Condition = .anEntryFits(
    EntryQuery(["jointPain"], where: .number("severity", .atLeast, 0)))

  /// Descriptive only: several joints or both sides, from the transition on, brief stiffness, no swelling, and none of the patterns that outrank it.
  static let menopausalPattern = Rule("joint.menopausalPattern", "Pattern described around menopause") {
    Condition.rule("joint.present")
    Condition.context(Derived.inTransitionOrPost)
    Condition.item(
      "qJointOnsetVsMenopause", in: ["withinTransition", "afterLastPeriod", "afterStoppingHrt"])
    AnyOf {
      Condition.side(SideQuery(["jointPain"], joints: "qJointSites"), in: ["bilateral"])
      Quantity.derived("jointRegions") >= 2
    }
    Condition.context(Derived.stiffness < briefStiffness)
    Condition.context(.no("qJointSwellingSeen"))
    Condition.not(.rule("joint.inflammatory"))
    Condition.not(.rule("joint.pmr"))
    Condition.not(.rule("rf.hotJoint"))
  }
  .says(
    """
    Symmetrical or multi-site joint pain starting around the transition, brief stiffness, no swelling seen. \
    Descriptive pattern; no validated criteria; other causes to be considered first.
    """
  )
  .adds("Weight-bearing joints: {weightBearing}.", when: weightBearing)
  .says("Excluded by: {excludedBy}.", if: .notMet, when: .any(exclusions))
  .detail(
    "weightBearing", .sites("qJointSites", EntryQuery(Kinds.joint), among: Sites.weightBearingJoints)
  )
  .detail("excludedBy", .names(exclusions, .met))
  .detail("sites", .sites("qJointSites", EntryQuery(Kinds.joint), among: []))
  .asks("Is there pain in any joint?", about: "qJointPain")
  .asks("When was the last period, and did the periods change?", about: "menopauseStage", "lmpDate")
  .asks(
    "Did the joint pain start before, during or after the change in periods?", about: "qJointOnsetVsMenopause"
  )
  .asks("Which joints, and on which side?", about: "qJointSites", "side")
  .asks("Morning stiffness, minutes?", about: "qMorningStiffMin", "morningStiffnessMinutes")
  .asks("Was swelling of a joint seen?", about: "qJointSwellingSeen")
  .asks("Did one joint become hot and swollen within two weeks?", about: "qHotSwollenJoint")
  .considers(tests: "haemoglobin", "crp", "esr", "tsh", "calciumAdjusted", "alp", "vitaminD", "hba1c")
  .cites("magliano2010", "wright2024", "projectDefault", basis: .project)
  .settled(by: "A08", "A14")

  private static let weightBearing: Condition = .any([
    .item("qJointSites", in: Sites.weightBearingJoints),
    .anEntryFits(EntryQuery(Kinds.joint, where: .site(Sites.weightBearingJoints))),
  ])

  /// What outranks the pattern (basis P5 and the rule's own exclusions).
  private static let exclusions: [Condition] = [
    Named("inflammatory pattern", .rule("joint.inflammatory")),
    Named("polymyalgia-type pattern", .rule("joint.pmr")),
    Named("hot swollen joint", .rule("rf.hotJoint")),
  ]
}
