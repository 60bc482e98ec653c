import ClinicalRecord
import RuleEngine

/// The packs `en-GB`, `en-US` and `other` (basis 0.5 and P16). A pack without a pathway shows level and reason alone.
enum LocalePacks {
  static let all = [unitedKingdom, unitedStates, other]

  static let unitedKingdom = LocalePack(
    "en-GB",
    note: "Locale pack en-GB: SI units; pathways and national guidelines of the United Kingdom.",
    units: wholeNumbers,
    guidelines: [
      "ng23", "ng226", "ng100", "qs33", "ng158", "cg147", "cg168", "cg146", "ng239", "ng12", "ng19", "ng136", "ng141",
      "ng234", "ng249", "cks", "ukMenopauseAid", "fsrh2017", "bms2024", "bsrPmr", "bsrGca2020", "bsrHotJoint",
      "caudaPathway", "ukCompression", "nogg", "rosVitaminD", "mhra",
    ])

  static let unitedStates = LocalePack(
    "en-US",
    note:
      "Locale pack en-US: conventional units; no national pathway is held for the flags, so level and reason stand alone; guidelines of the United Kingdom are marked.",
    units: conventionalUnits,
    guidelines: ["aasm2025", "tms2022", "tms2023", "endocrineSociety2015", "accAha2024", "ada", "fdaIndications"])

  static let other = LocalePack(
    "other",
    note:
      "Locale pack other: SI units; no national pathway, so level and reason stand alone; national guidelines are marked.",
    units: wholeNumbers)

  /// HbA1c in mmol/mol is reported in whole numbers.
  private static let wholeNumbers: [ItemID: LocalePack.ShownUnit] = ["hba1c": .init("mmol/mol")]

  /// Only units into which basis B6 gives a conversion.
  private static let conventionalUnits: [ItemID: LocalePack.ShownUnit] = [
    "ferritin": .init("ng/mL", decimals: 1), "serumIron": .init("ug/dL"), "tibc": .init("ug/dL"),
    "haemoglobin": .init("g/dL", decimals: 1), "vitaminB12": .init("pg/mL"), "folate": .init("ng/mL", decimals: 1),
    "hba1c": .init("%", decimals: 1), "glucoseFasting": .init("mg/dL"), "magnesium": .init("mg/dL", decimals: 2),
    "calciumAdjusted": .init("mg/dL", decimals: 1), "potassium": .init("mEq/L", decimals: 1),
    "sodium": .init("mEq/L"), "vitaminD": .init("ng/mL", decimals: 1), "creatinine": .init("mg/dL", decimals: 2),
    "albumin": .init("g/dL", decimals: 1), "urineAcr": .init("mg/g"), "ntProBnp": .init("pg/mL"),
    "dDimer": .init("ng/mL FEU"), "fsh": .init("mIU/mL", decimals: 1), "estradiol": .init("pg/mL"),
    "urate": .init("mg/dL", decimals: 1),
  ]
}
