import ClinicalRecord
package import RuleEngine

/// The derived items of basis B9, as inert definitions that every area reads by name.
package enum Derived {
  /// A hormonal method, a hysterectomy or systemic estrogen hides the bleeding pattern.
  static let hormonallyMasked: Condition = .any([
    .item("contraception", in: ["lngIud52", "pop", "implant", "dmpa", "combined"]), .yes("hysterectomy"),
    .taking("systemicEstrogen"),
  ])

  /// In the transition or after it; an indeterminate stage is no answer (settled reading A14).
  static let inTransitionOrPost: Condition = .derived(
    "menopauseStage",
    in: [
      "strawMinus2", "strawMinus1", "strawPlus1a", "strawPlus1b", "strawPlus1c", "strawPlus2", "surgical",
      "medicallyInduced",
    ])

  /// Any current systemic estrogen or tibolone.
  static let onSystemicHrt: Condition = .taking("systemicEstrogen", "tibolone")

  /// Months after its fitting until which a 52 mg hormonal coil protects the womb lining (5 years, from memory).
  static let coilCoverMonths = 60.0

  /// A progestogen, tibolone, or a hormonal coil within its years. A coil that is not recorded is none: a complete list of medicines names it.
  static let endometrialCover: Condition = .any([
    .taking("progestogen", "tibolone"),
    .all([
      .ifRecorded(.item("contraception", in: ["lngIud52"])), .monthsSince("lngIudInsertedDate") <= coilCoverMonths,
    ]),
  ])

  static let age: Quantity = .derived("ageNow")
  static let monthsSinceLmp: Quantity = .derived("monthsSinceLmp")
  static let yearsSinceMenopause: Quantity = .derived("yearsSinceMenopause")
  static let ageAtMenopause: Quantity = .derived("ageAtMenopause")
  /// Minutes of morning stiffness: the answer, else the median of at least three joint entries.
  static let stiffness: Quantity = .derived("stiffMin")
  /// The body mass index as measured, else worked out from weight and height.
  static let bmi: Quantity = .derived("bmiNow")

  private static let metres: Quantity = .divided(.measurement("heightCm"), by: 100)
  private static let weightOverHeightSquared: Quantity = .quotient(.quotient(.measurement("weightKg"), metres), metres)

  package static let codes: [DerivedCode] = [
    DerivedCode(
      "menopauseStage",
      [
        .init(.item("oophorectomy", in: ["both"]), "surgical"),
        .init(
          .item("medicalMenopauseCause", in: ["chemotherapy", "pelvicRadiotherapy", "gnrhAnalogue", "other"]),
          "medicallyInduced"),
        .init(hormonallyMasked, "indeterminate"),
        .init(monthsSinceLmp > 96, "strawPlus2"),
        .init(monthsSinceLmp > 24, "strawPlus1c"),
        .init(monthsSinceLmp >= 12, "strawPlus1b"),
        .init(.yes("gap60d"), "strawMinus1"),
        .init(.yes("cycleChange7d"), "strawMinus2"),
        .init(.all([.no("gap60d"), .no("cycleChange7d")]), "strawMinus3"),
      ])
  ]

  package static let numbers: [DerivedNumber] = [
    DerivedNumber("ageNow", .age(at: nil)),
    DerivedNumber("monthsSinceLmp", .monthsSince("lmpDate")),
    DerivedNumber(
      "yearsSinceMenopause",
      .when(monthsSinceLmp >= 12, .divided(.monthsSince("lmpDate"), by: 12))),
    DerivedNumber(
      "ageAtMenopause",
      .smallest([
        .when(monthsSinceLmp >= 12, .age(at: "lmpDate")),
        .when(.item("oophorectomy", in: ["both"]), .age(at: "oophorectomyDate")),
      ])),
    DerivedNumber(
      "stiffMin",
      .firstRecorded([
        .item("qMorningStiffMin"), .median("morningStiffnessMinutes", EntryQuery(Kinds.joint), minimum: 3),
      ])),
    DerivedNumber(
      "crampMaxMin",
      .firstRecorded([.item("qCrampMaxMinutes"), .largest("durationMinutes", EntryQuery(["muscleCramp"]))])),
    DerivedNumber(
      "calfDiffCm", .difference("calfCircumferenceLeftCm", "calfCircumferenceRightCm", .month)),
    DerivedNumber("bmiNow", .firstRecorded([.measurement("bmi"), weightOverHeightSquared])),
    DerivedNumber("jointOnsetYears", .divided(.monthsSince("qJointOnsetDate"), by: 12)),
    DerivedNumber("jointRegions", .sites("qJointSites", EntryQuery(Kinds.joint))),
  ]
}
