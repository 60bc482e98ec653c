import ClinicalRecord
import RuleEngine

/// Flags for the nerves of the lower back, for bleeding after menopause, and for the patient's own words.
enum OtherFlags {
  static let caudaEquina = Rule(
    "rf.cauda", "Cauda equina features",
    RedFlag(
      answers: .any([
        .yes("qSaddleNumb"), .yes("qBladderBowelNew"), .yes("qSexualNumbNew"),
        .all([.item("qBackToLegPain", in: ["bothSides"]), .yes("qLegWeaknessNew")]),
      ]),
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
  .adds("Suspected-cancer pathway: {action}.")
  .asks("Have you bled 12 months or more after your last period?", about: "postmenopausalBleeding")
  .asks("Do you take HRT (estrogen or tibolone), and is the list of medicines complete?", about: "medListComplete")
  .cites("ng12", basis: .verified)
  .settled(by: "A04", "A12")

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
    .asks("What did the patient mean by these words?", about: "freeText")
    .cites("projectDefault", basis: .project)
    .settled(by: "A15")
}
