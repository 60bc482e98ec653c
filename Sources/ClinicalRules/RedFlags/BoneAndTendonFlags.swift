import ClinicalRecord
import RuleEngine

/// Flags for a broken bone and for a torn Achilles tendon.
enum BoneAndTendonFlags {
  /// Severity of 0-10 from which pain after an injury or a fall counts (basis C5).
  static let injurySeverityFrom = 7.0
  /// Months on a bisphosphonate or denosumab beyond which thigh pain counts (3 years, project default).
  static let antiresorptiveMonths = 36.0
  /// Sites with a bone under the finger; the soft parts of the leg are left out (project default).
  static let boneSites = [
    "groin", "hipFront", "hipLateral", "thighFront", "thighBack", "knee", "shin", "ankle", "heel", "midfoot",
    "forefoot", "toes", "wholeLeg", "pelvis", "lowerBack", "chest", "neck", "shoulder", "upperArm", "wrist", "hand",
  ]
  private static let thigh = ["thighFront", "thighBack"]

  private static let noWeightOnTheLeg: Condition = .anEntryFits(
    EntryQuery([], where: .sign("unableToWeightBear", in: ["yes"])))
  private static let injuredBone: Condition = .anEntryFits(
    EntryQuery(
      ["injury", "fall"],
      where: .all([.site(boneSites), .number("severity", .atLeast, injurySeverityFrom)])))

  /// New: said so, or the first pain there.
  private static let newPain: Condition = .anEntryFits(
    EntryQuery(
      Kinds.pain,
      where: .all([
        .site(["groin"] + thigh), .any([.code("worseThanUsual", in: ["yes"]), .firstAtSite(kinds: Kinds.pain)]),
      ])))
  private static let weakBone: [Condition] = [
    .named("osteoporosis on record", .yes("osteoporosisKnown")),
    .named("fracture after a minor fall", .yes("qFragilityFracture")),
    .named("steroid", .taking("glucocorticoid")),
  ]

  private static let thighPain: Condition = .anEntryFits(EntryQuery(Kinds.pain, where: .site(thigh)))
  private static let antiresorptive = MedicationQuery(["bisphosphonate", "denosumab"])
  /// A medicine that a confirmed list does not hold has no start to ask for.
  private static let longAntiresorptive: Condition = .all([
    .medication(antiresorptive), .monthsSinceMedicine(.start, antiresorptive) > antiresorptiveMonths,
  ])

  /// Open while it is not recorded since when the medicine is taken.
  private static let thighPainOnBoneMedicine: Condition = .all([
    thighPain, .medication(antiresorptive),
    .not(.ifRecorded(.monthsSinceMedicine(.start, antiresorptive) <= antiresorptiveMonths)),
  ])

  private static let weakBoneWithNewPain: Condition = .all([newPain, .context(.any(weakBone))])
  private static let acute: Condition = .any([noWeightOnTheLeg, injuredBone, weakBoneWithNewPain])

  private static let weakBonePain: Condition = .any([
    weakBoneWithNewPain, .all([.context(thighPain), .context(longAntiresorptive)]),
  ])

  /// Rests on the log: a "no" needs a log that covers its days as well. Groin or thigh pain bars it until every bone question is settled.
  static let fracture = Rule(
    "rf.fracture", "Possible fracture",
    RedFlag(
      answers: weakBonePain, log: .any([noWeightOnTheLeg, injuredBone]), opensWith: thighPainOnBoneMedicine,
      barsNo: .not(.ifRecorded(.not(weakBonePain))),
      notMetWhen: .all([.everyAnswerIsNo(["qFragilityFracture"]), .logCovers("dq.coverage")]))
  )
  .level(.sameDay, when: acute)
  .level(.urgent)
  .amplified(by: weakBone + [.named("bone medicine", .medication(antiresorptive))])
  .adds(
    "Thigh pain after more than 3 years of a bisphosphonate or denosumab: atypical femoral fracture to be considered.",
    when: .all([thighPain, longAntiresorptive])
  )
  .asks("Could you put weight on the leg?", about: "unableToWeightBear")
  .asks("Was the pain new, or clearly worse than is usual for you?", about: "worseThanUsual")
  .asks("Where was the pain or injury?", about: "bodySite")
  .asks("Have you broken a bone after a minor knock or a fall from standing height?", about: "qFragilityFracture")
  .asks(
    "Since when are medicines for bone taken, and is the list of medicines complete?", about: "medStartDate",
    "medListComplete"
  )
  .alwaysListsMissing()
  .cites("clinicalTeaching", "projectDefault", basis: .project)
  .settled(by: "A03", "A04", "A21")

  private static let suddenHeelPain: Condition = .logged(
    EntryQuery(Kinds.pain, where: .all([.site(["achilles", "heel"]), .sign("suddenOnset", in: ["yes"])])))

  static let achilles = Rule(
    "rf.achilles", "Achilles rupture features",
    RedFlag(
      answers: .any([
        .yes("qTendonPop"), .all([.yes("qCannotHeelRaise"), suddenHeelPain]),
      ]),
      notMetWhen: .everyAnswerIsNo(["qTendonPop", "qCannotHeelRaise"]))
  )
  .level(.sameDay)
  .asks("Was there a sudden pop or snap at the back of the heel?", about: "qTendonPop")
  .asks("Are you unable to rise onto your toes on that leg?", about: "qCannotHeelRaise")
  .asks("Did pain at the heel come on within minutes to hours?", about: "suddenOnset")
  .alwaysListsMissing()
  .cites("clinicalTeaching", basis: .memory)
  .settled(by: "A04")
}
