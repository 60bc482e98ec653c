package import ClinicalRecord

/// What is asked for of a whole run: where it goes, how it is called, how it is done.
package struct BatchOrder: Sendable {
  /// The output folder.
  package var output: String
  package var naming: NamePattern
  /// Whether the files of a report are called after its template, too.
  package var namesTemplate: Bool
  /// Threads that make reports.
  package var jobs: Int
  /// Makes every report anew, whatever stands there.
  package var isForced: Bool
  /// Records that failed are copied here; nil for nowhere.
  package var quarantine: String?
  package var asOf: Day?
  /// Stands in front of each record's own locale pack.
  package var locale: String?
  package var changes: Changes
  /// A digest of everything that a report depends on besides its record: program, rules, templates, options.
  package var setup: String
  /// The fields whose values tell who a person is.
  package var identifying: Set<ItemID>
  /// Looks in each report for what identifies another patient.
  package var checksForLeaks: Bool

  /// What each report is compared with.
  package enum Changes: Sendable, Hashable {
    case nothing
    case since(Day)
    /// The output folder of an earlier batch with verdicts (`--format json`).
    case previous(folder: String)
  }

  package init(
    output: String, naming: NamePattern, namesTemplate: Bool, jobs: Int, isForced: Bool = false,
    quarantine: String? = nil, asOf: Day? = nil, locale: String? = nil, changes: Changes = .nothing, setup: String,
    identifying: Set<ItemID>, checksForLeaks: Bool = true
  ) {
    self.output = output
    self.naming = naming
    self.namesTemplate = namesTemplate
    self.jobs = jobs
    self.isForced = isForced
    self.quarantine = quarantine
    self.asOf = asOf
    self.locale = locale
    self.changes = changes
    self.setup = setup
    self.identifying = identifying
    self.checksForLeaks = checksForLeaks
  }
}

/// How far a run has come, and how it ended.
package struct BatchTally: Sendable, Hashable {
  /// Records that were looked at.
  package var seen = 0
  package var made = 0
  /// Reports of an earlier run that are still what they should be.
  package var unchanged = 0
  package var failed = 0
  /// How many there are in all; nil where only the end tells.
  package var count: Int?
  /// How many reports have a flag of each level as their most urgent one, from 0 for none to 5 for an emergency.
  package var byRank: [Int: Int] = [:]
  /// Reports in the folder of records that this run did not see.
  package var others = 0

  /// How long the reports will take, of a rehearsal; nil where nothing is to be made.
  package var secondsExpected: Double?

  package init(count: Int? = nil) { self.count = count }
}
