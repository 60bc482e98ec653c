import ClinicalRecord
import RuleEngine

/// The flag for a limb that poor blood supply threatens: pain at rest, or loss of tissue.
enum ArteryFlags {
  /// Ankle-brachial index below which a sore of the foot threatens the limb (basis C5).
  static let criticalIndex = 0.5

  /// A sore at one of the sites: logged there, or answered as a wound of the foot. The record cannot say that a sore is elsewhere.
  static func soreOn(_ sites: [String]) -> Condition {
    .any([
      .logged(EntryQuery(["skinUlcer"], where: .site(sites))), Quantity.item("qFootWoundWeeks") > 0,
    ])
  }

  static let duskyToes: Condition = .anEntryFits(
    EntryQuery([], where: .all([.site(["toes"]), .sign("colourChange", in: ["blueMottled"])])))

  /// A "no" needs that pain at rest and wounds of the foot were answered too: `pad.clti` must be not met.
  static let limbThreat = Rule(
    "rf.clti", "Rest pain or tissue loss",
    RedFlag(
      answers: .any([
        .rule("pad.clti", .value),
        .all([
          .yes("qUlcerActive"), .context(soreOn(Sites.foot)),
          .any([
            Quantity.measurement("abpiLeft") < criticalIndex, Quantity.measurement("abpiRight") < criticalIndex,
          ]),
        ]),
      ]),
      log: duskyToes, opensWith: .rule("pad.clti", .metOrOpen), barsNo: .rule("pad.clti", .isNotFalse),
      logAsksTheSame: false, notMetWhen: .everyAnswerIsNo(["qUlcerActive"]))
  )
  .level(.sameDay)
  .adds("Vascular assessment.")
  .asks("Is there an open sore on the leg or foot, and where?", about: "qUlcerActive", "symptomKind", "bodySite")
  .asks(
    "Does the foot hurt at rest, for how many weeks, and does hanging it down ease it?",
    about: "qRestPainFoot", "qRestPainWeeks", "qRestPainHangsDown"
  )
  .asks("For how many weeks has there been a wound on the foot?", about: "qFootWoundWeeks")
  .alwaysListsMissing()
  .cites("gvg2019", "cg147", basis: .memory)
  .settled(by: "A03", "A04")
}
