import ClinicalRecord
import RuleEngine

/// Flags for features of cancer, for bleeding after menopause, and for the patient's own words.
enum OtherFlags {
  /// Age from which NG12 says "refer"; below it, "consider".
  static let referFromYears = 55.0

  static let postmenopausalBleeding = Rule(
    "rf.pmb", "Bleeding after menopause",
    RedFlag(
      gate: .not(Derived.onSystemicHrt), answers: .yes("postmenopausalBleeding"),
      notMetWhen: .everyAnswerIsNo(["postmenopausalBleeding"]))
  )
  .level(.soon)
  .detail(
    "action",
    .choice(
      [
        .init(Derived.age >= referFromYears, "refer (aged 55 or over)"),
        .init(Derived.age < referFromYears, "consider referral (aged under 55)"),
      ], otherwise: "refer or consider, by age (not recorded)")
  )
  .adds("Suspected-cancer pathway: {action}.", when: Locale.unitedKingdom)
  .asks("Have you bled 12 months or more after your last period?", about: "postmenopausalBleeding")
  .asks("Do you take HRT (estrogen or tibolone), and is the list of medicines complete?", about: "medListComplete")
  .cites("ng12", basis: .verified)
  .settled(by: "A04", "A12")

  /// Unplanned weight loss in 6 months, as a share of the weight, from which it counts (basis C5).
  static let weightLossShare = 0.05

  private static let lostWeight: Condition =
    .quotient(.item("qWeightLossKgUnplanned"), .measurement("weightKg")) >= weightLossShare
  /// 0 kg is an answer whatever the weight (settled reading A24).
  private static let noWeightLost: Condition = .any([
    Quantity.item("qWeightLossKgUnplanned") <= 0,
    .quotient(.item("qWeightLossKgUnplanned"), .measurement("weightKg")) < weightLossShare,
  ])

  /// Loss that cannot be set against a weight, or that stands in the log: it opens the flag, and is not enough for it.
  private static let someWeightLost: Condition = .any([
    .all([Quantity.item("qWeightLossKgUnplanned") > 0, .not(.ifRecorded(noWeightLost))]),
    .anEntryFits(EntryQuery(["weightLoss"])),
  ])

  private static let spinePain: Condition = .all([
    .context(History.anyCancer), .yes("qNightPainUnrelenting"),
  ])
  /// Weakness, numbness, unsteadiness or a change of bladder, bowel or sexual function (NG234, from memory).
  private static let neurology: Condition = .any([
    .yes("qLegWeaknessNew"), .yes("qFootDrop"), .yes("qUnsteady"), .yes("qSaddleNumb"), .yes("qBladderBowelNew"),
    .yes("qSexualNumbNew"),
    .anEntryFits(EntryQuery(["muscleWeakness", "numbness", "saddleNumbness", "bladderBowelChange"])),
  ])

  /// Unrelenting night pain stands for new bone pain, which no field records (A24); unanswered weight loss bars a "no".
  static let malignancy = Rule(
    "rf.malignancy", "Cancer features",
    RedFlag(
      answers: .any([spinePain, .yes("qLump")]), findings: [lostWeight], opensWith: someWeightLost,
      barsNo: .not(.ifRecorded(noWeightLost)), notMetWhen: .everyAnswerIsNo(["qNightPainUnrelenting", "qLump"]))
  )
  .level(.emergency, when: .all([spinePain, neurology]))
  .level(.urgent, when: History.anyCancer)
  .level(.soon)
  .amplified(by: [.named("earlier cancer", History.anyCancer)])
  .adds("Spinal cord compression to be considered.", when: .all([spinePain, neurology]))
  .asks("Is there pain at night that nothing relieves?", about: "qNightPainUnrelenting")
  .asks("Is there a new lump that is deep or growing?", about: "qLump")
  .asks(
    "How many kilograms were lost in the past 6 months without trying, and what is the weight now?",
    about: "qWeightLossKgUnplanned", "weightKg"
  )
  .asks("Any cancer, now or in the past?", about: "cancerHistoryAny")
  .cites("ng12", "ng234", basis: .memory)
  .settled(by: "A04", "A24")

  /// The English word list: the words of a hint stand in one sentence, in any order.
  static let wordHints: [WordHint] = [
    WordHint([["calf", "calves", "leg", "legs"], ["swollen", "swelling", "swelled"]], for: "rf.dvt"),
    WordHint([["blood clot", "blood clots"]], for: "rf.dvt"),
    WordHint([["coughing", "coughed", "cough"], ["blood"]], for: "rf.pe"),
    WordHint([["cant", "cannot", "can not"], ["pee", "wee", "urinate"]], for: "rf.cauda"),
    WordHint([["cant", "cannot", "can not"], ["feel"]], for: "rf.cauda"),
    WordHint([["numb", "numbness"], ["between"], ["leg", "legs"]], for: "rf.cauda"),
    WordHint([["black"], ["toe", "toes"]], for: "rf.clti"),
    WordHint([["lost", "losing"], ["sight"]], for: "rf.gca"),
    WordHint([["lump", "lumps"]], for: "rf.malignancy"),
    WordHint([["losing", "lost"], ["weight"]], for: "rf.malignancy"),
  ]

  /// Free text never decides anything: it is quoted, so that somebody asks (basis P14).
  static let freeText = Rule("rf.freeText", "Word seen, meaning unclear", .freeText(wordHints))
    .detail("quote", .quotes(wordHints))
    .says("Patient wrote '{quote}': ask.", if: .notRecorded, when: .rule("rf.freeText", .metOrOpen))
    .asks("What did you mean by the words in your notes that may be a warning sign?", about: "freeText")
    .cites("projectDefault", basis: .project)
    .settled(by: "A15")
}
