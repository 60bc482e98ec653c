package import ClinicalRecord

/// A number that rules compare, as an inert tree; its value is an ``Interval``, or nothing when it was not recorded.
package indirect enum Quantity: Sendable, Hashable {
  /// A number of the person, answers or history.
  case item(ItemID)
  /// The newest result of a test, in its canonical unit; an old or undated one counts only where `evenOld` is true (basis P13).
  case lab(ItemID, evenOld: Bool)
  /// The lowest and the highest result of the newest day of a test, dated at most so many days ago: a later day outweighs an earlier one (basis P13), of one day the worse counts.
  case lowestLab(ItemID, withinDays: Int)
  case highestLab(ItemID, withinDays: Int)
  /// The newest result over the upper limit of its laboratory, as a multiple.
  case labMultiple(ItemID)
  /// The newest value of a measurement or supplied score; an undated score does not count.
  case measurement(ItemID)
  /// The newest dated score while it is of this form of its scale; nil is a score without a form.
  case score(ItemID, form: String?)
  /// A supplied score without a day, where no dated one is on file: shown, never banded (basis part D).
  case undatedScore(ItemID)
  /// A derived number of the rule book, such as months since the last period.
  case derived(ItemID)
  /// Months, with fractions, from a recorded date to the as-of day.
  case monthsSince(ItemID)
  /// Months, with fractions, from one recorded date to another; below zero when the second is the earlier.
  case monthsBetween(ItemID, ItemID)
  /// Months, with fractions, since a date of the medicines that fit (for a stop: of all medicines of the classes).
  case monthsSinceMedicine(MedicationDate, MedicationQuery)
  /// Months, with fractions, since the newest dated result, measurement or score; nothing where none is dated.
  case monthsSinceResult(ItemID)
  /// The age in completed years on the day of an item (the as-of day for nil): exact from the birth date, otherwise from `ageYears` to within a year (settled reading A29).
  case age(at: ItemID?)
  /// A number of the rule itself, to reckon with.
  case fixed(Double)
  case firstRecorded([Quantity])
  /// The smaller of those that are recorded.
  case smallest([Quantity])
  /// The quantity where the condition is met; nothing otherwise.
  case when(Condition, Quantity)
  case divided(Quantity, by: Double)
  /// Rounded to whole units, as laboratories report some tests; a half goes up.
  case rounded(Quantity)
  /// The first over the second; nothing where the second can be 0 or less.
  case quotient(Quantity, Quantity)
  /// The first less the second.
  case minus(Quantity, Quantity)
  /// Points for conditions; unanswered ones widen the interval.
  case points([Points])
  /// The points recorded so far: unanswered conditions count 0.
  case recordedPoints([Points])
  /// The median of a numeric field over entries; nothing below the minimum of entries.
  case median(ItemID, EntryQuery, minimum: Int)
  case largest(ItemID, EntryQuery)
  /// The largest difference of two numeric fields logged on the same day of the window.
  case difference(ItemID, ItemID, Window)
  /// Distinct sites named in an answer or logged with the kinds; nothing when neither names one.
  case sites(ItemID, EntryQuery)
  /// Days of the window with an entry or check-in.
  case observedDays(Window)
}

/// One line of a score: the points that count when the condition is met.
package struct Points: Sendable, Hashable {
  package var points: Int
  package var condition: Condition

  package init(_ points: Int, _ condition: Condition) {
    self.points = points
    self.condition = condition
  }
}
