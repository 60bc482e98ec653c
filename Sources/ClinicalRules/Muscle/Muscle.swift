import RuleEngine

/// Muscle: cramps, aches and strength (basis C6).
enum Muscle {
  static let area = RuleArea(
    "muscle", "Muscle",
    keyRules: ["muscle.proximal", "muscle.quinine", "muscle.sarcf", "muscle.nightCramp"],
    [
      NightCramp.rule, NightCramp.orRestlessLegs, CrampWorkUp.drugs, CrampWorkUp.test, CrampMeasures.magnesium,
      CrampMeasures.quinine, CrampMeasures.stretch, Strength.sarcF, Strength.measures, Strength.proximal,
      Strength.activity,
    ])

  static let references: [ReferenceID: String] = [
    "hallegraeff2017":
      "Hallegraeff J et al. Night cramp criteria. BMC Fam Pract 2017;18:29. doi 10.1186/s12875-017-0600-x [V].",
    "allen2014":
      "Allen RP et al. IRLSSG diagnostic criteria update. Sleep Med 2014;15:860-873. doi 10.1016/j.sleep.2014.03.025 [V]",
    "garrison2012": "Garrison SR et al. Drugs before cramps. Arch Intern Med 2012;172:120-126 [V].",
    "garrison2020":
      "Garrison SR et al. Magnesium for cramps. Cochrane 2020. doi 10.1002/14651858.CD009402.pub3 [V]; cut-offs of magnesium and eGFR from memory [M].",
    "rabbitt2016": "Rabbitt L et al. Age Ageing 2016;45:776-782. doi 10.1093/ageing/afw139 [V].",
    "mhra2010": "MHRA 2010, quinine for cramps [M].",
    "hawke2021":
      "Hawke F et al. Non-drug cramp therapies. Cochrane 2021. doi 10.1002/14651858.CD008496.pub3 [V].",
    "sarcf": "SARC-F: 4 or more points positive [V]; its low sensitivity under 65 from memory [M].",
    "ewgsop2": "EWGSOP2 2019 [M].",
    "who2020": "WHO activity guideline 2020 [M].",
    "cks": "UK Clinical Knowledge Summaries [M]",
    "projectDefault": "Project default: no guideline gives a number; to be confirmed by a clinician [P]",
  ]
}
