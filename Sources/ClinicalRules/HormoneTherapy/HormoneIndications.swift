import ClinicalRecord
import RuleEngine

/// Reasons for which hormone therapy is discussed, and the timing of a start.
enum HormoneIndications {
  static let vasomotor = Rule("hrt.vms", "Guideline indication") {
    Condition.item("qVasomotor", in: ["moderate", "severe"])
  }
  .says("Bothersome hot flushes or sweats: main guideline indication.")
  .asks("How bothersome are your hot flushes or night sweats?", about: "qVasomotor")
  .cites("ng23", "tms2022", basis: .verified)

  private static let vaginal: Condition = .yes("qGenitourinary")
  private static let otherReasons: [Condition] = [
    .named("genitourinary symptoms (vaginal estrogen first)", vaginal),
    .named("low mood with menopause", .all([.yes("qLowMood"), .context(Derived.inTransitionOrPost)])),
    .named(
      "prevention of bone loss",
      .all([.any([.rule("bone.assess"), .rule("bone.dxa")]), .context(Derived.inTransitionOrPost)])),
  ]

  /// Bone counts where a fracture-risk assessment is due or a T-score is low, in the transition or after it.
  static let otherReasonsListed = Rule("hrt.otherIndications", "Other listed reasons", .any(otherReasons))
    .says("Other listed reasons: {list}.")
    .adds("Vaginal estrogen is a matter of its own.", when: .all([vaginal, .rule("hrt.contraindication")]))
    .detail("list", .names(otherReasons, .met))
    .asks(
      "Do you have vaginal dryness or soreness, pain with sex, or more bladder trouble?", about: "qGenitourinary"
    )
    .cites("ng23", "fdaIndications", basis: .verified)

  private static let legSymptoms: [Condition] = [
    .named("joint pain", .rule("joint.present")), .named("restless legs criteria", .rule("rls.essential")),
    .named("venous-type symptoms", .rule("venous.symptoms")),
    .named("night cramp features", .rule("muscle.nightCramp")),
    .named("tendon-type complaint", .rule("tendon.any")), .named("pain at the side of the hip", .rule("joint.gtps")),
  ]

  static let legSymptomsOnly = Rule("hrt.legOnly", "Leg symptoms alone") {
    Condition.any(legSymptoms)
    Condition.not(.rule("hrt.vms"))
    Condition.no("qGenitourinary")
    Condition.not(.rule("hrt.poi"))
    Condition.not(.rule("hrt.early"))
  }
  .says(
    """
    Leg symptoms without another indication: no licence names joint pain, RLS or cramps; any benefit is uncertain.
    """
  )
  .detail("symptoms", .names(legSymptoms, .met))
  .asks("How bothersome are your hot flushes or night sweats?", about: "qVasomotor")
  .asks("Do you have vaginal dryness or soreness, pain with sex, or more bladder trouble?", about: "qGenitourinary")
  .cites("fdaIndications", basis: .verified)

  /// Limits of the window in which benefit-risk is described as favourable for starting (TMS 2022).
  static let windowAge = 60.0
  static let windowYears = 10.0

  private static let early: Condition = .any([
    Derived.yearsSinceMenopause < windowYears, Derived.monthsSinceLmp < 12, HormoneFacts.inTransition,
  ])
  private static let inside: Condition = .all([Derived.age < windowAge, early])
  private static let outside: Condition = .all([
    Derived.age >= windowAge, Derived.yearsSinceMenopause >= windowYears,
  ])
  private static let oneOfTwo: Condition = .any([
    .all([Derived.age < windowAge, Derived.yearsSinceMenopause >= windowYears]),
    .all([Derived.age >= windowAge, early]),
  ])
  private static let windowWords =
    "the window (< 60 years or < 10 years since menopause) in which benefit-risk is described as favourable for starting."

  static let window = Rule("hrt.window", "Timing") { Condition.decided(met: inside, notMet: outside) }
    .says("Inside " + windowWords)
    .says("Outside " + windowWords, if: .notMet)
    .says("One of two: age {age}, {years} years since menopause; " + windowWords, if: .notRecorded, when: oneOfTwo)
    .detail(
      "band",
      .choice([.init(inside, "inside"), .init(outside, "outside"), .init(oneOfTwo, "one of two")], otherwise: "")
    )
    .detail("age", .number(Derived.age, decimals: 0))
    .detail("years", .number(Derived.yearsSinceMenopause, decimals: 1))
    .asks("When did your last period start?", about: "lmpDate")
    .cites("tms2022", basis: .verified)
    .settled(by: "A02")
}
