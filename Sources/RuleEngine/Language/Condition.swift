package import ClinicalRecord

/// The logic of a rule as an inert tree: it can be evaluated, explained, printed, checked against the dictionary and hashed, and it holds no closures.
///
/// What each case means for a record is said once, in ``Evaluator``; the cases follow the helper functions of basis 0.2 and 0.3.
package indirect enum Condition: Sendable, Hashable {
  case all([Condition])
  case any([Condition])
  case not(Condition)
  case atLeast(Int, [Condition])
  /// A criterion with the words that lists and explanations use for it.
  case named(String, Condition)

  /// A recorded code (or a set that holds one of the codes) of the person, answers or history.
  case item(ItemID, in: [String])
  /// Something usable was recorded for the item; never `notMet`.
  case recorded(ItemID)
  /// A set answer that holds at least so many of the codes.
  case itemHolds(ItemID, atLeast: Int, of: [String])
  case compare(Quantity, Comparison, Double)
  /// A derived code of the rule book, such as the menopause stage.
  case derived(ItemID, in: [String])

  /// At least so many log entries fit; what fewer mean is said by `otherwise`.
  case entries(EntryQuery, atLeast: Int, otherwise: Truth)
  /// Entries fit on at least so many days at one site and side; the first of those days is left out where an entry there fits the other query.
  case daysAtOneSite(EntryQuery, atLeast: Int, exceptFirst: EntryQuery)
  /// Share of the entries that record a field in which the field has one of the values.
  case share(ShareQuery)
  /// The side on which the symptoms are logged (basis `sideOf`): `bilateral`, `left`, `right` or `mixed`.
  case side(SideQuery, in: [String])

  /// The condition at one site after the other of those named: met where it holds at any. `EntryCondition.theSite` is the site looked at; where no site is named, the condition is judged once without one.
  case atAnySite(SitesQuery, Condition)

  case medication(MedicationQuery)
  /// Every medicine that fits records all of the fields; never `notMet` while one of them is taken. For rules that list what a medicine's record lacks.
  case medicinesRecord([ItemID], MedicationQuery)
  /// A result above the laboratory's own limit, or above the fallback where the laboratory gave none.
  case aboveReference(ItemID, fallback: Double?)
  /// A result below the laboratory's own limit, or below the fallback where the laboratory gave none.
  case belowReference(ItemID, fallback: Double?)
  /// A qualitative result: positive, or above the laboratory's limit.
  case positiveResult(ItemID)
  /// A dated result within the days after which it would be old; `notMet` without one (for gap rules, which are met by the absence of a record).
  case fresh(ItemID)
  /// No value on file at all for the measurement or test; never `notRecorded`.
  case notOnFile(ItemID)

  /// The value of another rule.
  case rule(RuleID, RuleTest)

  /// The answer where the log says nothing, the log where the answer is missing; the answer, with a conflict noted, where they disagree.
  case merge(answer: Condition, log: Condition, about: String)
  /// The value of the first condition that is not `notRecorded`.
  case firstRecorded([Condition])
  /// `met` when the first is met, `notMet` when the second is met, else `notRecorded`.
  case decided(met: Condition, notMet: Condition)
  /// `notRecorded` becomes `notMet`: for parts of a flag that are not needed for a "no" (basis C5).
  case ifRecorded(Condition)
  /// A gate or circumstance: evaluated as it stands, but its being met does not make a rule "open".
  case context(Condition)

  /// Properties of the log itself (basis C0).
  case log(LogQuality)
  /// Any other rule of the book returned a conflict.
  case anyConflict
  /// Any laboratory result on file is older than its limit.
  case anyOldResult
  /// The words of a list stand in one sentence of the patient's own text, while the rule they point to is not met.
  case freeText([WordHint])
}

/// How another rule's verdict is read.
package enum RuleTest: Sendable, Hashable {
  /// Its value as it is.
  case value
  /// `met` unless that rule is `notMet`; never `notRecorded`.
  case isNotFalse
  /// `met` when that rule is met or open, else its value.
  case metOrOpen
}

/// What the log itself offers (basis C0 and settled reading A05).
package enum LogQuality: Sendable, Hashable {
  /// The span is at least `days` and at least `share` of the days since the first item, within the window, were observed.
  case coverage(days: Int, share: Double)
  /// At least this share of symptom entries was written more than a day later.
  case retrospective(share: Double)
  /// A run of at least this many unobserved days within the window.
  case gap(days: Int)
  /// Fewer symptom entries than this in total.
  case sparse(entries: Int)
}

/// Words that, standing together in one sentence of a patient's text, point to a rule that was not met (basis `rf.freeText`).
package struct WordHint: Sendable, Hashable {
  /// Each group is satisfied by any one of its words or phrases; all groups must be.
  package var groups: [[String]]
  package var rule: RuleID

  package init(_ groups: [[String]], for rule: RuleID) {
    self.groups = groups
    self.rule = rule
  }
}
