import ClinicalRecord
import SeededNumbers

extension Presentation {
  static let muscles: [Presentation] = [
    Presentation("night cramps") { draft in
      draft.number("qCrampNightsPerWeek", 0...7)
      draft.choose("qCrampSites", "calf", "calf+sole", "toes", "thighBack", "forefoot+midfoot")
      draft.number("qCrampMaxMinutes", 1...15)
      draft.ask("qCrampHard", "qCrampSoreAfter", "qCrampWakes", "qCrampDistress", yes: 70)
      draft.ask("qCrampDaytime", "qCrampElsewhere", "qFasciculation", "qGutLosses", yes: 15)
      draft.entries(
        "muscleCramp",
        "bodySite=calf side=left posture=asleep durationMinutes=4 muscleHardened=yes sorenessAfter=yes relievedByStretch=fully reliefTried=stretching reliefHelped=aLot sleepDisturbance=wokeOnce",
        chance: 35, severity: 4...9, hours: 0...5)
      let drugs = [
        ("laba", "Salmeterol", "inhaled"), ("thiazide", "Indapamide", "oral"), ("loopDiuretic", "Furosemide", "oral"),
        ("potassiumSparingDiuretic", "Spironolactone", "oral"), ("quinine", "Quinine", "oral"),
        ("magnesiumSupplement", "Magnesium citrate", "oral"), ("tamoxifenSerm", "Tamoxifen", "oral"),
      ]
      if draft.chance(60), let drug = draft.numbers.pick(drugs) { draft.takes(drug.0, drug.1, route: drug.2) }
      if draft.chance(40) { draft.result("magnesium", Double(draft.pick(50...105)) / 100, low: 0.7, high: 1.0) }
      if draft.chance(40) { draft.result("potassium", Double(draft.pick(30...55)) / 10) }
      if draft.chance(40) { draft.result("calciumAdjusted", Double(draft.pick(205...270)) / 100) }
      if draft.chance(30) { draft.result("sodium", Double(draft.pick(126...146))) }
      if draft.chance(30) { draft.result("phosphate", Double(draft.pick(6...16)) / 10) }
      if draft.chance(30) { draft.set("qSelfCareWishes", "magnesium+stretching+fluids") }
    },
    Presentation("weak muscles") { draft in
      for item in ["sarcfStrength", "sarcfAssistWalk", "sarcfChair", "sarcfStairs", "sarcfFalls"] where !draft.chance(6)
      {
        draft.number(ItemID(item), 0...2)
      }
      draft.ask("qProximalWeakness", yes: 50)
      draft.measure("gripKg", Double(draft.pick(9...32)))
      draft.measure("chairStandSec", Double(draft.pick(8...24)))
      draft.measure("gaitMs", Double(draft.pick(5...14)) / 10)
      if draft.chance(20) { draft.score("sarcfTotal", 0...10, by: .patient) }
      draft.number("qStrengthDaysPerWeek", 0...4)
      draft.number("qActivityMinPerWeek", 0...300)
    },
  ]

  static let nerves: [Presentation] = [
    Presentation("numb or burning feet") { draft in
      draft.ask("qStocking", "qBothFeet", yes: 80)
      draft.ask("qBurningFeet", "qNeuroConstant", "qUnsteady", yes: 50)
      draft.ask("qFootInjuryUnnoticed", yes: 12)
      draft.choose("qNumbSites", "toes+sole", "toes+forefoot+sole+ankle", "thighFront", "calf")
      draft.choose("qNeuroProgress", "stable", "overMonths", "overWeeks", "overDays")
      draft.choose("diabetes", "none", "type2", "type2", "type1", "prediabetes")
      draft.result("hba1c", Double(draft.pick(32...85)))
      if draft.chance(60) { draft.result("vitaminB12", Double(draft.pick(110...700))) }
      if draft.chance(20) { draft.result("activeB12", Double(draft.pick(15...120))) }
      if draft.chance(30) { draft.result("folate", Double(draft.pick(2...18))) }
      if draft.chance(30) { draft.result("tsh", Double(draft.pick(2...90)) / 10, low: 0.3, high: 4.2) }
      if draft.chance(20) { draft.result("glucoseFasting", Double(draft.pick(44...110)) / 10) }
      draft.ask(
        "qDietNoAnimal", "qGutSurgery", "qNitrousOxide", "qVitaminB6Supplement", "coeliac", "immunosuppressed", yes: 12)
      let drugs = [
        ("metformin", "Metformin"), ("ppi", "Omeprazole"), ("h2Blocker", "Famotidine"), ("colchicine", "Colchicine"),
        ("nitrofurantoin", "Nitrofurantoin"), ("amiodarone", "Amiodarone"), ("neurotoxicChemo", "Paclitaxel"),
        ("vitaminB6", "Pyridoxine"), ("insulin", "Insulin glargine"),
      ]
      if let drug = draft.numbers.pick(drugs) { draft.takes(drug.0, drug.1) }
      if draft.chance(40) {
        let interview = draft.chance(50)
        draft.score("dn4Total", interview ? 0...7 : 0...10, form: interview ? "7" : "10")
      }
      draft.entries("burning", "bodySite=sole side=both sensations=burning+numb relievedByMovement=no", severity: 3...7)
      draft.entries("numbness", "bodySite=toes side=both", chance: 20)
      draft.entries("buzzing", "bodySite=forefoot side=both", chance: 5)
    },
    Presentation("back to leg") { draft in
      draft.choose("qBackToLegPain", "oneSide", "oneSide", "bothSides")
      draft.ask("qSaddleNumb", "qBladderBowelNew", "qSexualNumbNew", "qLegWeaknessNew", "qFootDrop", yes: 8)
      draft.entries("shootingPain", "bodySite=calf side=left sensations=electric", chance: 30, severity: 4...8)
      draft.entries("sciatica", "bodySite=thighBack side=left", chance: 20, severity: 4...8)
      draft.entries("numbness", "bodySite=thighFront side=left", chance: 12)
    },
  ]

