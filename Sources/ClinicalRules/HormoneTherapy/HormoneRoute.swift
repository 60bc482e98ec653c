import ClinicalRecord
import RuleEngine

/// Clot risk, the route of estrogen, and the protection of the womb lining.
enum HormoneRoute {
  static let highFactors: [Condition] = [
    .named("previous clot", .any([.item("vteHistory", in: ["provoked", "unprovoked"]), .yes("vteCurrent")])),
    .named("thrombophilia", .yes("thrombophilia")),
    .named("antiphospholipid syndrome", .yes("antiphospholipid")),
    .named("permanent immobility", .yes("permanentImmobility")),
    .named("cancer treated now or in the past 6 months", .yes("cancerActiveAny")),
  ]
  static let lowerFactors: [Condition] = [
    .named("age over 60", Derived.age > 60),
    .named("BMI 30 or over", HormoneCautions.highBmi),
    .named("current smoking", .item("smoking", in: ["current"])),
    .named(
      "varicose veins or a clot in a surface vein",
      .any([.item("qVeins", in: ["varicose", "varicoseAfterTreatment"]), .yes("superficialVeinThrombosis")])),
    .named("clot in a first-degree relative", .yes("vteFamilyFirstDegree")),
  ]
  static let transientFactors: [Condition] = [
    .named("surgery or leg cast in the past 12 weeks", .yes("surgeryOrCastPast12w")),
    .named("immobile for 3 days or more", .yes("immobileGe3d")),
    .named("pregnancy or 6 weeks after birth", .item("pregnancyStatus", in: ["pregnant", "postpartum6w"])),
    .named("long-term line in a large vein", .yes("centralLine")),
  ]

  /// One high factor, or two of the lower ones.
  private static let high: Condition = .any([.any(highFactors), .atLeast(2, lowerFactors)])
  private static let lower: Condition = .any(lowerFactors)
  private static let transient: Condition = .any(transientFactors)

  static let vteTier = Rule("hrt.vteTier", "Clot-risk tier", .any(highFactors + lowerFactors + transientFactors))
    .says("{factors}: advice from menopause specialist or haematology before HRT.", when: high)
    .says("{factors}: transdermal rather than oral.", when: lower)
    .says("{transient}: revisit when resolved.")
    .adds("{transient}: revisit when resolved.", when: .all([.any([high, lower]), transient]))
    .detail(
      "band",
      .choice([.init(high, "high"), .init(lower, "lower"), .init(transient, "transient")], otherwise: "")
    )
    .detail("factors", .names(highFactors + lowerFactors, .met))
    .detail("transient", .names(transientFactors, .met))
    .asks("What are your weight and height?", about: "bmi", "weightKg", "heightCm")
    .alwaysListsMissing()
    .cites("ng23", "ukMenopauseAid", basis: .verified)

  static let transdermalReasons: [Condition] = [
    .named("clot-risk factors", .rule("hrt.vteTier")),
    .named("BMI 30 or over", HormoneCautions.highBmi),
    .named("migraine with aura", .item("migraine", in: ["withAura"])),
    .named("migraine without aura", .item("migraine", in: ["withoutAura"])),
    .named("high triglycerides", .yes("highTriglycerides")),
    .named("gallbladder disease", .yes("gallbladderDisease")),
    .named("liver disease", .any([.yes("liverDiseaseActive"), .yes("cirrhosis")])),
    .named("high blood pressure", .item("hypertension", in: ["treated", "untreated"])),
    .named("current smoking", .item("smoking", in: ["current"])),
    .named("age 60 or over", Derived.age >= 60),
  ]

  /// The reasons are from texts that were read; a BMI of exactly 30 is a project default (NICE says above 30).
  static let route = Rule("hrt.route", "Route to discuss", .any(transdermalReasons))
    .says("Recorded reasons to prefer transdermal: {list}.")
    .detail("list", .names(transdermalReasons, .met))
    .cites("ng23", basis: .project)

  private static let withoutUterus =
    "Uterus recorded as removed: estrogen alone unless endometriosis or a subtotal removal is recorded"

  static let uterus = Rule("hrt.uterus", "Endometrial protection") {
    AnyOf {
      Condition.yes("uterusPresent")
      All {
        AnyOf {
          HormoneFacts.uterusGone
          Condition.yes("hysterectomy")
        }
        Condition.yes("endometriosis")
      }
    }
  }
  .says("Uterus present: progestogen needed with systemic estrogen.", when: .yes("uterusPresent"))
  .says("Endometriosis after hysterectomy: progestogen with systemic estrogen to be discussed.")
  .says(withoutUterus + ".", if: .notMet)
  .says(withoutUterus + "; endometriosis not recorded.", if: .notRecorded, when: HormoneFacts.uterusGone)
  .asks("Do you still have your womb?", about: "uterusPresent")
  .asks("If the womb was removed, was it removed in full or in part (subtotal)?", about: "hysterectomy")
  .asks("Have you been told that you have endometriosis?", about: "endometriosis")
  .cites("ng23", basis: .verified)
}
