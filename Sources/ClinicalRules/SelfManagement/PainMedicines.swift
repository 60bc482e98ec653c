import ClinicalRecord
import RuleEngine

/// Anti-inflammatories and paracetamol from the shop (basis C10).
enum PainMedicines {
  /// eGFR in mL/min/1.73 m2 below which anti-inflammatory tablets ask for a check (from memory).
  static let kidneyLimit = 60.0
  /// Age in years from which they ask for one (from memory).
  static let olderFrom = 65.0
  /// Days a week of anti-inflammatory tablets from which their use is reviewed (from memory).
  static let reviewFromDays = 3.0
  /// Body weight in kg below which the dose of paracetamol is checked (from memory).
  static let lowWeight = 50.0

  /// An allergy has no field of its own: asthma that reacts to these medicines stands for it.
  static let nsaidTopical = Measure(
    id: "self.nsaidTopical", title: "Anti-inflammatory gel", codes: ["nsaidTopical"],
    inUse: [.taking("nsaidTopical")], evidence: "supported for knee OA",
    checkFirst: [
      Named("broken skin", .any([.yes("qUlcerActive"), .anEntryFits(EntryQuery(["skinUlcer"]))])),
      Named("asthma sensitive to NSAIDs", .yes("asthmaNsaidSensitive")),
    ]
  ).rule
    .asks("Is the list of medicines complete?", about: "medListComplete")
    .cites("ng226", basis: .verified)

  static let nsaidOral = Measure(
    id: "self.nsaidOral", title: "Anti-inflammatory tablets", codes: ["nsaidOral"],
    inUse: [.taking("nsaidOral"), Quantity.item("qNsaidDaysPerWeek") >= 1],
    evidence: "helps OA; none for RLS or cramps", checkFirst: tabletCautions
  ).rule
    .asks("On how many days a week are anti-inflammatory tablets taken?", about: "qNsaidDaysPerWeek")
    .asks("Is the list of medicines complete?", about: "medListComplete")
    .cites("selfCarePractice", basis: .memory)

  /// `chronicHeartRisk` is named as an NSAID caution in basis B4.
  private static let tabletCautions: [Condition] = [
    Named("stomach ulcer or gut bleed", .yes("giUlcerOrBleed")),
    Named("anticoagulant", .any([.taking("anticoagulant")])),
    Named("antiplatelet", .any([.taking("antiplatelet")])),
    Named("SSRI or SNRI", .any([.taking("ssri", "snri")])),
    Named("kidney disease", .item("ckdStage", in: ["g3a", "g3b", "g4", "g5", "dialysis"])),
    Named("eGFR below 60", .lab("egfr", evenOld: false) < kidneyLimit),
    Named("heart failure", .yes("heartFailure")),
    Named("high blood pressure", .item("hypertension", in: ["treated", "untreated"])),
    Named("arterial disease", .item("arterialDisease", in: ["anginaOrMi", "strokeOrTia", "pad", "multiple"])),
    Named("long-term heart risk", .yes("chronicHeartRisk")),
    Named("asthma sensitive to NSAIDs", .yes("asthmaNsaidSensitive")),
    Named(
      "diuretic with ACE inhibitor or ARB",
      .all([.taking("thiazide", "loopDiuretic", "potassiumSparingDiuretic"), .taking("aceInhibitorOrArb")])),
    Named("age 65 or over", Derived.age >= olderFrom),
    Named("pregnant or possibly pregnant", .item("pregnancyStatus", in: ["pregnant", "possible"])),
    Named("use on 3 or more days a week (review)", Quantity.item("qNsaidDaysPerWeek") >= reviewFromDays),
  ]

  static let paracetamol = Measure(
    id: "self.paracetamol", title: "Paracetamol", codes: ["paracetamol"], evidence: "not routinely advised for OA",
    checkFirst: [
      Named("liver disease", .any([.yes("liverDiseaseActive"), .yes("cirrhosis")])),
      Named("weight below 50 kg", .measurement("weightKg") < lowWeight),
    ]
  ).rule
    .cites("ng226", basis: .verified)
    .marking(lowWeight, as: .memory)
}
