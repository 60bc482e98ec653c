import ClinicalRecord
import RuleEngine

/// Where and how numbness, tingling or burning is felt: both feet, one side, along a root, beside restless legs.
enum NervePattern {
  static let kinds = ["numbness", "tingling", "burning", "buzzing"]
  private static let feet = ["sole", "forefoot", "toes", "midfoot", "heel", "ankle"]

  /// A disagreement of answer and log keeps the answer and is noted (basis P12).
  static let stocking = Rule("nerve.stocking", "Symmetrical distal pattern") {
    Merge(
      "qStocking", answer: .yes("qStocking"), log: .logged(EntryQuery(kinds, where: .site(feet)), atLeast: 3))
    Merge("qBothFeet", answer: .yes("qBothFeet"), log: .side(SideQuery(kinds), in: ["bilateral"]))
  }
  .says("Numbness, tingling or burning in both feet, distal pattern.")
  .adds("In the log: {frequency}.", when: .anEntryFits(EntryQuery(kinds)))
  .detail("frequency", .frequency(kinds: kinds, .month))
  .asks(
    "Where exactly is the numbness, tingling or burning, and does it cover the feet like a sock?", about: "qStocking"
  )
  .asks("Are both feet affected?", about: "qBothFeet", "side")
  .alsoAsks("At which places is it felt, and are the hands involved?", about: "qNumbSites")
  .cites("cks", basis: .memory)

  private static let constant: Condition = .yes("qNeuroConstant")
  private static let notEasedByWalking: Condition = .logSays("relievedByMovement", in: ["no"], of: kinds)
  private static let restlessTiming: Condition = .all([.rule("rls.c3"), .rule("rls.c4")])

  /// Says of "constant" and "not eased by walking" only what was recorded.
  static let orRestlessLegs = Rule("nerve.vsRls", "Nerve or restless legs") {
    Condition.rule("nerve.stocking")
    Condition.context(.rule("rls.c1", .isNotFalse))
    Condition.any([constant, notEasedByWalking, restlessTiming])
  }
  .says("Constant, not eased by walking: nerve pattern.", when: .all([constant, notEasedByWalking]))
  .says("Constant: nerve pattern.", when: constant)
  .says("Not eased by walking: nerve pattern.", when: notEasedByWalking)
  .says("Distal pattern in both feet; also meets RLS timing.")
  .adds("Also meets RLS timing.", when: .all([restlessTiming, .any([constant, notEasedByWalking])]))
  .asks("Is the numbness, tingling or burning there all the time?", about: "qNeuroConstant")
  .asks("Does walking ease it?", about: "relievedByMovement")
  .asks("Is it worse in the evening or night than when resting in the morning?", about: "qEveningWorse", "period")
  .cites("allen2014", basis: .verified)

  private static let belowKnee = [
    "shin", "calf", "ankle", "achilles", "heel", "sole", "midfoot", "forefoot", "toes",
  ]

  /// Electric or shooting below the knee is read from the log; no answer of its own exists for it.
  static let radicular = Rule("nerve.radicular", "Back-related leg pain") {
    Condition.item("qBackToLegPain", in: ["oneSide", "bothSides"])
    Condition.logged(
      EntryQuery(
        [],
        where: .all([.any([.kind(["shootingPain"]), .sign("sensations", in: ["electric"])]), .site(belowKnee)])))
  }
  .says("Back-to-leg pain in a nerve-root pattern. Red flags checked: {cauda}.")
  .detail(
    "cauda",
    .choice(
      [
        .init(.rule("rf.cauda"), "cauda equina questions met"),
        .init(.not(.rule("rf.cauda")), "cauda equina questions not met"),
        .init(
          .any([
            .rule("rf.cauda", .metOrOpen), .recorded("qSaddleNumb"), .recorded("qBladderBowelNew"),
            .recorded("qSexualNumbNew"), .recorded("qLegWeaknessNew"),
          ]), "cauda equina questions not settled"),
      ], otherwise: "cauda equina questions not recorded")
  )
  .asks("Does pain run from your back down the leg, on one side or both?", about: "qBackToLegPain")
  .asks("Is it electric or shooting, and how far down the leg?", about: "sensations", "bodySite")
  .adds("Ask: back pain, worse on coughing or sneezing, bladder.")
  .cites("cks", basis: .memory)

  private static let numbOrBurning = ["numbness", "burning"]
  /// The dictionary's sites nearest to the outer thigh (project default).
  private static let outerThigh = ["thighFront", "hipLateral"]
  private static let elsewhere = Sites.leg.filter { !outerThigh.contains($0) }

  private static let oneLegLogged: Condition = .all([
    .anEntryFits(EntryQuery(numbOrBurning, where: .site(Sites.leg))),
    .side(SideQuery(numbOrBurning), in: ["left", "right"]),
  ])
  /// Sites of a foot with "not both feet".
  private static let oneFootAnswered: Condition = .all([.item("qNumbSites", in: feet), .no("qBothFeet")])
  private static let outerThighOnly: Condition = .any([
    .all([.item("qNumbSites", in: outerThigh), .not(.item("qNumbSites", in: elsewhere))]),
    .all([
      .anEntryFits(EntryQuery(numbOrBurning, where: .site(outerThigh))),
      .not(.anEntryFits(EntryQuery(numbOrBurning, where: .site(elsewhere)))),
    ]),
  ])

  static let oneSided = Rule(
    "nerve.oneSided", "One-sided or patchy", .any([oneLegLogged, oneFootAnswered, outerThighOnly])
  )
  .says(
    "One-sided or patchy: entrapment or root to be considered (outer thigh: lateral cutaneous nerve)."
  )
  .detail("sites", .sites("qNumbSites", EntryQuery(numbOrBurning), among: Sites.leg))
  .asks("Where do you feel numbness, tingling or burning, and on which side?", about: "qNumbSites", "side")
  .cites("cks", basis: .memory)

  static let footRisk = Rule(
    "nerve.footRisk", "Protect the foot",
    .any([
      .yes("qFootInjuryUnnoticed"), .all([.rule("nerve.stocking"), .item("diabetes", in: ["type1", "type2"])]),
    ])
  )
  .says("Loss of protective feeling possible: foot check.")
  .adds("Check: monofilament.")
  .cites("ng19", basis: .memory)
}
