import ClinicalRecord
import RuleEngine

/// The supplied DN4 total, what is recorded that can go with nerve-type sensations, and first tests.
enum NerveTests {
  /// DN4 points of 10 (with examination) and of 7 (interview alone) from which the screen is positive.
  private static let dn4Positive = 4.0
  private static let dn4InterviewPositive = 3.0

  private static let full: Quantity = .score("dn4Total", form: "10")
  private static let interview: Quantity = .score("dn4Total", form: "7")
  private static let formless: Quantity = .score("dn4Total", form: nil)
  private static let undated: Quantity = .undatedScore("dn4Total")

  /// Without its form a total counts only where both forms agree.
  static let dn4 = Rule(
    "nerve.dn4", "DN4 total",
    .decided(
      met: .any([full >= dn4Positive, interview >= dn4InterviewPositive, formless >= dn4Positive]),
      notMet: .any([full < dn4Positive, interview < dn4InterviewPositive, formless < dn4InterviewPositive]))
  )
  .says("DN4 {score}/{form}: positive screen for neuropathic pain.")
  .says("DN4 {score}/{form}: below the cut-off of the screen.", if: .notMet)
  .says("DN4 {undated}, undated: not read as current.", if: .notRecorded, when: undated >= 0)
  .says("DN4 {score}, form not recorded.", if: .notRecorded, when: formless >= dn4InterviewPositive)
  .detail("score", .number(.firstRecorded([full, interview, formless]), decimals: 0))
  .detail(
    "form", .choice([.init(full >= 0, "10"), .init(interview >= 0, "7")], otherwise: "form not recorded")
  )
  .detail("undated", .number(undated, decimals: 0))
  .detail("date", .scoreDate("dn4Total"))
  .asks("If a DN4 total is available, add it with its form (7 or 10 items) and date.", about: "dn4Total")
  .cites("bouhassira2005", basis: .memory)

  /// UK units a week above which alcohol counts (CG146: 14).
  private static let alcoholUnits = 14.0
  /// Effects of these may outlast the treatment: any time on record counts.
  private static let lasting = MedicationQuery(["neurotoxicChemo"], .currentOrStoppedWithin(days: 36_500))
  private static let medicines = MedicationQuery([
    "metformin", "ppi", "nitrofurantoin", "amiodarone", "fluoroquinolone", "colchicine",
  ])

  private static let contributors: [Condition] = [
    Named("diabetes", .item("diabetes", in: ["type1", "type2", "prediabetes"])),
    Named("HbA1c in the raised range", hba1c >= hba1cRaised),
    Named("more than 14 units of alcohol a week", Quantity.item("alcoholUnitsPerWeek") > alcoholUnits),
    Named("low vitamin B12", .any([b12 < b12Low, activeB12 < activeB12Low])),
    Named(
      "thyroid disease or TSH outside the laboratory's limits",
      .any([
        .yes("thyroidDisease"), .aboveReference("tsh", fallback: nil), .belowReference("tsh", fallback: nil),
      ])),
    Named("kidney disease from stage G4", .item("ckdStage", in: ["g4", "g5", "dialysis"])),
    .medication(lasting),
    .medication(medicines),
    Named("vitamin B6 supplement", .any([.yes("qVitaminB6Supplement"), .taking("vitaminB6")])),
    Named("nitrous oxide", .yes("qNitrousOxide")),
    Named("coeliac disease", .yes("coeliac")),
    Named("rheumatoid arthritis", .yes("rheumatoidArthritis")),
    Named("immunosuppression", .yes("immunosuppressed")),
  ]

  static let causes = Rule("nerve.causes", "Recorded causes", .any(contributors))
    .says("Possible contributors recorded: {list}.")
    .detail("list", .names(contributors, .met))
    .cites("ng239", "cks", basis: .memory)

  private static let firstTests: [Condition] = [
    Named("HbA1c or fasting glucose", .any([.fresh("hba1c"), .fresh("glucoseFasting")])),
    Named("vitamin B12", .fresh("vitaminB12")), Named("folate", .fresh("folate")), Named("TSH", .fresh("tsh")),
    Named("eGFR", .fresh("egfr")), Named("ALT", .fresh("alt")), Named("haemoglobin", .fresh("haemoglobin")),
    Named("MCV", .fresh("mcv")), Named("ESR or CRP", .any([.fresh("esr"), .fresh("crp")])),
  ]
  private static let glucoseDue: Condition = .not(.any([.fresh("hba1c"), .fresh("glucoseFasting")]))
  private static let inflammationDue: Condition = .not(.any([.fresh("esr"), .fresh("crp")]))

