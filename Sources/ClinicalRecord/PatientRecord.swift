/// One patient's recorded history as of a day: validated, in canonical units and canonical order, and nothing judged yet.
package struct PatientRecord: Sendable {
  /// The file the record was read from, as the user named it without folders; evidence cites it.
  package var file: String
  /// The end of all windows (basis B1 `reportDate`, or `--as-of`).
  package var asOf: Day
  package var person: [ItemID: RecordedItem]
  package var answers: [ItemID: RecordedItem]
  package var history: [ItemID: RecordedItem]
  package private(set) var log: [LogEntry]
  package private(set) var medications: [Medication]
  package private(set) var labs: [LabResult]
  package private(set) var measurements: [Measurement]
  /// Totals of licensed scales and other results that somebody else computed.
  package private(set) var scores: [Measurement]

  /// Lists are put into an order that does not depend on the order of writing.
  package init(
    file: String, asOf: Day, person: [ItemID: RecordedItem] = [:], log: [LogEntry] = [],
    answers: [ItemID: RecordedItem] = [:], history: [ItemID: RecordedItem] = [:], medications: [Medication] = [],
    labs: [LabResult] = [], measurements: [Measurement] = [], scores: [Measurement] = []
  ) {
    self.file = file
    self.asOf = asOf
    self.person = person
    self.answers = answers
    self.history = history
    self.log = canonical(log, by: LogEntry.order, then: \.contentKey)
    self.medications = canonical(medications, by: Medication.order, then: \.contentKey)
    self.labs = canonical(labs, by: LabResult.order, then: \.contentKey)
    self.measurements = canonical(measurements, by: Measurement.order, then: \.contentKey)
    self.scores = canonical(scores, by: Measurement.order, then: \.contentKey)
  }

  /// The pseudonymous id, or the file's name without its ending when none is recorded.
  package var identifier: String {
    if case .text(let id)? = person["personId"]?.value { return id }
    return file.hasSuffix(".json") ? String(file.dropLast(5)) : file
  }
}
