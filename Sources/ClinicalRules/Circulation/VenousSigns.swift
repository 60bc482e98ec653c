import ClinicalRecord
import RuleEngine

/// The CEAP clinical class that is nearest to the signs that the patient reports; only an examination gives the class.
enum VenousSigns {
  static let rule = Rule(
    "venous.ceap", "Self-reported sign nearest to CEAP clinical class", .any(signs.map(\.condition))
  )
  .says("Self-reported signs compatible with CEAP {band}. Class needs examination.")
  .says(
    "No vein sign reported; the swelling is listed under another line. Class needs examination.", if: .notMet,
    when: ankleSwelling
  )
  .says("Every sign asked about was answered no (CEAP C0). Class needs examination.", if: .notMet)
  .detail("band", .choice(bands, otherwise: "not recorded"))
  .asks("Is there an open sore on the leg now?", about: "qUlcerActive")
  .asks("Was there a leg ulcer that healed?", about: "qUlcerHealed")
  .asks(
    "Is the skin of the lower legs hard or white, brown or itchy, or with a fan of small veins at the ankle?",
    about: "qSkinHardWhite", "qCoronaVeins", "qSkinBrownEczema"
  )
  .asks("Do the ankles swell, on one side or both?", about: "qAnkleSwelling")
  .asks("Which veins can be seen: none, thread veins, varicose?", about: "qVeins")
  .cites("ceap2020", basis: .verified)
  .settled(by: "A02", "A30")

  private struct Sign {
    /// The question, by which "or higher" is worked out.
    var item: ItemID
    var condition: Condition
  }

  private static let ulcers: [Sign] = [
    Sign(item: "qUlcerActive", condition: .yes("qUlcerActive")),
    Sign(item: "qUlcerHealed", condition: .yes("qUlcerHealed")),
  ]
  private static let skin: [Sign] = [
    Sign(item: "qSkinBrownEczema", condition: .yes("qSkinBrownEczema")),
    Sign(item: "qSkinHardWhite", condition: .yes("qSkinHardWhite")),
    Sign(item: "qCoronaVeins", condition: .yes("qCoronaVeins")),
  ]

  private static let ankleSwelling: Condition = .item("qAnkleSwelling", in: ["oneSide", "bothSides"])

  /// Swelling that another oedema rule accounts for is not read as a vein sign (settled reading A30).
  private static let veinSwelling = Sign(
    item: "qAnkleSwelling",
    condition: .all([
      ankleSwelling, .not(.ifRecorded(.rule("oedema.drug"))), .not(.ifRecorded(.rule("oedema.lipoedema"))),
    ]))

  private static let visibleVeins: Condition = .item(
    "qVeins", in: ["varicose", "varicoseAfterTreatment", "threadVeins"])

  private static let signs: [Sign] =
    ulcers + skin + [veinSwelling, Sign(item: "qVeins", condition: visibleVeins)]

  /// From the highest class down: each with "or higher" where a sign of a higher class was not asked, then without.
  private static let bands: [Detail.Choice] =
    band("C6", ulcers[0].condition, above: [])
    + band("C5", ulcers[1].condition, above: Array(ulcers.prefix(1)))
    + skinBands.flatMap { band($0.words, $0.condition, above: ulcers) }
    + band("C3", veinSwelling.condition, above: ulcers + skin)
    + band("C2r", .item("qVeins", in: ["varicoseAfterTreatment"]), above: ulcers + skin + [veinSwelling])
    + band("C2", .item("qVeins", in: ["varicose"]), above: ulcers + skin + [veinSwelling])
    + band("C1", .item("qVeins", in: ["threadVeins"]), above: ulcers + skin + [veinSwelling])
    + [.init(.not(.any(signs.map(\.condition))), "C0")]

  /// C4 names every subclass that is reported: a brown or eczema, b hard or white, c corona of veins.
  private static let skinBands: [Detail.Choice] = [
    .init(.all(skin.map(\.condition)), "C4a, C4b, C4c"),
    .init(.all([skin[0].condition, skin[1].condition]), "C4a, C4b"),
    .init(.all([skin[0].condition, skin[2].condition]), "C4a, C4c"),
    .init(.all([skin[1].condition, skin[2].condition]), "C4b, C4c"),
    .init(skin[0].condition, "C4a"),
    .init(skin[1].condition, "C4b"),
    .init(skin[2].condition, "C4c"),
  ]

  private static func band(_ name: String, _ condition: Condition, above: [Sign]) -> [Detail.Choice] {
    let unasked: [Condition] = above.map { .not(.ifRecorded(.recorded($0.item))) }
    let open: [Detail.Choice] =
      unasked.isEmpty ? [] : [.init(.all([condition, .any(unasked)]), name + " or higher")]
    return open + [.init(condition, name)]
  }
}
