import ClinicalRecord
import RuleEngine

/// Swelling that began within 12 weeks after a medicine that can cause it was started or changed.
enum DrugSwelling {
  /// 12 weeks [M]: a start or change at most so many days before the first swelling entry; an undated medicine counts as well.
  static let daysBeforeOnset = 84

  static let rule = Rule("oedema.drug", "Drug-related swelling") {
    Merge(
      "qAnkleSwelling", answer: .item("qAnkleSwelling", in: ["oneSide", "bothSides"]),
      log: .logged(EntryQuery(["swelling"])))
    Condition.medication(medicines)
  }
  .says("Swelling while on {drugs}.")
  .adds("One-sided swelling: clot to be excluded before other causes.", when: oneSided)
  .detail("drugs", .medicineStarts(medicines))
  .asks("Do the ankles swell, on one side or both?", about: "qAnkleSwelling", "symptomKind")
  .asks(
    "When did the swelling start, and when was each medicine started or changed?", about: "medStartDate",
    "medChangeDate"
  )
  .asks("Is the list of medicines complete?", about: "medListComplete")
  .cites("projectDefault", basis: .memory)
  .settled(by: "A34")

  static let medicines = MedicationQuery(
    [
      "dhpCalciumBlocker", "nsaidOral", "glucocorticoid", "systemicEstrogen", "alpha2deltaLigand",
      "thiazolidinedione", "antipsychotic",
    ],
    timing: MedicationQuery.Timing(onset: EntryQuery(["swelling"]), withinDays: daysBeforeOnset))

  private static let oneSided: Condition = .any([
    .item("qAnkleSwelling", in: ["oneSide"]), .side(SideQuery(["swelling"]), in: ["left", "right"]),
  ])
}
