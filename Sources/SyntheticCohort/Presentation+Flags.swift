import ClinicalRecord
import SeededNumbers

extension Presentation {
  static let flags: [Presentation] = [
    Presentation("lung") { draft in
      draft.ask("qSuddenBreathless", "qCoughBlood", yes: 55)
      draft.ask("qChestPain", "qCollapse", yes: 40)
      draft.ask("cancerActiveAny", "surgeryOrCastPast12w", yes: 40)
    },
    Presentation("severe pain") { draft in
      draft.entries(
        "legPainOther", "bodySite=thighFront side=left suddenOnset=yes worseThanUsual=yes ongoing=yes", past: 0...2,
        chance: 60, severity: 8...10)
      draft.entries(
        "jointPain", "bodySite=knee side=right worseThanUsual=no", past: 0...27, chance: 30, severity: 7...10)
    },
    Presentation("hot joint") { draft in
      draft.ask("qHotSwollenJoint", yes: 85)
      draft.ask("qFever", "qUnwell", "jointReplacement", "immunosuppressed", yes: 30)
      draft.entries(
        "jointSwelling", "bodySite=knee side=left warmth=yes swelling=severe", past: 0...9, chance: 50, severity: 6...9)
    },
    Presentation("lower spine") { draft in
      draft.ask("qSaddleNumb", "qBladderBowelNew", "qSexualNumbNew", "qLegWeaknessNew", yes: 50)
      draft.choose("qBackToLegPain", "bothSides", "oneSide")
    },
    Presentation("weakness that grows") { draft in
      draft.ask("qLegWeaknessNew", yes: 80)
      draft.choose("qNeuroProgress", "overDays", "overWeeks", "overMonths")
      draft.ask("qFootDrop", "qBreathSwallowTrouble", yes: 25)
    },
    Presentation("fracture") { draft in
      draft.entries(
        "fall", "bodySite=hipFront side=left unableToWeightBear=yes", past: 0...12, chance: 25, severity: 6...10)
      draft.entries("injury", "bodySite=shin side=left", past: 0...12, chance: 15, severity: 6...10)
      draft.entries(
        "legPainOther", "bodySite=groin side=left worseThanUsual=yes", past: 0...12, chance: 30, severity: 5...8)
      draft.ask("osteoporosisKnown", "qFragilityFracture", yes: 50)
      if draft.chance(40) { draft.takes("bisphosphonate", "Risedronate", since: 900...2500) }
    },
    Presentation("tight after injury") { draft in
      draft.ask("qTightAfterInjury", yes: 80)
      draft.ask("qPainOutOfProportion", yes: 40)
    },
    Presentation("skin") { draft in
      draft.ask("qSpreadingRedness", yes: 85)
      draft.ask("qFever", "qUnwell", "qPainOutOfProportion", "qBlistersPurple", yes: 25)
      draft.entries("skinChange", "bodySite=shin side=both colourChange=red", past: 0...9, chance: 30)
    },
    Presentation("diabetic foot") { draft in
      draft.choose("diabetes", "type1", "type2")
      draft.ask("qUlcerActive", yes: 60)
      if draft.chance(60) { draft.number("qFootWoundWeeks", 1...12) }
      draft.entries(
        "swelling", "bodySite=midfoot side=left warmth=yes swelling=moderate colourChange=red", past: 0...20, chance: 25
      )
      draft.ask("qFever", yes: 20)
    },
  ]

  static let moreFlags: [Presentation] = [
    Presentation("cancer features") { draft in
      draft.ask("cancerHistoryAny", yes: 60)
      draft.ask("qNightPainUnrelenting", "qLump", yes: 45)
      draft.number("qWeightLossKgUnplanned", 0...12)
      draft.measure("weightKg", Double(draft.pick(50...95)))
      draft.entries("weightLoss", "severity=3", chance: 5)
      draft.ask("qLegWeaknessNew", yes: 15)
    },
    Presentation("head") { draft in
      draft.age = max(draft.age, draft.pick(49...72))
      draft.ask("qNewHeadache", "qScalpTender", "qJawPainChewing", yes: 55)
      draft.ask("qVisionChange", yes: 20)
      draft.result("esr", Double(draft.pick(10...90)), low: 0, high: 20)
      draft.entries("headache", "bodySite=head", chance: 30, severity: 4...8)
      draft.entries("jawPain", "bodySite=jaw", chance: 8)
      draft.entries("scalpTenderness", "bodySite=head", chance: 8)
      draft.entries("visualChange", "bodySite=head", chance: 4)
    },
    Presentation("dark urine") { draft in
      draft.ask("qDarkUrine", yes: 80)
      draft.ask("qProximalWeakness", "qMuscleTender", yes: 60)
      draft.takes("statin", "Simvastatin", since: 10...500)
      draft.entries(
        "muscleAche", "bodySite=thighFront side=both triggers=newExercise", past: 0...6, chance: 60, severity: 6...10)
      if draft.chance(60) {
        draft.result(
          "ck", Double(draft.numbers.pick([300, 2500, 9000, 30000]) ?? 300), ago: 0...40, low: 25, high: 200)
      }
    },
    Presentation("veins that hurt or bleed") { draft in
      draft.ask("qVeinHardPainful", "qVeinBleeding", yes: 55)
      draft.set("qVeins", "varicose")
    },
    Presentation("breathless with swelling") { draft in
      draft.set("qAnkleSwelling", "bothSides")
      draft.ask("qOrthopnoea", yes: 75)
      draft.entries("swelling", "bodySite=ankle side=both swelling=moderate", chance: 40)
      draft.entries("breathlessness", "posture=lying", chance: 30)
    },
    Presentation("pop in the heel") { draft in
      draft.ask("qTendonPop", "qCannotHeelRaise", yes: 75)
      draft.entries(
        "tendonPain", "bodySite=achilles side=left suddenOnset=yes", past: 0...5, chance: 50, severity: 6...9)
    },
    Presentation("pregnancy") { draft in
      draft.age = draft.pick(38...47)
      draft.choose("pregnancyStatus", "pregnant", "postpartum6w", "possible")
      draft.ask("qOneLegSwollen", "qOneLegPainNew", yes: 60)
      draft.entries("swelling", "bodySite=calf side=right swelling=moderate", past: 0...9, chance: 40)
    },
    Presentation("numbers out of range") { draft in
      draft.measure("bpSystolic", Double(draft.pick(150...215)), ago: 2...2)
      draft.measure("bpDiastolic", Double(draft.pick(85...135)), ago: 2...2)
      draft.result("potassium", Double(draft.pick(21...72)) / 10, ago: 0...20)
      draft.result("calciumAdjusted", Double(draft.pick(170...330)) / 100, ago: 0...20)
      draft.result("sodium", Double(draft.pick(114...150)), ago: 0...20)
      draft.result("magnesium", Double(draft.pick(30...100)) / 100, ago: 0...20)
      draft.result("haemoglobin", Double(draft.pick(58...140)), ago: 0...20)
      draft.measure("pulse", Double(draft.pick(55...130)))
      draft.measure("temperatureC", Double(draft.pick(355...395)) / 10)
    },
  ]
}
