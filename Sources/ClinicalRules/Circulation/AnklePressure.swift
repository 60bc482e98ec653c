import ClinicalRecord
import RuleEngine

/// The ankle-brachial pressure index (ABPI) of each leg in the bands of the 2024 AHA/ACC guideline.
enum AnklePressure {
  /// Up to this ratio the index is abnormal.
  static let abnormalUpTo = 0.90
  /// Below this ratio, and above the abnormal ones, it is borderline.
  static let borderlineBelow = 1.00
  /// Above this ratio the arteries cannot be compressed and the index says nothing of their flow.
  static let compressibleUpTo = 1.40

  private static let left: Quantity = .measurement("abpiLeft")
  private static let right: Quantity = .measurement("abpiRight")

  static let rule = Rule("pad.abpi", "ABPI bands", .any(outside(left) + outside(right)))
    .says(bands)
    .says(bands, if: .notMet)
    .says(bands, if: .notRecorded, when: .any([left >= 0, right >= 0]))
    .adds(toePressure, when: .any([left > compressibleUpTo, right > compressibleUpTo]))
    .adds(caution, when: stiffArteries)
    .adds(caution, if: .notMet, when: stiffArteries)
    .adds(caution, if: .notRecorded, when: .all([.any([left >= 0, right >= 0]), stiffArteries]))
    .detail("left", .number(left, decimals: 2))
    .detail("right", .number(right, decimals: 2))
    .detail("band", .names(named("left", left) + named("right", right), .met))
    .considers(tests: "abpiLeft", "abpiRight")
    .cites("ahaAcc2024", "cg147", basis: .verified)
    .settled(by: "A02")

  private static let bands = "ABPI L {left} / R {right}: {band}."
  private static let toePressure = "Ask: toe pressure (arteries not compressible)."
  private static let caution = "A normal or raised ABPI does not exclude arterial disease."

  private static func outside(_ index: Quantity) -> [Condition] {
    [index < borderlineBelow, index > compressibleUpTo]
  }

  private static func named(_ side: String, _ index: Quantity) -> [Condition] {
    [
      Named("\(side) abnormal", index <= abnormalUpTo),
      Named("\(side) borderline", .all([index > abnormalUpTo, index < borderlineBelow])),
      Named("\(side) normal", .all([index >= borderlineBelow, index <= compressibleUpTo])),
      Named("\(side) not compressible", index > compressibleUpTo),
    ]
  }

  /// Diabetes and advanced kidney disease stiffen the arteries (CG147).
  private static let stiffArteries: Condition = .any([
    .item("diabetes", in: ["type1", "type2"]), .item("ckdStage", in: ["g4", "g5", "dialysis"]),
  ])
}
