import RuleEngine

/// Nerve: nerve-type sensations (basis C7).
enum Nerve {
  static let area = RuleArea(
    "nerve", "Nerve",
    keyRules: ["nerve.stocking", "nerve.oneSided", "nerve.radicular", "nerve.footRisk"],
    [
      NervePattern.stocking, NervePattern.orRestlessLegs, NerveTests.dn4, NerveTests.causes, NerveTests.first,
      NerveTests.glucoseBands, NerveTests.b12Bands, NervePattern.radicular, NervePattern.oneSided,
      NervePattern.footRisk,
    ])

  static let references: [ReferenceID: String] = [
    "allen2014":
      "Allen RP et al. IRLSSG diagnostic criteria update. Sleep Med 2014;15:860-873. doi 10.1016/j.sleep.2014.03.025 [V]",
    "bouhassira2005": "Bouhassira D 2005 (DN4) [M]; other cut-offs are reported [V].",
    "ng239": "NICE NG239 B12 2024: list of causes and rule for testing [V, summaries]; thresholds from memory [M].",
    "hba1cBands": "WHO, NICE and ADA bands of HbA1c [M].",
    "ng19": "NICE NG19 [M].",
    "cks": "UK Clinical Knowledge Summaries [M]",
    "projectDefault": "Project default: no guideline gives a number; to be confirmed by a clinician [P]",
  ]
}
