import ClinicalRecord
import RuleEngine

/// The logic of the Edinburgh claudication questionnaire (Leng and Fowkes 1992), in our own words.
enum Claudication {
  static let rule = Rule("pad.ecq", "Edinburgh claudication logic") {
    Condition.yes("qWalkPain")
    Condition.context(.no("qWalkPainStandingStill"))
    Condition.yes("qWalkPainUphill")
    Condition.context(.item("qWalkPainRelief10", in: ["le10min"]))
    Condition.item("qWalkPainSite", in: definiteSites + atypicalSites)
  }
  .says("Answers fit {band} claudication, grade {grade}.")
  .says("Answers do not fit the claudication pattern (negative).", if: .notMet)
  .detail("band", .choice(bands, otherwise: "not recorded"))
  .detail(
    "grade",
    .choice([.init(.yes("qWalkPainLevel"), "2"), .init(.no("qWalkPainLevel"), "1")], otherwise: "not recorded")
  )
  .asks("Does walking bring on pain in the legs?", about: "qWalkPain")
  .asks("Does the pain also come while standing still or sitting?", about: "qWalkPainStandingStill")
  .asks("Does a slope or a fast pace bring it on?", about: "qWalkPainUphill")
  .asks("Does it ease within 10 minutes of stopping?", about: "qWalkPainRelief10")
  .asks("Where in the leg does walking hurt?", about: "qWalkPainSite")
  .considers(tests: "abpiLeft", "abpiRight")
  .adds("Ask: does an unhurried walk on flat ground bring it on (grade)?", when: gradeOpen)
  .adds("Check pulses.")
  .cites("lengFowkes1992", basis: .verified)
  .settled(by: "A02")

  /// Calf pain is definite; thigh or buttock without the calf atypical; hamstrings, shin, foot and joints do not count.
  private static let definiteSites = ["calf"]
  private static let atypicalSites = ["thighFront", "buttock"]

  private static let bands: [Detail.Choice] = [
    .init(.all([.rule("pad.ecq"), .item("qWalkPainSite", in: definiteSites)]), "definite"),
    .init(.rule("pad.ecq"), "atypical"),
    .init(.not(.rule("pad.ecq")), "negative"),
  ]

  private static let gradeOpen: Condition = .not(.ifRecorded(.recorded("qWalkPainLevel")))
}
