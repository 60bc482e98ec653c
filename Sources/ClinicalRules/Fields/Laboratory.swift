import ClinicalRecord

/// Laboratory tests (basis B6): canonical unit, accepted units, age limit and codes.
///
/// Conversions are those of the basis. Besides them each test accepts other spellings of the same unit, UCUM's among
/// them, because records that come from FHIR use those. A unit that would need a molar mass the basis does not give is
/// not accepted: the reader names it as unknown instead of guessing.
extension LegbriefFields {
  static let laboratory: [LabDefinition] = ironAndBlood + inflammationAndMuscle + vitaminsAndMetabolism + salts + organs

  private static let ironAndBlood: [LabDefinition] = [
    LabDefinition(
      "ferritin", "Ferritin", unit: "ug/L", conversions: .same("ng/mL", "mcg/L"), staleAfterDays: 180,
      codes: [.loinc("2276-4")], plausible: 1...5000),
    LabDefinition(
      "tsat", "Transferrin saturation", unit: "%", staleAfterDays: 180, codes: [.loinc("2502-3")], plausible: 1...100,
      note: "100 x iron / TIBC, both in the same unit", quotient: .init("serumIron", over: "tibc", times: 100)),
    LabDefinition(
      "serumIron", "Serum iron", unit: "umol/L", conversions: .scaled(by: 0.179, "ug/dL", "mcg/dL"),
      staleAfterDays: 180, codes: [.loinc("2498-4")], plausible: 1...100, note: "the LOINC code is of mass units"),
    LabDefinition(
      "tibc", "Total iron-binding capacity", unit: "umol/L", conversions: .scaled(by: 0.179, "ug/dL", "mcg/dL"),
      staleAfterDays: 180, codes: [.loinc("2500-7")], plausible: 10...150, note: "the LOINC code is of mass units"),
    LabDefinition(
      "haemoglobin", "Haemoglobin", unit: "g/L", conversions: .scaled(by: 10, "g/dL"), staleAfterDays: 180,
      codes: [.loinc("718-7")], plausible: 40...220, note: "the LOINC code is of g/dL"),
    LabDefinition(
      "mcv", "Mean cell volume", unit: "fL", staleAfterDays: 180, codes: [.loinc("787-2")], plausible: 50...140),
  ]

  private static let inflammationAndMuscle: [LabDefinition] = [
    LabDefinition(
      "crp", "C-reactive protein", unit: "mg/L", conversions: .scaled(by: 10, "mg/dL"), staleAfterDays: 90,
      codes: [.loinc("1988-5")], plausible: 0...500),
    LabDefinition(
      "esr", "Erythrocyte sedimentation rate", unit: "mm/h", conversions: .same("mm/hr"), staleAfterDays: 90,
      codes: [.loinc("4537-7"), .loinc("30341-2")], plausible: 0...150),
    LabDefinition(
      "rf", "Rheumatoid factor", unit: "IU/mL", conversions: .same("kIU/L", "[IU]/mL", "k[IU]/L"),
      staleAfterDays: 730, codes: [.loinc("11572-5")], qualitative: true, plausible: 0...5000),
    LabDefinition(
      "antiCcp", "Anti-CCP antibodies", unit: "U/mL", conversions: .same("kU/L"), staleAfterDays: 730,
      codes: [.loinc("53027-9")], qualitative: true, plausible: 0...5000,
      note: "report as the laboratory's positive or negative"),
    LabDefinition(
      "ck", "Creatine kinase", unit: "U/L", conversions: .same("IU/L", "[IU]/L"), staleAfterDays: 90,
      codes: [.loinc("2157-6")], plausible: 5...100_000, note: "also read as a multiple of labRefHigh"),
  ]

