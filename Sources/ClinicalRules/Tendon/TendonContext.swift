import ClinicalRecord
import RuleEngine

/// What stands beside a tendon complaint: quinolone exposure, metabolic context, the one trial of estrogen.
enum TendonContext {
  /// Days since a fluoroquinolone was stopped in which exposure counts [P].
  static let exposureDays = 60
  /// Above this age in years the warning weighs more (MHRA and EMA, from memory).
  static let olderThan = 60.0
  /// eGFR in mL/min/1.73 m2 below which the kidneys count as diseased (from memory).
  static let kidneyLimit = 60.0
  /// Body mass index in kg/m2 that counts as context (from memory).
  static let highBmi = 30.0

  private static let quinolones = MedicationQuery(["fluoroquinolone"], .currentOrStoppedWithin(days: exposureDays))

  private static let kidneyDisease: Condition = .any([
    .item("ckdStage", in: ["g3a", "g3b", "g4", "g5", "dialysis"]), .lab("egfr", evenOld: false) < kidneyLimit,
  ])

  /// What makes the exposure weigh more (basis C8).
  private static let stronger: [Condition] = [
    Named("glucocorticoid", .any([.taking("glucocorticoid")])), Named("age over 60", Derived.age > olderThan),
    Named("kidney disease", kidneyDisease),
  ]

  /// Printed with its level although it stands outside the red flags (basis C8).
  static let fluoroquinolone = Rule("tendon.fluoroquinolone", "Quinolone exposure") {
    TendonComplaints.anyComplaint
    Condition.medication(quinolones)
  }
  .says("Tendon symptom after {drug}: regulator warning; same-day prescriber contact.")
  .adds("Weighs more with: {stronger}.", when: .any(stronger))
  .adds("Ask: dates of the course, and of the first tendon pain.")
  .detail("drug", .medicines(quinolones))
  .detail("stronger", .names(stronger, .met))
  .level(.sameDay)
  .amplified(by: stronger)
  .asks("Is the list of medicines complete, antibiotics of the past months included?", about: "medListComplete")
  .cites("fluoroquinoloneWarning", "projectDefault", basis: .memory)
  .marking(Double(exposureDays), as: .project)

  private static let factors: [Condition] = [
    Named("diabetes", .item("diabetes", in: ["type1", "type2"])), Named("statin", .any([.taking("statin")])),
    Named("gout", .yes("goutKnown")), Named("high triglycerides", .yes("highTriglycerides")),
    Named("BMI 30 or more", Derived.bmi >= highBmi),
  ]

  /// Listed beside a complaint, never as its reason.
  static let metabolic = Rule("tendon.metabolic", "Context", .any(factors))
    .says("Context: {list}.")
    .adds("To consider: lipids, which this record does not hold.", when: TendonComplaints.anyComplaint)
    .detail("list", .names(factors, .met))
    .asks("Height and weight?", about: "bmi", "weightKg", "heightCm")
    .asks("Is the list of medicines complete?", about: "medListComplete")
    .considers(tests: "hba1c", "urate", while: TendonComplaints.anyComplaint)
    .cites("tendonPractice", basis: .memory)

  /// A static line: what opened the hormone section is its evidence (settled reading A19).
  static let hormoneEvidence = Rule("tendon.hrtEvidence", "Estrogen and tendon") {
    TendonComplaints.anyComplaint
    Condition.context(HormonalContext.hormoneSectionIsShown)
  }
  .says(
    "One RCT (n 132, transdermal MHT cream, gluteal tendon): no overall effect; benefit confined to BMI < 25."
  )
  .detail("sites", .sites("qTendonSites", EntryQuery(["tendonPain"]), among: []))
  .cites("cowan2022", basis: .verified)
  .settled(by: "A19")
}
