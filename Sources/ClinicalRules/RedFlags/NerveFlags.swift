import ClinicalRecord
import RuleEngine

/// Flags for the nerves: of the lower back, and for weakness that grows fast.
enum NerveFlags {
  /// Logged signs of the same kind: they open the flag and bar a "no", the answers decide.
  private static let loggedSigns: Condition = .anEntryFits(EntryQuery(["saddleNumbness", "bladderBowelChange"]))

  static let caudaEquina = Rule(
    "rf.cauda", "Cauda equina features",
    RedFlag(
      answers: .any([
        .yes("qSaddleNumb"), .yes("qBladderBowelNew"), .yes("qSexualNumbNew"),
        .all([.item("qBackToLegPain", in: ["bothSides"]), .yes("qLegWeaknessNew")]),
      ]),
      opensWith: loggedSigns, barsNo: loggedSigns,
      notMetWhen: .everyAnswerIsNo(["qSaddleNumb", "qBladderBowelNew", "qSexualNumbNew", "qLegWeaknessNew"]))
  )
  .level(.emergency)
  .asks("Is there numbness between your legs, around the back passage or genitals?", about: "qSaddleNumb")
  .asks("Do you have new trouble passing, holding or feeling urine or stool?", about: "qBladderBowelNew")
  .asks("Have you newly lost feeling or function during sex?", about: "qSexualNumbNew")
  .asks("Does pain run from your back down the leg, on one side or both?", about: "qBackToLegPain")
  .asks("Has a leg become weak, or weaker, within the past 14 days?", about: "qLegWeaknessNew")
  .alwaysListsMissing()
  .cites("caudaPathway", basis: .verified)
  .settled(by: "A04")

  private static let rapid: Condition = .any([
    .all([.yes("qLegWeaknessNew"), .item("qNeuroProgress", in: ["overDays", "overWeeks"])]),
    .yes("qBreathSwallowTrouble"),
  ])

  /// In the log it opens the flag where the answers have not settled it.
  private static let suddenWeakness: Condition = .anEntryFits(
    EntryQuery(["muscleWeakness"], where: .sign("suddenOnset", in: ["yes"])))

  static let weakness = Rule(
    "rf.weakness", "Rapid weakness",
    RedFlag(
      answers: .any([rapid, .yes("qFootDrop")]), opensWith: suddenWeakness,
      notMetWhen: .everyAnswerIsNo(["qLegWeaknessNew", "qBreathSwallowTrouble", "qFootDrop"]))
  )
  .level(.emergency, when: rapid)
  .level(.urgent)
  .asks("Has a leg become weak lately?", about: "qLegWeaknessNew")
  .asks("Is the weakness growing over days, weeks or months?", about: "qNeuroProgress")
  .asks("Is it newly hard to breathe or to swallow?", about: "qBreathSwallowTrouble")
  .asks("Does a foot drop or drag in walking?", about: "qFootDrop")
  .alwaysListsMissing()
  .cites("clinicalTeaching", basis: .memory)
  .settled(by: "A04")
}
