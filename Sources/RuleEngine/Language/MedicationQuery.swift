/// Which medicines count. Absence is `notMet` only when the list was confirmed complete (basis B5).
package struct MedicationQuery: Sendable, Hashable {
  package enum Period: Sendable, Hashable {
    case current
    /// Current, or stopped within so many days before the as-of day.
    case currentOrStoppedWithin(days: Int)
  }

  /// How a medicine's dates must stand to the beginning of a symptom.
  package struct Timing: Sendable, Hashable {
    /// The first entry of these in the whole log is the onset.
    package var onset: EntryQuery
    /// Start or change at most so many days before the onset; nil for any time before it.
    package var withinDays: Int?

    package init(onset: EntryQuery, withinDays: Int?) {
      self.onset = onset
      self.withinDays = withinDays
    }
  }

  package var classes: [String]
  /// Empty means any route.
  package var routes: [String]
  package var period: Period
  /// An undated medicine satisfies any timing.
  package var timing: Timing?

  package init(_ classes: [String], routes: [String] = [], _ period: Period = .current, timing: Timing? = nil) {
    self.classes = classes
    self.routes = routes
    self.period = period
    self.timing = timing
  }
}

/// A date of medicines, from which months are counted.
package enum MedicationDate: String, Sendable, Hashable {
  /// The earliest start.
  case start
  /// The latest start or change of dose.
  case startOrChange = "start or change"
  /// The latest stop.
  case stop
}
