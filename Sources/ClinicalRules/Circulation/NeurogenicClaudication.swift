import ClinicalRecord
import RuleEngine

/// Walking pain that comes on with standing as well and eases with sitting or leaning forward: the spine rather than the arteries.
enum NeurogenicClaudication {
  static let rule = Rule("pad.neurogenic", "Neurogenic alternative") {
    Condition.yes("qWalkPain")
    AnyOf {
      Condition.yes("qWalkPainStandingStill")
      Condition.yes("spinalStenosisKnown")
    }
    Condition.yes("qWalkPainLeanForward")
  }
  .says("Walking pain eased by sitting or leaning forward: spinal cause to be considered.")
  .asks("Does walking bring on pain in the legs?", about: "qWalkPain")
  .asks("Does the pain also come while standing still?", about: "qWalkPainStandingStill", "spinalStenosisKnown")
  .asks("Does sitting down or leaning forward ease the leg pain?", about: "qWalkPainLeanForward")
  .cites("projectDefault", basis: .memory)
}
