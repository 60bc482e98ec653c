package import ClinicalRecord

/// One recorded value behind a verdict, with its place in the input.
package struct Evidence: Sendable, Hashable {
  package enum Source: String, Sendable, Hashable {
    case person, log, answer, history, medication, lab, measurement, score
  }

  package var source: Source
  package var item: ItemID
  /// The id of the log entry, where it has one.
  package var id: String?
  package var date: Day?
  /// Of a medicine that is not taken on the day of the report: "stopped 2026-01-11", "stopped", "not taken yet"; nil for one that is.
  package var ended: String?
  /// The value as recorded: a code, a number with its unit, or text.
  package var value: String
  package var place: Place
  /// The body site of a log entry, for precedence by site.
  package var site: String?
  /// The side of a log entry, for precedence by limb.
  package var side: String?

  package init(
    _ source: Source, _ item: ItemID, id: String? = nil, date: Day? = nil, value: String, place: Place,
    site: String? = nil, side: String? = nil
  ) {
    self.source = source
    self.item = item
    self.id = id
    self.date = date
    self.value = value
    self.place = place
    self.site = site
    self.side = side
  }

  /// Item, day and place tell nearly all evidence of a record apart; equality looks at everything.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(item)
    hasher.combine(date)
    hasher.combine(place.line)
    hasher.combine(place.column)
  }
}
