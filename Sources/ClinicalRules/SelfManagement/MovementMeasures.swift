import ClinicalRecord
import RuleEngine

/// Exercise, strength, weight and stretching (basis C10).
enum MovementMeasures {
  /// Body mass index in kg/m2 from which weight loss is discussed in osteoarthritis (NG226), and below which the weight is low (WHO, from memory).
  static let overweight = 25.0
  static let lowBmi = 18.5

  static let exercise = Measure(
    id: "self.exercise", title: "Walking, swimming, yoga",
    codes: ["movement", "walking", "exerciseProgramme", "physiotherapy"],
    evidence: "supported for OA and function; add strength work", checkFirst: SharedCautions.exertion
  ).rule
    .cites("ng226", "who2020", basis: .memory)

  static let strength = Measure(
    id: "self.strength", title: "Resistance work", inUse: [Quantity.item("qStrengthDaysPerWeek") >= 1],
    evidence: "supported for strength and bone", checkFirst: SharedCautions.exertion
  ).rule
    .cites("who2020", basis: .memory)

  /// Neither list of the basis names weight loss: the rule is never met, and the report offers it only where it applies.
  static let weight = Measure(
    id: "self.weight", title: "Weight loss", evidence: "10% better than 5%",
    checkFirst: [Named("low BMI", Derived.bmi < lowBmi)]
  ).rule
    .detail(
      "applies",
      .choice(
        [
          .init(
            .all([Derived.bmi >= overweight, .any([.rule("joint.oa"), .yes("osteoarthritisKnown")])]), "yes")
        ], otherwise: "not recorded")
    )
    .detail("askFirst", .choice([], otherwise: "eating disorder, now or earlier"))
    .cites("ng226", basis: .verified)
    .marking(lowBmi, as: .memory)

  /// A tear counts as suspected on a pop or on a heel that cannot be raised.
  static let stretch = Measure(
    id: "self.stretch", title: "Stretching", codes: ["stretching"], evidence: "low certainty",
    checkFirst: [
      Named("suspected tear", .any([.yes("qTendonPop"), .yes("qCannotHeelRaise")])),
      Named("Achilles rupture features", .rule("rf.achilles", .metOrOpen)),
    ]
  ).rule
    .cites("hawke2021", basis: .verified)
}
