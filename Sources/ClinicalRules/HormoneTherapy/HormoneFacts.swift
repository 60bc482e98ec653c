import ClinicalRecord
import RuleEngine

/// Facts that several rules on hormone therapy read.
enum HormoneFacts {
  /// Methods of contraception that hold hormones.
  static let hormonalMethods = ["lngIud52", "pop", "implant", "dmpa", "combined"]

  /// The patient's view of HRT is known; "unsure" is an answer, "notAsked" is not (settled reading A25).
  static let preferenceRecorded: Condition = .item("qHrtPreference", in: ["wants", "openTo", "unsure", "doesNotWant"])

  /// What opens the section "For discussion" (basis C4).
  static let sectionOpens: Condition = .any([Derived.inTransitionOrPost, Derived.onSystemicHrt, preferenceRecorded])

  /// Flushes or sweats of any degree.
  static let anyVasomotor: Condition = .item("qVasomotor", in: ["mild", "moderate", "severe"])

  /// "With symptoms": as answered, or logged in the past 28 days (settled reading A27).
  static let vasomotorSymptoms: Condition = .any([
    anyVasomotor, .anEntryFits(EntryQuery(["hotFlush", "nightSweat"])),
  ])

  static let uterusGone: Condition = .no("uterusPresent")

  /// Still before the last period, or within a year of it.
  static let inTransition: Condition = .derived("menopauseStage", in: ["strawMinus2", "strawMinus1", "strawPlus1a"])

  /// Periods that have not ended for a year, and ovaries that are left.
  static let notYetMenopausal: Condition = .all([
    .not(.ifRecorded(.item("oophorectomy", in: ["both"]))),
    .any([
      .derived("menopauseStage", in: ["strawMinus3", "strawMinus2", "strawMinus1"]),
      .ifRecorded(Derived.monthsSinceLmp < 12),
    ]),
  ])
}