  private static let vitaminsAndMetabolism: [LabDefinition] = [
    LabDefinition(
      "vitaminB12", "Vitamin B12", unit: "ng/L",
      conversions: .same("pg/mL") + [UnitConversion(from: "pmol/L", divide: 0.738)], staleAfterDays: 365,
      codes: [.loinc("2132-9")], plausible: 20...5000, note: "the LOINC code is of pg/mL"),
    LabDefinition("activeB12", "Active vitamin B12", unit: "pmol/L", staleAfterDays: 365, plausible: 1...500),
    LabDefinition(
      "folate", "Folate", unit: "ug/L", conversions: .same("ng/mL", "mcg/L"), staleAfterDays: 365,
      codes: [.loinc("2284-8")], plausible: 0.3...100),
    LabDefinition(
      "hba1c", "HbA1c", unit: "mmol/mol",
      conversions: [UnitConversion(from: "%", subtract: 2.15, multiply: 10.929)], staleAfterDays: 365,
      codes: [.loinc("59261-8"), .loinc("4548-4")], plausible: 15...200,
      note: "59261-8 is of mmol/mol (IFCC), 4548-4 of %"),
    LabDefinition(
      "glucoseFasting", "Fasting glucose", unit: "mmol/L",
      conversions: [UnitConversion(from: "mg/dL", divide: 18.016)], staleAfterDays: 365, codes: [.loinc("1558-6")],
      plausible: 1.5...40, note: "the LOINC code is of mass units, fasting"),
    LabDefinition(
      "tsh", "Thyroid-stimulating hormone", unit: "mIU/L",
      conversions: .same("uIU/mL", "mU/L", "uU/mL", "m[IU]/L", "u[IU]/mL"), staleAfterDays: 365,
      codes: [.loinc("3016-3")], plausible: 0...150),
  ]

  private static let salts: [LabDefinition] = [
    LabDefinition(
      "magnesium", "Magnesium", unit: "mmol/L", conversions: .scaled(by: 0.4114, "mg/dL"), staleAfterDays: 90,
      codes: [.loinc("19123-9")], plausible: 0.2...3, note: "the LOINC code is of mass units"),
    LabDefinition(
      "calciumAdjusted", "Adjusted calcium", unit: "mmol/L", conversions: .scaled(by: 0.2495, "mg/dL"),
      staleAfterDays: 90, codes: [.loinc("17861-6")], plausible: 1...4.5,
      note: "prefer the laboratory's adjusted value; the LOINC code is of total calcium in mass units"),
    LabDefinition(
      "potassium", "Potassium", unit: "mmol/L", conversions: .same("mEq/L"), staleAfterDays: 90,
      codes: [.loinc("2823-3")], plausible: 1.5...9),
    LabDefinition(
      "sodium", "Sodium", unit: "mmol/L", conversions: .same("mEq/L"), staleAfterDays: 90, codes: [.loinc("2951-2")],
      plausible: 95...180),
    LabDefinition(
      "phosphate", "Phosphate", unit: "mmol/L", staleAfterDays: 90, codes: [.loinc("2777-1")], plausible: 0.1...5,
      note: "the LOINC code is of mass units"),
    LabDefinition(
      "alp", "Alkaline phosphatase", unit: "U/L", conversions: .same("IU/L", "[IU]/L"), staleAfterDays: 180,
      codes: [.loinc("6768-6")], plausible: 5...3000),
    LabDefinition(
      "vitaminD", "25-hydroxyvitamin D", unit: "nmol/L", conversions: .scaled(by: 2.496, "ng/mL", "ug/L", "mcg/L"),
      staleAfterDays: 365, codes: [.loinc("62292-8"), .loinc("1989-3")], plausible: 3...500,
      note: "62292-8 is D2 and D3 by mass, 1989-3 D3 alone"),
  ]

