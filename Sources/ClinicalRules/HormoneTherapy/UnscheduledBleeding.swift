import ClinicalRecord
import RuleEngine

/// Unscheduled bleeding on HRT by the joint guideline of 2024 (basis C4, block `hrt.bleed`).
enum UnscheduledBleeding {
  /// Body mass index in kg/m²: major from the first, minor from the second.
  static let majorBmi = 40.0
  static let minorBmi = 30.0
  /// Months of a tricycling regimen: major above the first, minor from the second.
  static let tricyclingMajor = 12.0
  static let tricyclingMinor = 6.0
  /// Months of a sequential regimen above which it counts, where it began at this age in years or later.
  static let sequentialMonths = 60.0
  static let sequentialAge = 45.0
  /// Days of progestogen a month below which a course is short: norethisterone or MPA, and micronised progesterone.
  static let shortDays = 10.0
  static let shortDaysMicronised = 12.0
  /// Months of a short course: major from the first, minor from the second.
  static let shortMajor = 12.0
  static let shortMinor = 6.0
  /// Months above which a progestogen dose out of proportion counts.
  static let disproportionMonths = 12.0
  /// Months after the start and after a change within which bleeding is expected, and of an adjustment of the regimen.
  static let afterStart = 6.0
  static let afterChange = 3.0
  static let adjustmentMonths = 6.0

  private static let regimenMonths: Quantity = .monthsSince("hrtRegimenStartDate")
  private static func regimen(_ codes: String...) -> Condition { .item("hrtRegimen", in: codes) }

  private static let bleeds = ["regular", "irregular", "heavy", "heavyProlonged", "intermenstrual", "postcoital"]
  private static let patternIsNone: Condition = .item("bleedingPattern", in: ["none"])
  private static let onset: Condition = .recorded("bleedOnHrtOnset")
  private static let logged: Condition = .ifRecorded(.anEntryFits(EntryQuery(["vaginalBleeding"])))

  /// Any record of bleeding; "no" needs the pattern answered "none" and no bleeding after the menopause.
  private static let bleeding: Condition = .decided(
    met: .any([
      .item("bleedingPattern", in: bleeds), .yes("postmenopausalBleeding"), logged,
      .all([onset, .not(.ifRecorded(patternIsNone))]),
    ]),
    notMet: .all([patternIsNone, .no("postmenopausalBleeding"), .not(logged), .not(.ifRecorded(onset))]))

  /// Sequential: an onset and a pattern that is not regular; other regimens: any bleeding (settled reading A18).
  private static let unscheduled: Condition = .any([
    regimen("estrogenOnly", "tricycling", "continuousCombined", "tibolone", "vaginalOnly"),
    .all([onset, .not(.item("bleedingPattern", in: ["regular"]))]),
  ])
  private static let applies: Condition = .all([.context(Derived.onSystemicHrt), bleeding, .context(unscheduled)])

  private static let shortCourse: Condition = .all([
    .not(.ifRecorded(regimen("continuousCombined", "tibolone", "estrogenOnly"))),
    .any([
      .all([
        .item("progestogenType", in: ["net", "mpa"]), Quantity.item("progestogenDaysPerMonth") < shortDays,
      ]),
      .all([
        .item("progestogenType", in: ["micronised"]),
        Quantity.item("progestogenDaysPerMonth") < shortDaysMicronised,
      ]),
    ]),
  ])
  /// By the regimen as answered; the medicines are read by `hrt.unopposed`.
  private static let estrogenOnlyRegimen: Condition = .all([
    regimen("estrogenOnly"), .yes("uterusPresent"), .not(.ifRecorded(Derived.endometrialCover)),
  ])

  static let majorFactors: [Condition] = [
    .named("BMI 40 or over", Derived.bmi >= majorBmi),
    .named("Lynch or Cowden syndrome", .yes("lynchOrCowden")),
    .named(
      "estrogen only with a uterus for more than 6 months",
      .any([
        .all([.rule("hrt.unopposed"), EndometrialCover.isMajor]),
        .all([estrogenOnlyRegimen, regimenMonths > EndometrialCover.majorAboveMonths]),
      ])),
    .named("tricycling for more than 12 months", .all([regimen("tricycling"), regimenMonths > tricyclingMajor])),
    .named(
      "sequential regimen for more than 5 years, begun at 45 or later",
      .all([
        regimen("sequential"), regimenMonths > sequentialMonths, .age(at: "hrtRegimenStartDate") >= sequentialAge,
      ])),
    .named("short progestogen course for 12 months or more", .all([shortCourse, regimenMonths >= shortMajor])),
  ]

