import BuiltinTemplates
import ClinicalRecord
import ClinicalRules
import RuleEngine
import Testing

@testable import ReportBuilder

/// Small records for the tests of figures.
enum FigureRecords {
  static let asOf = Day(iso: "2026-03-02") ?? Day(number: 0)

  static func day(_ iso: String) -> Day { Day(iso: iso) ?? asOf }

  /// An entry, or with `kind` nil a check-in without symptoms.
  static func entry(
    _ daysAgo: Int, _ kind: String?, site: String? = nil, side: String? = nil, time: Int? = nil, part: String? = nil,
    checkIn: String? = nil
  ) -> LogEntry {
    var values: [ItemID: RecordedItem] = [:]
    func code(_ item: ItemID, _ code: String?) { values[item] = code.map { RecordedItem(.code($0)) } }
    code("symptomKind", kind)
    code("bodySite", site)
    code("side", side)
    code("onsetPeriod", part)
    code("dayCheckIn", checkIn ?? (kind == nil ? "noSymptoms" : nil))
    values["onsetTime"] = time.map { RecordedItem(.time($0)) }
    return LogEntry(id: nil, date: asOf.adding(days: -daysAgo), values: values)
  }

  static func record(
    log: [LogEntry] = [], days: [ItemID: String] = [:], answers: [ItemID: String] = [:], medications: [Medication] = [],
    labs: [LabResult] = [], locale: String? = nil
  ) -> PatientRecord {
    let dates = days.mapValues { RecordedItem(.day(day($0))) }
    return PatientRecord(
      file: "record.json", asOf: asOf, person: locale.map { [LocalePack.item: RecordedItem(.code($0))] } ?? [:],
      log: log, answers: answers.mapValues { RecordedItem(.day(day($0))) }, history: dates, medications: medications,
      labs: labs)
  }

  static func figures(_ record: PatientRecord) -> Figures {
    Figures(RuleJudge(LegbriefRules.book).judge(record), limits: ResultLimitIndex(LegbriefRules.book))
  }

  static func lab(
    _ test: ItemID, _ value: Double, _ unit: String, _ date: String?, low: Double? = nil, high: Double? = nil
  ) -> LabResult {
    LabResult(
      id: test, value: .number(value), written: "\(JSONValue.plain(value)) \(unit)", date: date.map(day),
      referenceLow: low, referenceHigh: high)
  }

  static func page(_ record: PatientRecord) throws -> (markdown: String, page: String) {
    let pipeline = try PropertyTests.pipeline()
    let model = pipeline.compose(pipeline.judge(record))
    let markdown = try pipeline.markdown(model)
    return (
      String(decoding: markdown, as: UTF8.self), String(decoding: try pipeline.page(markdown, model), as: UTF8.self)
    )
  }
}
