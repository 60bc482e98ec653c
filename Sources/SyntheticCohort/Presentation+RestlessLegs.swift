import ClinicalRecord
import SeededNumbers

extension Presentation {
  static let restlessLegs: [Presentation] = [
    Presentation("restless legs") { draft in
      draft.ask("qUrgeToMove", "qUrgeSensation", "qRestOnset", "qReliefWhileMoving", yes: 92)
      draft.choose("qMoveRelief", "fully", "partly", "partly", "no", "onlyInPast")
      draft.choose("qEveningWorse", "yes", "yes", "yes", "no", "onlyInPast")
      draft.ask("qRlsVerySevere", yes: 20)
      for mimic in [
        "qMimicCramp", "qMimicPosition", "qMimicJoint", "qMimicSwelling", "qMimicNerve", "qMimicMyalgia",
        "qMimicFootTap", "qMimicInnerRestless",
      ] where !draft.chance(8) {
        draft.choose(ItemID(mimic), "no", "no", "no", "no", "no", "no", "partly", "partly", "fully")
      }
      draft.choose("qRlsFreqPastYear", "ge2PerWeek", "lt2PerWeek", "none")
      draft.ask("qRlsLifetimeGe5", yes: 85)
      draft.number("qRlsOnsetAge", 18...60)
      for item in ["qRlsDistress", "qRlsSleepImpact", "qRlsDayImpact"] {
        draft.choose(ItemID(item), "none", "mild", "moderate", "severe")
      }
      draft.ask("qRlsFamily", "qLegKickSleep", "qDopamineHelped", "qDaytimeSleepy", yes: 40)
      draft.entries(
        "urgeToMove",
        "bodySite=calf side=both atRest=yes relievedByMovement=partly returnsWhenStill=yes worseEveningNight=yes posture=lying sensations=crawling+pulling sleepDisturbance=delayedSleep",
        chance: 50, severity: 3...8, hours: draft.chance(80) ? 20...25 : 8...16)
      if draft.chance(15) { draft.set("clinRlsMimicExcluded", draft.chance(80) ? "yes" : "no", by: .clinician) }
      if draft.chance(50) { draft.score("irlsTotal", 0...40, by: .patient) }
      if draft.chance(10) {
        let profile = (0..<6).map { _ in Double(draft.pick(0...10)) }
        draft.scores.append(
          Measurement(id: "rls6Items", value: .numbers(profile), date: draft.day(draft.pick(1...60)), by: .patient))
      }
    },
    Presentation("iron in restless legs") { draft in
      draft.ask("qUrgeToMove", "qRestOnset", yes: 95)
      draft.result("ferritin", Double(draft.pick(6...140)), low: 13, high: 150)
      if draft.chance(75) { draft.result("tsat", Double(draft.pick(8...50)), low: 16, high: 45) }
      if draft.chance(60) { draft.result("haemoglobin", Double(draft.pick(85...145)), low: 120, high: 150) }
      if draft.chance(30) { draft.result("mcv", Double(draft.pick(72...98))) }
      if draft.chance(20) { draft.result("serumIron", Double(draft.pick(4...30))) }
      if draft.chance(20) { draft.result("tibc", Double(draft.pick(40...85))) }
      draft.result("crp", Double(draft.pick(1...25)), low: 0, high: 5)
      draft.choose("bleedingPattern", "heavy", "heavyProlonged", "irregular", "regular")
      if draft.chance(30) { draft.takes("ironOral", "Ferrous sulfate") }
      if draft.chance(5) { draft.takes("ironIv", "Ferric carboxymaltose", route: "injection") }
    },
    Presentation("provokers and treatment of restless legs") { draft in
      draft.ask("qUrgeToMove", yes: 95)
      let drugs = [
        ("ssri", "Sertraline"), ("snri", "Venlafaxine"), ("tca", "Amitriptyline"), ("mirtazapine", "Mirtazapine"),
        ("antipsychotic", "Quetiapine"), ("dopamineAntagonistAntiemetic", "Prochlorperazine"), ("lithium", "Lithium"),
        ("sedatingAntihistamine", "Promethazine"), ("opioid", "Codeine"), ("alpha2deltaLigand", "Pregabalin"),
      ]
      if let drug = draft.numbers.pick(drugs) { draft.takes(drug.0, drug.1) }
      if draft.chance(50) {
        draft.takes(draft.chance(70) ? "dopamineAgonist" : "levodopa", "Pramipexole")
        draft.ask(
          "qAugEarlier", "qAugMoreDose", "qAugStronger", "qAugSpread", "qAugFasterAtRest", "qAugShorterEffect", yes: 35)
        draft.ask("qImpulseControl", yes: 25)
        draft.date("rlsDiagnosedDate", ago: 200...3000)
      }
      draft.number("qCaffeinePerDay", 0...7)
      draft.number("alcoholUnitsPerWeek", 0...35)
      draft.choose("smoking", "never", "former", "current")
      draft.ask("sleepApnoea", "parkinsonMs", "neuropathyKnown", yes: 20)
      draft.choose("ckdStage", "none", "g3a", "g3b", "g4", "g5", "dialysis")
    },
  ]
}
