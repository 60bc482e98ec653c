import ClinicalRecord
import RuleEngine

/// The log items of the twelve weeks that figures show.
struct FigureLog {
  let first: Day
  let asOf: Day
  let items: [LogEntry]
  /// Days with an entry or a check-in.
  let observed: Set<Day>
  /// Days on which a symptom was entered, or a check-in says that there was one.
  let withSymptom: Set<Day>
  /// The first day of the whole log.
  let begin: Day?

  init(_ record: PatientRecord) {
    let last = record.asOf
    let start = last.adding(days: 1 - Figures.days)
    first = start
    asOf = last
    items = record.log.filter { start <= $0.date && $0.date <= last }
    observed = Set(items.map(\.date))
    withSymptom = Set(items.filter { $0.isSymptom || $0.saysSymptoms }.map(\.date))
    begin = record.log.first { $0.date <= last }?.date
  }

  /// The symptom entries by kind, kinds with most days first.
  var kinds: [(kind: String, entries: [LogEntry], days: Set<Day>)] {
    var byKind: [String: [LogEntry]] = [:]
    for item in items { if let kind = item.kind { byKind[kind, default: []].append(item) } }
    return byKind.map { (kind: $0.key, entries: $0.value, days: Set($0.value.map(\.date))) }
      .sorted { ($1.days.count, $0.kind) < ($0.days.count, $1.kind) }
  }

  var period: String { "\(first.iso) to \(asOf.iso)" }
}

extension LogEntry {
  /// A check-in that speaks of symptoms without naming one.
  fileprivate var saysSymptoms: Bool {
    if case .code("symptomsLogged")? = values["dayCheckIn"]?.value { return true }
    return false
  }
}
