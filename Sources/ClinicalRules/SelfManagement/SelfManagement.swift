import RuleEngine

/// Self-management: what was tried, what helped, what is worth discussing (basis C10).
///
/// Every measure is a ``Measure``; which codes of `reliefTried` and `qSelfCareWishes` (basis B2) stand for it:
///
/// | measure | codes | also counts as tried |
/// |---|---|---|
/// | `self.exercise` | movement, walking, exerciseProgramme, physiotherapy | `qActivityMinPerWeek` of 1 or more |
/// | `self.strength` | none | `qStrengthDaysPerWeek` of 1 or more |
/// | `self.weight` | none: neither list names it, so it is never met | |
/// | `self.stretch`, `self.heat`, `self.elevation`, `self.compression`, `self.massage` | stretching, heat, elevation, compression, massage | |
/// | `self.magnesium` | magnesium | a current magnesium supplement |
/// | `self.ironFood` | ironSupplement | current oral iron |
/// | `self.fluids` | fluids | |
/// | `self.nsaidTopical`, `self.nsaidOral` | nsaidTopical, nsaidOral | the same current medicine; `qNsaidDaysPerWeek` of 1 or more for tablets |
/// | `self.paracetamol` | paracetamol | |
/// | `self.sleepAids` | none | a current sedating antihistamine |
/// | `self.stimulants` | lessCaffeine, lessAlcohol | |
/// | `self.footwear`, `self.sleep` | footwear, sleepRoutine | |
///
/// Without a measure in basis C10: cold, rest, otherPainkiller, hrt, other.
enum SelfManagement {
  static let area = RuleArea(
    "selfManagement", "Self-management", role: .measures,
    [
      MovementMeasures.exercise, MovementMeasures.strength, MovementMeasures.weight, MovementMeasures.stretch,
      LegMeasures.heat, LegMeasures.elevation, LegMeasures.compression, LegMeasures.massage,
      SupplementMeasures.magnesium, SupplementMeasures.ironFood, SupplementMeasures.fluids,
      PainMedicines.nsaidTopical, PainMedicines.nsaidOral, PainMedicines.paracetamol,
      HabitMeasures.sleepAids, HabitMeasures.stimulants, HabitMeasures.footwear, HabitMeasures.sleep,
    ])

  static let references: [ReferenceID: String] = [
    "ng226": "NICE NG226. Osteoarthritis in over 16s: diagnosis and management. 2022",
    "who2020": "WHO guidelines on physical activity and sedentary behaviour. 2020 [M]",
    "hawke2021":
      "Hawke F et al. Non-drug cramp therapies. Cochrane 2021. doi 10.1002/14651858.CD008496.pub3 [V]",
    "garrison2020": "Garrison SR et al. Magnesium for cramps. Cochrane 2020. doi 10.1002/14651858.CD009402.pub3 [V]",
    "cg168": "NICE CG168. Varicose veins: diagnosis and management. 2013",
    "aasm2025": "Winkelman JW et al. AASM RLS/PLMD guideline. J Clin Sleep Med 2025. doi 10.5664/jcsm.11390 [V]",
    "selfCarePractice": "Clinical teaching on self-care and its cautions, from memory, not re-read [M]",
    "projectDefault": "Project default: no guideline gives this number or rule (configurable)",
  ]
}