  private static let organs: [LabDefinition] = [
    LabDefinition(
      "egfr", "Estimated glomerular filtration rate", unit: "mL/min/1.73 m2",
      conversions: .same("mL/min/{1.73_m2}", "mL/min/1.73m^2"), staleAfterDays: 365,
      codes: [.loinc("98979-8"), .loinc("62238-1")], plausible: 1...200,
      note: "98979-8 is CKD-EPI 2021, 62238-1 CKD-EPI 2009"),
    LabDefinition(
      "creatinine", "Creatinine", unit: "umol/L", conversions: .scaled(by: 88.42, "mg/dL"), staleAfterDays: 365,
      codes: [.loinc("2160-0")], plausible: 15...1800, note: "the LOINC code is of mass units"),
    LabDefinition(
      "alt", "Alanine aminotransferase", unit: "U/L", conversions: .same("IU/L", "[IU]/L"), staleAfterDays: 180,
      codes: [.loinc("1742-6")], plausible: 1...5000),
    LabDefinition(
      "albumin", "Albumin", unit: "g/L", conversions: .scaled(by: 10, "g/dL"), staleAfterDays: 180,
      codes: [.loinc("1751-7")], plausible: 10...60, note: "the LOINC code is of g/dL"),
    LabDefinition(
      "urineAcr", "Urine albumin-creatinine ratio", unit: "mg/mmol", conversions: .scaled(by: 0.113, "mg/g"),
      staleAfterDays: 365, codes: [.loinc("9318-7")], plausible: 0...1500, note: "the LOINC code is of mg/g"),
    LabDefinition(
      "ntProBnp", "NT-proBNP", unit: "ng/L", conversions: .same("pg/mL"), staleAfterDays: 90,
      codes: [.loinc("33762-6")], plausible: 1...70_000),
    LabDefinition(
      "dDimer", "D-dimer", unit: "ug/L FEU",
      conversions: .same("ng/mL FEU", "mcg/L FEU", "ug/L{FEU}", "ng/mL{FEU}")
        + .scaled(by: 1000, "mg/L FEU", "ug/mL FEU", "mg/L{FEU}", "ug/mL{FEU}"),
      staleAfterDays: 7, codes: [.loinc("48065-7")], plausible: 0...100_000,
      note: "fibrinogen-equivalent units only: never mix FEU and DDU"),
    LabDefinition(
      "fsh", "Follicle-stimulating hormone", unit: "IU/L",
      conversions: .same("mIU/mL", "U/L", "mU/mL", "[IU]/L", "m[IU]/mL"), staleAfterDays: 365,
      codes: [.loinc("15067-2")], plausible: 0...250,
      note: "not valid on combined estrogen and progestogen contraception or high-dose progestogen"),
    LabDefinition(
      "estradiol", "Estradiol", unit: "pmol/L", conversions: .scaled(by: 3.671, "pg/mL", "ng/L"), staleAfterDays: 365,
      codes: [.loinc("2243-4")], plausible: 0...10_000, note: "the LOINC code is of pg/mL"),
    LabDefinition(
      "urate", "Urate", unit: "umol/L", conversions: .scaled(by: 59.48, "mg/dL"), staleAfterDays: 365,
      codes: [.loinc("3084-1")], plausible: 30...1200, note: "the LOINC code is of mg/dL"),
  ]

  /// The columns of one laboratory result.
  static let laboratoryFields: [Field] = [
    Field("labId", in: .labs, "Which test is it?", .enumeration(laboratory.map(\.id.name))),
    Field(
      "labValue", in: .labs, "What is the result?", .numberOrResult, possible: 0...1_000_000,
      note: "positive or negative for tests that allow it"),
    Field(
      "labUnit", in: .labs, "In which unit is the result given?", .text(limit: 40),
      note: "the canonical unit of the test or one that converts into it"),
    Field("labDate", in: .labs, "On which day was the sample taken?", .day),
    Field(
      "labRefLow", in: .labs, "What is the lower end of the laboratory's own range?", .number,
      possible: 0...1_000_000, note: "in labUnit"),
    Field(
      "labRefHigh", in: .labs, "What is the upper end of the laboratory's own range?", .number,
      possible: 0...1_000_000, note: "in labUnit"),
    Field("labFasting", in: .labs, "Were you fasting when the sample was taken?", .bool3),
  ]
}

extension [UnitConversion] {
  /// Other names of the same unit.
  fileprivate static func same(_ units: String...) -> [UnitConversion] { units.map { UnitConversion(from: $0) } }

  fileprivate static func scaled(by factor: Double, _ units: String...) -> [UnitConversion] {
    units.map { UnitConversion(from: $0, multiply: factor) }
  }
}
