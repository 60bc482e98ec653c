import ClinicalRecord
import RuleEngine

/// Flags for clots: in a leg, and in the lung.
enum ClotFlags {
  /// Circumstances in which a clot weighs more (basis C5, row `rf.dvt`).
  static let amplifiers: [Condition] = [
    .named("oral estrogen", .medication(MedicationQuery(["systemicEstrogen"], routes: ["oral"]))),
    .named(
      "combined hormonal contraceptive",
      .any([.taking("combinedContraceptive"), .item("contraception", in: ["combined"])])),
    .named("tamoxifen or raloxifene", .taking("tamoxifenSerm")),
    .named(
      "earlier or current clot",
      .any([.item("vteHistory", in: ["provoked", "unprovoked"]), .yes("vteCurrent")])),
    .named("thrombophilia", .yes("thrombophilia")),
    .named("cancer treated now or in the past 6 months", .yes("cancerActiveAny")),
    .named("surgery or leg cast in the past 12 weeks", .yes("surgeryOrCastPast12w")),
    .named("immobile for 3 days or more", .any([.yes("immobileGe3d"), .yes("permanentImmobility")])),
    .named("long journey in the past 4 weeks", .any([.yes("longTravelPast4w"), .anEntryFits(longJourneys)])),
    .named("pregnant or within 6 weeks of giving birth", .item("pregnancyStatus", in: ["pregnant", "postpartum6w"])),
  ]

  private static let longJourneys = EntryQuery([], where: .sign("triggers", in: ["longTravel"]))

  private static let swollen: EntryCondition = .sign("swelling", in: ["mild", "moderate", "severe"])
  private static let warm: EntryCondition = .sign("warmth", in: ["yes"])

  /// A calf, thigh or whole leg on one side that shows the sign, with pain, swelling, a tender deep vein or a change of colour.
  private static func oneSidedEntry(_ sign: EntryCondition) -> EntryQuery {
    EntryQuery(
      [],
      where: .all([
        .site(Sites.calfSide), .side(["left", "right"]), sign,
        .any([
          .kind(Kinds.pain + ["swelling"]), .sign("tenderDeepVein", in: ["yes"]),
          .sign("colourChange", in: ["red", "blueMottled"]),
        ]),
      ]))
  }

  /// The answer beside what the log and the calves say of the same sign: the positive counts in the flag, the conflict is shown (basis P12).
  private static let swollenLeg: Condition = .merge(
    answer: .yes("qOneLegSwollen"),
    log: shown(.any([.anEntryFits(oneSidedEntry(swollen)), WellsItems.measuredCalfDifference])), about: "qOneLegSwollen"
  )
  private static let warmLeg: Condition = .merge(
    answer: .yes("qOneLegWarm"), log: shown(.anEntryFits(oneSidedEntry(warm))), about: "qOneLegWarm")

  /// That the log shows it contradicts a "no"; that it does not contradicts no "yes".
  private static func shown(_ sign: Condition) -> Condition { .decided(met: sign, notMet: .any([])) }

  /// A recorded Wells point while the unanswered items could still make the score likely: a "no" needs no Wells item, but does not pass over one.
  private static let unfinishedScore: Condition = .all([
    .any(WellsItems.points.map(\.condition)), .not(.ifRecorded(.points(WellsItems.points) < WellsItems.likelyFrom)),
  ])

