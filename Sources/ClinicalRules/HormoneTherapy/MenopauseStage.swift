import ClinicalRecord
import RuleEngine

/// Where in the menopause transition the record places the patient, and whether a blood test would add anything.
enum MenopauseStage {
  private static let everyStage = [
    "strawMinus3", "strawMinus2", "strawMinus1", "strawPlus1a", "strawPlus1b", "strawPlus1c", "strawPlus2", "surgical",
    "medicallyInduced", "indeterminate",
  ]

  private static let masks: [Condition] = [
    .named("hormonal contraception", .item("contraception", in: HormoneFacts.hormonalMethods)),
    .named("hysterectomy", .yes("hysterectomy")),
    .named("systemic estrogen", .all([.taking("systemicEstrogen")])),
  ]

  static let stage = Rule("hrt.stage", "Stage", .derived("menopauseStage", in: everyStage))
    .says(
      "Stage not placed: bleeding pattern masked by {reason}; last period {lmp}.",
      when: .all([.derived("menopauseStage", in: ["indeterminate"]), .any(masks)])
    )
    .says(
      "Stage {stage}; last period {lmp}; age at menopause {ageAtMenopause}.", when: Derived.ageAtMenopause >= 0
    )
    .says("Stage {stage}; last period {lmp}.")
    .detail("band", .value("menopauseStage"))
    .detail("stage", .value("menopauseStage"))
    .detail("lmp", .date("lmpDate"))
    .detail("ageAtMenopause", .number(Derived.ageAtMenopause, decimals: 0))
    .detail("reason", .names(masks, .met))
    .asks("When did your last period start?", about: "lmpDate")
    .asks("Has the length of your cycle changed, or were there gaps of 60 days?", about: "cycleChange7d", "gap60d")
    .asks("Which contraception do you use?", about: "contraception")
    .asks("Have the womb or the ovaries been removed?", about: "hysterectomy", "oophorectomy")
    .cites("straw2012", basis: .memory)
    .settled(by: "A02", "A14")

  private static let noHormonalMethod: Condition = .not(
    .any([
      .item("contraception", in: HormoneFacts.hormonalMethods),
      .ifRecorded(.taking("combinedContraceptive", "highDoseProgestogen")),
    ]))

  private static let featuresWithoutTest: [Condition] = [
    .named(
      "cycle change and flushes or sweats",
      .all([.any([.yes("cycleChange7d"), .yes("gap60d")]), HormoneFacts.anyVasomotor])),
    .named(
      "12 months or more since the last period without hormonal contraception",
      .all([Derived.monthsSinceLmp >= 12, noHormonalMethod])),
    .named(
      "no uterus and flushes or sweats", .all([HormoneFacts.uterusGone, HormoneFacts.vasomotorSymptoms])),
  ]

  /// Age in years from which NG23 asks for no test.
  static let withoutTestFrom = 45.0

  /// The age is from memory (wording of 2024), the rest from a text that was read.
  static let noTestNeeded = Rule("hrt.noTestNeeded", "Identify without blood tests") {
    Derived.age >= withoutTestFrom
    Condition.any(featuresWithoutTest)
  }
  .says("Aged 45 or over with {features}: FSH not needed to identify peri- or menopause.")
  .detail("features", .names(featuresWithoutTest, .met))
  .cites("ng23", basis: .memory)
  .settled(by: "A27")
}
