import ClinicalRecord
import RuleEngine

/// One measure of self-management; its rule is met when it was tried or wished for, else not recorded, never "not met" (settled reading A01).
///
/// The rule's details are what the report's table prints: `tried` (entries that tried it), `helped` (the median of what they say) with
/// `n` (entries that record both), `evidence`, `caution` (none, checkFirst, withheld), its `reason`, and in `unchecked` the points of
/// the caution that were not recorded: without them "none" means no more than that nothing recorded speaks for one.
struct Measure {
  let id: RuleID
  let title: String
  /// Codes of `reliefTried` and `qSelfCareWishes`.
  var codes: [String] = []
  /// Answers and medicines that show that it is in use.
  var inUse: [Condition] = []
  /// What basis C10 says of the evidence.
  let evidence: String
  /// While this is met, the measure is withheld.
  var withheldWhile: Condition?
  /// What is printed of a measure that is withheld.
  var withheldWords = "Not to be discussed before a clot in the leg is excluded."
  /// Any of these calls for a check first.
  var checkFirst: [Condition] = []
  var checkWords = "Check first: {reason}."
  /// What the table says in place of the reason.
  var advice: String?

  /// The rule, before its citations.
  var rule: Rule {
    Rule(id, title, triedOrWished)
      .withheld(withheldWords, while: withheldWhile)
      .logged(codes.isEmpty ? nil : entries, rated: rated, wish: wish)
      .usable(!isNeverMet, evidence: withheldWhile.map { .not(.ifRecorded($0)) }, checkWords, checkCondition)
      .counted(codes.isEmpty ? nil : entries, rated: rated, ranked: Measure.helped)
      .detail("evidence", .choice([], otherwise: evidence))
      .detail("caution", .choice(cautions, otherwise: "none"))
      .detail("reason", .names(checkFirst, .met))
      .detail("unchecked", .names((withheldWhile.map { [$0] } ?? []) + checkFirst, .notRecorded))
      .advised(advice)
      .detail(
        "use",
        .choice(
          (codes.isEmpty ? [] : [.init(.anEntryFits(entries), "tried"), .init(wish, "wished for")])
            + (isNeverMet ? [] : [.init(.rule(id), "in use")]), otherwise: "not yet tried")
      )
      .asks("What was tried for relief, and what is wished for?", about: "qSelfCareWishes", "reliefTried")
      .settled(by: "A01")
  }

  /// Where no code stands for the measure, the log says nothing of it; what is recorded of other measures is then no "no" (settled reading A01).
  /// Without an answer or medicine either, the wishes are what is missing.
  private var triedOrWished: Condition {
    if !codes.isEmpty { return .any([wish, .logged(entries)] + inUse) }
    return .decided(met: inUse.isEmpty ? wish : .any(inUse), notMet: .any([]))
  }

  /// No code, answer or medicine stands for it: it is never met, and says nothing.
  private var isNeverMet: Bool { codes.isEmpty && inUse.isEmpty }

  private var wish: Condition { .item("qSelfCareWishes", in: codes) }

  /// Words that list the reasons are left out where there is none; words of their own need the condition.
  private var checkCondition: Condition? {
    if !checkWords.contains("{") { return .any(checkFirst) }
    return withheldWhile.map { .not(.ifRecorded($0)) }
  }

  /// From the least to the most help.
  private static let helped = ["worse", "no", "aLittle", "aLot"]

  /// The whole log counts: what was tried long ago was tried.
  private var entries: EntryQuery { EntryQuery([], .wholeLog, where: .sign("reliefTried", in: codes)) }
  private var rated: EntryQuery {
    EntryQuery(
      [], .wholeLog,
      where: .all([.sign("reliefTried", in: codes), .sign("reliefHelped", in: Measure.helped)]))
  }

  /// While a red flag withholds the line from print (basis P2 and P3), its caution says so.
  private var flags: [Condition] {
    LegbriefPrecedence.all.filter { $0.qualification == nil && $0.reach == .anywhere && $0.rules.contains(id) }
      .map { .rule($0.trigger, $0.whileOpen ? .metOrOpen : .value) }
  }

