import ClinicalRecord
import RuleEngine

/// HRT in use over time: effects that may be its own, symptoms after it ended, and when it is reviewed.
enum HormoneReview {
  private static func after(_ entries: EntryQuery) -> Condition {
    .all([
      .logged(entries),
      .context(
        .medication(
          MedicationQuery(["systemicEstrogen", "tibolone"], timing: .init(onset: entries, withinDays: nil)))),
      // Undated medicines leave the timing open (settled reading A34).
      .context(.monthsSinceMedicine(.startOrChange, MedicationQuery(["systemicEstrogen", "tibolone"])) >= 0),
    ])
  }
  private static let effects: [Condition] = [
    .named("leg cramps", after(EntryQuery(["muscleCramp"], .wholeLog, where: .site(Sites.leg)))),
    .named(
      "swelling of both legs",
      after(EntryQuery(["swelling"], .wholeLog, where: .all([.site(Sites.leg), .side(["both"])])))),
  ]

  /// One-sided swelling is never put down to HRT: it is a matter of the clot flag (basis C5, P2).
  static let adverse = Rule("hrt.adverse", "Effect that may be HRT") {
    Condition.context(Derived.onSystemicHrt)
    Condition.any(effects)
  }
  .says("Leg cramps / swelling are listed adverse effects. First logged after start or change: {effects}.")
  .adds("One-sided: see the red flags.")
  .detail("effects", .names(effects, .met))
  .asks("When did you begin your HRT, and when was it last changed?", about: "medStartDate")
  .cites("hrtProductTexts", basis: .verified)
  .settled(by: "A34")

  private static let hrt = MedicationQuery(["systemicEstrogen", "tibolone"])

  static let offTrial = Rule("hrt.offTrial", "Symptoms back after stopping") {
    AnyOf {
      Condition.item("qHrtSymptomChange", in: ["backAfterStopping"])
      Condition.item("qJointOnsetVsMenopause", in: ["afterStoppingHrt"])
    }
  }
  .says("Symptoms returned after stopping on {date}.", when: .monthsSinceMedicine(.stop, hrt) >= 0)
  .says("Symptoms returned after stopping; date not recorded.")
  .detail("date", .medicineStop(hrt))
  .detail("sites", .sites("qJointSites", EntryQuery(["jointPain", "jointStiffness"]), among: []))
  .cites("magliano2010", basis: .verified)

  /// Months after a start or change, and between later reviews, above which a review is due (NG23, from memory).
  static let firstReviewMonths = 3.0
  static let yearlyReviewMonths = 12.0

  /// Not reviewed later than the date: without a recorded review that is so.
  private static func dueAfter(_ date: ItemID) -> Condition {
    .all([
      .monthsSince(date) > firstReviewMonths, .not(.ifRecorded(.monthsBetween(date, "lastHrtReviewDate") > 0)),
    ])
  }

  /// A gap rule: met by the absence of a recorded review.
  static let review = Rule("hrt.review", "Review due") {
    Condition.context(Derived.onSystemicHrt)
    AnyOf {
      dueAfter("hrtRegimenStartDate")
      Condition.ifRecorded(dueAfter("hrtRegimenChangeDate"))
      Condition.ifRecorded(Quantity.monthsSince("lastHrtReviewDate") > yearlyReviewMonths)
    }
  }
  .says(
    "Review due (3 months after start or change, then yearly); last recorded {date}.",
    when: .recorded("lastHrtReviewDate")
  )
  .says("Review due (3 months after start or change, then yearly); last review not recorded.")
  .detail("date", .date("lastHrtReviewDate"))
  .cites("ng23", basis: .memory)
}
