import ClinicalRecord

/// Finds the log entry that a piece of evidence was taken from.
struct EntryIndex: Sendable {
  private struct Key: Hashable {
    var date: Day?
    var id: String?
    var place: Place
  }

  private var positions: [Key: Int] = [:]
  private let log: [LogEntry]

  init(_ record: PatientRecord) {
    log = record.log
    for (position, entry) in log.enumerated() {
      for place in [entry.place] + entry.values.values.map(\.place) {
        positions[Key(date: entry.date, id: entry.id, place: place)] = position
      }
    }
  }

  /// The place of the entry in the log; nil for evidence of another source.
  func position(of evidence: Evidence) -> Int? {
    guard evidence.source == .log else { return nil }
    return positions[Key(date: evidence.date, id: evidence.id, place: evidence.place)]
  }

  func entry(of evidence: Evidence) -> LogEntry? { position(of: evidence).map { log[$0] } }
}
