import ClinicalRecord

extension Presentation {
  static let hormones: [Presentation] = [
    Presentation("flushes, not on HRT") { draft in
      draft.choose("qVasomotor", "none", "mild", "moderate", "severe")
      draft.number("qVasomotorPerDay", 0...20)
      draft.ask("qGenitourinary", "qLowMood", "qPoorSleep", yes: 50)
      draft.choose("qHrtPreference", "wants", "openTo", "unsure", "doesNotWant", "notAsked")
      draft.choose("qHrtConcerns", "breastCancer+clots", "bleeding+weight", "none", "stroke+sideEffects")
      draft.ask("cvRiskOnFile", "breastRiskOnFile", yes: 40)
      draft.entries("hotFlush", "severity=5", chance: 40)
      draft.entries("nightSweat", "severity=5", chance: 20)
      draft.choose("contraception", "none", "condom", "copperIud", "lngIud52", "pop", "combined", "notNeeded")
      if draft.chance(30) { draft.score("mrsTotal", 0...44, by: .patient) }
      if draft.chance(20) { draft.score("greeneTotal", 0...63, by: .patient) }
      if draft.chance(20) { draft.takes("nonHormonalVms", "Fezolinetant") }
      if draft.chance(20) { draft.result("fsh", Double(draft.pick(5...90))) }
      if draft.chance(10) { draft.result("estradiol", Double(draft.pick(20...600))) }
    },
    Presentation("on HRT") { draft in
      let transdermal = draft.chance(60)
      draft.takes("systemicEstrogen", "Estradiol", route: transdermal ? "transdermal" : "oral", since: 10...1500)
      if draft.chance(65) { draft.takes("progestogen", "Micronised progesterone", since: 10...1500) }
      if draft.chance(10) { draft.takes("vaginalEstrogen", "Estriol", route: "vaginal") }
      draft.choose("hrtRegimen", "sequential", "continuousCombined", "estrogenOnly", "tricycling")
      draft.date("hrtRegimenStartDate", ago: 20...2500)
      draft.date("hrtRegimenChangeDate", ago: 5...300)
      if draft.chance(60) { draft.date("lastHrtReviewDate", ago: 5...900) }
      draft.choose("progestogenType", "micronised", "mpa", "net", "dydrogesterone", "lngIud")
      draft.number("progestogenDaysPerMonth", 6...28)
      draft.set("progestogenDoseInProportion", draft.chance(75) ? "yes" : "no", by: .clinician)
      draft.choose(
        "qHrtSymptomChange", "startedAfterHrt", "worseAfterDoseChange", "betterOnHrt", "noLink", "backAfterStopping")
      draft.choose("qVasomotor", "none", "mild", "moderate")
      draft.entries(
        "muscleCramp", "bodySite=calf side=both posture=asleep durationMinutes=3", chance: 15, severity: 4...8)
    },
    Presentation("HRT stopped") { draft in
      draft.takes("systemicEstrogen", "Estradiol patch", route: "transdermal", since: 400...1500, stopped: 20...200)
      draft.set("qHrtSymptomChange", "backAfterStopping")
      draft.set("qJointOnsetVsMenopause", "afterStoppingHrt")
      draft.ask("qJointPain", yes: 80)
    },
    Presentation("tibolone or contraception") { draft in
      if draft.chance(50) {
        draft.takes("tibolone", "Tibolone")
        draft.set("hrtRegimen", "tibolone")
      } else {
        draft.takes("combinedContraceptive", "Combined pill")
        draft.set("contraception", "combined")
      }
    },
    Presentation("early menopause") { draft in
      draft.age = draft.pick(34...46)
      draft.ask("cycleDisturbance4m", yes: 80)
      draft.choose("qVasomotor", "mild", "moderate", "severe")
      if draft.chance(50) {
        draft.set("oophorectomy", "both")
        draft.date("oophorectomyDate", ago: 100...2500)
      } else if draft.chance(50) {
        draft.date("lmpDate", ago: 380...1800)
      } else {
        draft.ask("cycleChange7d", "gap60d", yes: 80)
      }
      if draft.chance(30) {
        draft.choose("medicalMenopauseCause", "chemotherapy", "pelvicRadiotherapy", "gnrhAnalogue", "other", "none")
      }
    },
    Presentation("reasons for care with HRT") { draft in
      draft.choose("cancerBreast", "none", "none", "past", "current", "suspected")
      draft.choose("cancerEstrogenDependentOther", "none", "none", "past")
      draft.choose("vteHistory", "none", "provoked", "unprovoked")
      draft.choose("migraine", "none", "withoutAura", "withAura")
      draft.choose("arterialDisease", "none", "anginaOrMi", "strokeOrTia", "pad", "multiple")
      draft.date("arterialEventDate", ago: 30...2000)
      draft.choose("hypertension", "none", "treated", "untreated")
      draft.ask(
        "vteCurrent", "thrombophilia", "antiphospholipid", "vteFamilyFirstDegree", "superficialVeinThrombosis",
        "liverDiseaseActive", "porphyria", "gallbladderDisease", "highTriglycerides", "sle", "epilepsy", "meningioma",
        "dubinRotor", "familyBreastCancerHigh", "endometriosis", "fibroids", "permanentImmobility", "centralLine",
        yes: 8)
      draft.measure("bmi", Double(draft.pick(19...44)))
      draft.measure("bpSystolic", Double(draft.pick(105...190)), ago: 5...5)
      draft.measure("bpDiastolic", Double(draft.pick(60...99)), ago: 5...5)
      draft.choose("qVasomotor", "none", "moderate", "severe")
      draft.choose("qHrtPreference", "wants", "openTo", "unsure", "doesNotWant")
      draft.ask("chronicHeartRisk", "cancerActiveAny", "cancerHistoryAny", yes: 12)
    },
  ]

  static let bleeding: [Presentation] = [
    Presentation("bleeding on HRT") { draft in
      draft.takes("systemicEstrogen", "Estradiol gel", route: "transdermal", since: 60...2500)
      if draft.chance(60) { draft.takes("progestogen", "Norethisterone", since: 60...2500) }
      draft.set("uterusPresent", "yes")
      draft.choose("hrtRegimen", "continuousCombined", "sequential", "estrogenOnly", "tricycling")
      draft.choose("bleedingPattern", "irregular", "heavyProlonged", "intermenstrual", "heavy", "regular")
      draft.date("bleedOnHrtOnset", ago: 5...200)
      draft.date("hrtRegimenStartDate", ago: 30...2500)
      draft.date("hrtRegimenChangeDate", ago: 10...400)
      draft.ask("lynchOrCowden", "pcos", yes: 10)
      draft.number("progestogenDaysPerMonth", 6...14)
      draft.choose("progestogenType", "micronised", "mpa", "net")
      draft.set("progestogenDoseInProportion", draft.chance(60) ? "yes" : "no", by: .clinician)
      draft.measure("bmi", Double(draft.pick(20...46)))
      draft.choose("endometrialHyperplasia", "none", "none", "treated", "untreated")
      draft.date("lngIudInsertedDate", ago: 200...3000)
    },
    Presentation("bleeding after menopause") { draft in
      draft.age = max(draft.age, 52)
      draft.date("lmpDate", ago: 500...4000)
      draft.ask("postmenopausalBleeding", yes: 85)
      draft.entries("vaginalBleeding", "bodySite=pelvis side=midline", chance: 12)
    },
  ]
}
