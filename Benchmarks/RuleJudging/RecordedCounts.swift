import ClinicalRecord

/// How much of a record was read: two readers did the same work only where these are equal.
struct RecordedCounts: Equatable {
  var person: Int
  var logEntries: Int
  /// All values of all entries, with their ids and days.
  var logValues: Int
  var answers: Int
  var history: Int
  var medications: Int
  var labs: Int
  var measurements: Int
  var scores: Int
}

extension RecordedCounts {
  init(_ record: PatientRecord) {
    self.init(
      person: record.person.count, logEntries: record.log.count,
      logValues: record.log.reduce(0) {
        $0 + $1.values.count + 1 + ($1.id == nil ? 0 : 1) + ($1.recordedAt == nil ? 0 : 1)
      },
      answers: record.answers.count, history: record.history.count, medications: record.medications.count,
      labs: record.labs.count, measurements: record.measurements.count, scores: record.scores.count)
  }

  init(_ record: DecodableRecord) {
    self.init(
      person: Self.values(of: record.person), logEntries: record.log?.count ?? 0,
      logValues: record.log?.reduce(0) { $0 + Self.values(of: $1) } ?? 0,
      answers: record.answers?.count ?? 0, history: record.history?.count ?? 0,
      medications: record.medications?.count ?? 0, labs: record.labs?.count ?? 0,
      measurements: record.measurements?.count ?? 0, scores: record.scores?.count ?? 0)
  }

  /// The properties that are not nil.
  private static func values(of subject: some Any) -> Int {
    Mirror(reflecting: subject).children.count { _, value in
      let mirror = Mirror(reflecting: value)
      return mirror.displayStyle != .optional || !mirror.children.isEmpty
    }
  }
}
