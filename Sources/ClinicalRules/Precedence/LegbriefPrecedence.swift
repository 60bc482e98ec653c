import ClinicalRecord
import RuleEngine

/// The order of precedence of basis C11. A line changes what is printed, never a value.
///
/// | id | where it lives |
/// |---|---|
/// | P1 | the engine: no line below names a red flag; `RedFlag` logic keeps every positive, `Urgency` is ordered, the highest level wins; the composer prints flags on the same evidence as one line |
/// | P2 | data below: the clot flag, met or open, withholds other explanations of one-sided swelling and self-management for both legs (A28), resistance work as exercise; the flag itself adds "clot to be excluded" |
/// | P3 | data below: while one of its flags is met, every self-management line is withheld (they name no limb), and menopausal wording for that limb |
/// | P4 | data below: flags with a place withhold menopausal and HRT wording for the same site; for `hrt.evidence` see its phrases (A19) |
/// | P5 | logic of `joint.menopausalPattern`: notMet while `joint.inflammatory` or `joint.pmr` is met |
/// | P6 | logic of `joint.pmr`: while it is met or open it asks the four questions on giant cell arteritis; `rf.gca` reads it, and asks them whenever it is met or not recorded |
/// | P7 | order of rules: within an area drug-timing rules stand before menopausal wording (book order or `printedFirst`); a test holds it |
/// | P8 | logic of `rls.c5`: mimics are questions, another rule's being met is no veto |
/// | P9 | queries: every entry query names its kinds, and an entry has one kind |
/// | P10 | data below: a contraindication (undiagnosed bleeding is one of them) qualifies every indication |
/// | P11 | cautions of `self.elevation` and `self.compression`: any `pad.*` rule met, or an ABPI not on file |
/// | P12 | engine: `Condition.merge` keeps the answer and notes the conflict; `RedFlag` keeps the positive |
/// | P13 | engine: `Quantity.lab(evenOld: false)` reads the newest result only while it is not old; `rls.ironLow` alone passes true |
/// | P14 | engine: `Condition.freeText` is never met; `rf.freeText` alone uses it |
/// | P15 | wording: missing is `notRecorded`, phrases of that value say "not recorded"; the barred words are tested over all phrases |
/// | P16 | conditions of phrases: pathway words of a flag print while `Locale.unitedKingdom` is met; level and reason always print |
enum LegbriefPrecedence {
  static let all: [Precedence] =
    [clotFirst, clotBeforeOtherCauses] + clotBeforeHormones + threatenedLimbs + flaggedSites + [
      contraindicationFirst, contraindicatedRoutes,
    ]

  /// P2. Self-management knows no side: the lines are withheld for both legs (settled reading A28).
  static let clotFirst = Precedence(
    "P2", while: "rf.dvt", orOpen: true,
    withhold: [
      "venous.symptoms", "venous.compressionCaution", "oedema.drug", "hrt.adverse", "muscle.stretch",
      "self.elevation", "self.compression", "self.massage", "self.heat", "self.exercise", "self.strength",
    ]
  )
  .says("{words}")
  // Beside an unsettled clot flag nothing on the page may read as advice to raise, press or rub the leg (basis F5 (6)).
  .leavesUnprinted("qSelfCareWishes", "reliefTried", "qEasedByElevation", "relievedByElevation")

  /// P2. Lines that rest on more than one-sided swelling stay, with the clot named first.
  static let clotBeforeOtherCauses = Precedence(
    "P2", while: "rf.dvt", orOpen: true, qualify: ["venous.refer", "oedema.bilateral", "oedema.lipoedema"],
    with: "Clot to be excluded before other causes.")

  /// P1. While a clot is not settled, what speaks for HRT is for later, and a letter is silent on it.
  static let clotBeforeHormones: [Precedence] = ["rf.dvt", "rf.pe"].map { (flag: RuleID) in
    Precedence(
      "P1", while: flag, orOpen: true,
      qualify: [
        "hrt.untilNaturalAge", "hrt.vms", "hrt.otherIndications", "hrt.legOnly", "hrt.window", "hrt.vteTier",
        "hrt.route", "hrt.uterus", "hrt.evidence",
      ], with: "After the clot flag is settled:"
    )
    .says("Clot to be excluded first; what follows is for after that.")
    .leavesOutOfLetters("hrt.window", "hrt.route", "hrt.evidence")
  }

  /// P3. Flags of a limb in danger: self-management knows no side, menopausal wording is withheld for that limb.
  static let threatenedLimbs: [Precedence] = [
    "rf.ali", "rf.clti", "rf.cauda", "rf.hotJoint", "rf.compartment", "rf.softTissue",
  ].flatMap { (flag: RuleID) in
    [
      Precedence("P3", while: flag, withhold: selfManagement)
        .says("Self-management is held back while a red flag is unsettled: {flag}."),
      Precedence("P3", while: flag, at: .sameLimb, withhold: menopausalWording).says(menopausalWordingHeld),
    ]
  }
  static let selfManagement: [RuleID] = [
    "self.exercise", "self.strength", "self.weight", "self.stretch", "self.heat", "self.elevation",
    "self.compression", "self.massage", "self.magnesium", "self.ironFood", "self.fluids", "self.nsaidTopical",
    "self.nsaidOral", "self.paracetamol", "self.sleepAids", "self.stimulants", "self.footwear", "self.sleep",
  ]

  /// P4. Flags that concern a place in the body; bleeding after menopause, the lung, the head, results and free text are about no leg symptom.
  static let flaggedSites: [Precedence] = siteFlags.map { flag in
    Precedence("P4", while: flag, orOpen: true, at: .sameSite, withhold: menopausalWording).says(
      siteNotice(flag))
  }
  private static let menopausalWordingHeld =
    "Menopausal and HRT wording for this site is held back while a red flag is unsettled: {flag}."
  /// A clot flag says first what it always says (P2).
  private static func siteNotice(_ flag: RuleID) -> String {
    flag == clotFirst.trigger ? clotFirst.notice ?? menopausalWordingHeld : menopausalWordingHeld
  }
  static let siteFlags: [RuleID] = [
    "rf.dvt", "rf.suddenSevere", "rf.ali", "rf.clti", "rf.hotJoint", "rf.cauda", "rf.weakness", "rf.fracture",
    "rf.compartment", "rf.softTissue", "rf.diabeticFoot", "rf.malignancy", "rf.rhabdo", "rf.svt", "rf.veinBleed",
    "rf.heartFailure", "rf.achilles", "rf.synovitis", "rf.pregnant",
  ]
  /// Rules that attach menopausal or HRT wording to a leg symptom.
  static let menopausalWording: [RuleID] = [
    "joint.menopausalPattern", "joint.msm", "hrt.legOnly", "hrt.adverse", "hrt.offTrial", "tendon.hrtEvidence",
  ]

  /// P10. Every indication, and the timing of a start.
  static let contraindicationFirst = Precedence(
    "P10", while: "hrt.contraindication",
    qualify: ["hrt.untilNaturalAge", "hrt.vms", "hrt.otherIndications", "hrt.legOnly", "hrt.window"],
    with: "Recorded: {list}. With specialist advice, or once that is settled:")

  /// P10. What is said of systemic HRT is then a matter for specialist advice (basis C4, `hrt.contraindication`).
  static let contraindicatedRoutes = Precedence(
    "P10", while: "hrt.contraindication", qualify: ["hrt.vteTier", "hrt.route", "hrt.uterus"],
    with: "With specialist advice:")
}
