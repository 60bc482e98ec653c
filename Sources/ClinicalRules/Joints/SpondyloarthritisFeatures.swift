import ClinicalRecord
import RuleEngine

/// Features linked with spondyloarthritis, beside joint pain.
enum SpondyloarthritisFeatures {
  static let rule = Rule("joint.spa", "Spondyloarthritis ask") {
    Condition.context(.rule("joint.present"))
    Condition.any(features)
  }
  .says("Feature linked with spondyloarthritis: {list}.")
  .detail("list", .names(features, .met))
  .asks("Is there pain in any joint?", about: "qJointPain")
  .asks("Psoriasis, in the patient or the close family?", about: "qPsoriasis")
  .asks("Inflammatory bowel disease?", about: "qIbd")
  .asks("Uveitis or iritis, ever?", about: "qUveitis")
  .asks("Back pain that is worse with rest and eases with moving?", about: "qInflammatoryBack")
  .cites("projectDefault", basis: .memory)

  private static let features: [Condition] = [
    Named("psoriasis (self or close family)", .yes("qPsoriasis")),
    Named("inflammatory bowel disease", .yes("qIbd")),
    Named("uveitis", .yes("qUveitis")),
    Named("inflammatory back pain", .yes("qInflammatoryBack")),
  ]
}
