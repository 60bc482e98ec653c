package import ClinicalRecord

/// Ids and codes as words: the few that a reader would stumble over by table, the rest by splitting at capitals.
package enum Words {
  private static let known: [String: String] = [
    "ssri": "SSRI", "snri": "SNRI", "tca": "tricyclic antidepressant", "laba": "long-acting beta-2 agonist",
    "ppi": "proton pump inhibitor", "dhpCalciumBlocker": "dihydropyridine calcium-channel blocker",
    "lngIud52": "52 mg levonorgestrel IUD", "lngIud": "levonorgestrel IUD", "pop": "progestogen-only pill",
    "dmpa": "DMPA injection", "anginaOrMi": "angina or heart attack", "strokeOrTia": "stroke or TIA",
    "pad": "peripheral arterial disease", "crp": "CRP", "esr": "ESR", "rf": "rheumatoid factor", "antiCcp": "anti-CCP",
    "tsat": "transferrin saturation (TSAT)", "tibc": "TIBC", "tsh": "TSH", "hba1c": "HbA1c", "egfr": "eGFR",
    "labRefHigh": "upper limit of the laboratory",
    "alp": "ALP", "alt": "ALT", "ck": "CK", "mcv": "MCV", "fsh": "FSH", "vitaminB12": "vitamin B12",
    "activeB12": "active B12", "ntProBnp": "NT-proBNP", "dDimer": "D-dimer", "urineAcr": "urine ACR",
    "abpiLeft": "ABPI left", "abpiRight": "ABPI right", "bmi": "BMI", "lmpDate": "last period date",
    "ageYears": "age", "ge2PerWeek": "2 or more a week", "lt2PerWeek": "under 2 a week",
    "vteHistory": "previous clot", "vteFamilyFirstDegree": "clot in a first-degree relative",
    "vteCurrent": "current clot",
    "medListComplete": "medicine list confirmed complete", "dayCheckIn": "daily check-ins", "sle": "lupus (SLE)",
    "strawMinus3": "late reproductive (STRAW −3)", "strawMinus2": "early transition (STRAW −2)",
    "strawMinus1": "late transition (STRAW −1)", "strawPlus1a": "first year after the last period (STRAW +1a)",
    "strawPlus1b": "second year after the last period (STRAW +1b)",
    "strawPlus1c": "2 to 8 years after the last period (STRAW +1c)",
    "strawPlus2": "later postmenopause (STRAW +2)", "medicallyInduced": "medically induced",
    "surgical": "surgical (both ovaries removed)", "hrtRegimen": "HRT regimen", "qHrtPreference": "HRT preference",
    "pcos": "PCOS", "ckdStage": "kidney disease stage", "g3a": "G3a", "g3b": "G3b", "g4": "G4", "g5": "G5",
    "wellsActiveCancer": "active cancer (Wells)", "wellsParalysisCast": "paralysis or leg cast (Wells)",
    "wellsBedOrSurgery": "bed rest or surgery (Wells)", "wellsTenderness": "deep-vein tenderness (Wells)",
    "wellsEntireLeg": "entire leg swollen (Wells)", "wellsCalf3cm": "calf 3 cm larger (Wells)",
    "wellsPittingOneLeg": "pitting in one leg (Wells)", "wellsCollateral": "collateral veins (Wells)",
    "wellsPriorDvt": "earlier DVT (Wells)", "wellsAlternative": "alternative explanation (Wells, clinician)",
    "clinRlsMimicExcluded": "mimics excluded (clinician)", "qRlsDistress": "distress from restless legs",
    "qRlsSleepImpact": "sleep impact", "qRlsDayImpact": "daytime impact", "qRlsVerySevere": "nearly constant symptoms",
    "qRlsFreqPastYear": "frequency over the past year", "qRlsLifetimeGe5": "5 or more episodes ever",
    "qRlsFamily": "family history of restless legs", "qMoveRelief": "relief by movement",
    "qReliefWhileMoving": "relief lasts while moving", "qRestOnset": "onset at rest",
    "qEveningWorse": "worse in the evening", "qMorningStiffMin": "morning stiffness, minutes",
    "morningStiffnessMinutes": "morning stiffness, minutes", "qJointOnsetVsMenopause": "joint onset against menopause",
    "qHotSwollenJoint": "hot swollen joint", "qOneLegPainNew": "new pain in one leg", "qOneLegWarm": "one leg warm",
    "qOneLegSwollen": "one leg swollen", "qFootColdPaleNumbWeak": "cold, pale, numb or weak foot",
    "calfCircumferenceLeftCm": "left calf, cm", "calfCircumferenceRightCm": "right calf, cm",
    "cancerHistoryAny": "earlier cancer", "cancerActiveAny": "cancer treated now or in the past 6 months",
    "cancerBreast": "breast cancer", "cancerEstrogenDependentOther": "other estrogen-dependent cancer",
    "bpSystolic": "systolic BP", "bpDiastolic": "diastolic BP", "qBladderBowelNew": "new bladder or bowel change",
    "qSaddleNumb": "saddle numbness", "qSexualNumbNew": "new sexual numbness", "qLegWeaknessNew": "new leg weakness",
    "cycleChange7d": "cycles 7 days or more apart in length", "gap60d": "60 days or more without a period",
    "immobileGe3d": "immobile for 3 days or more", "surgeryOrCastPast12w": "surgery or cast in the past 12 weeks",
    "longTravelPast4w": "long journey in the past 4 weeks", "qWalkPainRelief10": "time until walking pain eases",
    "qFirstDegreeRa": "rheumatoid arthritis in a close relative", "parkinsonMs": "Parkinson’s disease or MS",
    "discussHrt": "discuss HRT", "dubinRotor": "Dubin-Johnson or Rotor syndrome", "irlsTotal": "IRLS total",
    "kneeBack": "back of knee", "hipFront": "front of hip", "hipLateral": "side of hip",
    "thighFront": "front of thigh", "thighBack": "back of thigh", "lowerBack": "lower back",
    "stiffMin": "morning stiffness", "ageNow": "age", "monthsSinceLmp": "time since the last period",
    "yearsSinceMenopause": "time since menopause", "ageAtMenopause": "age at menopause",
    "crampMaxMin": "longest cramp", "calfDiffCm": "difference between the calves", "bmiNow": "BMI",
    "jointOnsetYears": "time since the joint symptoms began", "jointRegions": "number of joint areas named or logged",
    "lngIudInsertedDate": "insertion of the levonorgestrel IUD", "hrtRegimenStartDate": "start of the HRT regimen",
    "net": "norethisterone", "mpa": "medroxyprogesterone", "gnrhAnalogue": "GnRH analogue",
    "afterStoppingHrt": "after stopping HRT", "doesNotWant": "does not want it",
    "postpartum6w": "within 6 weeks of giving birth", "tamoxifenSerm": "tamoxifen or raloxifene",
    "le10min": "within 10 minutes", "gt10min": "after more than 10 minutes", "within4w": "within 4 weeks",
    "w4to12": "4 to 12 weeks after", "after12w": "more than 12 weeks after",
    "alpha2deltaLigand": "alpha-2-delta ligand",
    "h2Blocker": "H2 blocker", "type1": "type 1", "type2": "type 2", "vitaminB6": "vitamin B6",
    "period": "part of the day",
    "dopamineAntagonistAntiemetic": "dopamine-blocking antiemetic", "nsaidOral": "oral anti-inflammatory (NSAID)",
    "nsaidTopical": "topical anti-inflammatory (NSAID)", "nonHormonalVms": "non-hormonal medicine for flushes",
    "aceInhibitorOrArb": "ACE inhibitor or ARB", "neurotoxicChemo": "neurotoxic chemotherapy",
    "recentVaccineOrNewDrug": "recent vaccine or new medicine", "ironIv": "intravenous iron",
    "wholeLeg": "whole leg", "upperArm": "upper arm",
    "steroidGe3mo": "oral steroid for 3 months or more", "qIbd": "inflammatory bowel disease (self or family)",
    "qUveitis": "inflamed eye (uveitis)", "qPsoriasis": "psoriasis (self or family)",
    "dxaTscoreHip": "DXA T-score, hip", "dxaTscoreSpine": "DXA T-score, spine", "fraxMajorPct": "FRAX, major fracture",
    "fraxHipPct": "FRAX, hip fracture", "qHeightLossGe4cm": "height loss of 4 cm or more",
    "qNewKyphosisBackPain": "new curve of the back with pain", "sarcfStrength": "SARC-F strength",
    "sarcfAssistWalk": "SARC-F walking", "sarcfChair": "SARC-F rising from a chair", "sarcfStairs": "SARC-F stairs",
    "sarcfFalls": "SARC-F falls", "sarcfTotal": "SARC-F total", "vcssTotal": "VCSS total",
    "villaltaTotal": "Villalta total", "dn4Total": "DN4 total", "qActivityMinPerWeek": "activity, minutes a week",
    "qStrengthDaysPerWeek": "strength training, days a week", "gripKg": "grip strength",
    "chairStandSec": "chair stand time",
    "gaitMs": "walking speed", "heightCm": "height", "weightKg": "weight",
    "qNsaidDaysPerWeek": "days a week with anti-inflammatories",
    "qVitaminB6Supplement": "vitamin B6 supplement", "vitaminD": "vitamin D",
    "qCrampNightsPerWeek": "nights a week with cramp",
    "qWeightLossKgUnplanned": "unplanned weight loss (kg)", "qStocking": "numbness like a stocking",
    "qFootInjuryUnnoticed": "foot injury not noticed", "qBackToLegPain": "pain from the back down the leg",
    "familyBreastCancerHigh": "high family risk of breast cancer", "qLegKickSleep": "legs kick in sleep",
    "qDopamineHelped": "dopamine medicine helped", "qSwellingEndDay": "swelling at the end of the day",
    "qVasomotor": "hot flushes or sweats", "qJointActivityRelated": "joint pain worse with activity",
    "qSqueezeHands": "squeeze test, hands", "qSqueezeFeet": "squeeze test, feet",
    "legPainOther": "pain in the leg", "lastHrtReviewDate": "last HRT review",
    "hrtRegimenChangeDate": "last change of HRT",
    "cycleDisturbance4m": "periods irregular or absent for 4 months or more",
    "qCrampMaxMinutes": "longest cramp, minutes", "qCrampSoreAfter": "sore after the cramp",
    "qBreathSwallowTrouble": "trouble breathing or swallowing", "qVisionChange": "change of sight",
    "qJawPainChewing": "jaw pain in chewing", "qTightAfterInjury": "tense leg with growing pain after injury",
    "qVeinHardPainful": "hard painful vein", "qVeinBleeding": "bleeding varicose vein", "qUlcerActive": "open sore",
    "qUlcerHealed": "healed leg ulcer", "qUlcerWeeks": "open sore, weeks",
    "qFootWoundWeeks": "wound on the foot, weeks",
    "qRestPainWeeks": "foot pain at rest, weeks", "qRestPainFoot": "foot pain at rest",
    "qRestPainHangsDown": "foot pain eased by hanging it down", "qSkinHardWhite": "hard or white skin of the lower leg",
    "qSkinBrownEczema": "brown or eczematous skin of the lower leg", "qLieOnSidePain": "pain in lying on the side",
    "qSelfCareWishes": "measures wished for", "qWalkPain": "pain on walking",
    "qWalkPainUphill": "pain on walking uphill",
    "qWalkPainStandingStill": "leg pain without walking", "qSuddenBreathless": "sudden breathlessness",
    "qCoughBlood": "coughing blood", "qGenitourinary": "vaginal or bladder symptoms", "qScalpTender": "tender scalp",
    "qOrthopnoea": "breathless lying flat", "qProximalWeakness": "weakness of hips or shoulders",
    "qNightPainUnrelenting": "pain at night that nothing eases", "qCannotHeelRaise": "unable to rise onto the toes",
    "qFallsPastYear": "falls in the past year",
    "qSmallJointHands": "small joints of the hands", "qSmallJointFeet": "small joints of the feet",
  ]

  /// An item's id as words: `qUrgeToMove` is "urge to move".
  package static func item(_ id: ItemID) -> String {
    if let words = known[id.name] { return words }
    let name = id.name
    let second = name.dropFirst().first
    if name.first == "q" || name.first == "m", second?.isUppercase == true { return code(String(name.dropFirst())) }
    return code(name)
  }

  /// A code as words: `bothSides` is "both sides"; a comma-separated list word by word.
  package static func code(_ code: String) -> String {
    if let words = known[code] { return words }
    if code.utf8.contains(UInt8(ascii: ",")), code.contains(", ") {
      return code.split(separator: ",").map { Words.code(String($0.drop { $0 == " " })) }.joined(separator: ", ")
    }
    var words = ""
    for byte in code.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        words.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if !words.isEmpty { words += " " }
        words.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
      // Only ids are split into words.
      default: return code
      }
    }
    return words
  }

  /// A medicine by its recorded name, with the class that counts; by the class alone where no name is recorded.
  static func medicine(_ medicine: Medication, _ classes: [String]) -> String {
    let counted = medicine.classes.filter { classes.isEmpty || classes.contains($0) }.map(code).joined(separator: ", ")
    return medicine.name.map { "\($0) (\(counted))" } ?? counted
  }
}
