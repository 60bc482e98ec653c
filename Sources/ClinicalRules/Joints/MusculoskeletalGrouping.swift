import ClinicalRecord
import RuleEngine

/// Two or more domains of the grouping that was proposed in 2024 for the menopause transition: a term that describes, without criteria.
enum MusculoskeletalGrouping {
  static let minimumDomains = 2

  static let rule = Rule("joint.msm", "Musculoskeletal grouping of menopause") {
    Condition.context(Derived.inTransitionOrPost)
    Condition.atLeast(minimumDomains, domains)
  }
  .says(
    """
    Two or more domains of the 2024 'musculoskeletal syndrome of menopause' grouping. \
    Descriptive term, no criteria, not a diagnosis.
    """
  )
  .adds("Recorded: {list}.")
  .detail("list", .names(domains, .met))
  .detail("sites", .sites("qJointSites", EntryQuery(Kinds.joint), among: []))
  .asks("When was the last period, and did the periods change?", about: "menopauseStage", "lmpDate")
  .cites("wright2024", basis: .verified)

  /// Joint pain and osteoarthritis criteria count once, and so do the two measures of strength and the two of tendons.
  private static let domains: [Condition] = [
    Named("joints", .any([.rule("joint.present"), .rule("joint.oa")])),
    Named("muscle strength", .any([.rule("muscle.sarcf"), .rule("muscle.sarcopeniaNext")])),
    Named("bone density", .rule("bone.dxa")),
    Named("tendon", .any([.rule("tendon.any"), .rule("joint.gtps")])),
  ]
}
