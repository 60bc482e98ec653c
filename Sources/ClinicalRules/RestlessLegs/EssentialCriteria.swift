import ClinicalRecord
import RuleEngine

/// Criteria 1 to 4 of the IRLSSG 2012 consensus (Allen 2014), and the count of all five.
enum EssentialCriteria {
  /// Symptoms that were there in the past only count where they are now so strong that the feature is lost (Allen 2014).
  private static func onceAndNowVerySevere(_ item: ItemID) -> Condition {
    .all([.item(item, in: ["onlyInPast"]), .yes("qRlsVerySevere")])
  }

  static let urge = Rule(
    "rls.c1", "Urge to move the legs",
    .merge(answer: .yes("qUrgeToMove"), log: .logged(EntryQuery(["urgeToMove"])), about: "qUrgeToMove")
  )
  .says("Urge to move the legs recorded ({entries} entries).", when: .logged(EntryQuery(["urgeToMove"])))
  .says("Urge to move the legs recorded; no log entry of it in the last 28 days.")
  .adds("With unpleasant sensation.", when: .yes("qUrgeSensation"))
  .adds("Without unpleasant sensation.", when: .no("qUrgeSensation"))
  .detail("entries", .entryCount(EntryQuery(["urgeToMove"])))
  .asks("Is there an urge to move the legs, not only an unpleasant feeling?", about: "qUrgeToMove")
  .cites("allen2014", basis: .verified)

  static let restOnset = Rule(
    "rls.c2", "Begins or worsens at rest",
    .merge(
      answer: .yes("qRestOnset"), log: .logSays("atRest", in: ["yes"], of: Kinds.restlessLegs), about: "qRestOnset")
  )
  .says("Begins or worsens at rest.")
  .asks("Does it start or worsen when sitting or lying?", about: "qRestOnset")
  .cites("allen2014", basis: .verified)

  static let relief = Rule(
    "rls.c3", "Eased by movement",
    .merge(
      answer: .all([
        .any([.item("qMoveRelief", in: ["fully", "partly"]), onceAndNowVerySevere("qMoveRelief")]),
        // An unanswered question whether the ease lasts does not block; only its "no" does.
        .not(.ifRecorded(.no("qReliefWhileMoving"))),
      ]),
      log: .logSays("relievedByMovement", in: ["fully", "partly"], of: Kinds.restlessLegs), about: "qMoveRelief")
  )
  .says("Partly or fully eased by walking or stretching while it continues.")
  .asks("Does walking or stretching ease it for as long as it lasts?", about: "qMoveRelief", "qReliefWhileMoving")
  .asks("Is the feeling now so strong that it is there nearly all the time?", about: "qRlsVerySevere")
  .cites("allen2014", basis: .verified)

  /// At least five entries with a time; the cut-offs of the share are project defaults.
  static let timed = ShareQuery("period", in: ["evening", "night"], kinds: Kinds.restlessLegs, minimum: 5)

  /// Enough of them for a share, whatever it is.
  private static let enoughTimed: Condition = .entries(
    EntryQuery(
      Kinds.restlessLegs, where: .sign("period", in: ["night", "morning", "afternoon", "evening"])),
    atLeast: timed.minimum, otherwise: .notMet)

  static let evening = Rule(
    "rls.c4", "Evening or night only, or worse then",
    .merge(
      answer: .any([.yes("qEveningWorse"), onceAndNowVerySevere("qEveningWorse")]), log: .share(timed),
      about: "qEveningWorse")
  )
  .says("Worse in the evening or night ({percent}% of {timed} timed entries).", when: .share(timed))
  .says(
    "Worse in the evening or night by the answer; in the log {inEveningOrNight} of {timed} timed entries.",
    when: enoughTimed
  )
  .says("Worse in the evening or night.")
  .detail("percent", .sharePercent(timed))
  .detail("inEveningOrNight", .shareCount(timed))
  .detail("timed", .shareTotal(timed))
  .asks("Is it worse in the evening or night than when resting in the morning?", about: "qEveningWorse", "period")
  .asks("Is the feeling now so strong that it is there nearly all the time?", about: "qRlsVerySevere")
  .cites("allen2014", "projectDefault", basis: .project)
  .settled(by: "A22", "A32")

  static let criteria: [Condition] = [
    .rule("rls.c1"), .rule("rls.c2"), .rule("rls.c3"), .rule("rls.c4"), .rule("rls.c5"),
  ]

  static let essential = Rule("rls.essential", "All five essential criteria", .all(criteria))
    .says(
      "5 of 5 IRLSSG essential criteria recorded as met (criterion 5 as entered by the clinician).",
      when: .recorded("clinRlsMimicExcluded")
    )
    .says("5 of 5 IRLSSG essential criteria recorded as met (criterion 5 provisional).")
    .says("Not all met: {notMet}.", if: .notMet)
    .says("{met} of 5 met, {open} not recorded.", if: .notRecorded)
    .detail("met", .count(criteria, .met))
    .detail("open", .count(criteria, .notRecorded))
    .detail("notMet", .names(criteria, .notMet))
    .cites("allen2014", basis: .verified)
    .provisional(unless: .recorded("clinRlsMimicExcluded"))

  /// What speaks of RLS guidance is said while the essential criteria are met or open, never once one is not met.
  static let notExcluded: Condition = .context(.rule("rls.essential", .isNotFalse))
}
