import RuleEngine

/// HRT discussion points (basis C4). The wording never says "start", "stop" or "suitable".
enum HormoneTherapy {
  static let area = RuleArea(
    "hormoneTherapy", "For discussion", reportName: "HRT, for discussion",
    note: "For discussion. Evidence strength is stated with each line.",
    keyRules: ["hrt.contraindication", "hrt.unopposed", "hrt.bleed", "hrt.poi"],
    // What the patient wants, then blockers, investigations owed, effects of HRT itself (P7), indications, choices,
    // review (basis C4, settled reading A20).
    printedFirst: [
      "hrt.preference", "hrt.contraindication", "hrt.caution", "hrt.unopposed", "hrt.bleed", "hrt.stage",
      "hrt.noTestNeeded", "hrt.fshConsider", "hrt.poi", "hrt.early", "hrt.riskNumbers", "hrt.adverse",
      "hrt.untilNaturalAge", "hrt.vms", "hrt.otherIndications", "hrt.legOnly", "hrt.window", "hrt.vteTier",
      "hrt.route", "hrt.uterus", "hrt.contraception", "hrt.nonHormonal", "hrt.rlsInteraction", "hrt.current",
      "hrt.offTrial", "hrt.review", "hrt.evidence",
    ],
    printedWhile: "hrt.evidence",
    [
      MenopauseStage.stage, MenopauseStage.noTestNeeded, EarlyMenopause.fshConsider, EarlyMenopause.poi,
      EarlyMenopause.early, EarlyMenopause.untilNaturalAge, HormoneIndications.vasomotor,
      HormoneIndications.otherReasonsListed, HormoneIndications.legSymptomsOnly, HormoneIndications.window,
      HormoneCautions.contraindication, HormoneCautions.caution, HormoneRoute.vteTier, HormoneRoute.route,
      HormoneRoute.uterus, EndometrialCover.unopposed, UnscheduledBleeding.bleed, HormoneUse.contraception,
      HormoneUse.current, HormoneReview.adverse, HormoneReview.offTrial, HormoneReview.review,
      HormoneAlternatives.nonHormonal, HormoneAlternatives.rlsInteraction, HormoneAlternatives.riskNumbers,
      HormoneUse.preference, HormoneUse.evidence,
    ])

  static let references: [ReferenceID: String] = [
    "straw2012": "STRAW+10, Harlow SD et al. 2012. doi 10.1210/jc.2011-3362 [M].",
    "ng23": "NICE NG23 menopause 2015, updated Nov 2024, minor May 2025 [V].",
    "tms2022":
      "TMS (NAMS) hormone therapy statement. Menopause 2022;29:767-794. doi 10.1097/GME.0000000000002028 [V].",
    "fdaIndications":
      "US FDA: four labelled indications of menopausal hormone therapy [V]; UK SmPC wording \"estrogen deficiency symptoms\" [M].",
    "cks": "NICE CKS and product texts (SmPC): contraindications and cautions of HRT [V, secondary]; lists differ.",
    "ukMenopauseAid": "UK menopause aid on clot risk: transdermal estrogen where there is a risk of a clot [V].",
    "fsrh2017": "FSRH contraception over 40 (2017, amended) [V].",
    "chlebowski2013":
      "Chlebowski RT et al. Estrogen alone and joint symptoms, WHI. Menopause 2013;20:600-608. doi 10.1097/GME.0b013e31828392c4 [V].",
    "poloKantola2001":
      "Polo-Kantola P et al. Estrogen and limb movements RCT. Obstet Gynecol 2001;97:548-554. doi 10.1016/S0029-7844(00)01191-1 [V].",
    "javed2019":
      "Javed AA et al. HT and muscle mass. JAMA Netw Open 2019;2:e1910154. doi 10.1001/jamanetworkopen.2019.10154 [V].",
    "cowan2022":
      "Cowan RM et al. GLoBE hip trial. Am J Sports Med 2022;50:515-525; protocol Ganderton 2016 doi 10.1186/s12905-016-0311-9 [V].",
    "eshre2024": "ESHRE/ASRM/CREWHIRL/IMS POI guideline 2024. doi 10.1093/hropen/hoae065 [V].",
    "bms2024": "BMS and partners. Unscheduled bleeding on HRT. 2024 [V].",
    "hrtProductTexts": "HRT product texts (SmPC) and patient leaflets: listed adverse effects [V].",
    "magliano2010":
      "Magliano M. Menopausal arthralgia. Maturitas 2010;67:29-33. doi 10.1016/j.maturitas.2010.04.009 [V].",
    "tmsNonHormone2023": "TMS non-hormone statement 2023. doi 10.1097/GME.0000000000002200 [M].",
    "aasm2025":
      "Winkelman JW et al. AASM RLS/PLMD guideline. J Clin Sleep Med 2025. doi 10.5664/jcsm.11390 [V].",
    "stuenkel2015":
      "Endocrine Society, Stuenkel CA et al. JCEM 2015;100:3975-4011. doi 10.1210/jc.2015-2236 [M].",
    "projectDefault": "Project default: our own choice because no guideline gives a number [P].",
  ]
}
