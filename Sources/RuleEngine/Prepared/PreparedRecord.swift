import ClinicalRecord

/// One record sorted for judging: what conditions look up, where it is found without a search. Made once for all rules.
final class PreparedRecord: Sendable {
  /// An item of the person, answers or history with where it was recorded.
  struct Recorded: Sendable {
    var source: Evidence.Source
    var item: RecordedItem
  }

  let record: PatientRecord
  let log: LogView
  let items: ItemTable<Recorded>
  /// Positions in the record's lists by test or measurement; the lists are in the order of ids and dates.
  let labs: ItemTable<Range<Int>>
  let measurements: ItemTable<Range<Int>>
  let scores: ItemTable<Range<Int>>
  /// Log entries on whose day an entry of the same id is marked as ongoing.
  let ongoing: EntrySet
  /// Everything in the lists has its place in a file, and is told apart by it.
  let hasPlaces: Bool

  init(_ record: PatientRecord) {
    self.record = record
    log = LogView(record)
    var items = ItemTable<Recorded>(
      minimumCapacity: record.answers.count + record.history.count + record.person.count)
    // An answer comes before the history, and that before the person.
    for (source, section) in [
      (Evidence.Source.answer, record.answers), (.history, record.history), (.person, record.person),
    ] {
      for (item, recorded) in section {
        _ = items.position(of: item, adding: Recorded(source: source, item: recorded))
      }
    }
    self.items = items
    labs = PreparedRecord.ranges(record.labs.map(\.id))
    measurements = PreparedRecord.ranges(record.measurements.map(\.id))
    scores = PreparedRecord.ranges(record.scores.map(\.id))
    ongoing = PreparedRecord.ongoing(record.log)
    hasPlaces =
      record.log.allSatisfy { $0.place != .none } && record.medications.allSatisfy { $0.place != .none }
      && record.labs.allSatisfy { $0.place != .none } && record.measurements.allSatisfy { $0.place != .none }
      && record.scores.allSatisfy { $0.place != .none }
  }

  /// The runs of equal ids.
  private static func ranges(_ ids: [ItemID]) -> ItemTable<Range<Int>> {
    var ranges = ItemTable<Range<Int>>(minimumCapacity: ids.count)
    for (position, id) in ids.enumerated() {
      let number = ranges.position(of: id, adding: position..<position)
      ranges.values[number] = ranges.values[number].lowerBound..<position + 1
    }
    return ranges
  }

  private static func ongoing(_ log: [LogEntry]) -> EntrySet {
    var found = EntrySet()
    for (position, entry) in log.enumerated() where entry.values[.ongoing]?.value == .code("yes") {
      // The entries of a day stand side by side.
      var other = position
      while other > 0, log[other - 1].date == entry.date { other -= 1 }
      while other < log.count, log[other].date == entry.date {
        if log[other].id == entry.id { found.insert(other) }
        other += 1
      }
    }
    return found
  }
}
