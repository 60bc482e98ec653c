import ClinicalRecord
import RuleEngine

/// What may lie behind cramps: medicines that are linked with them, and features for which tests are worth discussing.
enum CrampWorkUp {
  /// Sequence ratios of 2012: 2.42 for long-acting beta-2 agonists, 1.48 for thiazides, 2.12 for potassium-sparing diuretics.
  private static let stronger = MedicationQuery(["laba", "thiazide", "potassiumSparingDiuretic"])
  /// Sequence ratios of 2012: 1.20 for loop diuretics, 1.16 for statins.
  private static let uncertain = MedicationQuery(["loopDiuretic", "statin"])
  /// Cramps are among the adverse effects in the product texts.
  private static let listed = MedicationQuery(["tamoxifenSerm", "systemicEstrogen"])
  private static let all = MedicationQuery(stronger.classes + uncertain.classes + listed.classes)

  static let drugs = Rule(
    "muscle.crampDrugs", "Drugs linked with cramps",
    .any([.medication(stronger), .medication(uncertain), .medication(listed)])
  )
  .says("Taking {strongerDrugs}: linked with cramps (stronger link).", when: .medication(stronger))
  .says("Taking {uncertainDrugs}: linked with cramps (small or uncertain link).", when: .medication(uncertain))
  .says("Taking {listedDrugs}: linked with cramps (listed as an adverse effect).")
  .adds(
    "Taking {uncertainDrugs}: linked with cramps (small or uncertain link).",
    when: .all([.medication(stronger), .medication(uncertain)])
  )
  .adds(
    "Taking {listedDrugs}: linked with cramps (listed as an adverse effect).",
    when: .all([.medication(listed), .any([.medication(stronger), .medication(uncertain)])])
  )
  .adds("Dates: {dates}.")
  .detail("strongerDrugs", .medicines(stronger))
  .detail("uncertainDrugs", .medicines(uncertain))
  .detail("listedDrugs", .medicines(listed))
  .detail("dates", .medicineStarts(all))
  .detail("onset", .onsetAgainst(all, NightCramp.cramps))
  .asks("Is the list of medicines complete, inhalers and water tablets included?", about: "medListComplete")
  .cites("garrison2012", basis: .verified)

  /// Nights a week from which tests are worth discussing (project default).
  private static let nightsForTests = 3.0

  private static let weakness: Condition = .any([
    .anEntryFits(EntryQuery(["muscleWeakness"])), .yes("qProximalWeakness"),
  ])

  private static let features: [Condition] = [
    Named("cramps in the daytime", .yes("qCrampDaytime")),
    Named("cramps in other parts of the body", .yes("qCrampElsewhere")),
    Named("muscle twitching", .yes("qFasciculation")),
    Named("muscle weakness", weakness),
    Named("diuretic", .taking("thiazide", "loopDiuretic", "potassiumSparingDiuretic")),
    Named("lasting vomiting or diarrhoea", .yes("qGutLosses")),
    Named("kidney disease from stage G3b", .item("ckdStage", in: ["g3b", "g4", "g5", "dialysis"])),
    Named("cirrhosis", .yes("cirrhosis")),
    Named("pregnancy", .item("pregnancyStatus", in: ["pregnant"])),
    Named("thyroid disease", .yes("thyroidDisease")),
    Named("3 or more nights a week", Quantity.item("qCrampNightsPerWeek") >= nightsForTests),
  ]

  /// "No recorded feature" is said only once every feature was recorded as absent (basis P15).
  static let test = Rule(
    "muscle.crampTest", "When tests are worth discussing", .all([.rule("muscle.nightCramp"), .any(features)])
  )
  .says("Features that justify tests: {features}.")
  .says(
    "All listed features recorded as absent: no recorded feature that calls for tests.", if: .notMet,
    when: .rule("muscle.nightCramp")
  )
  .says("Features that justify tests, not recorded: {open}.", if: .notRecorded, when: .rule("muscle.nightCramp"))
  .detail("features", .names(features, .met))
  .detail("open", .names(features, .notRecorded))
  .considers(
    tests: "potassium", "calciumAdjusted", "magnesium", "egfr", "sodium", "tsh", "hba1c",
    while: .rule("muscle.crampTest")
  )
  .considers(tests: "ck", while: .all([.rule("muscle.crampTest"), .any([weakness, .taking("statin")])]))
  .cites("cks", "projectDefault", basis: .project)
}
