import ClinicalRecord
import RuleEngine

/// The two-level DVT Wells score (NICE NG158), as the interval that the unanswered items leave.
///
/// Never used to lower `rf.dvt`; not used in pregnancy and the six weeks after it, for which it is not validated.
enum WellsScore {
  /// NG158: 1 point or fewer, "unlikely".
  private static let unlikely = 1.0

  static let rule = Rule(
    "dvt.wells", "Two-level Wells, interval form",
    .decided(
      met: .all([.context(applies), isLikely, .any(WellsItems.points.map(\.condition))]),
      notMet: .all([applies, score <= unlikely]))
  )
  .says("Wells between {min} and {max}; DVT likely whatever the missing items.")
  .says("Wells between {min} and {max}; unlikely on recorded items.", if: .notMet)
  .says("Pregnant or postpartum: Wells not used.", if: .notRecorded, when: pregnantOrPostpartum)
  .says("Wells between {min} and {max}; cannot be placed.", if: .notRecorded, when: anyRecorded)
  .adds("Unanswered: {unanswered}.", when: .any(open))
  .adds(itemTen)
  .adds("NG158, likely: proximal leg ultrasound within 4 hours.", when: Locale.unitedKingdom)
  .adds("Unanswered: {unanswered}.", if: .notMet, when: .any(open))
  .adds(itemTen, if: .notMet)
  .adds("NG158, unlikely: D-dimer first.", if: .notMet, when: Locale.unitedKingdom)
  .adds("Unanswered: {unanswered}.", if: .notRecorded, when: .all([applies, anyRecorded, .any(open)]))
  .adds(itemTen, if: .notRecorded, when: .all([applies, anyRecorded]))
  .adds(
    "NG158: likely, proximal leg ultrasound within 4 hours; otherwise D-dimer first.", if: .notRecorded,
    when: .all([applies, .any(WellsItems.points.map(\.condition)), Locale.unitedKingdom])
  )
  .detail("min", .low(.when(applies, score)))
  .detail("max", .high(.when(applies, score)))
  .detail("patientMin", .low(.when(applies, patientMin)))
  .detail(
    "band",
    .choice(
      [
        .init(pregnantOrPostpartum, "not used"), .init(isLikely, "likely"),
        .init(score <= unlikely, "unlikely"),
      ], otherwise: "cannot be placed")
  )
  .detail("unanswered", .names(open, .met))
  .asks("Clinician: is another diagnosis at least as likely as a deep vein thrombosis?", about: "wellsAlternative")
  .considers(tests: Procedures.legUltrasound, while: .all([applies, isLikely]))
  .considers(tests: "dDimer", while: .all([applies, .not(.ifRecorded(isLikely))]))
  .cites("ng158", basis: .verified)
  .settled(by: "A02")

  private static let isLikely: Condition = score >= WellsItems.likelyFrom

  /// Points recorded before item 10, which only a clinician can score; `rf.dvt` reads the same items.
  private static let patientMin: Quantity = .recordedPoints(WellsItems.points)

  private static let score: Quantity = .points(WellsItems.points + [Points(-2, .yes("wellsAlternative"))])

  private static let pregnantOrPostpartum: Condition = .item("pregnancyStatus", in: ["pregnant", "postpartum6w"])
  /// Unless recorded as pregnant or postpartum; a missing answer does not hide the score.
  static let applies: Condition = .not(.ifRecorded(pregnantOrPostpartum))

  /// At least one item is answered or measured; without one the score stays out of print.
  private static let anyRecorded: Condition = .not(.all(open))

  private static let itemTen =
    "{patientMin} points recorded before item 10 (alternative diagnosis), which only a clinician can score."

  /// What the lists call the nine items, in their order.
  private static let names = [
    "active cancer", "paralysis or cast", "bed rest or surgery", "tenderness along the deep veins",
    "entire leg swollen", "calf 3 cm larger", "pitting in one leg", "collateral veins",
    "previous deep vein thrombosis",
  ]

  /// The items that leave the interval open, by name.
  private static let open: [Condition] =
    zip(names, WellsItems.points).map { Named($0, .unanswered($1.condition)) }
    + [Named("alternative diagnosis (clinician)", .unanswered(.yes("wellsAlternative")))]
}
