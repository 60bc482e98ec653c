import ClinicalRecord
import RuleEngine

/// C1: restless legs. Only totals of licensed scales are read; no item of them is shown.
enum RestlessLegs {
  static let area = RuleArea(
    "restlessLegs", "Restless legs",
    keyRules: ["rls.essential", "rls.augmentation", "rls.ironLow", "rls.ironCause"],
    gate: "rls.c1",
    [
      EssentialCriteria.urge, EssentialCriteria.restOnset, EssentialCriteria.relief, EssentialCriteria.evening,
      MimicCriterion.rule, EssentialCriteria.essential,
      CourseAndImpact.course, CourseAndImpact.significance, CourseAndImpact.support, CourseAndImpact.severity,
      Iron.test, Iron.low, Iron.mid, Iron.masked, Iron.cause,
      Provokers.drugs, Provokers.secondary,
      DopaminergicTreatment.augmentation, DopaminergicTreatment.caution,
      HormonalContext.oophorectomy, HormonalContext.hormoneNote,
    ])

  static let references: [ReferenceID: String] = [
    "allen2014":
      "Allen RP et al. IRLSSG diagnostic criteria update. Sleep Med 2014;15:860-873. doi 10.1016/j.sleep.2014.03.025 [V]",
    "irlssg2018":
      "Allen RP et al. IRLSSG iron task force. Sleep Med 2018;41:27-44. doi 10.1016/j.sleep.2017.11.1126 (DOI from memory) [V]",
    "aasm2025": "Winkelman JW et al. AASM RLS/PLMD guideline. J Clin Sleep Med 2025. doi 10.5664/jcsm.11390 [V]",
    "augmentation2016":
      "Garcia-Borreguero D et al. Augmentation guideline. Sleep Med 2016;21:1-11. doi 10.1016/j.sleep.2016.01.017 [M]",
    "poloKantola2001":
      "Polo-Kantola P et al. Estrogen and limb movements RCT. Obstet Gynecol 2001;97:548-554. doi 10.1016/S0029-7844(00)01191-1 [V]",
    "oophorectomyRls2021": "Bilateral oophorectomy and RLS cohort. JAMA Netw Open 2021 (article 2775661) [V]",
    "cks": "UK Clinical Knowledge Summaries [M]",
    "dg56": "NICE DG56, faecal immunochemical testing (FIT) [M]",
    "projectDefault": "Project default: no guideline gives a number; to be confirmed by a clinician [P]",
  ]
}
