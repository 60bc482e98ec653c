import ClinicalRecord
import RuleEngine

/// What is taken or done against cramps, and how well that is supported.
enum CrampMeasures {
  /// Magnesium in mmol/L below which it is low (from memory).
  private static let magnesiumLow = 0.70
  /// eGFR in mL/min/1.73 m² below which magnesium builds up (from memory).
  private static let kidneyCaution = 30.0

  private static let magnesiumValue: Quantity = .lab("magnesium", evenOld: false)
  private static let isLow: Condition = .any([
    magnesiumValue < magnesiumLow, .belowReference("magnesium", fallback: magnesiumLow),
  ])
  private static let tried: Condition = .any([
    .anEntryFits(EntryQuery([], .wholeLog, where: .sign("reliefTried", in: ["magnesium"]))),
    .taking("magnesiumSupplement"),
  ])
  private static let wished: Condition = .item("qSelfCareWishes", in: ["magnesium"])

  /// A low result speaks first; the evidence line is for those who tried magnesium or wish to.
  static let magnesium = Rule("muscle.magnesium", "Magnesium facts", .any([isLow, tried, wished]))
    .says(
      "Magnesium {magnesium}: low: correct and look for cause (PPI, diuretic, alcohol, gut).", when: isLow
    )
    .says("Supplements unlikely to reduce cramps in older adults (Cochrane 2020). Caution if eGFR < 30.")
    .adds("Recorded eGFR {egfr}.", when: .lab("egfr", evenOld: false) < kidneyCaution)
    .detail("magnesium", .lab("magnesium"))
    .detail("egfr", .lab("egfr"))
    .detail("band", .choice([.init(isLow, "low"), .init(.not(isLow), "not low")], otherwise: ""))
    .considers(tests: "magnesium", while: .rule("muscle.crampTest"))
    .cites("garrison2020", basis: .memory)
    .settled(by: "A02")

  static let quinine = Rule("muscle.quinine", "Quinine in use", .taking("quinine"))
    .says(
      "Quinine: only for severe cramps after other steps; review need, platelets, QT, interactions; modest benefit."
    )
    .adds("Taken: {course}. Ask: benefit, and when it was last left out for a time (a break every 3 months).")
    .detail("course", .medicineStarts(MedicationQuery(["quinine"])))
    .cites("rabbitt2016", "mhra2010", basis: .memory)

  private static let stretchingEntries = EntryQuery([], .wholeLog, where: .sign("reliefTried", in: ["stretching"]))
  private static let stretchingTried: Condition = .anEntryFits(stretchingEntries)

  static let stretch = Rule("muscle.stretch", "Stretching tried?", .all([.rule("muscle.nightCramp")]))
    .says("Calf + hamstring stretching: low-certainty evidence for less severe cramps.")
    .adds("Tried in {tried} log entries.", when: stretchingTried)
    .adds("Trying it: not recorded.", when: .not(stretchingTried))
    .adds("The patient wishes to try it.", when: .item("qSelfCareWishes", in: ["stretching"]))
    .detail("tried", .entryCount(stretchingEntries))
    .alsoAsks("Was stretching tried, and how often?", about: "reliefTried")
    .cites("hawke2021", basis: .verified)
}
