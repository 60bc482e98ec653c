/// Sets of body sites that several rules share (basis 0.3).
enum Sites {
  /// Everything from the buttock down.
  static let leg = [
    "buttock", "groin", "hipFront", "hipLateral", "thighFront", "thighBack", "knee", "kneeBack", "shin", "calf",
    "ankle",
    "achilles", "heel", "sole", "midfoot", "forefoot", "toes", "wholeLeg",
  ]
  /// Sites for clot rules; swelling of a joint alone is left out.
  static let calfSide = ["calf", "shin", "ankle", "kneeBack", "thighFront", "thighBack", "wholeLeg"]
  static let foot = ["heel", "sole", "midfoot", "forefoot", "toes"]
  /// The foot with its ankle, for the foot of a person with diabetes.
  static let footAndAnkle = foot + ["ankle"]
  static let weightBearingJoints = ["hipFront", "groin", "knee", "ankle", "midfoot", "forefoot", "toes"]
}

/// Sets of symptom kinds that several rules share (basis 0.3).
enum Kinds {
  /// Pain; never the urge to move, never an unpleasant sensation; cramp is handled apart.
  static let pain = [
    "jointPain", "muscleAche", "legPainOther", "walkingPain", "footRestPain", "tendonPain", "shootingPain", "backPain",
    "sciatica",
  ]
  static let restlessLegs = ["urgeToMove", "unpleasantSensation"]
  static let joint = ["jointPain", "jointStiffness", "jointSwelling"]
  static let swelling = ["heaviness", "swelling"]
}