  /// A gap rule: met by the absence of a record.
  static let first = Rule(
    "nerve.tests", "First tests",
    .all([.any([.rule("nerve.stocking"), .rule("nerve.dn4")]), .not(.all(firstTests))])
  )
  .says("Not recorded: {tests}.")
  .adds("Also to consider: protein electrophoresis; HIV and others by risk.")
  .detail("tests", .names(firstTests, .notMet))
  .considers(tests: "hba1c", "glucoseFasting", while: glucoseDue)
  .considers(tests: "vitaminB12", "folate", "tsh", "egfr", "alt", "haemoglobin", "mcv")
  .considers(tests: "esr", "crp", while: inflammationDue)
  .cites("cks", "projectDefault", basis: .memory)
  .settled(by: "A17", "A33")

  /// HbA1c in mmol/mol: from here the raised-risk range of NICE (UK), that of the ADA (en-US pack), and the diabetes range of both.
  /// The bands are of whole numbers, as laboratories report them: 6.5 % (47.5) would otherwise miss its band.
  static let hba1cRaised = 42.0
  static let hba1cRaisedUnitedStates = 39.0
  static let hba1cDiabetes = 48.0
  private static let hba1c: Quantity = .rounded(.lab("hba1c", evenOld: false))

  static let glucoseBands = Rule(
    "nerve.hba1c", "Glucose bands",
    .any([hba1c >= hba1cRaised, .all([.context(Locale.unitedStates), hba1c >= hba1cRaisedUnitedStates])])
  )
  .says("HbA1c {hba1c}: {band}.")
  .detail("hba1c", .lab("hba1c"))
  .detail(
    "band",
    .choice(
      [
        .init(hba1c >= hba1cDiabetes, "diabetes range (confirm)"),
        .init(
          .all([Locale.unitedStates, hba1c >= hba1cRaisedUnitedStates]), "raised-risk range (US)"),
        .init(hba1c >= hba1cRaised, "raised-risk range (UK)"),
      ], otherwise: "")
  )
  .considers(tests: "hba1c")
  .cites("hba1cBands", basis: .memory)
  .settled(by: "A02")

  /// Vitamin B12 in ng/L (NG239, from memory): below, deficiency likely; up to the second, indeterminate.
  private static let b12Low = 180.0
  private static let b12Indeterminate = 350.0
  /// Active B12 in pmol/L (NG239, from memory), likewise.
  private static let activeB12Low = 25.0
  private static let activeB12Indeterminate = 70.0

  private static let b12: Quantity = .lab("vitaminB12", evenOld: false)
  private static let activeB12: Quantity = .lab("activeB12", evenOld: false)
  private static let deficient: Condition = .any([b12 < b12Low, activeB12 < activeB12Low])
  private static let indeterminate: Condition = .any([
    b12 <= b12Indeterminate, activeB12 <= activeB12Indeterminate,
  ])
  /// NG239 discusses a test with a symptom and a risk factor.
  private static let symptom: Condition = .any([.rule("nerve.stocking"), .yes("qBurningFeet"), .yes("qUnsteady")])
  private static let risks: [Condition] = [
    Named("hardly any food from animals", .yes("qDietNoAnimal")),
    Named("stomach or bowel surgery", .yes("qGutSurgery")), Named("nitrous oxide", .yes("qNitrousOxide")),
    Named("coeliac disease", .yes("coeliac")), .taking("metformin", "ppi", "h2Blocker", "colchicine"),
  ]

  /// Either test in a band is enough; above the bands one test on file settles it.
  static let b12Bands = Rule(
    "nerve.b12", "B12 bands",
    .decided(
      met: .any([b12 <= b12Indeterminate, activeB12 <= activeB12Indeterminate]),
      notMet: .any([b12 > b12Indeterminate, activeB12 > activeB12Indeterminate]))
  )
  .says(
    "Vitamin B12 {vitaminB12}, active B12 {activeB12}: deficiency likely; treat neurology without delay.",
    when: deficient
  )
  .says(
    "Vitamin B12 {vitaminB12}, active B12 {activeB12}: indeterminate: consider MMA or active B12; treat neurology without delay."
  )
  .says(
    "B12 not recorded in time; a symptom and a risk factor are ({risks}): with both, guidance discusses the test.",
    if: .notRecorded, when: .all([symptom, .any(risks)])
  )
  .detail("risks", .names(risks, .met))
  .detail("vitaminB12", .lab("vitaminB12"))
  .detail("activeB12", .lab("activeB12"))
  .detail(
    "band", .choice([.init(deficient, "deficiency likely"), .init(indeterminate, "indeterminate")], otherwise: "")
  )
  .considers(tests: "activeB12")
  .cites("ng239", basis: .memory)
  .settled(by: "A02")
}
