import ClinicalRecord
import RuleEngine

/// Systemic estrogen with a uterus and nothing to protect its lining: a safety rule, printed with the flags (basis P1).
enum EndometrialCover {
  /// Months without cover above which it is a major, and from which it is a minor, risk factor (BMS 2024).
  static let majorAboveMonths = 6.0
  static let minorFromMonths = 3.0

  private static let estrogen = MedicationQuery(["systemicEstrogen"])
  private static let medicineDates: [Quantity] = [
    .monthsSinceMedicine(.start, estrogen), .monthsSinceMedicine(.stop, MedicationQuery(["progestogen"])),
  ]
  static let coilExpired: Condition = .all([
    .item("contraception", in: ["lngIud52"]), .monthsSince("lngIudInsertedDate") > Derived.coilCoverMonths,
  ])
  /// Since estrogen began, or since the progestogen ended where that is the later; an expired coil is a factor of its own.
  static let monthsWithoutProgestogen: Quantity = .smallest(medicineDates)
  /// The same, or since the years of a coil ended where that is the latest.
  static let months: Quantity = .smallest(
    medicineDates + [
      .when(coilExpired, .minus(.monthsSince("lngIudInsertedDate"), .fixed(Derived.coilCoverMonths)))
    ])
  /// Long enough for a major risk factor.
  static let isMajor: Condition = months > majorAboveMonths

  static let unopposed = Rule("hrt.unopposed", "Estrogen without cover (safety)") {
    Condition.medication(estrogen)
    Condition.context(.yes("uterusPresent"))
    Condition.not(Derived.endometrialCover)
  }
  .says(
    """
    Systemic estrogen with a uterus; hormonal coil fitted {coil}, more than 5 years ago, and no other progestogen \
    recorded: without cover for {months} months.
    """, when: coilExpired
  )
  .says(
    "Systemic estrogen with a uterus and no progestogen recorded for {months} months.",
    when: monthsWithoutProgestogen >= 0
  )
  .says("Systemic estrogen with a uterus and no progestogen recorded; start not recorded.")
  .adds("More than 6 months: major risk factor.", when: isMajor)
  .detail("months", .number(months, decimals: 1))
  .detail("coil", .date("lngIudInsertedDate"))
  .level(.urgent)
  .asks("Do you take or use a progestogen, and is the list of your medicines complete?", about: "medListComplete")
  .asks("When was your hormonal coil fitted?", about: "lngIudInsertedDate")
  .cites("bms2024", basis: .verified)
}
