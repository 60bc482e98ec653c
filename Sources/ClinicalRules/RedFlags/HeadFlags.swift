import ClinicalRecord
import RuleEngine

/// The flag for inflamed arteries of the head, from 50 years on.
enum HeadFlags {
  /// Age from which giant cell arteritis is considered (BSR 2020).
  static let minimumAge = 50.0

  /// The age as worked out, or as written beside a birth date: where the two disagree, neither settles the gate.
  private static let oldEnough: Condition = .decided(
    met: .all([Derived.age >= minimumAge, .not(.ifRecorded(Quantity.item("ageYears") < minimumAge))]),
    notMet: .all([Derived.age < minimumAge, .not(.ifRecorded(Quantity.item("ageYears") >= minimumAge))]))

  private static let three: [Condition] = [.yes("qNewHeadache"), .yes("qScalpTender"), .yes("qJawPainChewing")]
  private static let raisedInflammation = PolymyalgiaPattern.raisedInflammation

  /// Logged signs of the same kind: they open the flag and bar a "no", the answers decide.
  private static let loggedSigns: Condition = .any([
    .anEntryFits(EntryQuery(["visualChange", "jawPain", "scalpTenderness"])),
    .anEntryFits(EntryQuery(["headache"], where: .sign("worseThanUsual", in: ["yes"]))),
  ])

  static let giantCell = Rule(
    "rf.gca", "Giant cell arteritis features",
    RedFlag(
      gate: oldEnough,
      answers: .any([
        .yes("qVisionChange"),
        .all([
          .atLeast(1, three),
          .any([
            .rule("joint.pmr"),
            .context(.any([.rule("joint.pmr", .metOrOpen), raisedInflammation, .atLeast(2, three)])),
          ]),
        ]),
      ]),
      opensWith: loggedSigns, barsNo: loggedSigns,
      notMetWhen: .everyAnswerIsNo(["qVisionChange", "qNewHeadache", "qScalpTender", "qJawPainChewing"]))
  )
  .level(.emergency, when: .yes("qVisionChange"))
  .level(.sameDay)
  .adds(
    "Specialist on the same working day where possible, all within 3 working days.", when: Locale.unitedKingdom
  )
  .asks("Is there a new kind of headache?", about: "qNewHeadache")
  .asks("Is the scalp tender, for example in combing?", about: "qScalpTender")
  .asks("Does the jaw hurt in chewing?", about: "qJawPainChewing")
  .asks("Did the sight change: loss, blurring or double vision?", about: "qVisionChange")
  .asks("Age?", about: "ageYears", "birthDate")
  .considers(tests: "crp", "esr")
  .alwaysListsMissing()
  .cites("bsrGca2020", basis: .verified)
  .settled(by: "A04", "A12")
}
