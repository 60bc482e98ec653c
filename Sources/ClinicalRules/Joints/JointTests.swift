import ClinicalRecord
import RuleEngine

/// First tests in joint pain: met by the absence of a record, so it says "not recorded", never "not done".
enum JointTests {
  static let rule = Rule("joint.tests", "Reasonable first tests") {
    Condition.rule("joint.present")
    Condition.not(.any(first.map { .fresh($0.test) }))
  }
  .says("Not recorded: {tests}.", when: .any(first.map { .notOnFile($0.test) }))
  .says("Not recorded within their time: {old}.")
  .adds("Old results only: {old}.", when: .any(first.map { .notOnFile($0.test) }))
  .detail("tests", .names(first.map { Named($0.name, .notOnFile($0.test)) }, .met))
  .detail("old", .names(first.map { Named($0.name, .all([.not(.notOnFile($0.test)), .not(.fresh($0.test))])) }, .met))
  .asks("Is there pain in any joint?", about: "qJointPain")
  .considers(tests: "haemoglobin", "crp", "esr", "tsh", "calciumAdjusted", "alp", "vitaminD", "hba1c")
  .considers(tests: "urate", while: singleJoint)
  .considers(tests: "rf", "antiCcp", while: .any([.rule("joint.inflammatory"), .yes("qJointSwellingSeen")]))
  .considers(tests: "ferritin", "tsat", while: .yes("qSmallJointHands"))
  .alwaysListsMissing()
  .cites("projectDefault", basis: .memory)
  .settled(by: "A17", "A33")

  /// Any of these on file in time is enough for the rule to be silent.
  private static let first: [(name: String, test: ItemID)] = [
    ("CRP", "crp"), ("ESR", "esr"), ("haemoglobin", "haemoglobin"), ("TSH", "tsh"),
  ]

  private static let singleJoint: Condition = .all([
    Quantity.derived("jointRegions") <= 1,
    .not(.ifRecorded(.side(SideQuery(Kinds.joint, joints: "qJointSites"), in: ["bilateral"]))),
  ])
}
