import ClinicalRecord
import RuleEngine

/// Flags for sudden or severe leg pain and for a limb whose blood supply may be cut off.
enum LimbFlags {
  /// Severity of 0-10 from which new pain counts as severe (project default).
  static let severeFrom = 8.0
  /// A cramp that lasts longer than this many minutes counts as leg pain (basis C5).
  static let longCrampMinutes = 10.0
  /// Signs of a limb without blood supply, in the words of the question; so many of them count whatever the onset.
  static let ischaemicSigns = ["cold", "pale", "numb", "weak", "pulseless"]
  static let signsWhateverOnset = 3

  private static let suddenOrSevere = EntryQuery(
    Kinds.pain + ["muscleCramp"],
    where: .all([
      .site(Sites.leg),
      .any([
        .kind(Kinds.pain),
        .all([.kind(["muscleCramp"]), .number("durationMinutes", .greater, longCrampMinutes)]),
      ]),
      .any([
        .sign("suddenOnset", in: ["yes"]),
        .all([
          .number("severity", .atLeast, severeFrom),
          .any([.code("worseThanUsual", in: ["yes"]), .firstAtSite(kinds: Kinds.pain)]),
        ]),
      ]),
    ]))

  static let suddenSevere = Rule(
    "rf.suddenSevere", "Sudden or severe leg pain",
    RedFlag(log: .anEntryFits(suddenOrSevere), notMetWhen: .logCovers("dq.coverage"))
  )
  .level(.sameDay, whileActive: true)
  .level(.urgent)
  .asks("Was the severe pain new, or clearly worse than is usual for you?", about: "worseThanUsual")
  .asks("Where in the leg, and on which side?", about: "bodySite", "side")
  .cites("projectDefault", basis: .project)
  .settled(by: "A03", "A21")

  /// Days in 28 with severe pain at one site from which it counts as lasting (project default).
  static let severeDays = 3

  private static let severe = EntryQuery(
    Kinds.pain + ["muscleCramp"],
    where: .all([
      .any([
        .kind(Kinds.pain),
        .all([.kind(["muscleCramp"]), .number("durationMinutes", .greater, longCrampMinutes)]),
      ]),
      .number("severity", .atLeast, severeFrom),
    ]))

  /// A line of level routine, printed below the flags: lasting pain, whose first day is not counted where it was new (settled reading A09).
  static let severePersistent = Rule(
    "rf.severePersistent", "Severe lasting pain",
    RedFlag(
      log: .daysAtOneSite(severe, atLeast: severeDays, exceptFirst: suddenOrSevere),
      notMetWhen: .logCovers("dq.coverage"))
  )
  .level(.routine)
  .asks("Where was the severe pain, and on which side?", about: "bodySite", "side")
  .cites("projectDefault", basis: .project)
  .settled(by: "A03", "A09")

  private static let suddenPain = EntryQuery(
    Kinds.pain, where: .all([.site(Sites.leg), .sign("suddenOnset", in: ["yes"])]))
  private static let suddenLegPain: Condition = .anEntryFits(suddenPain)
  private static let paleLeg: Condition = .anEntryFits(
    EntryQuery([], where: .all([.site(Sites.leg), .sign("colourChange", in: ["pale"])])))

  private static func signs(_ count: Int, of signs: [String] = ischaemicSigns) -> Condition {
    .itemHolds("qFootColdPaleNumbWeak", atLeast: count, of: signs)
  }

  /// Sudden leg pain with one sign, or three signs whatever the onset; a pale leg in the log stands for "pale".
  static let acuteLimb = Rule(
    "rf.ali", "Acute limb ischaemia features",
    RedFlag(
      answers: .any([
        signs(signsWhateverOnset),
        .all([paleLeg, signs(signsWhateverOnset - 1, of: ischaemicSigns.filter { $0 != "pale" })]),
        .all([.logged(suddenPain), signs(1)]),
      ]),
      log: .all([suddenLegPain, paleLeg]),
      notMetWhen: .everyAnswerIsNo(["qFootColdPaleNumbWeak"]))
  )
  .level(.emergency)
  .asks(
    "Is the leg or foot cold, pale, numb or weak, or could no pulse be felt in it?", about: "qFootColdPaleNumbWeak"
  )
  .asks("Did the leg pain come on within minutes to hours?", about: "suddenOnset")
  .alwaysListsMissing()
  .cites("sixPs", basis: .memory)
  .settled(by: "A03", "A04")
}
