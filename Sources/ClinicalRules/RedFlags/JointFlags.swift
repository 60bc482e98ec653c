import ClinicalRecord
import RuleEngine

/// Flags for a hot swollen joint and for inflammation of joints that lasts.
enum JointFlags {
  /// Entries of at most 14 days ago, the as-of day counted as the fifteenth (basis C5: onset <= 14 d).
  static let recentOnset = Window.days(15)
  /// Fever counts for a week, as in its question.
  static let recentFever = Window.days(8)

  static let hotJointAmplifiers: [Condition] = [
    .named("fever", .any([.yes("qFever"), .anEntryFits(EntryQuery(["fever"], recentFever))])),
    .named("joint replacement", .yes("jointReplacement")),
    .named("weakened immune system", .yes("immunosuppressed")),
    .named("diabetes", .item("diabetes", in: ["type1", "type2"])),
    .named(
      "unable to put weight on the leg",
      .anEntryFits(EntryQuery([], recentOnset, where: .sign("unableToWeightBear", in: ["yes"])))),
    .named("rheumatoid arthritis on record", .yes("rheumatoidArthritis")),
  ]

  private static let warmSwollenJoint = EntryQuery(
    ["jointSwelling"], recentOnset, where: .all([.sign("warmth", in: ["yes"]), .side(["left", "right"])]))

  static let hotJoint = Rule(
    "rf.hotJoint", "Hot swollen joint",
    RedFlag(
      answers: .yes("qHotSwollenJoint"), log: .anEntryFits(warmSwollenJoint),
      notMetWhen: .everyAnswerIsNo(["qHotSwollenJoint"]))
  )
  .level(.emergency, when: .any(hotJointAmplifiers))
  .level(.sameDay)
  .amplified(by: hotJointAmplifiers)
  .asks("Has one joint become hot and swollen within the past two weeks?", about: "qHotSwollenJoint")
  .asks("Which joint, and on which side?", about: "side")
  .alwaysListsMissing()
  .cites("bsrHotJoint", basis: .memory)
  .settled(by: "A03", "A04")

  /// The same joint area on both sides is more than one joint.
  private static let severalOrSmallJoints: Condition = .any([
    .derived("jointRegions") > 1,
    .side(SideQuery(Kinds.joint, joints: "qJointSites"), in: ["bilateral"]),
    .yes("qSmallJointHands"), .yes("qSmallJointFeet"),
  ])

  static let synovitis = Rule(
    "rf.synovitis", "Suspected persistent synovitis",
    RedFlag(
      answers: .all([
        .rule("joint.inflammatory"), .yes("qJointSwellingSeen"), .context(severalOrSmallJoints),
      ]),
      notMetWhen: .everyAnswerIsNo(["qJointSwellingSeen"]))
  )
  .level(.urgent)
  .adds("Referral advised within 3 working days.", when: Locale.unitedKingdom)
  .asks("Have you or others seen swelling of a joint?", about: "qJointSwellingSeen")
  .asks(
    "Is more than one joint affected, or are the small joints of the hands or feet?", about: "qSmallJointHands",
    "qSmallJointFeet", "qJointSites"
  )
  .alwaysListsMissing()
  .cites("qs33", basis: .verified)
  .settled(by: "A04")
}
