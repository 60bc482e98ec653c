import RuleEngine

/// Red flags (basis C5): printed first, never hidden, merged away or softened (basis P1).
enum RedFlags {
  static let area = RuleArea(
    "redFlags", "Red flags",
    [
      ClotFlags.deepVein, ClotFlags.lung, LimbFlags.suddenSevere, LimbFlags.acuteLimb, JointFlags.hotJoint,
      OtherFlags.caudaEquina, OtherFlags.postmenopausalBleeding, JointFlags.synovitis, OtherFlags.freeText,
    ])

  static let references: [ReferenceID: String] = [
    "ng158": "NICE NG158 venous thromboembolism 2020 (updated 2023) [V].",
    "sixPs": "Acute limb ischaemia, the six Ps: clinical teaching, from memory, not re-read [M].",
    "bsrHotJoint": "British Society for Rheumatology: management of the hot swollen joint [M].",
    "caudaPathway": "National suspected cauda equina syndrome pathway; BMJ Best Practice [V].",
    "qs33": "NICE NG100 and QS33 rheumatoid arthritis [V].",
    "ng12": "NICE NG12 suspected cancer [V].",
    "projectDefault": "Project default: our own choice because no guideline gives a number [P].",
  ]
}
