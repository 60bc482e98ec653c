import ClinicalRecord

/// Menopausal symptoms and wishes, general red flags, self-management (basis B3, C4, C5, C10).
extension LegbriefFields {
  static let hormonal: [Field] = [
    .answer("qVasomotor", "How bothersome are your hot flushes or night sweats?", .enumeration(Vocabulary.severity)),
    .answer(
      "qVasomotorPerDay", "How many hot flushes or sweats do you get in a day and night?", .number, unit: "per day",
      possible: 0...1440, plausible: 0...50
    ).detail(of: "qVasomotor"),
    .answer("qGenitourinary", "Do you have vaginal dryness or soreness, pain with sex, or more bladder trouble?"),
    .answer("qLowMood", "Has your mood been low?"),
    .answer("qPoorSleep", "Do you sleep badly?"),
    .answer(
      "qHrtPreference", "How do you feel about hormone replacement therapy (HRT)?",
      .enumeration(["wants", "openTo", "unsure", "doesNotWant", "notAsked"]),
      note: "unsure is an answer here; notAsked counts as not recorded"),
    .answer(
      "qHrtConcerns", "Which worries, if any, do you have about HRT?",
      .set(["breastCancer", "clots", "stroke", "bleeding", "weight", "sideEffects", "none", "other"])),
    .answer(
      "qHrtSymptomChange", "How did your leg symptoms change with HRT?",
      .enumeration([
        "startedAfterHrt", "worseAfterDoseChange", "betterOnHrt", "backAfterStopping", "noLink", "unsure",
      ])),
  ]

  static let redFlags: [Field] = [
    .answer("qSuddenBreathless", "Have you become suddenly breathless, now or in the past 14 days?"),
    .answer("qChestPain", "Have you had chest pain, now or in the past 14 days?"),
    .answer("qCoughBlood", "Have you coughed up blood, now or in the past 14 days?"),
    .answer("qCollapse", "Have you fainted or collapsed, now or in the past 14 days?"),
    .answer("qFever", "Have you had a fever in the past 7 days?"),
    .answer("qUnwell", "Have you felt generally unwell in the past 7 days?"),
    .answer("qSpreadingRedness", "Is there redness of the skin that is spreading?"),
    .answer("qPainOutOfProportion", "Is the pain far stronger than the look of the skin would suggest?"),
    .answer("qBlistersPurple", "Are there blisters or purple patches on the painful skin?"),
    .answer(
      "qTightAfterInjury",
      "After an injury, a cast or hard exercise, has part of the leg become tense with growing pain?"),
    .answer("qHotSwollenJoint", "Has one joint become hot and swollen within the past two weeks?"),
    .answer("qNewHeadache", "Do you have a new kind of headache?"),
    .answer("qScalpTender", "Is your scalp tender, for example when you comb your hair?"),
    .answer("qJawPainChewing", "Does your jaw hurt when you chew?"),
    .answer("qVisionChange", "Has your vision changed, such as loss of sight, blurring or double vision?"),
    .answer(
      "qWeightLossKgUnplanned", "How many kilograms have you lost in the past 6 months without trying?", .number,
      unit: "kg in 6 months", possible: 0...300, plausible: 0...40),
    .answer("qLump", "Do you have a new lump that is deep or growing?"),
    .answer("qOrthopnoea", "Do you get breathless when you lie flat?"),
  ]

  static let selfManagement: [Field] = [
    .answer(
      "qActivityMinPerWeek", "For how many minutes a week are you active at a moderate or brisk pace?", .integer,
      unit: "minutes per week", possible: 0...10_080, plausible: 0...3000),
    .answer(
      "qStrengthDaysPerWeek", "On how many days a week do you do exercise that strengthens your muscles?", .integer,
      unit: "days per week", possible: .daysPerWeek),
    .answer(
      "qNsaidDaysPerWeek", "On how many days a week do you take anti-inflammatory painkillers, such as ibuprofen?",
      .integer, unit: "days per week", possible: .daysPerWeek),
    .answer(
      "qCaffeinePerDay", "How many drinks with caffeine do you have a day?", .number, unit: "drinks per day",
      possible: 0...100, plausible: 0...20),
    .answer(
      "qSelfCareWishes", "Which of these would you like to try or talk about?", .set(Vocabulary.reliefMeasures)),
  ]
}
