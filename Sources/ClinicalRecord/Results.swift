/// One laboratory result (basis B6), converted into the test's canonical unit.
package struct LabResult: Sendable, Hashable {
  package enum Value: Sendable, Hashable {
    /// In the canonical unit.
    case number(Double)
    /// `positive` (true) or `negative` (false).
    case positive(Bool)
  }

  package var id: ItemID
  package var value: Value
  /// Value and unit as written, for printing.
  package var written: String
  /// Nil for an undated result, which is shown and never counts as current.
  package var date: Day?
  /// The laboratory's own interval in the canonical unit.
  package var referenceLow: Double?
  package var referenceHigh: Double?
  package var fasting: String?
  /// Worked out from two other results of the same day, not reported by a laboratory.
  package var isDerived = false
  package var place: Place

  package init(
    id: ItemID, value: Value, written: String, date: Day?, referenceLow: Double? = nil, referenceHigh: Double? = nil,
    fasting: String? = nil, place: Place = .none
  ) {
    self.id = id
    self.value = value
    self.written = written
    self.date = date
    self.referenceLow = referenceLow
    self.referenceHigh = referenceHigh
    self.fasting = fasting
    self.place = place
  }

  /// By test and date: below zero, zero or above zero.
  static func order(_ a: LabResult, _ b: LabResult) -> Int {
    if a.id != b.id { return a.id < b.id ? -1 : 1 }
    if a.date != b.date { return (a.date?.number ?? .min) < (b.date?.number ?? .min) ? -1 : 1 }
    return 0
  }

  var contentKey: [String] {
    [written, "\(referenceLow ?? -1)", "\(referenceHigh ?? -1)", fasting ?? ""]
  }
}

/// One vital sign, measurement or supplied score (basis B7).
package struct Measurement: Sendable, Hashable {
  package var id: ItemID
  package var value: ItemValue
  /// Nil when undated; an undated score is shown as such and never banded as current.
  package var date: Day?
  package var by: Respondent?
  /// Which form of a scale was used, such as `7` or `10` for the DN4.
  package var form: String?
  package var place: Place

  package init(
    id: ItemID, value: ItemValue, date: Day? = nil, by: Respondent? = nil, form: String? = nil, place: Place = .none
  ) {
    self.id = id
    self.value = value
    self.date = date
    self.by = by
    self.form = form
    self.place = place
  }

  /// The single number, where the value is one.
  package var number: Double? {
    if case .number(let value, _) = value { return value }
    return nil
  }

  /// By id and date: below zero, zero or above zero.
  static func order(_ a: Measurement, _ b: Measurement) -> Int {
    if a.id != b.id { return a.id < b.id ? -1 : 1 }
    if a.date != b.date { return (a.date?.number ?? .min) < (b.date?.number ?? .min) ? -1 : 1 }
    return 0
  }

  var contentKey: [String] { ["\(value)", form ?? "", by?.rawValue ?? ""] }
}
