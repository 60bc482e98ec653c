import ClinicalRecord

/// History: clots, cancer, heart and metabolism, other conditions, and habits (basis B4).
extension LegbriefFields {
  static let clots: [Field] = [
    .history(
      "vteHistory", "Have you had a clot in a leg or lung, and did it have a clear trigger?",
      .enumeration(["none", "provoked", "unprovoked", "unknown"])),
    .history("vteCurrent", "Are you being treated for a clot in a leg or lung now?"),
    .history("thrombophilia", "Have you been told that your blood clots more easily (thrombophilia)?"),
    .history("antiphospholipid", "Have you been told that you have antiphospholipid syndrome?"),
    .history("vteFamilyFirstDegree", "Has a parent, brother, sister or child had a clot in a leg or lung?"),
    .history("superficialVeinThrombosis", "Have you had a clot in a surface vein?"),
    .history("surgeryOrCastPast12w", "Have you had surgery or a leg cast in the past 12 weeks?"),
    .history("immobileGe3d", "Have you lately been in bed or unable to walk for 3 days or more?"),
    .history("longTravelPast4w", "Have you made a long journey in the past 4 weeks?"),
    .history("permanentImmobility", "Are you permanently unable to walk?"),
    .history("centralLine", "Do you have a long-term line in a large vein?"),
  ]

  static let cancer: [Field] = [
    .history(
      "cancerBreast", "Do you have, or have you had, breast cancer?", .enumeration(Vocabulary.cancerHistory)),
    .history(
      "cancerEstrogenDependentOther", "Do you have, or have you had, another cancer that depends on estrogen?",
      .enumeration(Vocabulary.cancerHistory), note: "such as endometrial cancer"),
    .history(
      "cancerActiveAny",
      "Are you being treated for any cancer, or were you in the past 6 months, or is the care palliative?",
      note: "Wells item"),
    .history("cancerHistoryAny", "Have you ever had any cancer?", note: "for the bone-pain flag"),
    .history(
      "endometrialHyperplasia", "Have you had thickening of the womb lining (hyperplasia), and was it treated?",
      .enumeration(["none", "treated", "untreated"])),
    .history("lynchOrCowden", "Have you been told that you have Lynch or Cowden syndrome?"),
    .history("pcos", "Have you been told that you have polycystic ovary syndrome?"),
    .history("endometriosis", "Have you been told that you have endometriosis?"),
    .history("fibroids", "Have you been told that you have fibroids?"),
    .history(
      "familyBreastCancerHigh", "Have you been told that your family history puts you at high risk of breast cancer?"),
  ]

  static let cardiometabolic: [Field] = [
    .history(
      "migraine", "Do you get migraine, and if so with or without aura?",
      .enumeration(["none", "withoutAura", "withAura"])),
    .history(
      "arterialDisease",
      "Have you had disease of the arteries, such as angina, heart attack, stroke or poor leg circulation?",
      .enumeration(["none", "anginaOrMi", "strokeOrTia", "pad", "multiple"])),
    .history("arterialEventDate", "When was the latest heart attack, stroke or similar event?", .day).detail(
      of: "arterialDisease"),
    .history(
      "hypertension", "Do you have high blood pressure, and is it treated?",
      .enumeration(["none", "treated", "untreated"])),
    .history("liverDiseaseActive", "Do you have liver disease that is active now?"),
    .history("porphyria", "Have you been told that you have porphyria?"),
    .history("gallbladderDisease", "Do you have gallstones or another gallbladder disease?"),
    .history("highTriglycerides", "Have you been told that your triglycerides are high?"),
    .history("sle", "Have you been told that you have lupus?"),
    .history("epilepsy", "Do you have epilepsy?"),
    .history("meningioma", "Have you been told that you have a meningioma?"),
    .history("dubinRotor", "Have you been told that you have Dubin-Johnson or Rotor syndrome?"),
    .history(
      "diabetes", "Do you have diabetes, and if so which type?",
      .enumeration(["none", "type1", "type2", "prediabetes"])),
    .history(
      "ckdStage", "Have you been told that you have chronic kidney disease, and if so which stage?",
      .enumeration(["none", "g3a", "g3b", "g4", "g5", "dialysis", "unknown"])),
  ]

  static let conditions: [Field] = [
    .history(
      "neuropathyKnown", "Have you been told that you have nerve damage (neuropathy)?", codes: [.snomed("302226006")]),
    .history("parkinsonMs", "Have you been told that you have Parkinson's disease or multiple sclerosis?"),
    .history("thyroidDisease", "Have you been told that you have a thyroid disease?"),
    .history("heartFailure", "Have you been told that you have heart failure?"),
    .history("cirrhosis", "Have you been told that you have cirrhosis of the liver?"),
    .history("sleepApnoea", "Have you been told that you have sleep apnoea?"),
    .history(
      "rheumatoidArthritis", "Have you been told that you have rheumatoid arthritis?", codes: [.snomed("69896004")]),
    .history("goutKnown", "Have you been told that you have gout?", codes: [.snomed("90560007")]),
    .history("inflammatoryBowel", "Have you been told that you have Crohn's disease or ulcerative colitis?"),
    .history("coeliac", "Have you been told that you have coeliac disease?"),
    .history("osteoporosisKnown", "Have you been told that you have osteoporosis?", codes: [.snomed("64859006")]),
    .history("osteoarthritisKnown", "Have you been told that you have osteoarthritis?", codes: [.snomed("396275006")]),
    .history("fibromyalgia", "Have you been told that you have fibromyalgia?", codes: [.snomed("203082005")]),
    .history("spinalStenosisKnown", "Have you been told that you have narrowing of the spinal canal?"),
    .history("varicoseVeinSurgery", "Have you had treatment or surgery for varicose veins?"),
    .history("jointReplacement", "Have you had a joint replaced?"),
    .history("immunosuppressed", "Is your immune system weakened by an illness or a treatment?"),
    .history("haemochromatosis", "Have you been told that you have haemochromatosis (iron overload)?"),
    .history(
      "giUlcerOrBleed", "Have you ever had a stomach ulcer or bleeding from the gut?",
      note: "caution with anti-inflammatory tablets"),
    .history(
      "asthmaNsaidSensitive", "Do anti-inflammatory painkillers set off asthma or an allergic reaction in you?",
      note: "caution with anti-inflammatory tablets"),
    .history(
      "chronicHeartRisk", "Have you been told that you are at long-term risk of heart disease?",
      note: "caution with anti-inflammatory tablets"),
  ]

  static let medicinesAndHabits: [Field] = [
    .history(
      "smoking", "Do you smoke, or did you in the past?", .enumeration(["never", "former", "current"]),
      codes: [.loincFromMemory("72166-2")]),
    .history(
      "alcoholUnitsPerWeek", "How many units of alcohol do you drink in a week?", .number,
      unit: "UK units (8 g) per week", possible: 0...1000, plausible: 0...150),
    .history(
      "rlsDiagnosedDate", "When were you told that you have restless legs syndrome?", .day,
      codes: [.snomed("32914008")]),
    .history(
      "medListComplete", "Is the list of your medicines complete, including those bought without a prescription?",
      note: "without a yes, a class that is not listed counts as not recorded, never as absent"),
    .history("steroidGe3mo", "Have you taken steroid tablets for 3 months or longer?"),
  ]
}
