import ClinicalRecord
import RuleEngine

/// Heaviness or swelling that builds up with the day or with standing and eases with the legs up.
///
/// Where an answer and the log disagree the answer is kept and the conflict shown (basis P12).
enum VenousSymptoms {
  static let rule = Rule("venous.symptoms", "Venous-type symptoms") {
    Merge(
      "qSwellingEndDay", answer: .any([.yes("qHeaviness"), .yes("qSwellingEndDay")]),
      log: .logSays("worseEndOfDay", in: ["yes"], of: Kinds.swelling))
    Merge(
      "qEasedByElevation", answer: .yes("qEasedByElevation"),
      log: .logSays("relievedByElevation", in: ["fully", "partly"], of: Kinds.swelling))
    Merge(
      "qWorseStanding", answer: .yes("qWorseStanding"),
      log: .logSays("triggers", in: ["prolongedStanding", "hotWeather"], of: Kinds.swelling))
  }
  .says("Heaviness or swelling worse late in the day or after standing, eased by elevation.")
  .asks(
    "Are the legs heavy, or more swollen at the end of the day?", about: "qHeaviness", "qSwellingEndDay",
    "worseEndOfDay"
  )
  .asks("Does putting the legs up ease them?", about: "qEasedByElevation", "relievedByElevation")
  .asks("Are they worse after standing for long or in hot weather?", about: "qWorseStanding", "triggers")
  .cites("cg168", basis: .memory)
}
