import ClinicalRecord

/// Medicines (basis B5). Rules read the class; name, dose and reason are the patient's text.
extension LegbriefFields {
  static let medications: [Field] = [
    .medication("medName", "What is the medicine called?", .text(limit: 200), identifiesPerson: true),
    .medication(
      "medClass", "To which classes does the medicine belong?", .set(medicationClasses),
      note: "what rules read; usually mapped from the name or the ATC code"),
    .medication(
      "medRoute", "How do you take the medicine?",
      .enumeration([
        "oral", "transdermal", "vaginal", "intrauterine", "injection", "implant", "topical", "inhaled",
      ])),
    .medication("medDose", "What dose do you take, and how often?", .text(limit: 100), identifiesPerson: true),
    .medication("medStartDate", "When did you start the medicine?", .day),
    .medication("medChangeDate", "When was the dose last changed?", .day),
    .medication("medStopDate", "When did you stop the medicine?", .day),
    .medication(
      "medAdherence", "How regularly do you take the medicine?",
      .enumeration(["everyDay", "mostDays", "someDays", "stopped"])),
    .medication("medReason", "What do you take the medicine for?", .text(limit: 300), identifiesPerson: true),
  ]

  /// The classes of basis B5, in its order.
  package static let medicationClasses: [String] = [
    "ssri", "snri", "tca", "mirtazapine", "antipsychotic", "dopamineAntagonistAntiemetic", "lithium",
    "sedatingAntihistamine", "dopamineAgonist", "levodopa", "alpha2deltaLigand", "opioid", "statin", "fibrate",
    "thiazide", "loopDiuretic", "potassiumSparingDiuretic", "laba", "dhpCalciumBlocker", "nsaidOral", "nsaidTopical",
    "glucocorticoid", "thiazolidinedione", "aromataseInhibitor", "tamoxifenSerm", "systemicEstrogen",
    "vaginalEstrogen", "progestogen", "tibolone", "combinedContraceptive", "bisphosphonate", "denosumab",
    "fluoroquinolone", "neurotoxicChemo", "metformin", "ppi", "h2Blocker", "colchicine", "nitrofurantoin",
    "amiodarone", "quinine", "magnesiumSupplement", "ironOral", "ironIv", "vitaminD", "vitaminB6", "anticoagulant",
    "antiplatelet", "aceInhibitorOrArb", "antihypertensiveOther", "levothyroxine", "insulin", "retinoid",
    "highDoseProgestogen", "nonHormonalVms", "recentVaccineOrNewDrug",
  ]
}
