import ClinicalRecord
import RuleEngine

/// The bands of a DXA T-score (WHO 1994). An undated T-score is shown, and never banded.
enum BoneDensity {
  /// T-score in SD down to which, and including which, it is in the osteoporosis range.
  static let osteoporosisTo = -2.5
  /// T-score in SD from which bone density is normal.
  static let normalFrom = -1.0

  private static func isDated(_ item: ItemID) -> Condition { .monthsSinceResult(item) >= 0 }
  private static func dated(_ item: ItemID) -> Quantity { .when(isDated(item), .measurement(item)) }
  private static func isUndated(_ item: ItemID) -> Condition {
    .all([.not(.notOnFile(item)), .not(.ifRecorded(isDated(item)))])
  }

  private static let hip: ItemID = "dxaTscoreHip"
  private static let spine: ItemID = "dxaTscoreSpine"
  private static let lowest: Quantity = .smallest([dated(hip), dated(spine)])
  /// The hip stands for both where the two are equal.
  private static let hipIsLowest: Condition = .firstRecorded([.minus(dated(hip), dated(spine)) <= 0, isDated(hip)])

  private static let atHip = "T {hip} at hip, {hipDate}: {band}."
  private static let atSpine = "T {spine} at spine, {spineDate}: {band}."
  private static let hipUndated = "Hip T {hip}: undated, not banded."
  private static let spineUndated = "Spine T {spine}: undated, not banded."

  static let dxa = Rule("bone.dxa", "DXA T-score", lowest < normalFrom)
    .says(atHip, when: hipIsLowest)
    .says(atSpine)
    .says(atHip, if: .notMet, when: hipIsLowest)
    .says(atSpine, if: .notMet)
    .adds(hipUndated, when: isUndated(hip))
    .adds(spineUndated, when: isUndated(spine))
    .adds(hipUndated, if: .notMet, when: isUndated(hip))
    .adds(spineUndated, if: .notMet, when: isUndated(spine))
    .adds(hipUndated, if: .notRecorded, when: isUndated(hip))
    .adds(spineUndated, if: .notRecorded, when: isUndated(spine))
    .detail(
      "band",
      .choice(
        [
          .init(lowest <= osteoporosisTo, "osteoporosis range"), .init(lowest < normalFrom, "low bone mass"),
          .init(lowest >= normalFrom, "normal"),
        ], otherwise: "")
    )
    .detail("hip", .number(.measurement(hip), decimals: 2))
    .detail("hipDate", .valueDays([hip]))
    .detail("spine", .number(.measurement(spine), decimals: 2))
    .detail("spineDate", .valueDays([spine]))
    .cites("who1994", basis: .memory)
    .settled(by: "A02")
}
