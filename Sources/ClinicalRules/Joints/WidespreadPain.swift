import ClinicalRecord
import RuleEngine

/// Pain in at least four of five regions (four limbs and the trunk) for three months.
enum WidespreadPain {
  /// The generalised-pain rule of the 2016 ACR revision (from memory).
  static let minimumRegions = 4.0
  static let minimumMonths = 3.0

  private static let regions: Quantity = .item("qWidespreadPainRegions")

  static let rule = Rule("joint.widespread", "Widespread pain") {
    regions >= minimumRegions
    Quantity.item("qWidespreadPainMonths") >= minimumMonths
  }
  .says("Pain in {n} of 5 body regions for ≥ 3 months.")
  .detail("n", .number(regions, decimals: 0))
  .asks(
    "In how many of five areas (each arm, each leg, and the trunk with neck) is there pain?",
    about: "qWidespreadPainRegions"
  )
  .asks("For how many months has it been that widespread?", about: "qWidespreadPainMonths")
  .cites("acr2016", basis: .memory)
}
