import ClinicalRecord
import ClinicalRules
import Diagnostics
import RecordReaders
import RecordWriters
import RuleEngine
import SyntheticCohort

/// Large synthetic records, and what is done with each.
struct RuleWorkload {
  /// One thing that is done with every record; the result is a number that depends on it.
  struct Step {
    var name: String
    var title: String
    /// A slow step takes part in every so many rounds.
    var stride = 1
    var pass: () -> Int
  }

  private static let records = 10
  /// Patients of the cohort whose histories make up one record: one patient writes a quarter of a year, a large record holds years.
  private static let patients = 11

  let records: [PatientRecord]
  let steps: [Step]
  let summary: String

  init() {
    let book = LegbriefRules.book
    let encoder = RecordEncoder(dictionary: book.dictionary)
    let reader = RecordReader(dictionary: book.dictionary)
    let texts = (0..<Self.records).map { number -> SourceText in
      let record = Self.record(number)
      return SourceText(file: record.file, bytes: Array(encoder.json(record).pretty().utf8))
    }
    let records = texts.compactMap { reader.read($0, asOf: nil).record }
    self.records = records

    let judge = RuleJudge(book)
    let inquiry = Inquiry(book)
    let verdicts = records.map(judge.judge)
    steps = [
      Step(name: "read", title: "reading it from JSON, faults and places included") {
        texts.reduce(0) { $0 + (reader.read($1, asOf: nil).record?.log.count ?? 0) }
      },
      Step(name: "judge", title: "all \(book.rules.count) rules") {
        records.reduce(0) { $0 + judge.judge($1).all.count }
      },
      Step(name: "ask", title: "what to ask next", stride: 5) {
        verdicts.reduce(0) { $0 + inquiry.askNext($1).count }
      },
    ]
    func mean(_ counts: [Int]) -> Int { counts.reduce(0, +) / max(1, counts.count) }
    summary =
      "\(records.count) records made of \(Self.patients) synthetic patients each; on average \(mean(texts.map(\.bytes.count))) bytes, \(mean(records.map(\.log.count))) log items, \(mean(records.map(\.answers.count))) answers, \(mean(records.map(\.medications.count))) medicines, \(mean(records.map(\.labs.count))) results."
  }

  /// A record with what several patients of the cohort recorded; the first answer to a question counts.
  ///
  /// - Parameter id: its `personId`; nil for that of the first patient.
  static func record(_ number: Int, id: String? = nil) -> PatientRecord {
    let cohort = cohort()
    let drawn = (1...patients).map { cohort.record(number * patients + $0) }
    func all<Element>(_ part: (PatientRecord) -> [Element]) -> [Element] { drawn.flatMap(part) }
    func first(_ part: (PatientRecord) -> [ItemID: RecordedItem]) -> [ItemID: RecordedItem] {
      drawn.reduce(into: [:]) { $0.merge(part($1)) { first, _ in first } }
    }
    let entries = all(\.log).enumerated().map { position, entry in
      LogEntry(id: "e\(position)", date: entry.date, recordedAt: entry.recordedAt, values: entry.values)
    }
    var person = drawn[0].person
    if let id { person["personId"] = RecordedItem(.text(id)) }
    return PatientRecord(
      file: "record-\(number).json", asOf: drawn[0].asOf, person: person, log: entries,
      answers: first(\.answers), history: first(\.history), medications: all(\.medications), labs: all(\.labs),
      measurements: all(\.measurements), scores: all(\.scores))
  }

  static func cohort() -> SyntheticCohort {
    SyntheticCohort(
      dictionary: LegbriefRules.book.dictionary, seed: 2026, asOf: Day(iso: "2026-03-02") ?? Day(number: 0))
  }

  /// The records of the workload as they were read, and some patients of the cohort, which no file holds.
  func sample(_ count: Int) -> [PatientRecord] {
    let cohort = Self.cohort()
    return records + (1...max(1, count)).map(cohort.record)
  }
}