  /// One leg: pain with swelling or warmth. Cramp alone is left out, heaviness alone too.
  static let deepVein = Rule(
    "rf.dvt", "One leg: pain with swelling or warmth",
    RedFlag(
      answers: .any([swollenLeg, .all([.yes("qOneLegPainNew"), warmLeg])]),
      log: .anEntryFits(oneSidedEntry(.any([swollen, warm]))),
      findings: [
        WellsItems.measuredCalfDifference, .recordedPoints(WellsItems.points) >= WellsItems.likelyFrom,
      ],
      opensWith: WellsItems.legSigns, barsNo: unfinishedScore, logAsksTheSame: false,
      notMetWhen: .everyAnswerIsNo(["qOneLegSwollen", "qOneLegPainNew", "qOneLegWarm"]))
  )
  .level(.sameDay)
  .amplified(by: amplifiers)
  .adds(clotFirst, when: swellingRecorded)
  .adds(clotFirstWithoutSwelling, when: .not(.ifRecorded(swellingRecorded)))
  .adds(clotFirst, if: .notRecorded, when: .all([.rule("rf.dvt", .metOrOpen), swellingRecorded]))
  .adds(
    clotFirstWithoutSwelling, if: .notRecorded,
    when: .all([.rule("rf.dvt", .metOrOpen), .not(.ifRecorded(swellingRecorded))])
  )
  .asks("Is one leg swollen, now or in the past 14 days?", about: "qOneLegSwollen")
  .asks("Is there new pain in one leg, now or in the past 14 days?", about: "qOneLegPainNew")
  .asks("Is one leg warmer than the other?", about: "qOneLegWarm")
  .asks("On which leg, and where on it?", about: "side", "bodySite")
  .asks("Clinician: is another diagnosis at least as likely as a deep vein thrombosis?", about: "wellsAlternative")
  .alsoAsks(about: "wellsAlternative")
  .considers(tests: Procedures.legUltrasound, while: .rule("dvt.wells"))
  .considers(tests: "dDimer", while: .all([WellsScore.applies, .not(.ifRecorded(.rule("dvt.wells")))]))
  .alwaysListsMissing()
  .cites("ng158", basis: .verified)
  .settled(by: "A03", "A04")

  /// What the report says instead of any other cause of one-sided swelling (basis P2).
  private static let clotFirst = "One-sided swelling: clot to be excluded before other causes."
  /// The same where no swelling is recorded.
  private static let clotFirstWithoutSwelling = "One-leg symptoms: clot to be excluded before other causes."

  /// Swelling of one leg by answer, Wells item, measurement or log.
  private static let swellingRecorded: Condition = .any([
    .yes("qOneLegSwollen"), .item("qAnkleSwelling", in: ["oneSide"]), .yes("wellsEntireLeg"), .yes("wellsCalf3cm"),
    .yes("wellsPittingOneLeg"), WellsItems.measuredCalfDifference, .anEntryFits(swollenEntry),
  ])

  private static let swollenEntry = EntryQuery(
    [],
    where: .all([
      .site(Sites.calfSide), .side(["left", "right"]),
      .any([.kind(["swelling"]), .sign("swelling", in: ["mild", "moderate", "severe"])]),
    ]))

  /// Signs in the log open the flag where the answers have not settled it: the questions are about the same thing.
  private static let loggedLungSigns: Condition = .anEntryFits(EntryQuery(["breathlessness", "chestPain"]))

  /// Chest pain or collapse alone is enough; breathlessness or blood needs the clot flag of the leg, met or open, or an amplifier. Met, that flag alone opens this one; an amplifier alone never does.
  static let lung = Rule(
    "rf.pe", "Possible lung clot",
    RedFlag(
      answers: .any([
        .yes("qChestPain"), .yes("qCollapse"),
        .all([
          .any([.yes("qSuddenBreathless"), .yes("qCoughBlood")]),
          .any([.rule("rf.dvt"), .context(.any([.rule("rf.dvt", .metOrOpen)] + amplifiers))]),
        ]),
      ]),
      opensWith: loggedLungSigns,
      notMetWhen: .everyAnswerIsNo(["qSuddenBreathless", "qChestPain", "qCoughBlood", "qCollapse"]))
  )
  .level(.emergency)
  .amplified(by: amplifiers)
  .asks("Have you become suddenly breathless?", about: "qSuddenBreathless")
  .asks("Have you had chest pain?", about: "qChestPain")
  .asks("Have you coughed up blood?", about: "qCoughBlood")
  .asks("Have you fainted or collapsed?", about: "qCollapse")
  .alwaysListsMissing()
  .cites("ng158", basis: .memory)
  .settled(by: "A04", "A35")
}
