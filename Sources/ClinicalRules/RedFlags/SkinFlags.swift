import ClinicalRecord
import RuleEngine

/// Flags for the skin and the foot: infection that spreads, and the foot of a person with diabetes.
enum SkinFlags {
  private static let fever: Condition = .any([
    .yes("qFever"), .anEntryFits(EntryQuery(["fever"], JointFlags.recentFever)),
  ])

  /// Pain beyond what the skin shows, blisters or purple skin: alone they open the flag.
  private static let deepSigns: Condition = .any([.yes("qPainOutOfProportion"), .yes("qBlistersPurple")])

  private static func redEntry(_ sides: [String]) -> Condition {
    .anEntryFits(
      EntryQuery([], where: .all([.site(Sites.leg), .sign("colourChange", in: ["red"]), .side(sides)])))
  }

  private static let bothLegsRed: Condition = .any([
    redEntry(["both"]), .all([redEntry(["left"]), redEntry(["right"])]),
  ])

  static let spreading = Rule(
    "rf.softTissue", "Spreading skin infection",
    RedFlag(
      answers: .yes("qSpreadingRedness"), opensWith: deepSigns,
      notMetWhen: .everyAnswerIsNo([
        "qSpreadingRedness", "qFever", "qUnwell", "qPainOutOfProportion", "qBlistersPurple",
      ]))
  )
  .level(.emergency, when: .any([fever, .yes("qUnwell"), deepSigns]))
  .level(.sameDay)
  .amplified(by: [
    .named("fever", fever), .named("generally unwell", .yes("qUnwell")),
    .named("pain beyond what the skin shows", .yes("qPainOutOfProportion")),
    .named("blisters or purple skin", .yes("qBlistersPurple")),
  ])
  .adds(
    "Redness of both legs, no fever answered: stasis eczema possible.",
    when: .all([bothLegsRed, .no("qFever"), .not(fever)])
  )
  .asks("Is there redness of the skin that is spreading?", about: "qSpreadingRedness")
  .asks("Fever, or feeling generally unwell, in the past 7 days?", about: "qFever", "qUnwell")
  .asks("Is the pain far stronger than the look of the skin suggests?", about: "qPainOutOfProportion")
  .asks("Are there blisters or purple patches on the painful skin?", about: "qBlistersPurple")
  .alwaysListsMissing()
  .cites("ng141", basis: .memory)
  .settled(by: "A04")

  private static let foot: EntryCondition = .site(Sites.footAndAnkle)

  private static let inflamedFoot = EntryQuery(
    [],
    where: .all([
      foot, .sign("warmth", in: ["yes"]),
      .any([.sign("swelling", in: ["mild", "moderate", "severe"]), .sign("colourChange", in: ["red"])]),
    ]))

  private static let blackTissue: Condition = .anEntryFits(
    EntryQuery([], where: .all([foot, .sign("colourChange", in: ["blueMottled"])])))

  /// 0 weeks is the answer that there is no wound; unanswered it bars a "no".
  private static let noFootWound: Condition = Quantity.item("qFootWoundWeeks") <= 0

  static let diabeticFoot = Rule(
    "rf.diabeticFoot", "Diabetic foot",
    RedFlag(
      gate: .item("diabetes", in: ["type1", "type2"]),
      answers: .any([
        .all([.yes("qUlcerActive"), .context(ArteryFlags.soreOn(Sites.footAndAnkle))]),
        Quantity.item("qFootWoundWeeks") > 0,
      ]),
      log: .anEntryFits(inflamedFoot), barsNo: .not(.ifRecorded(noFootWound)),
      notMetWhen: .everyAnswerIsNo(["qUlcerActive"]))
  )
  .level(.emergency, when: .any([fever, blackTissue]))
  .level(.sameDay)
  .amplified(by: [.named("fever", fever), .named("dusky or black skin of the foot", blackTissue)])
  .asks("Is there diabetes, and of which type?", about: "diabetes")
  .asks("Is there an open sore on the leg or foot, and where?", about: "qUlcerActive", "symptomKind", "bodySite")
  .asks("Is there a wound on the foot, and for how many weeks?", about: "qFootWoundWeeks")
  .asks("Fever in the past 7 days?", about: "qFever")
  .alwaysListsMissing()
  .cites("ng19", basis: .memory)
  .settled(by: "A03", "A04", "A12")
}
