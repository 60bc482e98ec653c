import ClinicalRecord
import RuleEngine

/// Who is assessed for fracture risk (NICE CG146), and a supplied FRAX result.
enum FractureRisk {
  /// Age in years from which every woman is assessed (CG146).
  static let assessedFrom = 65.0
  /// Age in years from which one risk factor is enough; below it only a major one counts (CG146).
  static let oneFactorFrom = 50.0
  /// Body mass index in kg/m² below which it counts (CG146).
  static let lowBmi = 18.5
  /// Units of alcohol (8 g) a week above which it counts for women (CG146).
  static let alcoholUnits = 14.0
  /// Thyroid stimulating hormone in mIU/L below which a thyroid disease counts as overactive (project default).
  static let lowTsh = 0.4

  private static let fragilityFracture: Condition = .named("fragility fracture", .yes("qFragilityFracture"))
  /// Taken now, or for 3 months or longer; single short courses of the past are not on record.
  private static let steroid: Condition = .named(
    "oral glucocorticoid", .any([.taking("glucocorticoid"), .ifRecorded(.yes("steroidGe3mo"))]))
  /// Only "no" is a "no": a thyroid disease without a low TSH on file may still have been overactive.
  private static let overactiveThyroid: Condition = .decided(
    met: .all([.yes("thyroidDisease"), .lab("tsh", evenOld: false) < lowTsh]), notMet: .no("thyroidDisease"))

  /// Secondary causes in the order of the basis.
  private static let secondaryCauses: [Condition] = [
    .named("menopause before 45", .any([.rule("hrt.poi"), .rule("hrt.early")])),
    .named("aromatase inhibitor", .all([.taking("aromataseInhibitor")])),
    .named("type 1 diabetes", .item("diabetes", in: ["type1"])),
    .named("rheumatoid arthritis", .yes("rheumatoidArthritis")),
    .named("coeliac disease", .yes("coeliac")),
    .named("kidney disease stage G3b or later", .item("ckdStage", in: ["g3b", "g4", "g5", "dialysis"])),
    .named("overactive thyroid", overactiveThyroid),
    .named("inflammatory bowel disease", .yes("inflammatoryBowel")),
    .named("surgery on stomach or bowel", .yes("qGutSurgery")),
  ]

  static let factors: [Condition] =
    [
      fragilityFracture, steroid,
      .named("a fall in the past year", Quantity.item("qFallsPastYear") >= 1),
      .named("hip fracture of a parent", .yes("qParentHipFracture")),
    ] + secondaryCauses + [
      .named("BMI below 18.5", Derived.bmi < lowBmi),
      .named("current smoking", .item("smoking", in: ["current"])),
      .named("alcohol over 14 units a week", Quantity.item("alcoholUnitsPerWeek") > alcoholUnits),
    ]

  static let majorFactors: [Condition] = [
    steroid,
    .named("untreated premature menopause", .all([.rule("hrt.poi"), .not(Derived.onSystemicHrt)])),
    fragilityFracture,
  ]

  private static let byAge: Condition = .named("age 65 or over", Derived.age >= assessedFrom)

  static let assess = Rule("bone.assess", "When to assess fracture risk") {
    AnyOf {
      byAge
      All {
        Condition.context(Derived.age >= oneFactorFrom)
        Condition.any(factors)
      }
      All {
        Condition.context(Derived.age < oneFactorFrom)
        Condition.any(majorFactors)
      }
    }
  }
  .says(
    "CG146 criteria for fracture-risk assessment met: {list}.",
    when: .all([Locale.unitedKingdom, Derived.age >= oneFactorFrom])
  )
  .says("CG146 criteria for fracture-risk assessment met: {majorList}.", when: Locale.unitedKingdom)
  .says("Criteria for fracture-risk assessment met: {list}.", when: Derived.age >= oneFactorFrom)
  .says("Criteria for fracture-risk assessment met: {majorList}.")
  .adds("FRAX or QFracture: by a clinician.")
  .detail("list", .names([byAge] + factors, .met))
  .detail("majorList", .names(majorFactors, .met))
  .asks("What are your weight and height?", about: "bmi", "weightKg", "heightCm")
  .alwaysListsMissing()
  .cites("cg146", basis: .verified)

  private static let major: Condition = Quantity.measurement("fraxMajorPct") >= 0
  private static let hip: Condition = Quantity.measurement("fraxHipPct") >= 0

  /// Supplied, never computed; no threshold is applied.
  static let frax = Rule("bone.frax", "Supplied FRAX") {
    AnyOf {
      major
      hip
    }
  }
  .says("FRAX (supplied {date}): major {major}%, hip {hip}%.", when: .all([major, hip]))
  .says("FRAX (supplied {date}): major {major}%, hip not recorded.", when: major)
  .says("FRAX (supplied {date}): major not recorded, hip {hip}%.")
  .detail("date", .valueDays(["fraxMajorPct", "fraxHipPct"]))
  .detail("major", .number(.measurement("fraxMajorPct"), decimals: 1))
  .detail("hip", .number(.measurement("fraxHipPct"), decimals: 1))
  .cites("frax", basis: .memory)
  .settled(by: "A02")
}
