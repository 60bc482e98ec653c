import ClinicalRecord
import ClinicalRules
import RuleEngine
import Testing

@testable import ReportBuilder

/// What of a record counts for an earlier day.
@Suite struct EarlierRecordTests {
  private static func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }
  private static let since = day("2026-02-05")
  private static let after = day("2026-02-06")

  private static func entry(_ id: String, _ date: Day, recordedAt: Day? = nil) -> LogEntry {
    LogEntry(id: id, date: date, recordedAt: recordedAt, values: ["symptomKind": RecordedItem(.code("swelling"))])
  }

  private static let record = PatientRecord(
    file: "record.json", asOf: day("2026-03-02"),
    person: [
      "reportDate": RecordedItem(.day(day("2026-03-02"))), "ageYears": RecordedItem(.number(52, written: "52")),
    ],
    log: [
      entry("kept", since), entry("writtenLater", since, recordedAt: after), entry("later", after),
      entry("old", day("2026-01-01"), recordedAt: day("2026-01-02")),
    ],
    answers: [
      "qUrgeToMove": RecordedItem(.code("yes"), date: since), "qMoveRelief": RecordedItem(.code("yes"), date: after),
      "qRestOnset": RecordedItem(.code("yes")), "qJointOnsetDate": RecordedItem(.day(after)),
    ],
    medications: [
      Medication(name: "started later", classes: ["ssri"], start: after),
      Medication(name: "undated", classes: ["ssri"]),
      Medication(
        name: "stopped later", classes: ["ssri"], start: day("2025-01-01"), change: after, stop: after,
        adherence: "stopped"),
      Medication(
        name: "stopped before", classes: ["ssri"], start: day("2025-01-01"), stop: since, adherence: "stopped"),
    ],
    labs: [
      LabResult(id: "ferritin", value: .number(22), written: "22 ug/L", date: after),
      LabResult(id: "ferritin", value: .number(60), written: "60 ug/L", date: since),
      LabResult(id: "tsh", value: .number(2), written: "2 mIU/L", date: nil),
    ],
    scores: [Measurement(id: "irlsTotal", value: .number(24, written: "24"), date: after)])

  @Test func whatIsDatedOrWrittenDownLaterDoesNotCount() {
    let earlier = EarlierRecord(Self.record, on: Self.since)
    let record = earlier.record
    #expect(record.asOf == Self.since)
    #expect(record.log.compactMap(\.id) == ["old", "kept"])
    #expect(Set(record.answers.keys) == ["qUrgeToMove", "qRestOnset"])
    #expect(Set(record.person.keys) == ["ageYears"])
    #expect(record.medications.compactMap(\.name) == ["stopped before", "stopped later", "undated"])
    #expect(record.labs.map(\.written) == ["60 ug/L", "2 mIU/L"])
    #expect(record.scores.isEmpty)
    #expect(earlier.holdsDated)
  }

  @Test func aMedicineThatWasStoppedLaterWasTaken() {
    let medicines = EarlierRecord(Self.record, on: Self.since).record.medications
    #expect(medicines.filter { $0.isCurrent(on: Self.since) }.compactMap(\.name) == ["stopped later", "undated"])
    #expect(medicines.allSatisfy { $0.change == nil })
  }

  @Test func whatHasNoDateIsCounted() {
    let undated = EarlierRecord(Self.record, on: Self.since).undated
    #expect(undated.words == "Undated: 1 answer, 1 medicine and 1 result without a date count in both periods.")
    #expect(UndatedItems(PatientRecord(file: "r", asOf: Self.since)).words == nil)
  }

  @Test func aDayBeforeEverythingHoldsNothingDated() {
    #expect(!EarlierRecord(Self.record, on: Self.day("2024-06-01")).holdsDated)
  }

  /// Nothing is between a record and itself, whatever it holds.
  @Test(arguments: 0..<60) func aRecordComparedWithItselfHasNoChange(seed: Int) {
    var generator = RecordGenerator(seed: UInt64(seed))
    let record = generator.record()
    let judge = RuleJudge(LegbriefRules.book)
    let now = PeriodSummary(judge.judge(record))
    #expect(ReportChanges(from: now, to: now, book: LegbriefRules.book).lines.isEmpty)
    let asOfToday = EarlierRecord(record, on: record.asOf).record
    // Where nothing speaks of a later day, the record as of its own day is the record.
    guard asOfToday.answers == record.answers, asOfToday.history == record.history, asOfToday.person == record.person,
      asOfToday.medications == record.medications, asOfToday.labs == record.labs, asOfToday.log == record.log
    else { return }
    #expect(PeriodSummary(judge.judge(asOfToday)) == now, "seed \(seed)")
  }

  @Test(arguments: 0..<30) func theOrderOfEntriesDoesNotMatter(seed: Int) throws {
    var generator = RecordGenerator(seed: UInt64(seed))
    let record = generator.record()
    let shuffled = PatientRecord(
      file: record.file, asOf: record.asOf, person: record.person, log: record.log.reversed(), answers: record.answers,
      history: record.history, medications: record.medications.reversed(), labs: record.labs.reversed(),
      measurements: record.measurements.reversed(), scores: record.scores.reversed())
    let pipeline = try PropertyTests.pipeline()
    let day = record.asOf.adding(days: -21)
    func report(_ record: PatientRecord) throws -> [UInt8] {
      try pipeline.markdown(
        pipeline.compose(pipeline.judge(record), comparedWith: pipeline.judge(record, asOf: day)))
    }
    let first = try report(record)
    #expect(try report(shuffled) == first)
    #expect(try report(record) == first)
  }
}
