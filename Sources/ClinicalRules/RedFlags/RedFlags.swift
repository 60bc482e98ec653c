import RuleEngine

/// Red flags (basis C5): printed first, never hidden, merged away or softened (basis P1).
enum RedFlags {
  static let area = RuleArea(
    "redFlags", "Red flags", role: .redFlags,
    [
      ClotFlags.deepVein, ClotFlags.lung, LimbFlags.suddenSevere, LimbFlags.severePersistent, LimbFlags.acuteLimb,
      ArteryFlags.limbThreat, JointFlags.hotJoint, NerveFlags.caudaEquina, NerveFlags.weakness,
      BoneAndTendonFlags.fracture, MuscleFlags.compartment, SkinFlags.spreading, SkinFlags.diabeticFoot,
      OtherFlags.malignancy, OtherFlags.postmenopausalBleeding, HeadFlags.giantCell, MuscleFlags.rhabdomyolysis,
      VeinAndSwellingFlags.hardVein, VeinAndSwellingFlags.bleedingVein, VeinAndSwellingFlags.heartFailure,
      BoneAndTendonFlags.achilles, JointFlags.synovitis, VeinAndSwellingFlags.pregnancy, ResultFlags.bloodPressure,
      ResultFlags.criticalResult, OtherFlags.freeText,
    ])

  static let references: [ReferenceID: String] = [
    "ng158": "NICE NG158 venous thromboembolism 2020 (updated 2023) [V].",
    "sixPs": "Acute limb ischaemia, the six Ps: clinical teaching, from memory, not re-read [M].",
    "bsrHotJoint": "British Society for Rheumatology: management of the hot swollen joint [M].",
    "caudaPathway": "National suspected cauda equina syndrome pathway; BMJ Best Practice [V].",
    "qs33": "NICE NG100 and QS33 rheumatoid arthritis [V].",
    "ng12": "NICE NG12 suspected cancer [V].",
    "ng234": "NICE NG234 spinal metastases and metastatic spinal cord compression [M].",
    "gvg2019": "Global Vascular Guidelines on chronic limb-threatening ischaemia 2019 [M].",
    "cg147": "NICE CG147 peripheral arterial disease 2012 (2018, 2020) [V].",
    "ng141": "NICE NG141 cellulitis and erysipelas [M].",
    "ng19": "NICE NG19 diabetic foot problems [M].",
    "bsrGca2020":
      "BSR GCA guideline, Rheumatology 2020;59:e1-e23 (summary 487-494); doi 10.1093/rheumatology/kez672 (which of the two it labels: M) [V].",
    "eas2015": "EAS statin muscle statement. Eur Heart J 2015;36:1012-1022. doi 10.1093/eurheartj/ehv043 [V].",
    "cg168": "NICE CG168 varicose veins 2013 [V].",
    "ng136": "NICE NG136 hypertension [M].",
    "clinicalTeaching": "Clinical teaching, from memory, not re-read [M].",
    "projectDefault": "Project default: our own choice because no guideline gives a number [P].",
  ]
}
