import ClinicalRecord
import RuleEngine

/// Swelling of both legs: recorded conditions of the whole body, and legs that swell while the feet stay slim.
enum BothLegSwelling {
  /// The answer; without one, the side on which swelling is logged. Where they disagree the answer is kept (basis P12).
  static let bothLegs: Condition = Merge(
    "qAnkleSwelling", answer: .item("qAnkleSwelling", in: ["bothSides"]),
    log: .side(SideQuery(["swelling"]), in: ["bilateral"]))

  static let systemic = Rule("oedema.bilateral", "Both-leg swelling, systemic causes", bothLegs)
    .says("Both-leg swelling: {list}.", when: .any(conditions))
    .says("Both-leg swelling.")
    .adds("Not recorded: {unanswered}.", when: .any(unanswered))
    .adds("Ask: breathless lying flat?", when: .unanswered(.yes("qOrthopnoea")))
    .adds("Ask: urine frothy?")
    .detail("list", .names(conditions, .met))
    .detail("unanswered", .names(unanswered, .met))
    .asks("Do the ankles swell, on one side or both?", about: "qAnkleSwelling", "side")
    .considers(tests: "egfr", "urineAcr", "albumin", "alt", "tsh", "bpSystolic", "bpDiastolic")
    .considers(tests: "ntProBnp", while: breathless)
    .cites("projectDefault", basis: .memory)

  private static let breathless: Condition = .any([
    .yes("qOrthopnoea"), .anEntryFits(EntryQuery(["breathlessness"])),
  ])

  private static let known: [(name: String, condition: Condition)] = [
    ("heart failure", .yes("heartFailure")),
    ("kidney disease", .item("ckdStage", in: ["g3a", "g3b", "g4", "g5", "dialysis"])),
    ("cirrhosis", .yes("cirrhosis")),
    ("active liver disease", .yes("liverDiseaseActive")),
    ("thyroid disease", .yes("thyroidDisease")),
    ("sleep apnoea", .yes("sleepApnoea")),
    ("pregnancy or the 6 weeks after it", .item("pregnancyStatus", in: ["pregnant", "postpartum6w"])),
  ]
  private static let conditions: [Condition] = known.map { Named($0.name, $0.condition) }
  private static let unanswered: [Condition] = known.map { Named($0.name, .unanswered($0.condition)) }

  static let lipoedema = Rule("oedema.lipoedema", "Symmetrical swelling sparing feet") {
    bothLegs
    Condition.yes("qFeetSpared")
    AnyOf {
      Condition.yes("qEasyBruising")
      Condition.yes("qLegTenderToTouch")
    }
  }
  .says("Symmetrical enlargement sparing the feet, tender or bruising: lipoedema to be considered.")
  .asks("Do the ankles swell, on one side or both?", about: "qAnkleSwelling", "side")
  .asks("Do the feet stay slim while the legs are swollen or enlarged?", about: "qFeetSpared")
  .asks("Do the legs bruise easily, or are they tender to touch?", about: "qEasyBruising", "qLegTenderToTouch")
  .cites("lipoedemaUk2017", basis: .memory)
}
