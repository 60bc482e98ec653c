import ClinicalRecord
import RuleEngine

/// Vitamin D bands and falls.
enum VitaminDAndFalls {
  /// Vitamin D in nmol/L below which it is in the deficiency range (ROS UK, from memory).
  static let deficiencyBelow = 25.0
  /// Vitamin D in nmol/L up to which it may be inadequate for some (ROS UK, from memory).
  static let inadequateTo = 50.0
  private static let level: Quantity = .lab("vitaminD", evenOld: false)

  /// The second part changes no value: it leaves the rule open, and the test to be considered, while a bone risk is recorded.
  static let vitaminD = Rule("bone.vitaminD", "Vitamin D") {
    AnyOf {
      level <= inadequateTo
      All {
        Condition.rule("bone.assess")
        level <= inadequateTo
      }
    }
  }
  .says("Vitamin D {level}, {date}: {band}.")
  .detail(
    "band",
    .choice(
      [
        .init(level < deficiencyBelow, "deficiency range"),
        .init(level <= inadequateTo, "may be inadequate for some"),
      ], otherwise: "")
  )
  .detail("level", .lab("vitaminD"))
  .detail("date", .labDate("vitaminD"))
  .considers(tests: "vitaminD")
  .cites("rosVitaminD", basis: .memory)
  .settled(by: "A02")

  /// Falls in a year that count at any age; one counts from 65, or from 50 at higher risk (NG249, from memory).
  static let manyFalls = 2.0
  static let oneFallFrom = 65.0
  static let oneFallAtRiskFrom = 50.0
  private static let fallsRecorded: Quantity = .item("qFallsPastYear")
  private static let aFall: Condition = fallsRecorded >= 1

  /// What "at higher risk" is read from: long-term conditions and signs that bear on walking (our choice of items).
  static let higherRisk: [Condition] = [
    .yes("qUnsteady"), .yes("qProximalWeakness"), .yes("neuropathyKnown"), .yes("parkinsonMs"),
    .item("diabetes", in: ["type1", "type2"]), .item("arterialDisease", in: ["strokeOrTia", "multiple"]),
    .yes("rheumatoidArthritis"), .yes("osteoarthritisKnown"),
  ]

  static let falls = Rule("bone.falls", "Falls") {
    AnyOf {
      fallsRecorded >= manyFalls
      All {
        aFall
        Condition.context(Derived.age >= oneFallFrom)
      }
      All {
        aFall
        Condition.context(Derived.age >= oneFallAtRiskFrom)
        Condition.context(.any(higherRisk))
      }
    }
  }
  .says("1 fall in a year.", when: .compare(fallsRecorded, .equal, 1))
  .says("{n} falls in a year.")
  .adds("Ask: gait, standing blood pressure, medicines.")
  .detail("n", .number(fallsRecorded, decimals: 0))
  .detail("risk", .names(higherRisk, .met))
  .cites("ng249", "projectDefault", basis: .project)
  .marking(1, manyFalls, oneFallFrom, oneFallAtRiskFrom, as: .memory)
}
