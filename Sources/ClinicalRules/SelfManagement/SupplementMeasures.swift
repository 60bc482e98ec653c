import ClinicalRecord
import RuleEngine

/// Magnesium, iron and fluids (basis C10).
enum SupplementMeasures {
  /// eGFR in mL/min/1.73 m2 below which magnesium may build up (from memory).
  static let lowestKidneyFunction = 30.0

  static let magnesium = Measure(
    id: "self.magnesium", title: "Magnesium", codes: ["magnesium"], inUse: [.taking("magnesiumSupplement")],
    evidence: "unlikely to help cramps",
    checkFirst: [
      Named("eGFR below 30", .lab("egfr", evenOld: false) < lowestKidneyFunction),
      Named("lasting vomiting or diarrhoea", .yes("qGutLosses")),
    ]
  ).rule
    .asks("Is the list of medicines complete?", about: "medListComplete")
    .cites("garrison2020", basis: .verified)
    .marking(lowestKidneyFunction, as: .memory)

  /// Tablets only after ferritin and TSAT: either of them missing or old is "no iron result".
  static let ironFood = Measure(
    id: "self.ironFood", title: "Iron-rich food, iron tablets", codes: ["ironSupplement"], inUse: [.taking("ironOral")],
    evidence: "food: little evidence; tablets only after ferritin and TSAT",
    checkFirst: [
      Named("TSAT 45% or more", .lab("tsat", evenOld: false) >= Iron.saturationCeiling),
      Named("haemochromatosis", .yes("haemochromatosis")),
      Named(
        "ferritin and TSAT not both recorded in the last 6 months", .not(.all([.fresh("ferritin"), .fresh("tsat")]))),
    ]
  ).rule
    .asks("Is the list of medicines complete?", about: "medListComplete")
    .considers(tests: "ferritin", "tsat")
    .cites("aasm2025", "projectDefault", basis: .project)

  static let fluids = Measure(
    id: "self.fluids", title: "Hydration", codes: ["fluids"], evidence: "weak",
    checkFirst: [
      Named("heart failure", .yes("heartFailure")),
      Named("kidney disease G5 or dialysis", .item("ckdStage", in: ["g5", "dialysis"])),
    ]
  ).rule
    .cites("selfCarePractice", basis: .memory)
}
