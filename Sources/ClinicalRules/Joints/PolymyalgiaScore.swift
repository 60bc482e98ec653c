import ClinicalRecord
import RuleEngine

/// The EULAR/ACR 2012 classification points for polymyalgia rheumatica, as the interval that unanswered items leave.
enum PolymyalgiaScore {
  /// More than so many minutes of stiffness score; the pattern itself asks for 45 or more.
  static let scoringStiffness = 45.0
  /// Of 6 points, without ultrasound (Dasgupta 2012).
  static let classifiesFrom = 4.0

  static let rule = Rule("joint.pmrScore", "EULAR/ACR 2012 points", .all(entry + [.context(score >= classifiesFrom)]))
    .says(interval, when: .any(open))
    .says(exact)
    .says(interval, if: .notMet, when: .all(entry + [.any(open)]))
    .says(exact, if: .notMet, when: .all(entry))
    .says(interval, if: .notRecorded, when: .all(entry))
    .adds("Not recorded: {unanswered}.", when: .any(open))
    .adds("Not recorded: {unanswered}.", if: .notMet, when: .all(entry + [.any(open)]))
    .adds("Not recorded: {unanswered}.", if: .notRecorded, when: .all(entry))
    .detail("min", .low(.when(.all(entry), score)))
    .detail("max", .high(.when(.all(entry), score)))
    .detail("band", .choice(bands, otherwise: ""))
    .detail("unanswered", .names(open, .met))
    .asks("Do the shoulders ache, on one side or both?", about: "qShoulderGirdle")
    .asks("Do the hips ache, on one side or both?", about: "qHipGirdle")
    .asks("Which joints hurt besides shoulders and hips?", about: "qJointSites", "qSmallJointHands", "qSmallJointFeet")
    .asks("Morning stiffness, minutes?", about: "qMorningStiffMin", "morningStiffnessMinutes")
    .considers(tests: "crp", "esr", "rf", "antiCcp")
    .cites("dasgupta2012", basis: .verified)
    .settled(by: "A02")

  private static let exact = "Classification points {min}/6 (research classification, not diagnosis)."
  private static let interval = "Classification points {min}-{max}/6 (research classification, not diagnosis)."

  /// Without these the points do not apply.
  private static let entry: [Condition] = [
    .context(Derived.age >= PolymyalgiaPattern.minimumAge),
    .item("qShoulderGirdle", in: ["bothSides"]),
    PolymyalgiaPattern.raisedInflammation,
  ]

  private static let hipSites = ["hipFront", "hipLateral", "groin"]
  private static let otherJoints = [
    "knee", "kneeBack", "ankle", "midfoot", "forefoot", "toes", "hand", "wrist", "jaw",
  ]

  /// A limited range of the hip needs an examination; pain is what can be recorded.
  private static let hipPain: Condition = .any([
    .item("qHipGirdle", in: ["oneSide", "bothSides"]), .ifRecorded(.item("qJointSites", in: hipSites)),
    .anEntryFits(EntryQuery(Kinds.joint, where: .sign("bodySite", in: hipSites))),
  ])

  private static let otherJointInvolved: Condition = .any([
    .item("qJointSites", in: otherJoints), .yes("qSmallJointHands"), .yes("qSmallJointFeet"),
    .anEntryFits(EntryQuery(Kinds.joint, where: .sign("bodySite", in: otherJoints))),
  ])

  private static let lines: [(name: String, points: Points)] = [
    ("morning stiffness", Points(2, Derived.stiffness > scoringStiffness)),
    ("hip pain", Points(1, hipPain)),
    ("rheumatoid factor and anti-CCP", Points(2, .not(.any([.positiveResult("rf"), .positiveResult("antiCcp")])))),
    ("other joints", Points(1, .not(otherJointInvolved))),
  ]

  private static let score: Quantity = .points(lines.map(\.points))
  private static let open: [Condition] = lines.map { Named($0.name, .unanswered($0.points.condition)) }

  private static let bands: [Detail.Choice] = [
    .init(.all(entry + [score >= classifiesFrom]), "4 or more"),
    .init(.all(entry + [score < classifiesFrom]), "below 4"),
    .init(.all(entry), "cannot be placed"),
  ]
}
