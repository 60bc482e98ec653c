import ClinicalRecord
import RuleEngine

/// NICE's clinical criteria for osteoarthritis, and the features that make the picture atypical.
enum Osteoarthritis {
  /// NG226 1.1.1: 45 or over, activity-related joint pain, and morning stiffness of no longer than 30 minutes.
  static let minimumAge = 45.0
  static let longestStiffness = 30.0

  /// Each joint area that is named or logged is judged with its own entries, where at least three of them say so; without them the
  /// answers, which are asked for all joints together, count for it.
  static let clinicalCriteria = Rule("joint.oa", "Clinical OA criteria (per joint)") {
    Condition.context(Derived.age >= minimumAge)
    Condition.atAnySite(areas, atTheJoint)
  }
  .says(criteria: "NG226 clinical criteria", at: [Locale.unitedKingdom])
  .says(criteria: "Clinical criteria for osteoarthritis", at: [])
  .adds("Ask: which joints?", when: .not(.ifRecorded(Joints.anyNamed)))
  .detail("joints", .sitesWhere(areas, atTheJoint, .met))
  .detail("notAt", .sitesWhere(areas, atTheJoint, .notMet))
  .detail("tag", .choice([.init(atypical, "atypical features present")], otherwise: "none"))
  .asks("Age?", about: "ageYears", "birthDate")
  .asks("Worse with activity?", about: "qJointActivityRelated", "onMovement")
  .asks("Morning stiffness, minutes?", about: "qMorningStiffMin", "morningStiffnessMinutes")
  .cites("ng226", basis: .verified)

  private static let areas = SitesQuery("qJointSites", EntryQuery(Kinds.joint))

  private static let atTheJoint: Condition = .all([
    .firstRecorded([
      .share(ShareQuery("onMovement", in: ["yes"], kinds: Kinds.joint, where: .theSite)), .yes("qJointActivityRelated"),
    ]),
    .context(stiffnessThere <= longestStiffness),
  ])

  private static let stiffnessThere: Quantity = .firstRecorded([
    .median("morningStiffnessMinutes", EntryQuery(Kinds.joint, where: .theSite), minimum: 3), Derived.stiffness,
  ])

  /// NG226 advises imaging only where there are such features; then the criteria stay met but are tagged (basis P5).
  fileprivate static let atypical: Condition = .any([
    .rule("joint.oaAtypical"), .rule("joint.inflammatory"), .rule("joint.pmr"),
  ])

  static let atypicalFeatures = Rule("joint.oaAtypical", "Atypical features", .any(features))
    .says("Atypical for OA: {list}. Alternative or extra diagnosis to be considered.")
    .detail("list", .names(features, .met))
    .asks("Was the painful joint injured recently?", about: "qRecentJointInjury")
    .asks("Morning stiffness, minutes?", about: "qMorningStiffMin", "morningStiffnessMinutes")
    .asks("Did the joint become much worse within weeks?", about: "qRapidJointWorsening")
    .asks("Did a joint change its shape?", about: "qJointDeformity")
    .asks("Did one joint become hot and swollen?", about: "qHotSwollenJoint")
    .asks("Is there pain at night that nothing eases?", about: "qNightPainUnrelenting")
    .asks("Any cancer, ever?", about: "cancerHistoryAny")
    .asks("Fever in the past 7 days?", about: "qFever")
    .cites("ng226", basis: .verified)

  private static let features: [Condition] = [
    Named("recent injury of the joint", .yes("qRecentJointInjury")),
    Named("morning stiffness of more than 30 minutes", Derived.stiffness > longestStiffness),
    Named("rapid worsening", .yes("qRapidJointWorsening")),
    Named("change of shape", .yes("qJointDeformity")),
    Named("hot swollen joint", .yes("qHotSwollenJoint")),
    Named("night pain that nothing eases", .yes("qNightPainUnrelenting")),
    Named("cancer in the history", History.anyCancer),
    Named("fever", .yes("qFever")),
  ]
}

extension Rule {
  /// The four phrases of the criteria under one name, where the record is read in one of the places.
  fileprivate func says(criteria name: String, at place: [Condition]) -> Rule {
    let (atypical, named) = (Osteoarthritis.atypical, Joints.anyNamed)
    return says("\(name) met at {joints}; atypical features present.", when: .all(place + [atypical, named]))
      .says("\(name) met; joints not recorded; atypical features present.", when: .all(place + [atypical]))
      .says("\(name) met at {joints}: imaging not routinely needed.", when: .all(place + [named]))
      .says(
        "\(name) met; joints not recorded: imaging not routinely needed.", when: place.isEmpty ? nil : .all(place))
  }
}
