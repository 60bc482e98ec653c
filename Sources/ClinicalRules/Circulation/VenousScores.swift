import ClinicalRecord
import RuleEngine

/// Supplied venous scores: the VCSS has no agreed bands; the Villalta scale is read only after a deep vein thrombosis.
///
/// The range of the VCSS was seen; the bands of the Villalta scale are from memory.
enum VenousScores {
  /// Villalta points from which post-thrombotic change is called mild, moderate and severe; an open ulcer is severe at any total.
  static let mildFrom = 5.0
  static let moderateFrom = 10.0
  static let severeFrom = 15.0

  private static let vcss: Quantity = .measurement("vcssTotal")
  private static let villalta: Quantity = .measurement("villaltaTotal")

  static let rule = Rule("venous.scores", "Supplied scores", .any([vcssSupplied, villaltaApplies]))
    .says("VCSS {vcss}, {vcssDate}. Villalta {villalta} ({band}), {villaltaDate}.", when: both)
    .says("Villalta {villalta} ({band}), {villaltaDate}.", when: villaltaApplies)
    .says("VCSS {vcss}, {vcssDate}.")
    .adds("VCSS {change}.")
    .detail("vcss", .number(.when(vcssSupplied, vcss), decimals: 0))
    .detail("vcssDate", .scoreDate("vcssTotal"))
    .detail("change", .scoreChange("vcssTotal"))
    .detail("villalta", .number(.when(villaltaApplies, villalta), decimals: 0))
    .detail("villaltaDate", .scoreDate("villaltaTotal"))
    .detail("band", .choice(bands, otherwise: ""))
    .asks("Has there been a clot in a deep vein before?", about: "vteHistory", "wellsPriorDvt")
    .cites("vcss2010", "villalta", basis: .memory)
    .settled(by: "A02")

  private static let vcssSupplied: Condition = vcss >= 0
  private static let both: Condition = .all([vcssSupplied, villaltaApplies])

  private static let pastClot: Condition = .any([
    .item("vteHistory", in: ["provoked", "unprovoked"]), .yes("wellsPriorDvt"),
  ])
  private static let villaltaApplies: Condition = .all([villalta >= 0, .context(pastClot)])

  private static let bands: [Detail.Choice] = [
    .init(.all([villaltaApplies, .any([villalta >= severeFrom, .yes("qUlcerActive")])]), "severe"),
    .init(.all([villaltaApplies, villalta >= moderateFrom]), "moderate"),
    .init(.all([villaltaApplies, villalta >= mildFrom]), "mild"),
    .init(villaltaApplies, "none"),
  ]
}
