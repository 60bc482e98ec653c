import ClinicalRecord
import RuleEngine

/// The two-level DVT Wells items that add a point (NG158). The tenth item, an alternative diagnosis at least as likely (−2), is the clinician's.
enum WellsItems {
  /// Difference of the calf circumferences, in centimetres, from which NICE counts the item ("at least 3 cm", NG158).
  static let calfDifferenceCm = 3.0
  /// Points from which the two-level score says "likely" (NG158).
  static let likelyFrom = 2.0

  /// The calves measured on one day differ by at least 3 cm.
  static let measuredCalfDifference: Condition = .derived("calfDiffCm") >= calfDifferenceCm

  /// One point each for the nine items that add.
  static let points: [Points] = [
    Points(1, .yes("wellsActiveCancer")),
    Points(1, .yes("wellsParalysisCast")),
    Points(1, .yes("wellsBedOrSurgery")),
    Points(1, .yes("wellsTenderness")),
    Points(1, .yes("wellsEntireLeg")),
    Points(1, calfDifference),
    Points(1, .yes("wellsPittingOneLeg")),
    Points(1, .yes("wellsCollateral")),
    Points(1, .yes("wellsPriorDvt")),
  ]

  /// Signs of the leg itself: one of them leaves the clot flag open; circumstances such as an earlier clot do not.
  static let legSigns: Condition = .any([
    .yes("wellsTenderness"), .yes("wellsEntireLeg"), calfDifference, .yes("wellsPittingOneLeg"),
    .yes("wellsCollateral"),
  ])

  /// The answer or the measurement; where they disagree the positive counts, and the conflict is shown (basis P12).
  private static let calfDifference: Condition = .any([
    .merge(answer: .yes("wellsCalf3cm"), log: measuredCalfDifference, about: "wellsCalf3cm"),
    .ifRecorded(measuredCalfDifference),
  ])
}
