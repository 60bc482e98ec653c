import ClinicalRecord
import RuleEngine

/// Joints (basis C2).
enum Joints {
  static let area = RuleArea(
    "joints", "Joints",
    gate: "joint.present",
    [
      JointPain.present, JointPain.menopausalPattern, Osteoarthritis.clinicalCriteria, Osteoarthritis.atypicalFeatures,
      InflammatoryPattern.rule,
    ])

  static let references: [ReferenceID: String] = [
    "magliano2010": "Magliano M. Menopausal arthralgia. Maturitas 2010;67:29-33. doi 10.1016/j.maturitas.2010.04.009",
    "wright2024":
      "Wright VJ et al. Musculoskeletal syndrome of menopause. Climacteric 2024. doi 10.1080/13697137.2024.2380363",
    "ng226": "NICE NG226. Osteoarthritis in over 16s: diagnosis and management. 2022",
    "ng100": "NICE NG100. Rheumatoid arthritis in adults: management",
    "qs33": "NICE QS33. Rheumatoid arthritis in over 16s, quality standard",
    "bsrPmr": "BSR and BHPR guideline for the management of polymyalgia rheumatica, 2009/10",
    "projectDefault": "Project default: no guideline gives this number or rule (configurable)",
  ]

  /// Every joint that the patient named or logged in the last 28 days.
  static let named = Detail.sites("qJointSites", EntryQuery(Kinds.joint), among: Vocabulary.bodySites)

  /// At least one joint is named or logged.
  static let anyNamed: Condition = Quantity.derived("jointRegions") >= 1
}
