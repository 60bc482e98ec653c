package import ClinicalRecord
package import RuleEngine

/// The rule book of Legbrief: the areas of basis part C in its order, with all that they share.
package enum LegbriefRules {
  package static let book = RuleBook(
    version: "0.1-draft",
    areas: areas.map { withIntent($0.area) },
    derivedCodes: Derived.codes,
    derivedNumbers: Derived.numbers,
    precedence: LegbriefPrecedence.all,
    references: references,
    dictionary: LegbriefFields.dictionary,
    locales: LocalePacks.all,
    readings: SettledReadings.all,
    signOffs: SignOffs.all,
    contextItems: ContextItems.all,
    procedures: Procedures.all,
    clinics: ReferralClinics.all,
    patientWords: PlainWords.all)

  /// The day from which the age of guidelines is counted: when the book was last set against its sources.
  package static let edition = Day(iso: "2026-03-02") ?? Day(number: 0)

  private static func withIntent(_ area: RuleArea) -> RuleArea {
    let rules = area.rules.map { rule in
      var rule = rule
      rule.intent = RuleIntents.all[rule.id]
      return rule
    }
    var stated = area.replacing(rules: rules)
    stated.intent = AreaIntents.all[area.id] ?? RuleIntent()
    return stated
  }

  /// One line per area: its rules and the references that they cite.
  private static let areas: [(area: RuleArea, references: [ReferenceID: String])] = [
    (DataQuality.area, DataQuality.references),
    (RestlessLegs.area, RestlessLegs.references),
    (Joints.area, Joints.references),
    (Circulation.area, Circulation.references),
    (HormoneTherapy.area, HormoneTherapy.references),
    (RedFlags.area, RedFlags.references),
    (Muscle.area, Muscle.references),
    (Nerve.area, Nerve.references),
    (Tendon.area, Tendon.references),
    (Bone.area, Bone.references),
    (SelfManagement.area, SelfManagement.references),
  ]

  /// Areas may cite the same reference; the first text stands.
  private static let references: [ReferenceID: String] = areas.reduce(into: [:]) { all, area in
    all.merge(area.references) { first, _ in first }
  }
}
