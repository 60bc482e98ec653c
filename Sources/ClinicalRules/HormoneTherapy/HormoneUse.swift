import ClinicalRecord
import RuleEngine

/// Contraception, hormone therapy as taken now, what the patient wants, and the evidence by symptom.
enum HormoneUse {
  /// Age in years at which contraception can stop (FSRH), and at which one year without periods is enough.
  static let contraceptionUntil = 55.0
  static let oneYearEnoughFrom = 50.0

  /// Without a method, or without an answer.
  private static let noMethod: Condition = .not(.ifRecorded(.not(.item("contraception", in: ["none"]))))
  private static let noLongerNeeded: Condition = .any([
    Derived.monthsSinceLmp >= 24, .all([Derived.monthsSinceLmp >= 12, .age(at: "lmpDate") >= oneYearEnoughFrom]),
  ])

  static let contraception = Rule("hrt.contraception", "Contraception still needed") {
    Derived.age < contraceptionUntil
    Condition.not(HormoneFacts.uterusGone)
    noMethod
    Condition.not(noLongerNeeded)
  }
  .says(
    "HRT is not contraception: needed for 1 year after the last period if >= 50, 2 years if < 50; can stop at 55."
  )
  .asks("When did your last period start?", about: "lmpDate")
  .asks("Which contraception do you use?", about: "contraception")
  .cites("fsrh2017", basis: .verified)

  private static let hrt = MedicationQuery(["systemicEstrogen", "tibolone"])
  private static let legEntries = EntryQuery(
    Kinds.pain + Kinds.restlessLegs + Kinds.swelling + ["jointStiffness", "jointSwelling", "muscleCramp"], .wholeLog)
  private static let onsetKnown: Condition = .all([.taking("systemicEstrogen", "tibolone"), .anEntryFits(legEntries)])

  private static let fields: [ItemID] = ["medRoute", "medDose", "medStartDate", "medAdherence"]

  /// The second part changes no value: it lists as missing what the record of the medicine lacks.
  static let current = Rule("hrt.current", "Already on HRT") {
    AnyOf {
      Derived.onSystemicHrt
      Condition.medicinesRecord(fields, hrt)
    }
  }
  .says("{course}. Leg symptom onset: {onset}.", when: onsetKnown)
  .says("{course}. Leg symptom onset not recorded in the log.")
  .adds("As answered: {answered}.", when: onsetAnswered)
  .alwaysListsMissing()
  .detail("course", .medicineCourse(hrt))
  .detail("onset", .onsetAgainst(hrt, legEntries))
  .detail("answered", .value("qHrtSymptomChange"))
  .asks(
    "Which HRT do you take, in which dose and form, since when, and how regularly?", about: "medListComplete",
    "medRoute", "medDose", "medStartDate", "medAdherence"
  )
  .cites("ng23", basis: .project)

  private static let onsetAnswered: Condition = .item(
    "qHrtSymptomChange", in: ["startedAfterHrt", "worseAfterDoseChange", "betterOnHrt", "backAfterStopping", "noLink"])

  static let preference = Rule("hrt.preference", "What the patient wants") { HormoneFacts.preferenceRecorded }
    .says("{band}; concerns: {concerns}.")
    .detail(
      "band",
      .choice(
        [
          .init(.item("qHrtPreference", in: ["wants"]), "Wants HRT"),
          .init(.item("qHrtPreference", in: ["openTo"]), "Open to HRT"),
          .init(.item("qHrtPreference", in: ["unsure"]), "Unsure about HRT"),
          .init(.item("qHrtPreference", in: ["doesNotWant"]), "Does not want HRT"),
        ], otherwise: "")
    )
    .detail("concerns", .codesOf("qHrtConcerns"))
    .asks("How do you feel about hormone replacement therapy (HRT)?", about: "qHrtPreference")
    .asks("Which worries, if any, do you have about HRT?", about: "qHrtConcerns")
    .cites("projectDefault", basis: .project)
    .settled(by: "A20", "A25")

  /// Basis P4: no HRT wording beside an inflamed or infected joint.
  private static let jointFlagged: Condition = .any([.rule("rf.synovitis"), .rule("rf.hotJoint")])
  private static let jointLine =
    "Joint pain: modest, estrogen alone, about 3 percentage points at 1 year. "
  private static let otherLines = """
    RLS: insufficient. Cramps: none. Muscle mass: none shown. Gluteal tendon: no overall effect. \
    Venous symptoms: none, oral route raises clot risk. Bone: prevents loss and fracture while used.
    """

  static let evidence = Rule("hrt.evidence", "Evidence lines") { HormoneFacts.sectionOpens }
    .says("Evidence on HRT. " + otherLines, when: jointFlagged)
    .says("Evidence on HRT. " + jointLine + otherLines)
    .cites("chlebowski2013", "poloKantola2001", "javed2019", "cowan2022", "tms2022", basis: .verified)
    .settled(by: "A02", "A19")
}
