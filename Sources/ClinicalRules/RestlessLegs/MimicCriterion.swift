import ClinicalRecord
import RuleEngine

/// Criterion 5: the symptoms are not solely accounted for by another condition. Mimics are questions, never vetoes (basis P8).
enum MimicCriterion {
  static let mimics: [ItemID] = [
    "qMimicCramp", "qMimicPosition", "qMimicJoint", "qMimicSwelling", "qMimicNerve", "qMimicMyalgia", "qMimicFootTap",
    "qMimicInnerRestless",
  ]

  /// Other rules that, being met, are printed beside the criterion and never change its value (basis `rls.mimicEvidence`).
  static let mimicEvidence: [RuleID] = [
    "muscle.nightCramp", "joint.oa", "joint.inflammatory", "venous.symptoms", "oedema.bilateral", "oedema.drug",
    "oedema.lipoedema", "nerve.stocking", "statin.muscle", "nerve.radicular",
  ]

  /// Restlessness of the whole body under these medicines follows no clock: less than half of at least five timed entries are in the evening or night.
  private static let drugRestlessness: Condition = .all([
    .taking("antipsychotic", "dopamineAntagonistAntiemetic"),
    .not(
      .share(
        ShareQuery(
          "period", in: ["evening", "night"], kinds: Kinds.restlessLegs, minimum: 5, metFrom: 0.5, notMetTo: 0.5))),
  ])

  private static let byClinician: Condition = .recorded("clinRlsMimicExcluded")

  static let rule = Rule(
    "rls.c5", "Not solely accounted for by another condition",
    .firstRecorded([
      .yes("clinRlsMimicExcluded"),
      // "Partly" never fails the criterion; an unanswered mimic leaves it open.
      .all(mimics.map { .not(.item($0, in: ["fully"])) }),
    ])
  )
  .says("Another condition excluded as the sole explanation, as entered by the clinician.", when: byClinician)
  .says("No mimic recorded as a full explanation. Provisional: needs clinician judgement.")
  .says(
    "Another condition not excluded as the sole explanation, as entered by the clinician.", if: .notMet,
    when: byClinician
  )
  .says("Fully explained by {fully} according to the patient.", if: .notMet)
  .says("Possible mimics not recorded: {unanswered}.", if: .notRecorded)
  .addsAlways("Co-exists: {partly}.")
  .addsAlways("Also recorded as met: {alsoMet}.")
  .addsAlways(
    "Takes {restlessnessDrugs}, and the entries follow no clock: ask about restlessness of the whole body.",
    when: drugRestlessness
  )
  .addsAlways(
    "A single shift of posture ends it, partly or fully, according to the patient.",
    when: .item("qMimicPosition", in: ["partly", "fully"])
  )
  .detail("fully", .names(mimics.map { .named(words($0), .item($0, in: ["fully"])) }, .met))
  .detail("partly", .names(mimics.map { .named(words($0), .item($0, in: ["partly"])) }, .met))
  .detail("unanswered", .names(mimics.map { .named(words($0), .recorded($0)) }, .notRecorded))
  .detail("alsoMet", .metRules(mimicEvidence))
  .detail("restlessnessDrugs", .medicines(MedicationQuery(["antipsychotic", "dopamineAntagonistAntiemetic"])))
  .cites("allen2014", basis: .verified)
  .provisional(unless: byClinician)

  private static func words(_ mimic: ItemID) -> String {
    switch mimic {
    case "qMimicCramp": "leg cramps"
    case "qMimicPosition": "an awkward position"
    case "qMimicJoint": "joint pain or stiffness"
    case "qMimicSwelling": "leg swelling"
    case "qMimicNerve": "constant numbness, tingling or burning"
    case "qMimicMyalgia": "aching muscles"
    case "qMimicFootTap": "habitual foot tapping"
    default: "restlessness of the whole body"
    }
  }
}

extension Rule {
  /// Adds the words to the phrase of every value while the condition is met; words that would list nothing are left out.
  fileprivate func addsAlways(_ text: String, when condition: Condition? = nil) -> Rule {
    Truth.allCases.reduce(self) { $0.adds(text, if: $1, when: condition) }
  }
}
