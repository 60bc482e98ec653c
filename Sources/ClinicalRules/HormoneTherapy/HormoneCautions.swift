import ClinicalRecord
import RuleEngine

/// What stands against systemic hormone therapy, or asks for care. Lists differ between sources; the wider one is used.
enum HormoneCautions {
  /// Blood pressure in mmHg from which it counts (settled reading A13).
  static let systolicFrom = 140.0
  static let diastolicFrom = 90.0
  /// An arterial event counts as recent up to this many months (project default).
  static let recentEventMonths = 12.0
  /// Body mass index in kg/m² from which it counts; NICE says above 30, product texts 30 or over (project default).
  static let highBmi: Condition = Derived.bmi >= 30

  private static let raisedPressure: Condition = .any([
    .measurement("bpSystolic") >= systolicFrom, .measurement("bpDiastolic") >= diastolicFrom,
  ])
  private static let antihypertensives: Condition = .taking(
    "aceInhibitorOrArb", "antihypertensiveOther", "dhpCalciumBlocker", "thiazide", "loopDiuretic",
    "potassiumSparingDiuretic")
  private static let untreated: Condition = .item("hypertension", in: ["untreated"])
  /// Answered "none" or "treated", a missing pressure does not stand in the way of a "no".
  private static let unassessedPressure: Condition = .any([
    untreated, .all([.firstRecorded([raisedPressure, untreated]), .not(.ifRecorded(antihypertensives))]),
  ])

  private static let arterialEvent: Condition = .item(
    "arterialDisease", in: ["anginaOrMi", "strokeOrTia", "multiple"])
  private static let cancerCodes = ["current", "past", "suspected"]

  static let contraindications: [Condition] = [
    .named("breast cancer (current, past or suspected)", .item("cancerBreast", in: cancerCodes)),
    .named(
      "other estrogen-dependent cancer (current, past or suspected)",
      .item("cancerEstrogenDependentOther", in: cancerCodes)),
    .named(
      "undiagnosed bleeding",
      .any([.yes("postmenopausalBleeding"), .item("bleedingPattern", in: ["intermenstrual", "postcoital"])])),
    .named("untreated endometrial hyperplasia", .item("endometrialHyperplasia", in: ["untreated"])),
    .named("current clot", .yes("vteCurrent")),
    .named(
      "previous unprovoked clot, no anticoagulant recorded",
      .all([.item("vteHistory", in: ["unprovoked"]), .not(.ifRecorded(.taking("anticoagulant")))])),
    .named(
      "arterial event within 12 months",
      .all([arterialEvent, .monthsSince("arterialEventDate") <= recentEventMonths])),
    .named("active liver disease", .yes("liverDiseaseActive")),
    .named("pregnancy, or possible pregnancy", .item("pregnancyStatus", in: ["pregnant", "possible"])),
    .named("porphyria", .yes("porphyria")),
    .named("Dubin-Johnson or Rotor syndrome", .yes("dubinRotor")),
    .named("untreated or unassessed BP", unassessedPressure),
  ]

  /// The list is from secondary texts that were read; the 12 months after an arterial event are a project default.
  static let contraindication = Rule(
    "hrt.contraindication", "Contraindication recorded", .any(contraindications)
  )
  .says("Recorded contraindication or specialist-advice condition: {list}.")
  .detail("list", .names(contraindications, .met))
  .asks("What is your latest blood pressure?", about: "bpSystolic", "bpDiastolic")
  .alwaysListsMissing()
  .cites("cks", basis: .project)
  .settled(by: "A13")

  static let cautions: [Condition] = [
    .named("thrombophilia", .yes("thrombophilia")),
    .named("antiphospholipid syndrome", .yes("antiphospholipid")),
    .named("previous provoked clot", .item("vteHistory", in: ["provoked"])),
    .named("clot in a first-degree relative", .yes("vteFamilyFirstDegree")),
    .named("BMI 30 or over", highBmi),
    .named("current smoking", .item("smoking", in: ["current"])),
    .named("migraine", .item("migraine", in: ["withoutAura", "withAura"])),
    .named("diabetes", .item("diabetes", in: ["type1", "type2"])),
    .named("treated high blood pressure", .item("hypertension", in: ["treated"])),
    .named("gallbladder disease", .yes("gallbladderDisease")),
    .named("high triglycerides", .yes("highTriglycerides")),
    .named("endometriosis", .yes("endometriosis")),
    .named("fibroids", .yes("fibroids")),
    .named("lupus (SLE)", .yes("sle")),
    .named("epilepsy (check lamotrigine)", .yes("epilepsy")),
    .named("meningioma", .yes("meningioma")),
    .named("high family risk of breast cancer", .yes("familyBreastCancerHigh")),
    .named("peripheral arterial disease", .item("arterialDisease", in: ["pad"])),
    .named(
      "arterial event more than 12 months ago",
      .all([arterialEvent, .monthsSince("arterialEventDate") > recentEventMonths])),
    .named("age 60 or over", Derived.age >= 60),
  ]

  static let caution = Rule("hrt.caution", "Caution recorded", .any(cautions))
    .says("Cautions: {list}.")
    .detail("list", .names(cautions, .met))
    .asks("What are your weight and height?", about: "bmi", "weightKg", "heightCm")
    .alwaysListsMissing()
    .cites("cks", basis: .memory)
}
