import ClinicalRecord
import SeededNumbers

extension Presentation {
  static let joints: [Presentation] = [
    Presentation("joint pain of the transition") { draft in
      draft.ask("qJointPain")
      draft.choose(
        "qJointSites", "left.knee+right.knee", "both.knee+both.hand", "both.hipFront+both.ankle", "right.knee")
      draft.choose(
        "qJointOnsetVsMenopause", "withinTransition", "afterLastPeriod", "afterStoppingHrt", "longBefore",
        "afterNewMedicine")
      draft.date("qJointOnsetDate", ago: 30...1500)
      draft.number("qMorningStiffMin", 0...40)
      draft.ask("qJointActivityRelated", yes: 60)
      draft.ask("qJointSwellingSeen", "qSmallJointHands", "qSmallJointFeet", "qSqueezeHands", "qSqueezeFeet", yes: 6)
      draft.ask("qHotSwollenJoint", yes: 2)
      draft.entries(
        "jointPain", "bodySite=knee side=both onMovement=yes morningStiffnessMinutes=15", chance: 35, severity: 2...7)
      if draft.chance(20) {
        let pain = Double(draft.pick(20...95))
        draft.scores.append(
          Measurement(
            id: draft.chance(50) ? "koosSubscales" : "hoosSubscales",
            value: .subscales([.init(name: "pain", value: pain), .init(name: "qol", value: 100 - pain)]),
            date: draft.day(30), by: .patient))
        draft.score("womacTotal", 0...96)
        draft.score("oksTotal", 0...48)
      }
    },
    Presentation("osteoarthritis") { draft in
      draft.ask("qJointPain", "qJointActivityRelated", yes: 95)
      draft.choose("qJointSites", "right.knee", "left.hipFront", "both.knee", "left.knee+right.hipFront+both.hand")
      draft.number("qMorningStiffMin", 0...45)
      draft.ask("osteoarthritisKnown", yes: 50)
      draft.ask(
        "qRecentJointInjury", "qRapidJointWorsening", "qJointDeformity", "qJointLocking", "qNightPainUnrelenting",
        yes: 12)
      draft.entries("jointPain", "bodySite=knee side=right onMovement=yes triggers=stairs", chance: 40, severity: 3...8)
      if draft.chance(50) { draft.takes("nsaidOral", "Naproxen") }
      if draft.chance(30) { draft.takes("nsaidTopical", "Ibuprofen gel", route: "topical") }
      draft.number("qNsaidDaysPerWeek", 0...7)
    },
    Presentation("inflamed joints") { draft in
      draft.ask("qJointPain", "qJointSwellingSeen", yes: 92)
      draft.ask(
        "qSmallJointHands", "qSmallJointFeet", "qSqueezeHands", "qSqueezeFeet", "qFistDifficulty",
        "qEarlyMorningWorst", "qImprovesWithUse", "qFirstDegreeRa", yes: 55)
      draft.number("qMorningStiffMin", 20...120)
      draft.choose("qJointSites", "both.hand+both.wrist", "both.toes+both.hand", "left.knee")
      draft.date("qJointOnsetDate", ago: 20...500)
      draft.result("crp", Double(draft.pick(2...60)), low: 0, high: 5)
      draft.result("esr", Double(draft.pick(5...70)), low: 0, high: 20)
      if draft.chance(60) { draft.positive("rf", draft.chance(50)) }
      if draft.chance(60) { draft.positive("antiCcp", draft.chance(40)) }
      draft.ask("qPsoriasis", "qIbd", "qUveitis", "qInflammatoryBack", yes: 20)
      draft.ask("rheumatoidArthritis", "goutKnown", yes: 10)
      if draft.chance(30) { draft.result("urate", Double(draft.pick(200...600))) }
      draft.entries("jointSwelling", "bodySite=wrist side=both swelling=mild", chance: 25, severity: 3...7)
    },
    Presentation("suspicious arthralgia without swelling") { draft in
      draft.ask("qJointPain", "qSmallJointHands", "qEarlyMorningWorst", "qFirstDegreeRa", "qFistDifficulty", yes: 90)
      draft.ask("qJointSwellingSeen", yes: 5)
      draft.number("qMorningStiffMin", 20...59)
      draft.date("qJointOnsetDate", ago: 20...360)
      draft.no("qSqueezeHands", "qSqueezeFeet", "qSmallJointFeet")
    },
    Presentation("pain of the side of the hip") { draft in
      draft.ask("qLateralHipPain", "qLieOnSidePain", "qSingleLegStandPain", yes: 85)
      draft.ask("qGroinPain", yes: 25)
      draft.entries("legPainOther", "bodySite=hipLateral side=left triggers=lyingOnSide", chance: 30, severity: 3...7)
    },
    Presentation("widespread pain") { draft in
      draft.number("qWidespreadPainRegions", 2...5)
      draft.number("qWidespreadPainMonths", 1...60)
      draft.ask("qJointPain", "fibromyalgia", yes: 60)
      draft.entries("muscleAche", "bodySite=thighFront side=both", chance: 40, severity: 3...7)
      for item in ["pegItem1", "pegItem2", "pegItem3"] { draft.score(ItemID(item), 0...10, by: .patient) }
    },
    Presentation("joints and medicines") { draft in
      let drugs = [
        ("aromataseInhibitor", "Letrozole"), ("bisphosphonate", "Zoledronic acid"),
        ("fluoroquinolone", "Ciprofloxacin"),
        ("retinoid", "Acitretin"), ("recentVaccineOrNewDrug", "Shingles vaccine"), ("glucocorticoid", "Prednisolone"),
      ]
      if let drug = draft.numbers.pick(drugs) {
        draft.takes(
          drug.0, drug.1, route: drug.0 == "bisphosphonate" ? "injection" : "oral", since: 20...400,
          stopped: drug.0 == "glucocorticoid" ? 5...80 : nil)
      }
      draft.ask("qJointPain", yes: 95)
      draft.set("qJointOnsetVsMenopause", "afterNewMedicine")
      draft.date("qJointOnsetDate", ago: 1...200)
    },
  ]

