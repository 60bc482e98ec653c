import ClinicalRecord

/// A small vocabulary with a field of every kind, so that these tests do not change with the medicine.
enum TestDictionary {
  static let sites = ["knee", "ankle", "calf", "hand"]
  static let sides = ["left", "right", "both", "midline", "unknown"]

  static let dictionary = FieldDictionary(fields: person + log + answers + history + rest, labs: labs)

  private static let person = [
    Field("reportDate", in: .person, "Report", .day), Field("appointmentDate", in: .person, "Appointment", .day),
    Field("personId", in: .person, "Id", .text(limit: 64), identifiesPerson: true),
    Field("ageYears", in: .person, "Age", .integer, unit: "years", possible: 18...110),
    Field("birthDate", in: .person, "Birth", .day, identifiesPerson: true),
    Field("mainConcern", in: .person, "Concern", .text(limit: 20)),
  ]

  private static let log = [
    Field("entryId", in: .log, "Id", .text(limit: 64)), Field("entryDate", in: .log, "Date", .day),
    Field("recordedAt", in: .log, "Recorded", .dayOrDateTime),
    Field("dayCheckIn", in: .log, "Check-in", .enumeration(["symptomsLogged", "noSymptoms"])),
    Field("symptomKind", in: .log, "Kind", .enumeration(["urgeToMove", "jointPain", "muscleCramp"])),
    Field("bodySite", in: .log, "Site", .enumeration(sites)), Field("side", in: .log, "Side", .enumeration(sides)),
    Field("severity", in: .log, "Severity", .integer, possible: 0...10),
    Field("onsetTime", in: .log, "Time", .time), Field("ongoing", in: .log, "Ongoing", .bool3),
    Field("relievedByRest", in: .log, "Rest", .enumeration(["fully", "partly", "no", "notTried"])),
    Field("calfCm", in: .log, "Calf", .number, unit: "cm", possible: 5...150, plausible: 20...70),
    Field("triggers", in: .log, "Triggers", .set(["stress", "cold", "none"])),
    Field("freeText", in: .log, "Text", .text(limit: 1000)),
  ]

  private static let answers = [
    Field("qUrge", in: .answers, "Urge", .bool3), Field("qCrampHard", in: .answers, "Hard", .bool3),
    Field("qOnsetAge", in: .answers, "Age", .integer, unit: "years", possible: 0...110),
    Field("qMoveRelief", in: .answers, "Relief", .enumeration(["fully", "partly", "no", "onlyInPast"])),
    Field(
      "qHrtPreference", in: .answers, "HRT", .enumeration(["wants", "openTo", "unsure", "doesNotWant", "notAsked"])),
    Field("qHrtChange", in: .answers, "Change", .enumeration(["noLink", "unsure"])),
    Field("qJointSites", in: .answers, "Joints", .joints(sites: sites, sides: sides)),
    Field("qJointOnsetDate", in: .answers, "Onset", .day),
    Field("clinExcluded", in: .answers, "Excluded", .bool3, respondents: [.clinician]),
  ]

  private static let history = [
    Field("lmpDate", in: .history, "Last period", .day),
    Field("oophorectomy", in: .history, "Ovaries", .enumeration(["none", "one", "both", "unknown"])),
  ]

  private static let rest = [
    Field("medName", in: .medications, "Name", .text(limit: 40)),
    Field("medClass", in: .medications, "Class", .set(["ssri", "snri", "statin"])),
    Field("medRoute", in: .medications, "Route", .enumeration(["oral", "transdermal"])),
    Field("medStartDate", in: .medications, "Start", .day), Field("medChangeDate", in: .medications, "Change", .day),
    Field("medStopDate", in: .medications, "Stop", .day),
    Field("bmi", in: .measurements, "BMI", .number, possible: 5...200, plausible: 12...70),
    Field("bpSystolic", in: .measurements, "Upper", .number, possible: 20...400),
    Field("bpDiastolic", in: .measurements, "Lower", .number, possible: 10...300),
    Field("irlsTotal", in: .scores, "IRLS", .integer, possible: 0...40),
    Field("rls6Items", in: .scores, "RLS-6", .profile(count: 3), possible: 0...10),
    Field("koos", in: .scores, "KOOS", .subscales(["pain", "sport"]), possible: 0...100),
    Field("vcssTotal", in: .scores, "VCSS", .integer, possible: 0...30, respondents: [.clinician]),
  ]

  private static let labs = [
    LabDefinition(
      "ferritin", "Ferritin", unit: "ug/L", conversions: [UnitConversion(from: "ng/mL")], staleAfterDays: 180,
      plausible: 1...5000),
    LabDefinition(
      "haemoglobin", "Haemoglobin", unit: "g/L", conversions: [UnitConversion(from: "g/dL", multiply: 10)],
      staleAfterDays: 180, plausible: 40...230),
    LabDefinition("rf", "Rheumatoid factor", unit: "IU/mL", staleAfterDays: 730, qualitative: true),
  ]
}
