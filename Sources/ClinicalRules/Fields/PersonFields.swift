import ClinicalRecord

/// Report header and person (basis B1).
extension LegbriefFields {
  static let person: [Field] = [
    .person("reportDate", "On which day does this report end?", .day, note: "end of all windows"),
    .person(
      "appointmentDate", "On which day is your appointment?", .day,
      note: "if later than reportDate, the report says that the data stop before the visit"),
    .person(
      "localePack", "Which country's care pathways and units should the report use?",
      .enumeration(["en-GB", "en-US", "other"])),
    .person(
      "personId", "Which pseudonym stands for you in this record?", .text(limit: 64), identifiesPerson: true,
      note: "pseudonymous; never a name"),
    .person(
      "ageYears", "How old are you, in completed years?", .integer, unit: "years", possible: 18...110,
      note: "or from birthDate"),
    .person("birthDate", "On which day were you born?", .day, identifiesPerson: true, note: "optional"),
    .person(
      "sexRegisteredAtBirth", "Which sex was registered when you were born?",
      .enumeration(["female", "male", "intersex", "notStated"]),
      note: "the HRT rules read the items on ovaries and uterus, not this one"),
    .person(
      "ethnicity", "How would you describe your ethnic background?", .text(limit: 100), identifiesPerson: true,
      note: "free text or a local code; only for notes on reading FRAX and vitamin B12"),
    .person(
      "mainConcern", "In your own words, what worries you most about your legs?", .text(limit: 300),
      identifiesPerson: true, note: "quoted, never interpreted"),
    .person(
      "patientGoals", "What would you like to get out of the appointment?",
      .set(["lessPain", "sleepBetter", "moveMore", "knowCause", "avoidMedicines", "discussHrt", "other"])),
    .person(
      "dataEnteredBy", "Who entered this information?",
      .enumeration(["patient", "carer", "clinician", "imported"])),
  ]
}
