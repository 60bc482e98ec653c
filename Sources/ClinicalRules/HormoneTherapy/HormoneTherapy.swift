import RuleEngine

/// HRT discussion points (basis C4). The wording never says "start", "stop" or "suitable".
enum HormoneTherapy {
  static let area = RuleArea(
    "hormoneTherapy", "For discussion",
    // What the patient wants, then blockers, indications, choices (basis C4, settled reading A20).
    printedFirst: [
      "hrt.preference", "hrt.contraindication", "hrt.caution", "hrt.stage", "hrt.noTestNeeded", "hrt.vms",
      "hrt.legOnly", "hrt.window",
    ],
    [
      MenopauseStage.stage, MenopauseStage.noTestNeeded, HormoneIndications.vasomotor,
      HormoneIndications.legSymptomsOnly, HormoneIndications.window, HormoneCautions.contraindication,
      HormoneCautions.caution, HormoneRoute.vteTier, HormoneRoute.route, HormoneRoute.uterus,
      HormoneUse.contraception, HormoneUse.current, HormoneUse.preference, HormoneUse.evidence,
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
    "projectDefault": "Project default: our own choice because no guideline gives a number [P].",
  ]
}
