import ClinicalRecord

/// Items of the dictionary that no rule reads, with what they are for instead; `legbrief rules lint` names every other.
enum ContextItems {
  static let all: [ItemID: String] = named(
    "printed in the header of the report, or orders what is discussed", "appointmentDate", "personId", "patientGoals",
    "dataEnteredBy", "ethnicity"
  )
  .merging(named("rules read ovaries and womb instead (basis B1)", "sexRegisteredAtBirth")) { first, _ in first }
  .merging(named("cited as evidence or shown in the digest of the log", "entryId", "functionImpact", "cycleDay")) {
    first, _ in first
  }
  .merging(named("printed where a medicine is named", "medName", "medReason")) { first, _ in
    first
  }
  .merging(
    named(
      "a part of every result, read with the result itself", "labId", "labValue", "labUnit", "labDate", "labFasting")
  ) { first, _ in first }
  .merging(
    named(
      "supplied scores without a rule, shown in the appendix with scale, band and day (basis D)", "rls6Items",
      "mrsTotal",
      "greeneTotal", "menqolDomains", "pegItem1", "pegItem2", "pegItem3", "koosSubscales", "hoosSubscales",
      "womacTotal",
      "oksTotal", "psqiTotal", "isiTotal",
      "civiqTotal")
  ) { first, _ in first }

  .merging(
    named(
      "in the dictionary of basis B, read by no rule of basis C; kept in the record",
      "returnsWhenStill",
      "relievedByRest", "reliefMinutesStandingStill", "relievedByHangingDown", "worseEveningNight", "swellingPits",
      "qRlsOnsetAge", "qImprovesWithUse", "qJointLocking", "qVasomotorPerDay", "qPoorSleep", "fibromyalgia",
      "varicoseVeinSurgery", "rlsDiagnosedDate", "pulse", "temperatureC", "phosphate", "creatinine",
      "estradiol")
  ) { first, _ in first }

  private static func named(_ purpose: String, _ items: ItemID...) -> [ItemID: String] {
    Dictionary(items.map { ($0, purpose) }) { first, _ in first }
  }
}
