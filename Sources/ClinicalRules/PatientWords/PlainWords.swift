import RuleEngine

/// The patient's copy in plain language: a draft like the rules, for clinicians and readers to confirm.
enum PlainWords {
  static let all = PatientWords(flags: flags, help: HelpLines.all, always: HelpLines.always, kinds: kinds)

  /// One sentence a rule: what somebody can see or feel. While a flag is open its lowest level stands, unless the sign itself asks for more.
  static let flags: [RuleID: PatientWords.Flag] = [
    "rf.dvt": .init("One leg is swollen, or one leg is newly sore and warm.", whileOpen: .sameDay),
    "rf.pe": .init(
      "You are suddenly short of breath, your chest hurts, you cough up blood, or you fainted.", whileOpen: .emergency),
    "rf.suddenSevere": .init("Your leg pain came on suddenly, or is new and very strong.", whileOpen: .sameDay),
    "rf.ali": .init("Your leg or foot is cold, pale, numb or weak.", whileOpen: .emergency),
    "rf.clti": .init(
      "Your foot hurts when you rest, a sore on it does not heal, or your toes look dark.", whileOpen: .sameDay),
    "rf.hotJoint": .init("A joint is hot and swollen.", whileOpen: .sameDay),
    "rf.cauda": .init(
      "You feel numb between your legs, or it is newly hard to pass or hold urine or stool.", whileOpen: .emergency),
    "rf.weakness": .init(
      "Your leg gets weaker, your foot drops, or it is newly hard to breathe or swallow.", whileOpen: .sameDay,
      openSign: "Your leg gets weaker, or your foot drops."),
    "rf.fracture": .init(
      "You cannot stand on your leg, or you hurt badly after a fall, or your hip or thigh hurts in a new way.",
      whileOpen: .sameDay),
    "rf.compartment": .init(
      "Part of your leg is tight and hurts more and more, for example after an injury.", whileOpen: .emergency),
    "rf.softTissue": .init(
      "Red skin is spreading, your skin blisters, or it hurts much more than it looks.", whileOpen: .sameDay),
    "rf.diabeticFoot": .init(
      "You live with diabetes, and your foot is sore, red, warm or swollen.", whileOpen: .sameDay),
    "rf.malignancy": .init(
      "Pain keeps you up all night, you found a new lump, or you lost weight without trying.", whileOpen: .soon),
    "rf.pmb": .init("You bled a year or more after your last period.", whileOpen: .soon),
    "rf.gca": .init(
      "Your sight changed, or you get a new headache, a sore scalp, or a sore jaw when you chew.", whileOpen: .sameDay,
      openSign: "You get a new headache, a sore scalp, or a sore jaw when you chew.", urgentKinds: ["visualChange"]),
    "rf.rhabdo": .init(
      "Your urine is dark like cola, or your muscles are very sore or weak.", whileOpen: .sameDay),
    "rf.svt": .init("A vein in your leg is hard and sore.", whileOpen: .urgent),
    "rf.veinBleed": .init("A vein in your leg bled.", whileOpen: .emergency),
    "rf.heartFailure": .init(
      "Both legs swell, and you are short of breath, for example when you lie flat.", whileOpen: .sameDay),
    "rf.achilles": .init(
      "You felt a pop at the back of your heel, or you cannot stand on tiptoe.", whileOpen: .sameDay),
    "rf.synovitis": .init("Your joints look swollen.", whileOpen: .urgent),
    "rf.pregnant": .init(
      "You are pregnant or may be, or you gave birth less than 6 weeks ago, and your leg hurts or swells.",
      whileOpen: .sameDay),
    "rf.bp": .init("Your blood pressure reading was very high.", whileOpen: .sameDay),
    "rf.labCritical": .init("One of your blood test results needs to be looked at today.", whileOpen: .sameDay),
    "rf.freeText": .init(
      "Some words in your notes may be important. Tell your clinician what you meant.", whileOpen: .sameDay),
    "joint.inflammatory": .init(
      "Your joints swell, or are stiff for a long time in the morning.", whileOpen: .urgent),
    "joint.pmr": .init("Your shoulders or hips are stiff and sore on both sides.", whileOpen: .urgent),
    "hrt.unopposed": .init(
      "You take the hormone estrogen. Your list does not show the second hormone that protects the womb.",
      whileOpen: .urgent),
    "hrt.bleed": .init("You bleed at times you did not expect while you take HRT.", whileOpen: .soon),
    "tendon.fluoroquinolone": .init(
      "A tendon became sore after you took an antibiotic that can harm tendons.", whileOpen: .sameDay),
  ]

  static let kinds: [String: String] = [
    "urgeToMove": "urge to move your legs", "unpleasantSensation": "unpleasant feeling in your legs",
    "legMovementsInSleep": "legs that move in your sleep", "jointPain": "joint pain", "jointStiffness": "stiff joints",
    "jointSwelling": "swollen joints", "muscleAche": "aching muscles", "muscleCramp": "cramp",
    "muscleWeakness": "weak muscles", "muscleTenderness": "sore muscles", "tendonPain": "tendon pain",
    "legPainOther": "other leg pain", "walkingPain": "pain when you walk", "footRestPain": "foot pain at rest",
    "heaviness": "heavy legs", "visibleVeins": "veins you can see", "skinChange": "change in your skin",
    "skinUlcer": "open sore", "shootingPain": "shooting pain", "coldness": "cold legs or feet",
    "backPain": "back pain", "sciatica": "pain from your back into your leg", "hotFlush": "hot flush",
    "nightSweat": "night sweat", "vaginalBleeding": "bleeding", "breathlessness": "being short of breath",
    "chestPain": "chest pain", "visualChange": "change in your sight", "jawPain": "jaw pain",
    "scalpTenderness": "sore scalp", "bladderBowelChange": "change in bladder or bowels",
    "saddleNumbness": "numb between your legs", "weightLoss": "weight loss", "other": "other symptom",
  ]
}
