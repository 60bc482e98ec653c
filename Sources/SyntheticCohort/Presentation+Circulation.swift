import ClinicalRecord
import SeededNumbers

extension Presentation {
  static let circulation: [Presentation] = [
    Presentation("heavy legs") { draft in
      draft.ask("qHeaviness", "qSwellingEndDay", "qEasedByElevation", "qWorseStanding", yes: 80)
      draft.choose("qVeins", "none", "threadVeins", "varicose", "varicoseAfterTreatment")
      draft.choose("qAnkleSwelling", "none", "bothSides", "oneSide")
      draft.ask("qSkinBrownEczema", "qSkinHardWhite", "qCoronaVeins", "qUlcerHealed", yes: 12)
      draft.ask("qUlcerActive", yes: 6)
      draft.number("qUlcerWeeks", 0...20)
      draft.ask("qVeinHardPainful", "qVeinBleeding", yes: 4)
      draft.entries(
        "heaviness",
        "bodySite=calf side=both worseEndOfDay=yes relievedByElevation=partly triggers=prolongedStanding reliefTried=elevation reliefHelped=aLittle",
        chance: 45, severity: 2...6, hours: 15...21)
      draft.entries("swelling", "bodySite=ankle side=both swelling=mild worseEndOfDay=yes", chance: 25)
      if draft.chance(25) { draft.score("vcssTotal", 0...30) }
      if draft.chance(15) { draft.score("civiqTotal", 0...100, by: .patient) }
      if draft.chance(30) { draft.set("qSelfCareWishes", "compression+elevation") }
      draft.ask("varicoseVeinSurgery", yes: 20)
    },
    Presentation("swelling on a medicine") { draft in
      let drugs = [
        ("dhpCalciumBlocker", "Amlodipine"), ("nsaidOral", "Diclofenac"), ("glucocorticoid", "Prednisolone"),
        ("alpha2deltaLigand", "Gabapentin"), ("thiazolidinedione", "Pioglitazone"), ("antipsychotic", "Olanzapine"),
      ]
      if let drug = draft.numbers.pick(drugs) { draft.takes(drug.0, drug.1, since: 30...160) }
      draft.choose("qAnkleSwelling", "bothSides", "bothSides", "oneSide")
      draft.entries("swelling", "bodySite=ankle side=both swelling=moderate swellingPits=yes", past: 0...20, chance: 50)
    },
    Presentation("both legs swollen") { draft in
      draft.set("qAnkleSwelling", "bothSides")
      draft.ask("heartFailure", "cirrhosis", "thyroidDisease", "sleepApnoea", yes: 20)
      draft.ask("qOrthopnoea", yes: 20)
      draft.choose("ckdStage", "none", "g3a", "g3b", "g4", "g5")
      draft.ask("qFeetSpared", "qEasyBruising", "qLegTenderToTouch", yes: 45)
      draft.entries("swelling", "bodySite=calf side=both swelling=moderate", chance: 40)
      if draft.chance(10) { draft.entries("breathlessness", "severity=4", chance: 20) }
      draft.result("albumin", Double(draft.pick(24...46)))
      draft.result("ntProBnp", Double(draft.pick(40...2500)))
      draft.result("urineAcr", Double(draft.pick(1...60)))
    },
    Presentation("one swollen leg") { draft in
      draft.ask("qOneLegSwollen", "qOneLegPainNew", "qOneLegWarm", yes: 70)
      draft.ask(
        "wellsActiveCancer", "wellsParalysisCast", "wellsBedOrSurgery", "wellsTenderness", "wellsEntireLeg",
        "wellsCalf3cm", "wellsPittingOneLeg", "wellsCollateral", "wellsPriorDvt", yes: 25)
      if draft.chance(20) { draft.set("wellsAlternative", draft.chance(50) ? "yes" : "no", by: .clinician) }
      draft.ask("surgeryOrCastPast12w", "immobileGe3d", "longTravelPast4w", "thrombophilia", yes: 25)
      draft.choose("vteHistory", "none", "none", "provoked", "unprovoked")
      draft.entries(
        "legPainOther",
        "bodySite=calf side=left swelling=moderate warmth=yes tenderDeepVein=yes onsetPeriod=evening calfCircumferenceLeftCm=40 calfCircumferenceRightCm=36.5",
        past: 0...6, chance: 60, severity: 4...8)
      draft.choose("pregnancyStatus", "notPregnant", "notPregnant", "notPregnant", "pregnant", "postpartum6w")
      if draft.chance(20) { draft.result("dDimer", Double(draft.pick(150...3000)), ago: 0...10) }
      if draft.chance(15) { draft.score("villaltaTotal", 0...33) }
      draft.ask("qSuddenBreathless", "qChestPain", "qCoughBlood", "qCollapse", yes: 12)
    },
  ]

  static let arteries: [Presentation] = [
    Presentation("pain on walking") { draft in
      draft.ask("qWalkPain", "qWalkPainUphill", yes: 92)
      draft.ask("qWalkPainStandingStill", yes: 20)
      draft.ask("qWalkPainLevel", "qWalkPainLeanForward", yes: 40)
      draft.choose("qWalkPainRelief10", "le10min", "le10min", "gt10min", "neverEases")
      draft.choose("qWalkPainSite", "calf", "calf+thighFront", "buttock", "thighBack", "shin")
      draft.measure("abpiLeft", Double(draft.pick(45...150)) / 100)
      draft.measure("abpiRight", Double(draft.pick(45...150)) / 100)
      draft.ask("spinalStenosisKnown", yes: 20)
      draft.choose("diabetes", "none", "none", "type2", "type1", "prediabetes")
      draft.entries(
        "walkingPain", "bodySite=calf side=left posture=walking relievedByRest=fully reliefMinutesStandingStill=4",
        chance: 35, severity: 3...7)
    },
    Presentation("foot pain at rest") { draft in
      draft.ask("qRestPainFoot", "qRestPainHangsDown", yes: 80)
      draft.number("qRestPainWeeks", 0...10)
      draft.number("qFootWoundWeeks", 0...10)
      draft.ask("qUlcerActive", yes: 30)
      draft.measure("abpiLeft", Double(draft.pick(25...80)) / 100)
      draft.entries(
        "footRestPain", "bodySite=toes side=left relievedByHangingDown=yes colourChange=blueMottled", chance: 40,
        severity: 5...9)
      draft.choose("smoking", "current", "former")
    },
    Presentation("sudden cold leg") { draft in
      draft.choose("qFootColdPaleNumbWeak", "cold+pale+numb", "cold", "weak+numb", "cold+pale+pulseless", "")
      draft.entries(
        "legPainOther", "bodySite=calf side=right suddenOnset=yes colourChange=pale ongoing=yes", past: 0...3,
        chance: 60,
        severity: 7...10)
    },
  ]
}
