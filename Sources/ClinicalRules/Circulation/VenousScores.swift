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

  /// Without bands a total says the same with and without a day; the day is printed, or that there is none.
  private static let vcss: Quantity = .firstRecorded([.measurement("vcssTotal"), .undatedScore("vcssTotal")])
  private static let villalta: Quantity = .measurement("villaltaTotal")
  private static let undatedVillalta: Quantity = .undatedScore("villaltaTotal")

  static let rule = Rule("venous.scores", "Supplied scores", .any([vcssSupplied, villaltaApplies]))
    .says("VCSS {vcss}, {vcssDate}. Villalta {villalta} ({band}), {villaltaDate}.", when: both)
    .says("VCSS {vcss}, {vcssDate}. Villalta {villalta}, undated.", when: .all([vcssSupplied, villaltaUndated]))
    .says("Villalta {villalta} ({band}), {villaltaDate}.", when: villaltaDated)
    .says("Villalta {villalta}, undated.", when: villaltaUndated)
    .says("VCSS {vcss}, {vcssDate}.")
    .adds("VCSS {change}.")
    .detail("vcss", .number(vcss, decimals: 0))
    .detail("vcssDate", .scoreDate("vcssTotal"))
    .detail("change", .scoreChange("vcssTotal"))
    .detail("villalta", .number(.when(villaltaApplies, .firstRecorded([villalta, undatedVillalta])), decimals: 0))
    .detail("villaltaDate", .scoreDate("villaltaTotal"))
    .detail("band", .choice(bands, otherwise: ""))
    .asks("Has there been a clot in a deep vein before?", about: "vteHistory", "wellsPriorDvt")
    .cites("vcss2010", "villalta", basis: .memory)
    .settled(by: "A02")

  private static let vcssSupplied: Condition = vcss >= 0
  private static let both: Condition = .all([vcssSupplied, villaltaDated])

  private static let pastClot: Condition = .any([
    .item("vteHistory", in: ["provoked", "unprovoked"]), .yes("wellsPriorDvt"),
  ])
  private static let villaltaDated: Condition = .all([villalta >= 0, .context(pastClot)])
  private static let villaltaUndated: Condition = .all([undatedVillalta >= 0, .context(pastClot)])
  private static let villaltaApplies: Condition = .any([villaltaDated, villaltaUndated])

  private static let bands: [Detail.Choice] = [
    .init(.all([villaltaDated, .any([villalta >= severeFrom, .yes("qUlcerActive")])]), "severe"),
    .init(.all([villaltaDated, villalta >= moderateFrom]), "moderate"),
    .init(.all([villaltaDated, villalta >= mildFrom]), "mild"),
    .init(villaltaDated, "none"),
  ]
}
