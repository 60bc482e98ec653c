import RuleEngine

/// Bone: fracture risk and bone results (basis C9).
enum Bone {
  static let area = RuleArea(
    "bone", "Bone",
    keyRules: ["bone.fracture", "bone.vertebral", "bone.dxa", "bone.frax"],
    [
      FractureRisk.assess, FractureRisk.frax, BoneDensity.dxa, BoneHistory.fracture, BoneHistory.vertebral,
      BoneHistory.earlyMenopause, BoneHistory.steroid, BoneHistory.aromataseInhibitor, VitaminDAndFalls.vitaminD,
      VitaminDAndFalls.falls,
    ])

  static let references: [ReferenceID: String] = [
    "cg146": "NICE CG146 fragility fracture 2012 (2017) [V]; an update is in progress.",
    "frax": "FRAX: supplied by a clinician, never computed here; licence terms [M].",
    "who1994": "WHO 1994: T-score bands of bone density [M].",
    "nogg": "NOGG: fragility fracture, and height loss of 4 cm [M].",
    "eshre2024": "ESHRE/ASRM/CREWHIRL/IMS POI guideline 2024. doi 10.1093/hropen/hoae065 [V].",
    "rosVitaminD": "Royal Osteoporosis Society, UK: vitamin D bands [M].",
    "ng249": "NICE NG249 falls 2025 [M].",
    "projectDefault": "Project default: our own choice because no guideline gives a number [P].",
  ]
}
