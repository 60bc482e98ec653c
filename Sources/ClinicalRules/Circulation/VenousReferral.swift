import ClinicalRecord
import RuleEngine

/// Features with which NICE CG168 refers to a vascular service.
enum VenousReferral {
  /// CG168: a break in the skin that has not healed within two weeks.
  static let unhealedWeeks = 2.0

  static let rule = Rule("venous.refer", "Vascular referral criteria", .any(features))
    .says("Feature for which a vascular referral is discussed: {list}.", when: Locale.elsewhere)
    .says("CG168 referral feature: {list}.")
    .detail("list", .names(features, .met))
    .asks("Which veins can be seen: none, thread veins, varicose?", about: "qVeins")
    .asks("Is there an open sore on the leg now, and for how many weeks?", about: "qUlcerActive", "qUlcerWeeks")
    .asks("Was there a leg ulcer that healed?", about: "qUlcerHealed")
    .asks(
      "Is the skin of the lower legs brown, itchy and scaly, or hard and white?", about: "qSkinBrownEczema",
      "qSkinHardWhite"
    )
    .asks("Is there a vein that has become hard and painful?", about: "qVeinHardPainful")
    .cites("cg168", basis: .verified)

  private static let features: [Condition] = [
    Named(
      "varicose veins with symptoms",
      .all([.item("qVeins", in: ["varicose", "varicoseAfterTreatment"]), .rule("venous.symptoms")])),
    Named("brown or eczematous skin", .yes("qSkinBrownEczema")),
    Named("hard or white skin", .yes("qSkinHardWhite")),
    Named("healed ulcer", .yes("qUlcerHealed")),
    Named("ulcer open for 2 weeks or longer", .all([.yes("qUlcerActive"), weeksOpen >= unhealedWeeks])),
    Named("hard painful vein", .yes("qVeinHardPainful")),
  ]

  private static let weeksOpen: Quantity = .item("qUlcerWeeks")
}