  static let girdle: [Presentation] = [
    Presentation("girdle pain") { draft in
      draft.age = max(draft.age, draft.pick(48...70))
      draft.choose("qShoulderGirdle", "bothSides", "bothSides", "oneSide")
      draft.choose("qHipGirdle", "bothSides", "oneSide", "none")
      draft.number("qGirdleWeeks", 1...16)
      draft.number("qMorningStiffMin", 30...120)
      if draft.chance(75) { draft.result("crp", Double(draft.pick(2...80)), low: 0, high: 5) }
      if draft.chance(60) { draft.result("esr", Double(draft.pick(10...90)), low: 0, high: 20) }
      if draft.chance(50) { draft.positive("rf", false) }
      if draft.chance(50) { draft.positive("antiCcp", false) }
      draft.ask("qNewHeadache", "qScalpTender", "qJawPainChewing", "qVisionChange", yes: 15)
      draft.ask("qJointPain", yes: 40)
    },
    Presentation("muscles on a statin") { draft in
      draft.takes("statin", "Atorvastatin", since: 20...600)
      draft.choose("qMuscleOnsetVsStatin", "within4w", "w4to12", "after12w", "before")
      draft.ask("qMuscleTender", "qProximalWeakness", yes: 60)
      draft.ask("qDarkUrine", yes: 10)
      if draft.chance(60) {
        draft.result("ck", Double(draft.numbers.pick([90, 210, 500, 900, 2400, 9000]) ?? 90), low: 25, high: 200)
      }
      draft.entries("muscleAche", "bodySite=thighFront side=both", chance: 40, severity: 3...8)
    },
  ]
}
