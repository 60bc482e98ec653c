import ClinicalRecord
import RuleEngine

/// Compression in use or wished for while the arteries are doubtful: blood supply to be checked first.
enum CompressionCaution {
  /// Below this ratio compression may starve the leg (UK practice, from memory).
  static let lowestIndex = 0.8
  /// Above it the vessels may be stiff and the index unreliable (UK practice, from memory).
  static let highestIndex = 1.3

  static let rule = Rule("venous.compressionCaution", "Check arteries before compression") {
    AnyOf {
      Condition.item("qSelfCareWishes", in: ["compression"])
      logged
    }
    Condition.any(reasons)
  }
  .says("Compression in use or wished for: arterial supply to be checked first ({reason}).")
  .detail("reason", .names(reasons, .met))
  .asks("Is compression worn, or wished for?", about: "qSelfCareWishes", "reliefTried")
  .asks("Does walking bring on leg pain, and does it ease within 10 minutes of standing still?", about: "qWalkPain")
  .asks("Foot pain at rest, or a wound that does not heal?", about: "qRestPainFoot", "qFootWoundWeeks")
  .asks("Diabetes?", about: "diabetes")
  .considers(tests: "abpiLeft", "abpiRight")
  .cites("ukCompression", basis: .memory)

  /// Any entry of the log tried it; "no" where entries name what was tried and none names compression.
  private static let logged: Condition = .share(
    ShareQuery(
      "reliefTried", in: ["compression"], kinds: [], window: .wholeLog, minimum: 1, metFrom: .leastNonzeroMagnitude,
      notMetTo: 0))

  private static let reasons: [Condition] = [
    Named("walking answers fit claudication", .rule("pad.ecq")),
    Named("foot pain at rest or a lasting foot wound", .rule("pad.clti")),
    Named("ABPI below 0.8", .any(index { $0 < lowestIndex })),
    Named("ABPI above 1.3", .any(index { $0 > highestIndex })),
    Named(
      "diabetes, ABPI not recorded",
      .all([
        .item("diabetes", in: ["type1", "type2"]), .any([.notOnFile("abpiLeft"), .notOnFile("abpiRight")]),
      ])),
  ]

  /// The lower of two legs is below a limit when either is; the same holds above one.
  private static func index(_ compare: (Quantity) -> Condition) -> [Condition] {
    [compare(.measurement("abpiLeft")), compare(.measurement("abpiRight"))]
  }
}
