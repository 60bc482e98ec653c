import ClinicalRecord
import RuleEngine

/// Circulation (basis C3): veins, clots, arteries and swelling.
enum Circulation {
  static let area = RuleArea(
    "circulation", "Circulation",
    keyRules: [
      "pad.clti", "dvt.wells", "pad.ecq", "pad.abpi", "oedema.drug", "venous.refer", "pad.neurogenic",
      "venous.symptoms", "oedema.bilateral", "oedema.lipoedema",
    ],
    [
      VenousSymptoms.rule, VenousSigns.rule, VenousReferral.rule, VenousScores.rule, CompressionCaution.rule,
      WellsScore.rule, Claudication.rule, AnklePressure.rule, LimbThreat.rule, NeurogenicClaudication.rule,
      DrugSwelling.rule, BothLegSwelling.systemic, BothLegSwelling.lipoedema,
    ])

  static let references: [ReferenceID: String] = [
    "ceap2020":
      "CEAP 2020, Lurie F et al. J Vasc Surg Venous Lymphat Disord 2020;8:342-352 (details from memory)",
    "ng158":
      "NICE NG158. Venous thromboembolic diseases: diagnosis, management and thrombophilia testing. 2020, updated 2023",
    "lengFowkes1992": "Leng GC, Fowkes FG. Edinburgh questionnaire. J Clin Epidemiol 1992;45:1101-1109",
    "ukCompression":
      "UK practice on compression by ankle-brachial pressure index, 0.8 to 1.3 (from memory, not re-read)",
    "cg168": "NICE CG168. Varicose veins: diagnosis and management. 2013",
    "vcss2010": "Revised Venous Clinical Severity Score (VCSS). 2010. doi 10.1016/j.jvs.2010.06.161",
    "villalta": "Villalta scale for post-thrombotic change, bands from memory, not re-read",
    "ahaAcc2024": "AHA, ACC and partners. Guideline for lower-extremity peripheral artery disease. 2024",
    "cg147": "NICE CG147. Peripheral arterial disease: diagnosis and management. 2012, updated 2018 and 2020",
    "gvg2019": "Global Vascular Guidelines on chronic limb-threatening ischaemia. 2019 (from memory, not re-read)",
    "lipoedemaUk2017": "Wounds UK. Best practice guidelines on lipoedema. 2017 (from memory, not re-read)",
    "projectDefault": "Project default: no guideline gives this number or rule (configurable)",
  ]
}
