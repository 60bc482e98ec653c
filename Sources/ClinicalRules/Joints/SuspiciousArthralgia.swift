import ClinicalRecord
import RuleEngine

/// How many features of EULAR's clinically suspect arthralgia are recorded: context only, beside joints without recorded inflammation.
enum SuspiciousArthralgia {
  static let shownFrom = 3
  static let recentOnsetYears = 1.0
  static let longStiffness = 60.0

  static let rule = Rule("joint.csaCount", "EULAR suspicious-arthralgia count (context only)") {
    Condition.not(.ifRecorded(.rule("joint.inflammatory")))
    Condition.atLeast(shownFrom, features)
  }
  .says("{n} of 7 EULAR features recorded (definition is for use after clinical suspicion, not screening).")
  .adds("Not recorded: {unanswered}.", when: .any(unanswered))
  .detail("n", .count(features, .met))
  .detail("list", .names(features, .met))
  .detail("unanswered", .names(unanswered, .met))
  .asks("When did the joint pain start?", about: "qJointOnsetDate")
  .asks("Are the small joints of the hands, such as the knuckles, painful?", about: "qSmallJointHands")
  .asks("Morning stiffness, minutes?", about: "qMorningStiffMin", "morningStiffnessMinutes")
  .asks("Are the joints at their worst in the early morning?", about: "qEarlyMorningWorst")
  .asks("Does a parent, brother, sister or child have rheumatoid arthritis?", about: "qFirstDegreeRa")
  .asks("Is it hard to make a full fist?", about: "qFistDifficulty")
  .asks("Squeeze test: tender across the knuckles?", about: "qSqueezeHands")
  .cites("vanSteenbergen2017", basis: .verified)
  .settled(by: "A36")

  private static let seven: [(name: String, condition: Condition)] = [
    ("onset within the past year", Quantity.derived("jointOnsetYears") < recentOnsetYears),
    ("knuckle joints", .yes("qSmallJointHands")),
    ("morning stiffness of 60 minutes or more", Derived.stiffness >= longStiffness),
    ("worst in the early morning", .yes("qEarlyMorningWorst")),
    ("rheumatoid arthritis in a first-degree relative", .yes("qFirstDegreeRa")),
    ("difficulty making a fist", .yes("qFistDifficulty")),
    ("squeeze test of the hands", .yes("qSqueezeHands")),
  ]
  private static let features: [Condition] = seven.map { Named($0.name, $0.condition) }
  private static let unanswered: [Condition] = seven.map { Named($0.name, .unanswered($0.condition)) }
}
