import ClinicalRecord
import ClinicalRules
import Diagnostics
import RecordReaders
import RecordWriters
import RuleEngine
import SyntheticCohort

/// Large synthetic records, and what is done with each.
struct RuleWorkload {
  private static let records = 10
  /// Patients of the cohort whose histories make up one record: one patient writes a quarter of a year, a large record holds years.
  private static let patients = 11

  /// The records as files.
  let texts: [SourceText]
  /// The records as they are read from these.
  let records: [PatientRecord]
  /// Their reports for an appointment, which only some steps need.
  let reports: Once<[ReportMarkdown]>

  init() {
    let dictionary = LegbriefRules.book.dictionary
    let encoder = RecordEncoder(dictionary: dictionary)
    let reader = RecordReader(dictionary: dictionary)
    texts = (0..<Self.records).map { number -> SourceText in
      let record = Self.record(number)
      return SourceText(file: record.file, bytes: Array(encoder.json(record).pretty().utf8))
    }
    let records = texts.compactMap { reader.read($0, asOf: nil).record }
    self.records = records
    reports = Once { try ReportMarkdown.all(of: records) }
  }

  /// What the workload is, in numbers.
  func summary() throws -> String {
    func mean(_ counts: [Int]) -> Int { counts.reduce(0, +) / max(1, counts.count) }
    let reports = try reports.value()
    return """
      \(records.count) records made of \(Self.patients) synthetic patients each; on average \(mean(texts.map(\.bytes.count))) bytes, \
      \(mean(records.map(\.log.count))) log items, \(mean(records.map(\.answers.count))) answers, \
      \(mean(records.map(\.medications.count))) medicines, \(mean(records.map(\.labs.count))) results. Their reports: \
      \(mean(reports.map(\.bytes.count))) bytes of Markdown, of which \(mean(reports.map(\.withoutTables.count))) outside tables; \
      \(mean(reports.map(\.tableLines))) lines of tables.
      """
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
