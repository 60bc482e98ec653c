import ClinicalRecord
import RuleEngine

/// Drugs, substances and conditions that are reported to go with restless legs. The report never says "stop".
enum Provokers {
  /// Classes that AASM 2025 and reviews report to provoke or worsen RLS (seen in secondary summaries).
  private static let provoking = MedicationQuery([
    "ssri", "snri", "tca", "mirtazapine", "antipsychotic", "dopamineAntagonistAntiemetic", "lithium",
    "sedatingAntihistamine",
  ])

  private static let substances: [Condition] = [
    // UK low-risk limit: 14 units of 8 g a week.
    .named("more than 14 units of alcohol a week", .item("alcoholUnitsPerWeek") > 14),
    // Project default.
    .named("3 or more caffeine drinks a day", .item("qCaffeinePerDay") >= 3),
    .named("current smoking", .item("smoking", in: ["current"])),
  ]

  static let drugs = Rule(
    "rls.drugs", "Possible drug provokers", .any([.medication(provoking)] + substances)
  )
  .says("Taking {drug}: class reported to provoke or worsen RLS.", when: .medication(provoking))
  .says("Recorded: {substances}; reported to provoke or worsen RLS.")
  .adds("Dates: {starts}; symptom onset: {onset}.", when: .medication(provoking))
  .adds("Also recorded: {substances}.", when: .medication(provoking))
  .detail("drug", .medicines(provoking))
  .detail("starts", .medicineStarts(provoking))
  .detail("onset", .onsetAgainst(provoking, EntryQuery(Kinds.restlessLegs, .wholeLog)))
  .detail("substances", .names(substances, .met))
  .asks("Any sleep aids, hay-fever or sickness tablets bought without prescription?", about: "medListComplete")
  .cites("aasm2025", "projectDefault", basis: .project)

  private static let linked: [Condition] = [
    .named("pregnancy or the 6 weeks after birth", .item("pregnancyStatus", in: ["pregnant", "postpartum6w"])),
    .named(
      "reduced kidney function",
      .any([.item("ckdStage", in: ["g4", "g5", "dialysis"]), .lab("egfr", evenOld: false) < 30])),
    .named("iron values in the range of RLS guidance", .rule("rls.ironLow")),
    .named("nerve damage or stocking-type sensations", .any([.yes("neuropathyKnown"), .rule("nerve.stocking")])),
    .named("Parkinson's disease or multiple sclerosis", .yes("parkinsonMs")),
    .named("sleep apnoea", .yes("sleepApnoea")),
  ]

  static let secondary = Rule("rls.secondary", "Associated conditions", .any(linked))
    .says("Condition linked with RLS recorded: {conditions}.")
    .detail("conditions", .names(linked, .met))
    .considers(tests: "egfr")
    .cites("allen2014", "aasm2025", basis: .memory)
}

/// Dopaminergic treatment and what it may lead to.
enum DopaminergicTreatment {
  private static let query = MedicationQuery(["dopamineAgonist", "levodopa"])
  private static let isTaken: Condition = .medication(query)

  /// Four screening items of 2016 and two of the project's own (from memory).
  private static let features: [Condition] = [
    .named("earlier in the day", .yes("qAugEarlier")),
    .named("more medicine needed", .yes("qAugMoreDose")),
    .named("stronger symptoms", .yes("qAugStronger")),
    .named("spread beyond the legs", .yes("qAugSpread")),
    .named("sooner at rest", .yes("qAugFasterAtRest")),
    .named("shorter effect of each dose", .yes("qAugShorterEffect")),
  ]

  /// The questions are counted as points behind the medicine, so that nobody is asked them who does not take one; six times "no" settles
  /// the rule whatever is taken.
  static let augmentation = Rule(
    "rls.augmentation", "Features that prompt an augmentation review",
    .all([
      isTaken, .not(.ifRecorded(.not(.any(features)))), .when(isTaken, .points(features.map { Points(1, $0) })) >= 1,
    ])
  )
  .says("On {drug}; {features} since starting: discuss augmentation.")
  .detail("drug", .medicines(query))
  .detail("features", .names(features, .met))
  .cites("augmentation2016", basis: .memory)

  /// Never decides the rule; lists the question as missing while a dopaminergic medicine is taken.
  private static let impulseControl: Condition = .ifRecorded(
    .when(isTaken, .points([Points(1, .yes("qImpulseControl"))])) >= 1)

  static let caution = Rule(
    "rls.dopamineCaution", "Dopaminergic drug in use or requested", .any([isTaken, impulseControl])
  )
  .says(
    "AASM 2025 suggests against standard use (conditional) because of augmentation; alpha-2-delta ligands preferred. Do not stop suddenly."
  )
  .adds("New urges that are hard to resist recorded: discuss impulse control.", when: .yes("qImpulseControl"))
  .detail("drug", .medicines(query))
  .alwaysListsMissing()
  .cites("aasm2025", basis: .verified)
}
