import ClinicalRecord
import ClinicalRules
import Testing

@Suite struct LaboratoryUnitTests {
  let labs = LegbriefFields.dictionary.labs

  @Test func everyConversionComesBack() {
    for lab in labs {
      for conversion in lab.conversions {
        for value in [0.5, 7.25, 30, 412] {
          let back = conversion.reverse(conversion.apply(value))
          #expect(abs(back - value) < 1e-9 * max(1, value), "\(lab.id) from \(conversion.unit)")
        }
      }
    }
  }

  @Test func aUnitMeansOneThingInOneTest() {
    for lab in labs {
      let units = ([lab.unit] + lab.conversions.map(\.unit)).map(UnitConversion.normalised)
      #expect(Set(units).count == units.count, "\(lab.id)")
    }
  }

  @Test(arguments: [
    ("ferritin", 31.0, "ng/mL", 31.0), ("ferritin", 31, "µg/L", 31), ("ferritin", 31, "μg/l", 31),
    ("haemoglobin", 12.4, "g/dL", 124), ("hba1c", 6.5, "%", 47.54115), ("vitaminB12", 221.4, "pmol/L", 300),
    ("vitaminB12", 300, "pg/mL", 300), ("vitaminD", 20, "ng/mL", 49.92), ("glucoseFasting", 90.08, "mg/dL", 5),
    ("creatinine", 1, "mg/dL", 88.42), ("dDimer", 0.5, "mg/L FEU", 500),
    ("egfr", 61, "mL/min/1.73m²", 61), ("tsh", 2.1, "µIU/mL", 2.1),
  ])
  func resultsArriveInTheCanonicalUnit(id: String, value: Double, unit: String, canonical: Double) throws {
    let lab = try #require(LegbriefFields.dictionary.lab(ItemID(id)))
    let converted = try #require(lab.canonical(value, unit: unit))
    #expect(abs(converted - canonical) < 1e-6)
  }

  /// Without the letters FEU nobody knows which units they are, and the other ones are about half as large.
  @Test(arguments: [
    ("dDimer", "ug/L"), ("dDimer", "ng/mL DDU"), ("phosphate", "mg/dL"), ("folate", "nmol/L"), ("egfr", "mL/min"),
    ("ferritin", ""),
  ])
  func unitsThatWouldNeedAGuessAreRefused(id: String, unit: String) throws {
    #expect(try #require(LegbriefFields.dictionary.lab(ItemID(id))).canonical(1, unit: unit) == nil)
  }
}
