import ClinicalRecord
import RuleEngine

/// Joints (basis C2).
enum Joints {
  static let area = RuleArea(
    "joints", "Joints",
    note: "No validated criteria exist for joint pain of the menopause transition; the pattern is descriptive.",
    keyRules: [
      "joint.inflammatory", "joint.pmr", "joint.spa", "joint.ai", "statin.muscle", "joint.drugOther", "joint.oa",
      "joint.gtps", "joint.widespread", "joint.menopausalPattern",
    ],
    printedFirst: ["joint.present", "joint.ai", "statin.muscle", "joint.drugOther"],
    gate: "joint.present",
    [
      JointPain.present, JointPain.menopausalPattern, Osteoarthritis.clinicalCriteria, Osteoarthritis.atypicalFeatures,
      InflammatoryPattern.rule, SuspiciousArthralgia.rule, SpondyloarthritisFeatures.rule, PolymyalgiaPattern.rule,
      PolymyalgiaScore.rule, LateralHipPain.rule, AromataseInhibitorTiming.rule, StatinTiming.rule,
      OtherDrugTiming.rule, WidespreadPain.rule, MusculoskeletalGrouping.rule, JointTests.rule,
    ])

  static let references: [ReferenceID: String] = [
    "magliano2010": "Magliano M. Menopausal arthralgia. Maturitas 2010;67:29-33. doi 10.1016/j.maturitas.2010.04.009",
    "wright2024":
      "Wright VJ et al. Musculoskeletal syndrome of menopause. Climacteric 2024. doi 10.1080/13697137.2024.2380363",
    "ng226": "NICE NG226. Osteoarthritis in over 16s: diagnosis and management. 2022",
    "ng100": "NICE NG100. Rheumatoid arthritis in adults: management",
    "qs33": "NICE QS33. Rheumatoid arthritis in over 16s, quality standard",
    "bsrPmr": "BSR and BHPR guideline for the management of polymyalgia rheumatica, 2009/10",
    "dasgupta2012":
      "Dasgupta B et al. PMR classification. Ann Rheum Dis 2012;71:484-492. doi 10.1136/annrheumdis-2011-200329",
    "vanSteenbergen2017":
      "van Steenbergen HW et al. Ann Rheum Dis 2017;76:491-496. doi 10.1136/annrheumdis-2016-209846",
    "grimaldi2017": "Grimaldi A et al. Gluteal tendinopathy tests. 2017 (from memory, not re-read)",
    "cowan2022": "Cowan RM et al. GLoBE hip trial. Am J Sports Med 2022;50:515-525",
    "niravath2013": "Niravath P. Aromatase inhibitor arthralgia criteria. 2013 (from memory, not re-read)",
    "eas2015": "EAS statin muscle statement. Eur Heart J 2015;36:1012-1022. doi 10.1093/eurheartj/ehv043",
    "acr2016": "ACR fibromyalgia criteria, 2016 revision: generalised pain (from memory, not re-read)",
    "projectDefault": "Project default: no guideline gives this number or rule (configurable)",
  ]

  /// Every joint that the patient named or logged in the last 28 days.
  static let named = Detail.sites("qJointSites", EntryQuery(Kinds.joint), among: Vocabulary.bodySites)

  /// At least one joint is named or logged.
  static let anyNamed: Condition = Quantity.derived("jointRegions") >= 1
}
