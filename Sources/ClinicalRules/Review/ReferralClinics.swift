import RuleEngine

/// Which areas and rules belong into a letter to which clinic: a draft like the rules, for a clinician to confirm.
enum ReferralClinics {
  static let all = [vascular, rheumatology, sleep, menopause]

  static let vascular = ReferralClinic(
    "vascular", "Vascular clinic", areas: ["circulation"],
    also: [
      "hrt.vteTier", "hrt.adverse", "nerve.footRisk", "self.compression", "self.elevation", "self.exercise",
      "self.weight", "self.footwear",
    ],
    weighs: [
      "venous.symptoms", "venous.refer", "venous.compressionCaution", "dvt.wells", "pad.ecq", "pad.abpi", "pad.clti",
      "pad.neurogenic", "oedema.drug", "oedema.bilateral", "oedema.lipoedema",
    ],
    flags: [
      "rf.dvt", "rf.pe", "rf.ali", "rf.clti", "rf.suddenSevere", "rf.diabeticFoot", "rf.softTissue", "rf.svt",
      "rf.veinBleed", "rf.heartFailure", "rf.compartment", "rf.pregnant",
    ])

  static let rheumatology = ReferralClinic(
    "rheumatology", "Rheumatology clinic", areas: ["joints", "tendon"],
    also: [
      "muscle.proximal", "bone.steroid", "bone.fracture", "bone.ai", "self.nsaidTopical", "self.nsaidOral",
      "self.paracetamol", "self.exercise", "self.strength", "self.heat",
    ],
    weighs: [
      "joint.inflammatory", "joint.pmr", "joint.oa", "joint.oaAtypical", "joint.spa", "joint.gtps",
      "joint.widespread", "joint.ai", "statin.muscle", "joint.drugOther", "tendon.fluoroquinolone",
      "muscle.proximal",
    ],
    flags: [
      "rf.hotJoint", "rf.synovitis", "rf.gca", "rf.fracture", "rf.achilles", "rf.rhabdo", "joint.inflammatory",
      "joint.pmr", "tendon.fluoroquinolone",
    ])

  static let sleep = ReferralClinic(
    "sleep", "Sleep and neurology clinic", areas: ["restlessLegs", "nerve"],
    also: [
      "muscle.nightCramp", "muscle.crampVsRls", "muscle.crampDrugs", "hrt.rlsInteraction", "self.sleepAids",
      "self.stimulants", "self.sleep", "self.ironFood", "self.magnesium",
    ],
    weighs: [
      "rls.essential", "rls.course", "rls.significance", "rls.severity", "rls.ironTest", "rls.ironLow", "rls.ironMid",
      "rls.drugs", "rls.secondary", "rls.augmentation", "nerve.stocking", "nerve.radicular", "nerve.oneSided",
      "nerve.causes", "muscle.nightCramp",
    ],
    flags: ["rf.cauda", "rf.weakness"])

  static let menopause = ReferralClinic(
    "menopause", "Menopause clinic", areas: ["hormoneTherapy"],
    also: [
      "joint.menopausalPattern", "joint.msm", "rls.oophorectomy", "rls.hormoneNote", "bone.assess", "bone.early",
      "bone.dxa", "bone.frax", "tendon.hrtEvidence",
    ],
    weighs: [
      "hrt.contraindication", "hrt.unopposed", "hrt.bleed", "hrt.poi", "hrt.early", "hrt.untilNaturalAge", "hrt.vms",
      "hrt.otherIndications", "hrt.adverse", "hrt.offTrial", "hrt.nonHormonal", "joint.menopausalPattern",
    ],
    flags: ["rf.pmb", "hrt.unopposed", "hrt.bleed"])
}
