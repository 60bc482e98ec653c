/// Lists of codes that more than one item uses, in the order of the basis.
enum Vocabulary {
  static let bodySites: [String] = [
    "buttock", "groin", "hipFront", "hipLateral", "thighFront", "thighBack", "knee", "kneeBack", "shin", "calf",
    "ankle",
    "achilles", "heel", "sole", "midfoot", "forefoot", "toes", "wholeLeg", "hand", "wrist", "shoulder", "upperArm",
    "neck", "lowerBack", "jaw", "head", "chest", "pelvis", "other",
  ]

  static let sides: [String] = ["left", "right", "both", "midline", "unknown"]

  static let symptomKinds: [String] = [
    "urgeToMove", "unpleasantSensation", "legMovementsInSleep", "jointPain", "jointStiffness", "jointSwelling",
    "muscleAche", "muscleCramp", "muscleWeakness", "muscleTenderness", "tendonPain", "legPainOther", "walkingPain",
    "footRestPain", "heaviness", "swelling", "visibleVeins", "skinChange", "skinUlcer", "numbness", "tingling",
    "burning", "buzzing", "shootingPain", "coldness", "backPain", "sciatica", "fall", "injury", "hotFlush",
    "nightSweat", "vaginalBleeding", "breathlessness", "chestPain", "fever", "headache", "visualChange", "jawPain",
    "scalpTenderness", "bladderBowelChange", "saddleNumbness", "weightLoss", "other",
  ]

  /// What may be tried for relief; the same list serves what the person wishes to try.
  static let reliefMeasures: [String] = [
    "movement", "walking", "stretching", "massage", "heat", "cold", "elevation", "compression", "rest", "fluids",
    "magnesium", "ironSupplement", "nsaidOral", "nsaidTopical", "paracetamol", "otherPainkiller", "hrt", "footwear",
    "exerciseProgramme", "physiotherapy", "sleepRoutine", "lessCaffeine", "lessAlcohol", "other",
  ]

  static let relief: [String] = ["fully", "partly", "no", "notTried"]
  static let severity: [String] = ["none", "mild", "moderate", "severe"]
  static let bodySidesInvolved: [String] = ["none", "oneSide", "bothSides"]
  static let cancerHistory: [String] = ["none", "current", "past", "suspected"]
}
