package import ClinicalRecord

/// A record as it stood on an earlier day, so that the same rules can judge it for that day.
///
/// What is dated later, was written down later, or speaks of a later day was not known yet. What has no date may have been known: it
/// counts on both days, and is counted here so that the report can say so.
package struct EarlierRecord: Sendable {
  package let record: PatientRecord
  package let undated: UndatedItems
  /// False when nothing of the record is dated on or before the day.
  package let holdsDated: Bool

  package init(_ later: PatientRecord, on day: Day) {
    func wasKnown(_ date: Day?) -> Bool { date.map { $0 <= day } ?? true }
    func known(_ items: [ItemID: RecordedItem]) -> [ItemID: RecordedItem] {
      items.filter { _, item in
        // An undated answer that names a later day was given later.
        if case .day(let named) = item.value, named > day { return false }
        return wasKnown(item.date)
      }
    }
    record = PatientRecord(
      file: later.file, asOf: day, person: known(later.person),
      log: later.log.filter { $0.date <= day && wasKnown($0.recordedAt) }, answers: known(later.answers),
      history: known(later.history),
      medications: later.medications.filter { wasKnown($0.start) }.map { $0.asKnown(on: day) },
      labs: later.labs.filter { wasKnown($0.date) }, measurements: later.measurements.filter { wasKnown($0.date) },
      scores: later.scores.filter { wasKnown($0.date) })
    undated = UndatedItems(record)
    holdsDated = record.holdsDated
  }
}

/// How much of a record has no date of its own.
package struct UndatedItems: Sendable, Hashable {
  package var answers = 0
  package var medicines = 0
  package var results = 0

  init(_ record: PatientRecord) {
    answers = (record.answers.values.filter { $0.date == nil } + record.history.values.filter { $0.date == nil }).count
    medicines = record.medications.count { $0.start == nil }
    results =
      record.labs.count { $0.date == nil } + (record.measurements + record.scores).count { $0.date == nil }
  }

  /// The sentence for the report; nil where everything is dated.
  var words: String? {
    let parts = [(answers, "answer"), (medicines, "medicine"), (results, "result")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    guard let last = parts.last else { return nil }
    let listed = parts.count == 1 ? last : parts.dropLast().joined(separator: ", ") + " and " + last
    return "Undated: \(listed) without a date count in both periods."
  }
}

extension PatientRecord {
  fileprivate var holdsDated: Bool {
    !log.isEmpty || labs.contains { $0.date != nil } || (measurements + scores).contains { $0.date != nil }
      || medications.contains { $0.start != nil } || answers.values.contains { $0.date != nil }
      || history.values.contains { $0.date != nil }
  }
}

extension Medication {
  /// A stop or change after the day was still to come; without a stop it was taken.
  fileprivate func asKnown(on day: Day) -> Medication {
    var known = self
    if let stop, stop > day {
      known.stop = nil
      if adherence == "stopped" { known.adherence = nil }
    }
    if let change, change > day { known.change = nil }
    return known
  }
}
