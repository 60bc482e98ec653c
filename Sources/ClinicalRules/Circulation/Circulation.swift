import ClinicalRecord
import RuleEngine

/// Circulation (basis C3): veins, clots, arteries and swelling.
enum Circulation {
  static let area = RuleArea(
    "circulation", "Circulation",
    [
      VenousSymptoms.rule, VenousSigns.rule, CompressionCaution.rule, WellsScore.rule, Claudication.rule,
      DrugSwelling.rule,
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
    "projectDefault": "Project default: no guideline gives this number or rule (configurable)",
  ]
}
