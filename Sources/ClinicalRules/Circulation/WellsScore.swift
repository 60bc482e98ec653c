import ClinicalRecord
import RuleEngine

/// The two-level DVT Wells score (NICE NG158), as the interval that the unanswered items leave.
///
/// Never used to lower `rf.dvt`; not used in pregnancy and the six weeks after it, for which it is not validated.
enum WellsScore {
  /// NG158: 2 points or more, "likely".
  static let likely = 2.0
  /// NG158: 1 point or fewer, "unlikely".
  static let unlikely = 1.0

  static let rule = Rule(
    "dvt.wells", "Two-level Wells, interval form",
    .decided(
      met: .all([.context(applies), score >= likely, .any(items.map(\.condition))]),
      notMet: .all([applies, score <= unlikely]))
  )
  .says("Wells between {min} and {max}; DVT likely whatever the missing items.")
  .says("Wells between {min} and {max}; unlikely on recorded items.", if: .notMet)
  .says("Pregnant or postpartum: Wells not used.", if: .notRecorded, when: pregnantOrPostpartum)
  .says("Wells between {min} and {max}; cannot be placed.", if: .notRecorded)
  .adds("Unanswered: {unanswered}.", when: .any(open))
  .adds(itemTen)
  .adds("NG158, likely: proximal leg ultrasound within 4 hours.")
  .adds("Unanswered: {unanswered}.", if: .notMet, when: .any(open))
  .adds(itemTen, if: .notMet)
  .adds("NG158, unlikely: D-dimer first.", if: .notMet)
  .adds("Unanswered: {unanswered}.", if: .notRecorded, when: .all([applies, .any(open)]))
  .adds(itemTen, if: .notRecorded, when: applies)
  .adds(
    "NG158: likely, proximal leg ultrasound within 4 hours; otherwise D-dimer first.", if: .notRecorded,
    when: .all([applies, .any(items.map(\.condition))])
  )
  .detail("min", .low(.when(applies, score)))
  .detail("max", .high(.when(applies, score)))
  .detail("patientMin", .low(.when(applies, patientMin)))
  .detail(
    "band",
    .choice(
      [
        .init(pregnantOrPostpartum, "not used"), .init(score >= likely, "likely"),
        .init(score <= unlikely, "unlikely"),
      ], otherwise: "cannot be placed")
  )
  .detail("unanswered", .names(open, .met))
  .asks("Clinician: is another diagnosis at least as likely as a deep vein thrombosis?", about: "wellsAlternative")
  .cites("ng158", basis: .verified)
  .settled(by: "A02")

  /// Points recorded before item 10, which only a clinician can score; `rf.dvt` reads them.
  static let patientMin: Quantity = .recordedPoints(items)

  /// The nine items of one point each.
  static let items: [Points] = [
    Points(1, .yes("wellsActiveCancer")),
    Points(1, .yes("wellsParalysisCast")),
    Points(1, .yes("wellsBedOrSurgery")),
    Points(1, .yes("wellsTenderness")),
    Points(1, .yes("wellsEntireLeg")),
    Points(1, calf),
    Points(1, .yes("wellsPittingOneLeg")),
    Points(1, .yes("wellsCollateral")),
    Points(1, .yes("wellsPriorDvt")),
  ]

  /// NICE's wording: at least 3 cm, answered or measured on the same day; either "yes" counts, and without one either "no".
  static let calf: Condition = .decided(
    met: .any([.yes("wellsCalf3cm"), Quantity.derived("calfDiffCm") >= calfDifference]),
    notMet: .any([.no("wellsCalf3cm"), Quantity.derived("calfDiffCm") < calfDifference]))
  static let calfDifference = 3.0

  private static let score: Quantity = .points(items + [Points(-2, .yes("wellsAlternative"))])

  private static let pregnantOrPostpartum: Condition = .item("pregnancyStatus", in: ["pregnant", "postpartum6w"])
  /// Unless recorded as pregnant or postpartum; a missing answer does not hide the score.
  private static let applies: Condition = .not(.ifRecorded(pregnantOrPostpartum))

  private static let itemTen =
    "{patientMin} points recorded before item 10 (alternative diagnosis), which only a clinician can score."

  /// The items that leave the interval open, by name.
  private static let open: [Condition] =
    [
      Named("active cancer", unanswered(.yes("wellsActiveCancer"))),
      Named("paralysis or cast", unanswered(.yes("wellsParalysisCast"))),
      Named("bed rest or surgery", unanswered(.yes("wellsBedOrSurgery"))),
      Named("tenderness along the deep veins", unanswered(.yes("wellsTenderness"))),
      Named("entire leg swollen", unanswered(.yes("wellsEntireLeg"))),
      Named("calf 3 cm larger", unanswered(calf)),
      Named("pitting in one leg", unanswered(.yes("wellsPittingOneLeg"))),
      Named("collateral veins", unanswered(.yes("wellsCollateral"))),
      Named("previous deep vein thrombosis", unanswered(.yes("wellsPriorDvt"))),
      Named("alternative diagnosis (clinician)", unanswered(.yes("wellsAlternative"))),
    ]

  /// Met while the condition is not recorded: neither it nor its opposite is.
  private static func unanswered(_ condition: Condition) -> Condition {
    .all([.not(.ifRecorded(condition)), .not(.ifRecorded(.not(condition)))])
  }
}