  private var cautions: [Detail.Choice] {
    (flags.isEmpty ? [] : [Detail.Choice(.any(flags), "withheld")])
      + (withheldWhile.map { [Detail.Choice($0, "withheld")] } ?? [])
      + (checkFirst.isEmpty ? [] : [Detail.Choice(.any(checkFirst), "checkFirst")])
  }
}

extension Rule {
  fileprivate func advised(_ words: String?) -> Rule {
    words.map { detail("advice", .choice([], otherwise: $0)) } ?? self
  }

  fileprivate func withheld(_ words: String, while condition: Condition?) -> Rule {
    condition.map { says(words, when: $0) } ?? self
  }

  /// What a measure says that can be met at all.
  fileprivate func usable(
    _ canBeMet: Bool, evidence: Condition?, _ checkWords: String, _ check: Condition?
  ) -> Rule {
    guard canBeMet else { return self }
    return says("In use by the answers or the medicines; no log entry on it.")
      .adds("Evidence: {evidence}.", when: evidence).adds(checkWords, when: check)
  }

  /// How often it was tried and whether it helped, of a measure that the log has a code for.
  fileprivate func counted(_ entries: EntryQuery?, rated: EntryQuery, ranked: [String]) -> Rule {
    guard let entries else { return self }
    return detail("tried", .entryCount(entries)).detail("n", .entryCount(rated))
      .detail("helped", .medianCode("reliefHelped", ranked: ranked, rated))
  }

  /// What the log and the wishes say of a measure that they have a code for.
  fileprivate func logged(_ entries: EntryQuery?, rated: EntryQuery, wish: Condition) -> Rule {
    guard let entries else { return self }
    return says("Tried {tried} ×; helped: {helped} (n {n}).", when: .anEntryFits(rated))
      .says("Tried {tried} ×; help not recorded.", when: .anEntryFits(entries))
      .says("Wished for; not recorded as tried.", when: wish)
  }
}

/// Cautions that several measures share.
enum SharedCautions {
  /// Red flags that ask for a check before exercise, and chest pain; an open flag counts like a met one.
  static let exertion: [Condition] = [
    Named("possible fracture", .rule("rf.fracture", .metOrOpen)),
    Named("acute limb ischaemia features", .rule("rf.ali", .metOrOpen)),
    Named("rest pain or tissue loss of the foot", .rule("rf.clti", .metOrOpen)),
    Named("chest pain", .any([.yes("qChestPain"), .anEntryFits(EntryQuery(["chestPain"]))])),
  ]

  /// A clot flag that is met, or open, withholds what presses on the leg or moves its blood (basis C10, P2).
  static let clot: Condition = Named(
    "one leg with pain and swelling or warmth", .rule("rf.dvt", .metOrOpen))

  /// ABPI below which elevation and compression may starve the leg (UK practice, from memory).
  static let lowestIndex = CompressionCaution.lowestIndex

  /// Basis C10 and P11: anything that speaks for narrowed arteries, and arteries that nobody measured.
  static let arteries: [Condition] = [
    Named("walking answers fit claudication", .rule("pad.ecq")),
    Named("ABPI outside 1.00 to 1.40", .rule("pad.abpi")),
    Named("foot pain at rest or a lasting foot wound", .rule("pad.clti")),
    Named("rest pain or tissue loss of the foot", .rule("rf.clti", .metOrOpen)),
    Named("walking pain eased by leaning forward", .rule("pad.neurogenic")),
    Named(
      "ABPI below 0.8",
      .any([
        .measurement("abpiLeft") < lowestIndex, .measurement("abpiRight") < lowestIndex,
      ])),
    Named("arteries not measured (ABPI not recorded)", .any([.notOnFile("abpiLeft"), .notOnFile("abpiRight")])),
  ]
}
