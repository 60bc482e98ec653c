import ClinicalRecord
import RuleEngine

// Joint and muscle symptoms against the dates of medicines. These rules name a time, never a reason, and never advise on the medicine itself.

/// Joint symptoms that began, or became worse, after an aromatase inhibitor was started.
enum AromataseInhibitorTiming {
  /// Six months after the last dose the medicine still counts.
  static let daysAfterLast = 183

  private static let medicine = MedicationQuery(["aromataseInhibitor"], .currentOrStoppedWithin(days: daysAfterLast))
  private static let startedBefore = MedicationQuery(
    ["aromataseInhibitor"], .currentOrStoppedWithin(days: daysAfterLast),
    timing: MedicationQuery.Timing(.start, before: .answered("qJointOnsetDate")))

  static let rule = Rule("joint.ai", "Aromatase-inhibitor timing") {
    Condition.medication(medicine)
    AnyOf {
      Condition.medication(startedBefore)
      Condition.item("qJointOnsetVsMenopause", in: ["afterNewMedicine"])
    }
  }
  .says(
    "Joint symptoms began or worsened after {drug} started on {date}.",
    when: .monthsSinceMedicine(.start, medicine) >= 0
  )
  .says("Joint symptoms began or worsened after {drug}; the day it started is not recorded.")
  .adds("Ask: improves off the medicine, returns on it?")
  .detail("drug", .medicines(medicine))
  .detail("date", .medicineStart(medicine))
  .asks("When did the joint pain start?", about: "qJointOnsetDate", "qJointOnsetVsMenopause")
  .asks("When was the aromatase inhibitor started?", about: "medStartDate")
  .asks("Is the list of medicines complete?", about: "medListComplete")
  .cites("niravath2013", basis: .memory)
  .settled(by: "A34")
}

/// Muscle symptoms at a known time after a statin was started, with creatine kinase (CK) in the bands of EAS 2015.
enum StatinTiming {
  /// Multiples of the laboratory's upper limit.
  static let raisedFrom = 4.0
  static let highAbove = 10.0
  static let veryHighAbove = 40.0

  private static let multiple: Quantity = .labMultiple("ck")

  static let rule = Rule("statin.muscle", "Statin timing") {
    Condition.taking("statin")
    AnyOf {
      Condition.anEntryFits(EntryQuery(["muscleAche", "muscleTenderness", "muscleWeakness"]))
      Condition.yes("qMuscleTender")
      Condition.yes("qProximalWeakness")
    }
    Condition.item("qMuscleOnsetVsStatin", in: ["within4w", "w4to12", "after12w"])
  }
  .says(
    "Muscle symptoms after statin start ({weeks}); CK {ck} ({multiple} x upper limit).", when: multiple >= 0
  )
  .says("Muscle symptoms after statin start ({weeks}); CK {ck}.", when: .not(.notOnFile("ck")))
  .says("Muscle symptoms after statin start ({weeks}); CK not recorded.")
  .detail("weeks", .choice(weeks, otherwise: ""))
  .detail("ck", .lab("ck"))
  .detail("multiple", .number(multiple, decimals: 1))
  .detail("band", .choice(bands, otherwise: ""))
  .asks("Is a statin taken, and is the list of medicines complete?", about: "medListComplete")
  .asks("Are the muscles tender when pressed?", about: "qMuscleTender")
  .asks("Is it hard to climb stairs, rise from a chair or lift the arms to the hair?", about: "qProximalWeakness")
  .asks(
    "When did the muscle symptoms start, counted from the start of the statin?", about: "qMuscleOnsetVsStatin"
  )
  .considers(tests: "ck", "tsh", "vitaminD", "egfr")
  .cites("eas2015", basis: .verified)
  .settled(by: "A10")

  private static let weeks: [Detail.Choice] = [
    .init(.item("qMuscleOnsetVsStatin", in: ["within4w"]), "within 4 weeks"),
    .init(.item("qMuscleOnsetVsStatin", in: ["w4to12"]), "4 to 12 weeks"),
    .init(.item("qMuscleOnsetVsStatin", in: ["after12w"]), "after 12 weeks"),
  ]

  private static let bands: [Detail.Choice] = [
    .init(multiple > veryHighAbove, "above 40 x"), .init(multiple > highAbove, "above 10 x"),
    .init(multiple >= raisedFrom, "4 to 10 x"), .init(multiple < raisedFrom, "below 4 x"),
  ]
}

/// Joint symptoms within 12 weeks of the start of certain medicines, or of the end of a glucocorticoid.
enum OtherDrugTiming {
  /// 12 weeks (partly from memory, partly a project default).
  static let days = 84

  private static func query(
    _ classes: [String], routes: [String] = [], _ date: MedicationDate = .start
  ) -> MedicationQuery {
    MedicationQuery(
      classes, routes: routes, .ever,
      timing: MedicationQuery.Timing(date, before: .answered("qJointOnsetDate"), withinDays: days))
  }

  static let rule = Rule("joint.drugOther", "Other drug timing", .any(medicines))
    .says("Started after {drug}.")
    .detail("drug", .names(medicines, .met))
    .asks("When did the joint pain start?", about: "qJointOnsetDate")
    .asks(
      "When was each medicine started, and when was the last dose?", about: "medStartDate", "medStopDate", "medRoute"
    )
    .asks("Is the list of medicines complete?", about: "medListComplete")
    .cites("projectDefault", basis: .project)
    .settled(by: "A34")

  private static let medicines: [Condition] = [
    .medication(query(["fluoroquinolone", "retinoid", "recentVaccineOrNewDrug"])),
    // Given into a vein; by mouth it does not count.
    .medication(query(["bisphosphonate"], routes: ["injection"])),
    Named("the end of a course", .medication(query(["glucocorticoid"], .stop))),
  ]
}
