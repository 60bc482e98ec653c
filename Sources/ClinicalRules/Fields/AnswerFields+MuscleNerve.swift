import ClinicalRecord

/// Cramps, muscle, nerve-type sensations, tendon and bone (basis B3, C6-C9).
extension LegbriefFields {
  static let cramps: [Field] = [
    .answer(
      "qCrampNightsPerWeek", "On how many nights a week do you get leg cramps?", .number, unit: "nights per week",
      possible: .daysPerWeek),
    .answer("qCrampSites", "Where do the cramps come?", .set(Vocabulary.bodySites)),
    .answer(
      "qCrampMaxMinutes", "How many minutes does the longest cramp last?", .integer, unit: "minutes",
      possible: .minutesOfADay, plausible: 0...120),
    .answer("qCrampHard", "Does the muscle go hard during a cramp?"),
    .answer("qCrampSoreAfter", "Is the muscle still sore after a cramp?"),
    .answer("qCrampWakes", "Do cramps wake you?"),
    .answer("qCrampDistress", "Do the cramps distress you?"),
    .answer("qCrampDaytime", "Do you get cramps in the daytime too?"),
    .answer("qCrampElsewhere", "Do you get cramps in other parts of the body too?"),
    .answer("qFasciculation", "Do you see your muscles twitch under the skin?"),
    .answer("qProximalWeakness", "Is it hard to climb stairs, rise from a chair or lift your arms to your hair?"),
    .answer("qMuscleTender", "Are your muscles tender when pressed?"),
    .answer("qDarkUrine", "Has your urine been dark, like cola or tea?"),
    .answer("qGutLosses", "Have you had vomiting or diarrhoea that goes on?"),
    .answer(
      "qMuscleOnsetVsStatin", "When did the muscle symptoms start, counted from the start of the statin?",
      .enumeration(["before", "within4w", "w4to12", "after12w", "notOnStatin"])),
  ]

  static let sarcF: [Field] = [
    .sarcF(
      "sarcfStrength",
      "How hard is it for you to lift and carry a heavy shopping bag (0 easy, 1 some effort, 2 very hard)?"),
    .sarcF(
      "sarcfAssistWalk",
      "How hard is it for you to cross a room (0 easy, 1 some effort, 2 very hard or only with help)?"),
    .sarcF(
      "sarcfChair",
      "How hard is it for you to get up from a chair or bed (0 easy, 1 some effort, 2 very hard or only with help)?"),
    .sarcF(
      "sarcfStairs",
      "How hard is it for you to go up one flight of stairs (0 easy, 1 some effort, 2 very hard or not possible)?"),
    .sarcF(
      "sarcfFalls", "How often did you fall in the past year (0 never, 1 one to three times, 2 four times or more)?"),
  ]

  static let nerves: [Field] = [
    .answer("qNumbSites", "Where do you feel numbness, tingling or burning?", .set(Vocabulary.bodySites)),
    .answer("qStocking", "Does the numbness, tingling or burning cover the feet evenly, like a sock?"),
    .answer("qBurningFeet", "Do your feet burn?"),
    .answer("qBothFeet", "Are both feet affected?"),
    .answer("qNeuroConstant", "Is the numbness, tingling or burning there all the time?"),
    .answer("qUnsteady", "Are you unsteady when you stand or walk?"),
    .answer("qFootInjuryUnnoticed", "Have you hurt a foot without noticing it at the time?"),
    .answer(
      "qNeuroProgress", "How fast is the numbness or weakness changing?",
      .enumeration(["stable", "overMonths", "overWeeks", "overDays"])),
    .answer("qLegWeaknessNew", "Has a leg become weak lately?"),
    .answer("qFootDrop", "Does a foot drop or drag when you walk?"),
    .answer("qBreathSwallowTrouble", "Do you find it newly hard to breathe or to swallow?"),
    .answer(
      "qBackToLegPain", "Does pain run from your back down the leg, on one side or both?",
      .enumeration(Vocabulary.bodySidesInvolved)),
    .answer("qSaddleNumb", "Is there numbness between your legs, around the back passage or genitals?"),
    .answer("qBladderBowelNew", "Do you have new trouble passing, holding or feeling urine or stool?"),
    .answer("qSexualNumbNew", "Have you newly lost feeling or function during sex?"),
    .answer("qDietNoAnimal", "Do you eat no, or hardly any, food from animals?"),
    .answer("qGutSurgery", "Have you had surgery on the stomach or bowel?"),
    .answer("qNitrousOxide", "Have you used nitrous oxide (laughing gas) other than for a procedure?"),
    .answer("qVitaminB6Supplement", "Do you take a supplement with vitamin B6?"),
  ]

  static let tendonAndBone: [Field] = [
    .answer(
      "qTendonSites", "At which of these places does a tendon hurt?",
      .set(["achilles", "heel", "hipLateral", "knee", "other"])),
    .answer("qTendonFirstSteps", "Is it worst with the first steps after rest?"),
    .answer("qTendonLoadPain", "Does it hurt when you load it, as in stairs, hills or jumping?"),
    .answer("qTendonPop", "Did you feel or hear a sudden pop or snap at the back of the heel?"),
    .answer("qCannotHeelRaise", "Are you unable to rise onto your toes on that leg?"),
    .answer("qFragilityFracture", "Have you broken a bone after a minor knock or a fall from standing height?"),
    .answer("qParentHipFracture", "Did your mother or father break a hip?"),
    .answer("qHeightLossGe4cm", "Have you become 4 cm or more shorter than you were as a young adult?"),
    .answer("qNewKyphosisBackPain", "Do you have a new stoop, or new pain in the middle of the back?"),
    .answer(
      "qFallsPastYear", "How many times did you fall in the past 12 months?", .integer, unit: "falls",
      possible: 0...3650, plausible: 0...50),
  ]
}

extension Field {
  /// A prompt of our own for one SARC-F item, scored 0-2.
  fileprivate static func sarcF(_ id: ItemID, _ question: String) -> Field {
    .answer(id, question, .integer, possible: 0...2, note: "SARC-F item; adapted, not the validated form")
  }
}
