package import RuleEngine

/// What a clinic list says of one patient, and what it is sorted by.
package struct TriageRow: Sendable, Hashable, Codable {
  package struct Flag: Sendable, Hashable, Codable {
    /// In words, such as "Needs same-day assessment".
    package var level: String
    package var title: String

    package init(level: String, title: String) {
      self.level = level
      self.title = title
    }
  }

  /// The pseudonym, as the report prints it.
  package var identifier: String
  package var age: String
  /// Of the most urgent flag that is met; nil without one.
  package var urgency: Urgency?
  /// Red flags that are met, most urgent first.
  package var flags: [Flag]
  /// Titles of flags that some of what was recorded points to.
  package var open: [String]
  /// Of the open flag that would be the most urgent; nil without one.
  package var openUrgency: Urgency?
  /// How many flags nothing was asked about.
  package var notAsked: Int
  /// The verdict on restless legs, such as "RLS met".
  package var restlessLegs: String
  /// The weightiest pattern of each area where one is met, by title.
  package var findings: [String]
  /// Such as "log 20/28 days".
  package var coverage: String

  package init(
    identifier: String, age: String, urgency: Urgency?, flags: [Flag], open: [String],
    openUrgency: Urgency?, notAsked: Int, restlessLegs: String, findings: [String], coverage: String
  ) {
    self.identifier = identifier
    self.age = age
    self.urgency = urgency
    self.flags = flags
    self.open = open
    self.openUrgency = openUrgency
    self.notAsked = notAsked
    self.restlessLegs = restlessLegs
    self.findings = findings
    self.coverage = coverage
  }
}

extension ReportComposer {
  /// The row of a clinic list.
  func triageRow(_ verdicts: Verdicts, _ model: ReportModel) -> TriageRow {
    let line = triage(verdicts, model)
    return TriageRow(
      identifier: model.header.identifier, age: line.age,
      urgency: verdicts.all.filter { $0.value == .met && $0.rule.isRedFlag && !$0.rule.isRoutineLine }
        .compactMap(\.urgency).max(),
      flags: model.redFlags.map { .init(level: $0.level, title: $0.title) }, open: model.openFlags.map(\.title),
      openUrgency: openByUrgency(verdicts).first?.level, notAsked: model.notAsked.count,
      restlessLegs: line.restlessLegs,
      // What stands among the flags is not said twice.
      findings: keyPatterns(verdicts).filter { title in !model.redFlags.contains { $0.title == title } },
      coverage: line.coverage)
  }
}
