import ClinicalRecord
import RuleEngine

/// Fractures, height, early estrogen loss and medicines that bear on bone.
enum BoneHistory {
  private static let boneTreatment: Condition = .taking("bisphosphonate", "denosumab", "systemicEstrogen", "tibolone")

  /// A gap rule: met by the absence of a recorded treatment.
  static let fracture = Rule("bone.fracture", "Past fragility fracture") {
    Condition.yes("qFragilityFracture")
    Condition.not(.ifRecorded(boneTreatment))
  }
  .says("Fragility fracture with no bone treatment recorded.")
  .adds("Ask: site, age, treatment.")
  .cites("nogg", basis: .memory)

  static let vertebral = Rule("bone.vertebral", "Height loss") {
    AnyOf {
      Condition.yes("qHeightLossGe4cm")
      Condition.yes("qNewKyphosisBackPain")
    }
  }
  .says("Height loss or new curve: vertebral fracture to be considered.")
  .adds("Ask: spine imaging.")
  .cites("nogg", basis: .memory)

  static let earlyMenopause = Rule("bone.early", "Early or surgical menopause") {
    AnyOf {
      Condition.rule("hrt.poi")
      Condition.rule("hrt.early")
    }
    Condition.not(Derived.onSystemicHrt)
  }
  .says(
    "Early estrogen loss untreated: bone risk factor; DXA at POI diagnosis is advised where available."
  )
  .considers(tests: "dxaTscoreHip", "dxaTscoreSpine")
  .cites("eshre2024", basis: .verified)

  static let steroid = Rule("bone.steroid", "Long steroid") {
    Condition.taking("glucocorticoid")
    Condition.yes("steroidGe3mo")
  }
  .says("Oral steroid >= 3 months.")
  .adds("Ask: dose, bone protection.")
  .cites("nogg", basis: .memory)

  /// Months up to which a DXA counts as recent (project default).
  static let recentDxaMonths = 24.0
  private static let recentDxa: Condition = .any([
    .monthsSinceResult("dxaTscoreHip") <= recentDxaMonths, .monthsSinceResult("dxaTscoreSpine") <= recentDxaMonths,
  ])

  /// A gap rule: met by the absence of a dated DXA. What counts as recent is a project default, the rest from memory.
  static let aromataseInhibitor = Rule("bone.ai", "Aromatase inhibitor") {
    Condition.taking("aromataseInhibitor")
    Condition.not(.ifRecorded(recentDxa))
  }
  .says("Aromatase inhibitor; no recent DXA recorded.")
  .considers(tests: "dxaTscoreHip", "dxaTscoreSpine", "vitaminD")
  .cites("projectDefault", basis: .project)
}
