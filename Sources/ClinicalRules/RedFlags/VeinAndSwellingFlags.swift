import ClinicalRecord
import RuleEngine

/// Flags for veins that are hard or bleed, and for swelling with breathlessness or in pregnancy.
enum VeinAndSwellingFlags {
  static let hardVein = Rule(
    "rf.svt", "Hard painful vein",
    RedFlag(answers: .yes("qVeinHardPainful"), notMetWhen: .everyAnswerIsNo(["qVeinHardPainful"]))
  )
  .level(.urgent)
  .adds("Scan to be considered: it may extend to a deep vein.")
  .asks("Is there a vein that became hard and painful?", about: "qVeinHardPainful")
  .alwaysListsMissing()
  .cites("cg168", basis: .memory)
  .settled(by: "A04")

  /// No field says whether it bleeds now, so the higher level stands (basis P1).
  static let bleedingVein = Rule(
    "rf.veinBleed", "Bleeding varicose vein",
    RedFlag(answers: .yes("qVeinBleeding"), notMetWhen: .everyAnswerIsNo(["qVeinBleeding"]))
  )
  .level(.emergency)
  .adds("Emergency if bleeding; otherwise immediate vascular referral.")
  .asks("Did a varicose vein bleed, and does it bleed now?", about: "qVeinBleeding")
  .alwaysListsMissing()
  .cites("cg168", basis: .verified)
  .settled(by: "A04")

  /// The answer or the log; an answer of none or one side settles it only where the log shows no swelling of both.
  private static let bothLegsSwollen: Condition = .any([
    .item("qAnkleSwelling", in: ["bothSides"]), .ifRecorded(.side(SideQuery(["swelling"]), in: ["bilateral"])),
  ])

  static let heartFailure = Rule(
    "rf.heartFailure", "Swelling with breathlessness",
    RedFlag(
      answers: .all([
        .context(bothLegsSwollen), .any([.yes("qOrthopnoea"), .anEntryFits(EntryQuery(["breathlessness"]))]),
      ]),
      notMetWhen: .everyAnswerIsNo(["qOrthopnoea"]))
  )
  .level(.sameDay)
  .asks("Do you get breathless when you lie flat?", about: "qOrthopnoea")
  .asks("Do the ankles swell, on one side or both?", about: "qAnkleSwelling")
  .alwaysListsMissing()
  .cites("clinicalTeaching", basis: .memory)
  .settled(by: "A04")

  private static let newSwelling = EntryQuery(
    ["swelling"],
    where: .all([
      .site(Sites.leg), .any([.code("worseThanUsual", in: ["yes"]), .firstAtSite(kinds: ["swelling"])]),
    ]))
  private static let ankleSwelling: Condition = .item("qAnkleSwelling", in: ["oneSide", "bothSides"])
  private static let pregnant: Condition = .item("pregnancyStatus", in: ["pregnant", "postpartum6w", "possible"])

  /// A leg sign without a recorded pregnancy does not open this flag: `rf.dvt` asks about both.
  static let pregnancy = Rule(
    "rf.pregnant", "Pregnancy or 6 weeks postpartum with leg pain/swelling",
    RedFlag(
      gate: pregnant,
      answers: .context(
        .any([
          .rule("rf.dvt", .metOrOpen), .yes("qOneLegSwollen"), .yes("qOneLegPainNew"), .yes("qOneLegWarm"),
        ])),
      log: .context(.anEntryFits(newSwelling)), opensWith: .all([pregnant, ankleSwelling]),
      barsNo: .any([.rule("rf.dvt", .isNotFalse), ankleSwelling]),
      logAsksTheSame: false, notMetWhen: .everyAnswerIsNo(["qOneLegSwollen", "qOneLegPainNew", "qOneLegWarm"]))
  )
  .level(.sameDay)
  .asks("Pregnant, possibly pregnant, or within 6 weeks of giving birth?", about: "pregnancyStatus")
  .asks("Is one leg swollen, now or in the past 14 days?", about: "qOneLegSwollen")
  .asks("Is there new pain in one leg, now or in the past 14 days?", about: "qOneLegPainNew")
  .asks("Is one leg warmer than the other?", about: "qOneLegWarm")
  .asks("Is the swelling new, and where?", about: "worseThanUsual", "bodySite")
  .alwaysListsMissing()
  .cites("clinicalTeaching", basis: .memory)
  .settled(by: "A03", "A04", "A12")
}
