import ClinicalRecord
import RuleEngine

/// Flags for muscle: pressure inside a tight compartment, and breakdown.
enum MuscleFlags {
  /// Multiples of the laboratory's upper limit of creatine kinase: from the first the flag is met, from the second it is an emergency (EAS 2015).
  static let breakdownMultiple = 10.0
  static let emergencyMultiple = 40.0

  private static let castOrInjury: Condition = .any([
    .yes("surgeryOrCastPast12w"), .yes("wellsParalysisCast"), .logged(EntryQuery(["injury"])),
    .logged(EntryQuery([], where: .sign("triggers", in: ["injury"]))),
  ])
  private static let numbness: Condition = .any([
    .itemHolds("qFootColdPaleNumbWeak", atLeast: 1, of: ["numb"]),
    .logged(
      EntryQuery(
        [],
        where: .all([
          .site(Sites.leg),
          .any([.kind(["numbness"]), .sign("sensations", in: ["numb"])]),
        ]))),
  ])

  /// "Pain rising out of proportion" is asked by `qPainOutOfProportion`: it belongs to the questions of a "no".
  static let compartment = Rule(
    "rf.compartment", "Compartment features",
    RedFlag(
      answers: .any([
        .yes("qTightAfterInjury"),
        .all([.yes("qPainOutOfProportion"), .context(castOrInjury), .context(numbness)]),
      ]),
      notMetWhen: .everyAnswerIsNo(["qTightAfterInjury", "qPainOutOfProportion"]))
  )
  .level(.emergency)
  .asks(
    "After an injury, a cast or hard exercise, is part of the leg tense with growing pain?", about: "qTightAfterInjury"
  )
  .asks("Is the pain far stronger than what can be seen?", about: "qPainOutOfProportion")
  .asks("Was there surgery, a cast or an injury?", about: "surgeryOrCastPast12w")
  .asks("Is the leg or foot numb?", about: "qFootColdPaleNumbWeak")
  .alwaysListsMissing()
  .cites("clinicalTeaching", basis: .memory)
  .settled(by: "A04")

  /// Severe pain counts from the same severity as severe leg pain (project default).
  private static let severeMuscle: Condition = .any([
    .logged(
      EntryQuery(
        ["muscleAche", "muscleTenderness"], where: .number("severity", .atLeast, LimbFlags.severeFrom))),
    .logged(EntryQuery(["muscleWeakness"])), .yes("qProximalWeakness"), .yes("qLegWeaknessNew"),
  ])
  private static let kinase: Quantity = .labMultiple("ck")
  private static let unreadable: Condition = .not(.ifRecorded(kinase >= 0))
  /// Creatine kinase in U/L from which the flag is open while the laboratory's limit is missing: above it under any limit in use (project default).
  static let highWithoutLimit = 1_000.0

  /// A "no" does not need creatine kinase (basis C5, heading), but a result that cannot be read bars it: its upper limit is missing. Statin, exertion and immobility are listed, not needed.
  static let rhabdomyolysis = Rule(
    "rf.rhabdo", "Muscle breakdown features",
    RedFlag(
      answers: .all([.yes("qDarkUrine"), .context(severeMuscle)]), findings: [kinase > breakdownMultiple],
      opensWith: .all([.lab("ck", evenOld: false) >= highWithoutLimit, unreadable]),
      barsNo: .all([.fresh("ck"), unreadable]),
      notMetWhen: .everyAnswerIsNo(["qDarkUrine"]))
  )
  .level(.emergency, when: .any([.yes("qDarkUrine"), kinase > emergencyMultiple]))
  .level(.urgent)
  .amplified(by: [
    .named("statin", .taking("statin")),
    .named(
      "exertion",
      .anEntryFits(EntryQuery([], where: .sign("triggers", in: ["exertion", "newExercise"])))),
    .named("immobile for 3 days or more", .any([.yes("immobileGe3d"), .yes("permanentImmobility")])),
  ])
  .adds("Creatine kinase {multiple} times the laboratory's upper limit.", when: kinase > breakdownMultiple)
  .detail("multiple", .number(kinase, decimals: 1))
  .asks("Has the urine been dark, like cola or tea?", about: "qDarkUrine")
  .asks("What is the laboratory's upper limit of creatine kinase?", about: "labRefHigh")
  .asks("Are muscles severely painful or weak?", about: "severity", "qProximalWeakness", "qLegWeaknessNew")
  .considers(tests: "ck")
  .alwaysListsMissing()
  .cites("eas2015", "projectDefault", basis: .memory)
  .marking(breakdownMultiple, emergencyMultiple, as: .verified)
  .marking(LimbFlags.severeFrom, highWithoutLimit, as: .project)
  .settled(by: "A04")
}
