import ClinicalRecord

/// History: periods, HRT and contraception (basis B4), and the two items on medicines that A06 places here.
extension LegbriefFields {
  static let history: [Field] =
    menopause + bleeding + hrt + clots + cancer + cardiometabolic + conditions + medicinesAndHabits

  private static let menopause: [Field] = [
    .history(
      "menopauseStage", "Which stage of the menopause has been recorded for you?",
      .enumeration([
        "strawMinus3", "strawMinus2", "strawMinus1", "strawPlus1a", "strawPlus1b", "strawPlus1c", "strawPlus2",
        "surgical", "medicallyInduced", "indeterminate",
      ]), note: "STRAW+10; derived from the items below when not given"),
    .history(
      "lmpDate", "When did your last period start?", .day, codes: [.loincFromMemory("8665-2")]),
    .history("cycleChange7d", "Has the length of your cycle repeatedly changed by 7 days or more?"),
    .history("gap60d", "Have you had a gap of 60 days or more between periods?"),
    .history("hysterectomy", "Has your womb been removed?"),
    .history(
      "uterusPresent", "Do you still have your womb?",
      note: "no only if total or subtotal removal is recorded; subtotal leaves an endometrial remnant"),
    .history(
      "oophorectomy", "Have one or both ovaries been removed?", .enumeration(["none", "one", "both", "unknown"])),
    .history("oophorectomyDate", "When were the ovaries removed?", .day).detail(of: "oophorectomy"),
    .history(
      "medicalMenopauseCause", "Did a medical treatment stop your periods, and if so which?",
      .enumeration(["none", "chemotherapy", "pelvicRadiotherapy", "gnrhAnalogue", "other"])),
  ]

  private static let bleeding: [Field] = [
    .history(
      "bleedingPattern", "How would you describe your bleeding?",
      .enumeration([
        "regular", "irregular", "heavy", "heavyProlonged", "intermenstrual", "postcoital", "none", "unknown",
      ]), note: "heavyProlonged: more than 7 days, flooding or clots"),
    .history("postmenopausalBleeding", "Have you bled 12 months or more after your last period?"),
    .history("bleedOnHrtOnset", "When did unplanned bleeding on HRT start?", .day),
    .history(
      "cycleDisturbance4m", "Have your periods been irregular or absent for 4 months or more?",
      note: "premature ovarian insufficiency"),
  ]

  private static let hrt: [Field] = [
    .history(
      "hrtRegimen", "Which form of HRT do you use?",
      .enumeration([
        "estrogenOnly", "sequential", "tricycling", "continuousCombined", "tibolone", "vaginalOnly", "unknown",
      ])),
    .history("hrtRegimenStartDate", "When did you start this form of HRT?", .day),
    .history("hrtRegimenChangeDate", "When was your HRT last changed?", .day),
    .history("lastHrtReviewDate", "When was your HRT last reviewed?", .day),
    .history(
      "progestogenDaysPerMonth", "On how many days a month do you take the progestogen?", .integer,
      unit: "days per month", possible: 0...31),
    .history(
      "progestogenType", "Which progestogen do you use?",
      .enumeration(["net", "mpa", "micronised", "dydrogesterone", "lngIud", "other"])),
    .history(
      "progestogenDoseInProportion", "Is the progestogen dose in proportion to the estrogen dose?", by: [.clinician],
      note: "clinician only"),
    .history(
      "cvRiskOnFile", "Is an estimate of the cardiovascular risk on file?", note: "from a clinician or the record"),
    .history(
      "breastRiskOnFile", "Is an estimate of the breast-cancer risk on file?", note: "from a clinician or the record"),
    .history(
      "contraception", "Which contraception do you use?",
      .enumeration([
        "none", "condom", "copperIud", "lngIud52", "pop", "implant", "dmpa", "combined", "sterilised", "notNeeded",
      ])),
    .history("lngIudInsertedDate", "When was your hormonal coil fitted?", .day),
    .history(
      "pregnancyStatus", "Are you pregnant, possibly pregnant, or within 6 weeks of giving birth?",
      .enumeration(["notPregnant", "pregnant", "postpartum6w", "possible"]), codes: [.loincFromMemory("82810-3")]),
  ]
}
