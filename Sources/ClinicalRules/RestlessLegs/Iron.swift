import ClinicalRecord
import RuleEngine

/// Iron in restless legs: the limits here are those of RLS guidance, higher than general iron-deficiency cut-offs.
enum Iron {
  /// Ferritin in µg/L up to which guidance discusses oral or intravenous iron (AASM 2025, IRLSSG 2018).
  static let ferritinLow = 75.0
  /// Ferritin in µg/L up to which guidance discusses intravenous rather than oral iron (AASM 2025).
  static let ferritinMid = 100.0
  /// Transferrin saturation in % below which iron is discussed (AASM 2025).
  static let saturationLow = 20.0
  /// Transferrin saturation in % from which iron is not given before overload is considered (IRLSSG 2018, from memory).
  static let saturationCeiling = 45.0
  /// Ferritin in µg/L below which stores are low by any standard (UK CKS, from memory).
  static let storesLow = 30.0
  /// Haemoglobin in g/L below which a cause is sought in women (UK CKS, from memory).
  static let haemoglobinLow = 120.0
  /// C-reactive protein in mg/L that counts as raised where the laboratory gave no limit (project default).
  static let crpFallback = 5.0

  private static let studies: [Condition] = [
    .named("ferritin", .fresh("ferritin")), .named("transferrin saturation", .fresh("tsat")),
  ]

  /// A gap rule: met by the absence of a record.
  static let test = Rule(
    "rls.ironTest", "Iron studies due",
    .all([.rule("rls.c1"), EssentialCriteria.notExcluded, .not(.all(studies))])
  )
  .says(
    "Iron studies not complete in the last 6 months; not recorded: {notRecorded}.",
    when: .any([.fresh("ferritin"), .fresh("tsat")])
  )
  .says("Iron studies not recorded in the last 6 months.")
  .adds("Sample in the morning, without iron-containing supplement or food for at least 24 hours.")
  .detail("notRecorded", .names(studies, .notMet))
  .considers(tests: "ferritin", "tsat", "serumIron", "tibc", "haemoglobin", "crp")
  .alwaysListsMissing()
  .cites("aasm2025", "projectDefault", basis: .project)

  private static let ferritinEvenOld: Quantity = .lab("ferritin", evenOld: true)
  private static let saturationEvenOld: Quantity = .lab("tsat", evenOld: true)

  /// The one rule that an old result may turn met, never "not met" (basis P13); it then prints "old result".
  static let low = Rule(
    "rls.ironLow", "Ferritin ≤ 75 µg/L or TSAT < 20%",
    .all([
      .any([
        ferritin <= ferritinLow, saturation < saturationLow, ferritinEvenOld <= ferritinLow,
        saturationEvenOld < saturationLow,
      ]), EssentialCriteria.notExcluded,
    ])
  )
  .says(
    "TSAT ≥ 45%: iron not to be given before overload is considered. Recorded: TSAT {tsat}.",
    when: saturationEvenOld >= saturationCeiling
  )
  .says(
    "Ferritin {ferritin}, TSAT {tsat}: inside the range where RLS guidance discusses oral or IV iron (higher than general iron-deficiency cut-offs)."
  )
  .detail("ferritin", .lab("ferritin"))
  .detail("ferritinDate", .labDate("ferritin"))
  .detail("tsat", .lab("tsat"))
  .detail("tsatDate", .labDate("tsat"))
  .considers(tests: "ferritin", "tsat")
  .cites("aasm2025", "irlssg2018", basis: .verified)
  .marking(saturationCeiling, as: .memory)

  private static let ferritin: Quantity = .lab("ferritin", evenOld: false)
  private static let saturation: Quantity = .lab("tsat", evenOld: false)

  static let mid = Rule(
    "rls.ironMid", "Ferritin 75–100 µg/L",
    .all([
      ferritin > ferritinLow, ferritin <= ferritinMid, .not(saturation < saturationLow),
      .not(saturation >= saturationCeiling), EssentialCriteria.notExcluded,
    ])
  )
  .says("Ferritin {ferritin}: IV rather than oral iron is what guidance discusses at this level.")
  .detail("ferritin", .lab("ferritin"))
  .detail("tsat", .lab("tsat"))
  .considers(tests: "tsat")
  .cites("aasm2025", "irlssg2018", basis: .memory)
  .marking(ferritinLow, ferritinMid, saturationLow, as: .verified)
  .settled(by: "A11")

  static let masked = Rule(
    "rls.ferritinMasked", "Ferritin may mislead",
    .all([
      .any([
        PolymyalgiaPattern.raisedCRP, .yes("qFever"),
        .anEntryFits(EntryQuery(["fever"], .days(14))),
      ]),
      ferritinEvenOld >= 0,
    ])
  )
  .says("Ferritin may be raised by inflammation; read with TSAT.")
  .detail("ferritin", .lab("ferritin"))
  .detail("crp", .lab("crp"))
  .considers(tests: "crp")
  .cites("projectDefault", basis: .memory)
  .settled(by: "A07", "A11")

  private static let haemoglobin: Quantity = .lab("haemoglobin", evenOld: false)

  static let cause = Rule(
    "rls.ironCause", "Cause of low iron",
    .any([ferritin < storesLow, haemoglobin < haemoglobinLow])
  )
  .says(
    "Low iron stores: cause to be sought (menstrual loss, gut, diet, coeliac, donation).", when: ferritin < storesLow
  )
  .says("Haemoglobin {haemoglobin}: cause to be sought (menstrual loss, gut, diet, coeliac, donation).")
  .adds(
    "After menopause, gut loss needs considering first.",
    when: .all([Derived.monthsSinceLmp >= 12, haemoglobin < haemoglobinLow])
  )
  .adds("Ask: heavy periods, gut symptoms, diet, blood donation? Consider coeliac serology; FIT per local pathway.")
  .detail("ferritin", .lab("ferritin"))
  .detail("haemoglobin", .lab("haemoglobin"))
  .considers(tests: "haemoglobin", "mcv")
  .cites("cks", "dg56", basis: .memory)
  .settled(by: "A11")
}
