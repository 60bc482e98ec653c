import ClinicalRecord

/// Supplied scores (basis B7 and D): results of scales that somebody else filled in and scored.
///
/// No item of these scales is shown; the name of the scale and its range are facts.
extension LegbriefFields {
  static let scores: [Field] = [
    .score("irlsTotal", "IRLS severity scale, total", possible: 0...40, note: "total only"),
    .score(
      "rls6Items", "RLS-6, the six item scores in order", .profile(count: 6), possible: .rating,
      note: "numbers only; a profile without a total"),
    .score("mrsTotal", "Menopause Rating Scale, total", possible: 0...44, note: "total only"),
    .score("greeneTotal", "Greene Climacteric Scale, total", possible: 0...63, note: "total only"),
    .score(
      "menqolDomains", "MENQOL, the four domain means",
      .subscales(["vasomotor", "psychosocial", "physical", "sexual"]), possible: 1...8, note: "domains only"),
    .score("pegItem1", "PEG scale, score of item 1", possible: .rating, note: pegNote),
    .score("pegItem2", "PEG scale, score of item 2", possible: .rating, note: pegNote),
    .score("pegItem3", "PEG scale, score of item 3", possible: .rating, note: pegNote),
    .score(
      "koosSubscales", "KOOS, the five subscales", .subscales(koosNames), possible: .percent,
      note: "subscales only; 100 is best"),
    .score(
      "hoosSubscales", "HOOS, the five subscales", .subscales(koosNames), possible: .percent,
      note: "subscales only; 100 is best"),
    .score(
      "womacTotal", "WOMAC, total", .number, possible: .percent, plausible: 0...96,
      note: "total only; 0-96, or normalised to 0-100: say which in form"),
    .score("oksTotal", "Oxford Knee Score, total", possible: 0...48, note: "total only; 48 is best"),
    .score(
      "vcssTotal", "Venous Clinical Severity Score (revised), total", possible: 0...30, by: [.clinician],
      note: "total only; scored by a clinician"),
    .score("villaltaTotal", "Villalta scale, total", possible: 0...33, note: "total only; only with a past DVT"),
    .score("civiqTotal", "CIVIQ-20, total", .number, possible: .percent, note: "total only"),
    .score("dn4Total", "DN4, total", possible: 0...10, note: "total only; form 10, or 7 for the interview part"),
    .score("psqiTotal", "Pittsburgh Sleep Quality Index, total", possible: 0...21, note: "total only"),
    .score("isiTotal", "Insomnia Severity Index, total", possible: 0...28, note: "total only"),
    .score("sarcfTotal", "SARC-F, total", possible: 0...10, note: "total only"),
  ]

  private static let pegNote = "item score only; the item's wording is not shown"

  /// KOOS and HOOS have the same five: pain, other symptoms, daily living, sport and recreation, quality of life.
  private static let koosNames: [String] = ["pain", "symptoms", "adl", "sport", "qol"]
}
