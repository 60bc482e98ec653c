package import ClinicalRecord

/// Which medicines count. Absence is `notMet` only when the list was confirmed complete (basis B5).
package struct MedicationQuery: Sendable, Hashable {
  package enum Period: Sendable, Hashable {
    case current
    /// Current, or stopped within so many days before the as-of day.
    case currentOrStoppedWithin(days: Int)
    /// Whenever it was taken.
    case ever
  }

  /// How a medicine's dates must stand to the beginning of a symptom.
  package struct Timing: Sendable, Hashable {
    package enum Onset: Sendable, Hashable {
      /// The first entry of these in the whole log.
      case logged(EntryQuery)
      /// The recorded day of an item.
      case answered(ItemID)
    }

    package var onset: Onset
    /// The date of the medicine that must not lie after the onset.
    package var date: MedicationDate
    /// At most so many days before the onset; nil for any time before it.
    package var withinDays: Int?
    /// True where an undated medicine satisfies the timing; otherwise it is left open (settled reading A34).
    package var undatedFits: Bool

    package init(onset: EntryQuery, withinDays: Int?) {
      self.onset = .logged(onset)
      date = .startOrChange
      self.withinDays = withinDays
      undatedFits = true
    }

    package init(_ date: MedicationDate, before onset: Onset, withinDays: Int? = nil) {
      self.onset = onset
      self.date = date
      self.withinDays = withinDays
      undatedFits = false
    }
  }

  package var classes: [String]
  /// Empty means any route; a medicine whose route is not recorded is then left open.
  package var routes: [String]
  package var period: Period
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
  case stop = "end"
}