  static let minorFactors: [Condition] = [
    .named("BMI 30 to 39.9", .all([Derived.bmi >= minorBmi, Derived.bmi < majorBmi])),
    .named(
      "unopposed estrogen for 3 to 6 months",
      .any([
        .all([
          // Not while a coil still covered; that its years are over is a factor of its own.
          .rule("hrt.unopposed"), EndometrialCover.months >= EndometrialCover.minorFromMonths,
          EndometrialCover.monthsWithoutProgestogen <= EndometrialCover.majorAboveMonths,
        ]),
        .all([
          estrogenOnlyRegimen, regimenMonths >= EndometrialCover.minorFromMonths,
          regimenMonths <= EndometrialCover.majorAboveMonths,
        ]),
      ])),
    .named(
      "tricycling for 6 to 12 months",
      .all([regimen("tricycling"), regimenMonths >= tricyclingMinor, regimenMonths <= tricyclingMajor])),
    .named(
      "short progestogen course for 6 to 12 months",
      .all([shortCourse, regimenMonths >= shortMinor, regimenMonths < shortMajor])),
    .named(
      "progestogen dose out of proportion for more than 12 months, or an expired coil",
      .any([
        .all([.no("progestogenDoseInProportion"), regimenMonths > disproportionMonths]), EndometrialCover.coilExpired,
      ])),
    .named("polycystic ovary syndrome", .yes("pcos")),
    .named("diabetes", .item("diabetes", in: ["type1", "type2"])),
  ]

  private static let sinceStart: Quantity = .monthsBetween("hrtRegimenStartDate", "bleedOnHrtOnset")
  private static let sinceChange: Quantity = .monthsBetween("hrtRegimenChangeDate", "bleedOnHrtOnset")
  private static let soonAfterChange: Condition = .all([sinceChange >= 0, sinceChange <= afterChange])
  private static let soonAfterStart: Condition = .all([sinceStart >= 0, sinceStart <= afterStart])
  /// A change sets the clock back: bleeding soon after it is not late, however long ago the start was. A change that is not recorded is none.
  private static let late: Condition = .any([
    .ifRecorded(sinceChange > afterChange), .all([sinceStart > afterStart, .not(.ifRecorded(soonAfterChange))]),
  ])
  /// The regimen was changed after the bleeding had begun, more than 6 months ago, and bleeding is still answered.
  private static let afterAdjustment: Condition = .all([
    sinceChange <= 0, .monthsSince("hrtRegimenChangeDate") > adjustmentMonths, .item("bleedingPattern", in: bleeds),
  ])

  /// One major or three minor factors.
  private static let cancerPathway: Condition = .any(majorFactors + [.atLeast(3, minorFactors)])
  private static let ultrasoundReasons: [Condition] = [
    .named("two or more minor risk factors", .atLeast(2, minorFactors)),
    .named("heavy or prolonged bleeding", .item("bleedingPattern", in: ["heavyProlonged"])),
    .named("first bleed more than 6 months after the start or 3 months after a change", late),
    .named("still bleeding after 6 months of adjustment", .ifRecorded(afterAdjustment)),
  ]
  private static let ultrasound: Condition = .any(ultrasoundReasons)
  private static let adjustment: Condition = .all([
    .not(cancerPathway), .not(ultrasound), .any([soonAfterChange, soonAfterStart]),
  ])
  private static let pathwayOpen: Condition = .all([
    .not(.ifRecorded(cancerPathway)), .not(.ifRecorded(.not(cancerPathway))),
  ])
  private static let alwaysAsked = "Ask: examination, BMI, cervical screening status."

  static let bleed = Rule(
    "hrt.bleed", "Unscheduled bleeding on HRT",
    .decided(
      met: .all([applies, .context(.any([cancerPathway, ultrasound, adjustment]))]), notMet: .not(applies))
  )
  .says(
    "Unscheduled bleeding on HRT with risk factors for cancer ({factors}).",
    when: .all([cancerPathway, Locale.elsewhere])
  )
  .says("Unscheduled bleeding on HRT: urgent suspected-cancer pathway ({factors}).", when: cancerPathway)
  .says("Unscheduled bleeding on HRT: ultrasound to discuss ({reasons}).", when: .all([ultrasound, Locale.elsewhere]))
  .says("Unscheduled bleeding on HRT: urgent ultrasound (within 6 weeks) ({reasons}).", when: ultrasound)
  .says("Unscheduled bleeding on HRT: adjustment of regimen for up to 6 months.")
  .says(
    "Unscheduled bleeding on HRT: pathway not settled; not recorded: {notRecorded}.", if: .notRecorded, when: applies
  )
  .adds(
    "Urgent suspected-cancer pathway not settled either way; not recorded: {notRecorded}.",
    when: .all([pathwayOpen, Locale.unitedKingdom])
  )
  .adds(alwaysAsked)
  .adds(alwaysAsked, if: .notRecorded, when: applies)
  .detail(
    "band",
    .choice(
      [
        .init(cancerPathway, "suspected cancer"), .init(ultrasound, "ultrasound"), .init(adjustment, "adjustment"),
      ], otherwise: "")
  )
  .detail("factors", .names(majorFactors + minorFactors, .met))
  .detail("reasons", .names(ultrasoundReasons, .met))
  .detail(
    "notRecorded",
    .names(majorFactors + minorFactors + [.named("first bleed against start and change", late)], .notRecorded)
  )
  .level(.soon, when: cancerPathway)
  .cites("bms2024", basis: .verified)
  .settled(by: "A18")
}
