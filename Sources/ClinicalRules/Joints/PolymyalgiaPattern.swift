import ClinicalRecord
import RuleEngine

/// Girdle pain on both sides with long stiffness and a raised CRP or ESR. While it is met or open, giant cell arteritis is asked for (basis P6).
enum PolymyalgiaPattern {
  /// BSR and BHPR 2009/10 core features: age, duration and stiffness (seen in part; the rest from memory).
  static let minimumAge = 50.0
  static let minimumWeeks = 2.0
  static let minimumStiffness = 45.0

  /// Above the laboratory's own limit. Where it gave none, CRP is read by the same fallback in every rule; for ESR the basis has none.
  static let raisedCRP: Condition = Named("CRP above its limit", .aboveReference("crp", fallback: Iron.crpFallback))
  static let raisedESR: Condition = Named("ESR above the laboratory's limit", .aboveReference("esr", fallback: nil))
  static let raisedInflammation: Condition = .any([raisedCRP, raisedESR])

  /// A result on file without the limit that it is read by.
  private static let unreadable: Condition = .all([.fresh("esr"), .unanswered(raisedESR)])

  private static let clinicalPart: [Condition] = [
    .context(Derived.age >= minimumAge),
    Quantity.item("qGirdleWeeks") >= minimumWeeks,
    .any([.item("qShoulderGirdle", in: ["bothSides"]), .item("qHipGirdle", in: ["bothSides"])]),
    Derived.stiffness >= minimumStiffness,
  ]

  static let rule = Rule("joint.pmr", "Polymyalgia-type pattern", .all(clinicalPart + [raisedInflammation]))
    .says(
      """
      Girdle pain, stiffness ≥ 45 min and raised CRP/ESR at {age}. Urgent (needs assessment within days). \
      Ask GCA symptoms. Consider protein electrophoresis.
      """
    )
    .says(
      "Girdle pain and stiffness ≥ 45 min at {age}; ESR on file, the laboratory's upper limit not recorded. Ask GCA symptoms.",
      if: .notRecorded,
      when: .all(clinicalPart + [.unanswered(raisedInflammation), unreadable])
    )
    .says(
      "Girdle pain and stiffness ≥ 45 min at {age}: blood test needed (CRP, ESR). Ask GCA symptoms.",
      if: .notRecorded, when: .all(clinicalPart + [.unanswered(raisedInflammation)])
    )
    .level(.urgent)
    .amplified(by: arteritis.map { Named($0.words, $0.whileThisIsMetOrOpen) })
    .adds("Recorded: {gca}.")
    .adds("Recorded: {gca}.", if: .notRecorded, when: .rule("joint.pmr", .metOrOpen))
    .detail("age", .number(Derived.age, decimals: 0))
    .detail("gca", .names(arteritis.map { Named($0.words, .yes($0.item)) }, .met))
    .asks("What is the laboratory's upper limit of the ESR?", about: "labRefHigh")
    .asks("New headache?", about: "qNewHeadache")
    .asks("Tender scalp?", about: "qScalpTender")
    .asks("Jaw pain on chewing?", about: "qJawPainChewing")
    .asks("Any change of vision?", about: "qVisionChange")
    .asks(
      "Do the shoulders or the hips ache, on one side or both, and for how many weeks?", about: "qShoulderGirdle",
      "qHipGirdle", "qGirdleWeeks"
    )
    .asks("Morning stiffness, minutes?", about: "qMorningStiffMin", "morningStiffnessMinutes")
    .considers(tests: "crp", "esr", "haemoglobin", "ck", "tsh", "calciumAdjusted", "alp", "rf", "antiCcp")
    .cites("bsrPmr", "dasgupta2012", basis: .memory)

  private struct Symptom {
    var words: String
    var item: ItemID

    /// Asked for only while the rule is met or open: an empty record does not lead to questions about the head.
    var whileThisIsMetOrOpen: Condition {
      .all([.ifRecorded(.rule("joint.pmr", .metOrOpen)), .yes(item)])
    }
  }

  private static let arteritis: [Symptom] = [
    Symptom(words: "new headache", item: "qNewHeadache"),
    Symptom(words: "tender scalp", item: "qScalpTender"),
    Symptom(words: "jaw pain on chewing", item: "qJawPainChewing"),
    Symptom(words: "change of vision", item: "qVisionChange"),
  ]
}
