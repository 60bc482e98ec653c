import ClinicalRecord
import RuleEngine

/// Menopause before its usual age: when FSH helps, premature ovarian insufficiency (POI), early menopause, and replacement to the usual age.
enum EarlyMenopause {
  /// Ages in years: POI is below the first, early menopause below the second (ESHRE 2024, NG23).
  static let poiBelow = 40.0
  static let earlyBelow = 45.0
  /// Usual age at menopause in years (TMS 2022).
  static let usualAge = 51.0

  private static let cycleChange: Condition = .any([.yes("cycleChange7d"), .yes("gap60d")])
  /// Hormones under which FSH says nothing (NG23): the combined method counts as answered or as a medicine.
  private static let fshMasked: Condition = .any([
    .taking("combinedContraceptive", "highDoseProgestogen", "systemicEstrogen"),
    .ifRecorded(.item("contraception", in: ["combined"])),
  ])

  static let fshConsider = Rule("hrt.fshConsider", "FSH may help") {
    Condition.context(Derived.age >= poiBelow)
    Condition.context(Derived.age < earlyBelow)
    HormoneFacts.vasomotorSymptoms
    cycleChange
    Condition.not(fshMasked)
  }
  .says("Aged 40-44 with cycle change: FSH is an option.")
  .adds("Pregnancy test to be considered as well.")
  .considers(tests: "fsh")
  .cites("ng23", basis: .verified)
  .settled(by: "A27")

  private static let poiByCycles: Condition = .all([Derived.age < poiBelow, .yes("cycleDisturbance4m")])

  /// "No" needs an age at menopause of 40 or over, or periods that have not ended.
  static let poi = Rule(
    "hrt.poi", "Possible or known POI",
    .decided(
      met: .any([poiByCycles, Derived.ageAtMenopause < poiBelow]),
      notMet: .all([
        .any([Derived.ageAtMenopause >= poiBelow, HormoneFacts.notYetMenopausal]), .not(poiByCycles),
      ]))
  )
  .says(
    """
    Under 40: POI pathway. FSH > 25 IU/L once plus >= 4 months of disturbed cycles (ESHRE 2024); NICE used two samples \
    4-6 weeks apart. After bilateral oophorectomy no test is needed.
    """
  )
  .adds("Pregnancy test to be considered as well.", when: fshIsDue)
  .considers(tests: "fsh", while: fshIsDue)
  .asks("When did your last period start?", about: "lmpDate")
  .cites("eshre2024", "ng23", basis: .memory)

  /// FSH adds something only while cycles are disturbed and ovaries are left.
  private static let fshIsDue: Condition = .all([poiByCycles, .not(.ifRecorded(.item("oophorectomy", in: ["both"])))])

  static let early = Rule(
    "hrt.early", "Early menopause",
    .decided(
      met: .all([Derived.ageAtMenopause >= poiBelow, Derived.ageAtMenopause < earlyBelow]),
      notMet: .any([
        Derived.ageAtMenopause < poiBelow, Derived.ageAtMenopause >= earlyBelow, HormoneFacts.notYetMenopausal,
      ]))
  )
  .says("Menopause at 40-44.")
  .detail("age", .number(Derived.ageAtMenopause, decimals: 0))
  .asks("When did your last period start?", about: "lmpDate")
  .cites("ng23", basis: .verified)

  static let untilNaturalAge = Rule("hrt.untilNaturalAge", "Replacement to the usual age") {
    AnyOf {
      Condition.rule("hrt.poi")
      Condition.rule("hrt.early")
    }
    Condition.not(Derived.onSystemicHrt)
    Condition.context(Derived.age < usualAge)
  }
  .says(
    """
    Guidance advises hormone therapy until at least the average age of menopause unless contraindicated; bone, heart \
    and cognitive reasons, not only symptoms.
    """
  )
  .asks("Do any of the reasons against hormone therapy listed under “Contraindication recorded” apply?")
  .cites("tms2022", "eshre2024", basis: .verified)
}
