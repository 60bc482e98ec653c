import ClinicalRecord
import RuleEngine

/// Load-related tendon pain, and the places at which its pattern is known (basis C8).
///
/// Sites are read from `qTendonSites` and from tendon-pain entries of 28 days; pain of another kind at the same place does not count.
enum TendonComplaints {
  /// Tendon-pain entries in 28 days that stand for a named place.
  static let loggedEntries = 2

  private static let sites = ["achilles", "heel", "hipLateral", "knee", "other"]
  /// What can be printed as a place: "other" names none.
  private static let namedSites = Vocabulary.bodySites.filter { $0 != "other" }
  private static let logged = EntryQuery(["tendonPain"])

  /// A place is named in the answer or by an entry; only an answer that names others is a "no".
  private static func site(_ answer: [String], orLogged places: [String]) -> Condition {
    .any([
      .item("qTendonSites", in: answer), .anEntryFits(EntryQuery(["tendonPain"], where: .site(places))),
    ])
  }

  static let any = Rule("tendon.any", "Tendon-type complaint") {
    AnyOf {
      Condition.itemHolds("qTendonSites", atLeast: 1, of: sites)
      Condition.entries(logged, atLeast: loggedEntries, otherwise: .notMet)
    }
    Condition.yes("qTendonLoadPain")
  }
  .says("Load-related pain at {site}.", when: placeIsNamed)
  .says("Load-related pain; site not recorded.")
  .detail("site", .sites("qTendonSites", logged, among: namedSites))
  .asks("Where does a tendon hurt: Achilles, heel, side of the hip, knee?", about: "qTendonSites", "bodySite")
  .asks("Does loading it hurt: stairs, hills, jumping?", about: "qTendonLoadPain")
  .alsoAsks("Is it worst with the first steps after rest?", about: "qTendonFirstSteps")
  .cites("tendonPractice", basis: .memory)

  private static let placeIsNamed = site(sites.filter { $0 != "other" }, orLogged: namedSites)

  static let achilles = Rule("tendon.achilles", "Achilles") {
    site(["achilles"], orLogged: ["achilles"])
    Condition.yes("qTendonFirstSteps")
    Condition.yes("qTendonLoadPain")
  }
  .says("Achilles: morning start-up stiffness and load pain.")
  .adds("Ask: is there swelling 2 to 6 cm above the heel?")
  .asks("Does the Achilles tendon hurt?", about: "qTendonSites", "bodySite")
  .asks("Is it worst with the first steps after rest?", about: "qTendonFirstSteps")
  .asks("Does loading it hurt: stairs, hills, jumping?", about: "qTendonLoadPain")
  .alsoAsks("Is the list of medicines complete, antibiotics of the past months included?", about: "medListComplete")
  .cites("tendonPractice", basis: .memory)

  static let heel = Rule("tendon.heel", "Plantar heel") {
    site(["heel"], orLogged: ["heel", "sole"])
    Condition.yes("qTendonFirstSteps")
  }
  .says("Heel pain worst on first steps.")
  .adds("Ask: one heel or both?")
  .asks("Does the heel or the sole hurt?", about: "qTendonSites", "bodySite")
  .asks("Is it worst with the first steps after rest?", about: "qTendonFirstSteps")
  .alsoAsks("Psoriasis, in yourself or close family?", about: "qPsoriasis")
  .alsoAsks("Is the back stiff in the morning, and does it ease with movement?", about: "qInflammatoryBack")
  .cites("tendonPractice", basis: .memory)

  /// The value of `joint.gtps`; its words stand once, among the joints.
  static let gluteal = Rule("tendon.gtps", "Gluteal (shown among the joints)", .rule("joint.gtps"))
    .cites("grimaldi2017", "cowan2022", basis: .memory)

  /// Any of the tendon patterns, for the rules that speak of one.
  static let anyComplaint: Condition = .any([
    .rule("tendon.any"), .rule("tendon.achilles"), .rule("tendon.heel"), .rule("tendon.gtps"),
  ])
}