  static let tendons: [Presentation] = [
    Presentation("tendons") { draft in
      draft.choose("qTendonSites", "achilles", "heel", "hipLateral", "knee", "achilles+heel")
      draft.ask("qTendonFirstSteps", "qTendonLoadPain", yes: 75)
      draft.ask("qTendonPop", "qCannotHeelRaise", yes: 5)
      draft.entries("tendonPain", "bodySite=achilles side=right onMovement=yes", chance: 25, severity: 3...7)
      if draft.chance(30) { draft.takes("fluoroquinolone", "Levofloxacin", since: 3...80, stopped: 1...70) }
      if draft.chance(15) { draft.takes("glucocorticoid", "Prednisolone") }
      draft.ask("goutKnown", "highTriglycerides", yes: 15)
    }
  ]

  static let bones: [Presentation] = [
    Presentation("bone") { draft in
      draft.age = max(draft.age, draft.pick(46...74))
      draft.ask("qFragilityFracture", "qParentHipFracture", "qHeightLossGe4cm", "qNewKyphosisBackPain", yes: 25)
      draft.number("qFallsPastYear", 0...4)
      draft.ask("osteoporosisKnown", "inflammatoryBowel", "thyroidDisease", "haemochromatosis", yes: 15)
      if draft.chance(40) { draft.measure("dxaTscoreHip", Double(draft.pick(-38...10)) / 10, ago: 20...1500) }
      if draft.chance(40) { draft.measure("dxaTscoreSpine", Double(draft.pick(-38...10)) / 10, ago: 20...1500) }
      if draft.chance(30) {
        draft.measure("fraxMajorPct", Double(draft.pick(2...35)))
        draft.measure("fraxHipPct", Double(draft.pick(1...15)))
      }
      draft.result("vitaminD", Double(draft.pick(12...110)))
      if draft.chance(30) { draft.result("alp", Double(draft.pick(40...180))) }
      if draft.chance(30) {
        draft.takes("glucocorticoid", "Prednisolone", since: 30...900)
        draft.ask("steroidGe3mo", yes: 60)
      }
      if draft.chance(15) { draft.takes("aromataseInhibitor", "Anastrozole") }
      if draft.chance(20) { draft.takes("bisphosphonate", "Alendronic acid", since: 100...2500) }
      if draft.chance(8) { draft.takes("denosumab", "Denosumab", route: "injection", since: 100...2500) }
      if draft.chance(30) { draft.takes("vitaminD", "Colecalciferol") }
      draft.measure("bmi", Double(draft.pick(16...34)))
    },
    Presentation("self-management") { draft in
      let tried = [
        "walking", "stretching", "massage", "heat", "cold", "elevation", "compression", "fluids", "magnesium",
        "ironSupplement", "nsaidOral", "nsaidTopical", "paracetamol", "footwear", "exerciseProgramme", "physiotherapy",
        "sleepRoutine", "lessCaffeine", "lessAlcohol", "rest", "movement", "otherPainkiller", "hrt",
      ]
      for _ in 0..<draft.pick(2...6) {
        let measure = draft.numbers.pick(tried) ?? "walking"
        let helped = draft.numbers.pick(["worse", "no", "aLittle", "aLot"]) ?? "no"
        draft.entries(
          "muscleAche", "bodySite=thighFront side=both reliefTried=\(measure) reliefHelped=\(helped) functionImpact=4",
          chance: 18, severity: 2...6)
      }
      draft.choose(
        "qSelfCareWishes", "exerciseProgramme+stretching", "footwear+sleepRoutine", "paracetamol+heat", "nsaidOral")
      draft.ask("giUlcerOrBleed", "asthmaNsaidSensitive", yes: 12)
      for drug in [("anticoagulant", "Apixaban"), ("antiplatelet", "Aspirin"), ("aceInhibitorOrArb", "Ramipril")]
      where draft.chance(15) { draft.takes(drug.0, drug.1) }
      if draft.chance(60) { draft.result("egfr", Double(draft.pick(18...110))) }
      if draft.chance(20) { draft.result("creatinine", Double(draft.pick(45...180))) }
      if draft.chance(20) { draft.result("alt", Double(draft.pick(8...120))) }
      draft.measure("weightKg", Double(draft.pick(44...120)))
      draft.measure("heightCm", Double(draft.pick(148...182)))
      if draft.chance(30) { draft.score("isiTotal", 0...28, by: .patient) }
      if draft.chance(20) { draft.score("psqiTotal", 0...21, by: .patient) }
    },
  ]
}
