package import ClinicalRecord

/// A figure or list that a rule's phrases print and its verdict carries under a name (`detail` in the JSON form).
package indirect enum Detail: Sendable, Hashable {
  case entryCount(EntryQuery)
  /// Percent of the entries that record the field, rounded to whole numbers, and the two counts behind it.
  case sharePercent(ShareQuery)
  case shareCount(ShareQuery)
  case shareTotal(ShareQuery)
  /// Days with a symptom per week of observed days; "not calculated" below 14 observed days (basis 0.3 `freqPerWeek`).
  case frequency(kinds: [String], Window)
  case median(ItemID, EntryQuery)
  /// The median of a ranked code over the entries, lowest rank first; "no to a little" where it lies between two codes.
  case medianCode(ItemID, ranked: [String], EntryQuery)
  case low(Quantity)
  case high(Quantity)
  /// One number, or "low to high" where it is not settled.
  case number(Quantity, decimals: Int)
  /// How many of the conditions have the value.
  case count([Condition], Truth)
  /// The words of the named conditions that have the value; a medicine names itself.
  case names([Condition], Truth)
  /// The words that belong to the first condition that is met.
  case choice([Choice], otherwise: String)
  /// The recorded value of an item in words, or of a derived code.
  case value(ItemID)
  case codesOf(ItemID)
  case date(ItemID)
  /// The newest result with its unit, and its day; "(old result)" is added where it is older than its limit.
  case lab(ItemID)
  case labDate(ItemID)
  /// A supplied score's day, or "undated".
  case scoreDate(ItemID)
  /// The newest dated score against the dated one before it: "3 higher than on 2025-06-01".
  case scoreChange(ItemID)
  /// The days of the newest values of the items, each once; "undated" stands for one without a day.
  case valueDays([ItemID])
  /// Medicines that fit: name or class, with the start where recorded.
  case medicines(MedicationQuery)
  case medicineStarts(MedicationQuery)
  /// The earliest day on which a medicine that fits was started.
  case medicineStart(MedicationQuery)
  /// The latest day on which a medicine of the classes was stopped.
  case medicineStop(MedicationQuery)
  /// Product, dose, route, dates and adherence of the medicines that fit.
  case medicineCourse(MedicationQuery)
  /// Sites named in an answer or logged.
  case sites(ItemID, EntryQuery, among: [String])
  /// Those of the sites at which the condition has the value (see `Condition.atAnySite`).
  case sitesWhere(SitesQuery, Condition, Truth)
  /// Titles of the rules that are met.
  case metRules([RuleID])
  /// Figures of the log (basis C0).
  case logFigure(LogFigure)
  /// Items on which answers and log disagree, over the whole book.
  case conflicts
  /// Every test older than its limit with its age in months.
  case oldResults
  /// Sentences of the patient's text that hold the words, quoted.
  case quotes([WordHint])
  /// When the first entry of these stands against the start of the medicines: "12 weeks after", "before".
  case onsetAgainst(MedicationQuery, EntryQuery)
  /// The wording of the questions that were not answered among the items.
  case unanswered([ItemID])

  package struct Choice: Sendable, Hashable {
    package var condition: Condition
    package var words: String
    package init(_ condition: Condition, _ words: String) {
      self.condition = condition
      self.words = words
    }
  }

  package enum LogFigure: Sendable, Hashable {
    case observedDays, days, retrospectivePercent, gaps, entries
  }
}

/// The value of a detail: a number, words or a list of words.
package enum DetailValue: Sendable, Hashable {
  case number(Double)
  case text(String)
  case list([String])
}
