import ClinicalRecord
import RuleEngine

/// Night leg cramps: the features of the 2017 criteria, and cramp beside the urge to move.
enum NightCramp {
  static let cramps = EntryQuery(["muscleCramp"])

  /// Longest cramp in minutes (Hallegraeff 2017: seconds to 10 minutes).
  static let longest = 10.0
  /// Severity from which a cramp counts as painful, 0-10 (project default).
  static let painful = 4.0
  /// Median severity from which the pain counts as intense, 0-10 (project default, settled reading A16).
  static let intense = 7.0
  /// Share of cramp entries in the thigh up to which the thigh is "seldom" (project default, settled reading A16).
  static let seldom = 0.20

  private static let calfOrFoot = ["calf", "sole", "midfoot", "forefoot", "toes"]
  private static let thigh = ["thighFront", "thighBack"]

  /// Either source is enough, and fewer nights than one a week may be answered as 0: the positive stands without a conflict.
  private static let atRest: Condition = .any([
    .anEntryFits(EntryQuery(["muscleCramp"], where: .sign("posture", in: ["lying", "asleep"]))),
    Quantity.item("qCrampNightsPerWeek") > 0,
  ])
  private static let isPainful: Condition = .any([
    Quantity.largest("severity", cramps) >= painful, .yes("qCrampDistress"),
  ])
  private static let isShort: Condition = .derived("crampMaxMin") <= longest
  private static let inCalfOrFoot: Condition = .any([
    .anEntryFits(EntryQuery(["muscleCramp"], where: .site(calfOrFoot))), .item("qCrampSites", in: calfOrFoot),
  ])
  private static let seldomInThigh: Condition = .all([
    .not(
      .share(
        ShareQuery(
          "bodySite", in: thigh, kinds: ["muscleCramp"], minimum: 1, metFrom: seldom.nextUp, notMetTo: seldom))),
    .not(.item("qCrampSites", in: thigh)),
  ])

  /// The seven features of the criteria; counted beside the core, never needed for it.
  private static let features: [Condition] = [
    Named("intense pain", .median("severity", cramps, minimum: 1) >= intense),
    Named("seconds to 10 minutes", isShort),
    Named("calf or foot", inCalfOrFoot),
    Named("seldom thigh or hamstring", seldomInThigh),
    Named(
      "soreness after",
      Merge(
        "qCrampSoreAfter", answer: .yes("qCrampSoreAfter"),
        log: .logSays("sorenessAfter", in: ["yes"], of: ["muscleCramp"]))),
    Named(
      "sleep disrupted",
      Merge(
        "qCrampWakes", answer: .yes("qCrampWakes"),
        log: .logSays(
          "sleepDisturbance", in: ["delayedSleep", "wokeOnce", "wokeRepeatedly"], of: ["muscleCramp"]))),
    Named("distress", .yes("qCrampDistress")),
  ]

  /// The features stand in the tree for their evidence and their conflicts; "at least none" is always met.
  static let rule = Rule(
    "muscle.nightCramp", "Night leg cramp features",
    .all([atRest, isPainful, isShort, inCalfOrFoot, .context(.atLeast(0, features))])
  )
  .says(
    "Night cramp features: {features} of 7; {nights} nights a week.", when: .recorded("qCrampNightsPerWeek")
  )
  .says("Night cramp features: {features} of 7; cramps in the log: {frequency}.")
  .adds("Recorded: {present}.")
  .adds("Features left open (not recorded, mixed, or in fewer than 3 entries): {open}.")
  .detail("features", .count(features, .met))
  .detail("nights", .number(.item("qCrampNightsPerWeek"), decimals: 1))
  .detail("frequency", .frequency(kinds: ["muscleCramp"], .month))
  .detail("present", .names(features, .met))
  .detail("open", .names(features, .notRecorded))
  .asks("How many minutes does the longest cramp last?", about: "qCrampMaxMinutes", "durationMinutes")
  .asks("Where do the cramps come?", about: "qCrampSites", "bodySite")
  .alsoAsks("Does the muscle go hard during a cramp?", about: "qCrampHard")
  .alsoAsks("Is the muscle still sore after a cramp?", about: "qCrampSoreAfter")
  .cites("hallegraeff2017", "projectDefault", basis: .project)
  .settled(by: "A16")

  static let orRestlessLegs = Rule(
    "muscle.crampVsRls", "Cramp or restless legs", .all([.rule("muscle.nightCramp"), .rule("rls.c1")])
  )
  .says("Cramps and urge to move both recorded: are the two feelings separate?")
  .alsoAsks("Can you see or feel a hard knot in the muscle during a cramp?", about: "muscleHardened")
  .alsoAsks("Does stretching the muscle end it?", about: "relievedByStretch")
  .cites("allen2014", basis: .verified)
}
