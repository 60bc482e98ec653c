import ClinicalRecord
import RuleEngine

/// Other options for flushes, their clash with restless legs, and estimates owed before a decision.
enum HormoneAlternatives {
  /// Cognitive behavioural therapy is from a guideline that was read; the medicines and their licences are from memory.
  static let nonHormonal = Rule("hrt.nonHormonal", "Other options") {
    HormoneFacts.anyVasomotor
    AnyOf {
      Condition.rule("hrt.contraindication")
      Condition.item("qHrtPreference", in: ["doesNotWant", "unsure"])
    }
  }
  .says(
    """
    Non-hormonal options: CBT; fezolinetant or elinzanetant where available (liver checks); SSRI/SNRI; gabapentin.
    """
  )
  .asks("How bothersome are your hot flushes or night sweats?", about: "qVasomotor")
  .cites("ng23", "tmsNonHormone2023", basis: .memory)
  .settled(by: "A25")

  private static let criteria: [Condition] = [
    .rule("rls.c1"), .rule("rls.c2"), .rule("rls.c3"), .rule("rls.c4"), .rule("rls.c5"),
  ]

  static let rlsInteraction = Rule("hrt.rlsInteraction", "RLS and flush treatment clash") {
    Condition.rule("hrt.nonHormonal")
    AnyOf {
      Condition.rule("rls.essential")
      All {
        Condition.rule("rls.essential", .isNotFalse)
        Condition.atLeast(3, criteria)
      }
    }
  }
  .says("SSRI/SNRI may worsen RLS; gabapentin acts on both; avoid sedating antihistamines for sleep.")
  .cites("aasm2025", "tmsNonHormone2023", basis: .project)

  private static let cardiovascular: Condition = .no("cvRiskOnFile")
  private static let breast: Condition = .no("breastRiskOnFile")

  static let riskNumbers = Rule("hrt.riskNumbers", "Risk estimate needed") {
    Condition.rule("hrt.vms")
    AnyOf {
      cardiovascular
      breast
    }
  }
  .says("{list} not on file (Endocrine Society suggests estimating both first).")
  .adds("Ask: blood pressure, lipids, family history.")
  .detail(
    "list",
    .choice(
      [
        .init(.all([cardiovascular, breast]), "Cardiovascular and breast risk"),
        .init(cardiovascular, "Cardiovascular risk"), .init(breast, "Breast risk"),
      ], otherwise: "")
  )
  .cites("stuenkel2015", basis: .memory)
}
