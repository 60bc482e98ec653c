import ClinicalRecord
import RuleEngine

/// Restless legs beside surgical menopause and hormone therapy: context, never an explanation.
enum HormonalContext {
  /// Age in years below which the removal of both ovaries counts as early here (cohort of 2021).
  private static let ageLimit = 50.0

  static let oophorectomy = Rule(
    "rls.oophorectomy", "Surgical menopause context",
    .all([
      .item("oophorectomy", in: ["both"]), .age(at: "oophorectomyDate") < ageLimit, .rule("rls.c1"),
    ])
  )
  .says("Bilateral oophorectomy at {age}: cohort data link this with later RLS.")
  .detail("age", .number(.age(at: "oophorectomyDate"), decimals: 0))
  .cites("oophorectomyRls2021", basis: .verified)
  .settled(by: "A29")

  /// The hormone section is printed in the transition or after it, on systemic therapy, or once its wish was asked (basis C4).
  static let hormoneSectionIsShown: Condition = .any([
    Derived.inTransitionOrPost, Derived.onSystemicHrt, .recorded("qHrtPreference"),
  ])

  static let hormoneNote = Rule(
    "rls.hormoneNote", "HRT and RLS",
    .all([
      .rule("rls.essential", .isNotFalse), .atLeast(3, EssentialCriteria.criteria), hormoneSectionIsShown,
    ])
  )
  .says("Evidence that HRT changes RLS is insufficient (one crossover RCT: no change in limb movements).")
  .detail("met", .count(EssentialCriteria.criteria, .met))
  .cites("poloKantola2001", basis: .verified)
  .settled(by: "A19")
}
