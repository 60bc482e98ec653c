import ClinicalRecord
import ClinicalRules
import Diagnostics
import RecordReaders
import RuleEngine
import Testing

@testable import ReportBuilder

/// A summary of verdicts, and the same from the JSON that a report wrote.
@Suite struct PeriodSummaryTests {
  private static func read(_ text: String) throws -> PeriodSummary {
    let read = JSONDocumentReader.read(SourceText(file: "verdicts.json", bytes: Array(text.utf8)))
    return try PeriodSummary(verdicts: try #require(read.document))
  }

  @Test(arguments: 0..<40) func theJSONHoldsTheWholeSummary(seed: Int) throws {
    var generator = RecordGenerator(seed: UInt64(seed))
    let verdicts = RuleJudge(LegbriefRules.book).judge(generator.record())
    var expected = PeriodSummary(verdicts)
    var found = try Self.read(VerdictsJSON.text(verdicts))
    // Of a criterion that counts its open parts the JSON says how many; only flags are compared by being open.
    let flags = Set(verdicts.all.filter(\.rule.isRedFlag).map(\.id))
    for index in expected.rules.indices where !flags.contains(expected.rules[index].id) {
      expected.rules[index].isOpen = false
      found.rules[index].isOpen = false
    }
    #expect(found == expected)
  }

  @Test func aFileWithoutNumbersHasNone() throws {
    let summary = try Self.read(
      #"{"legbrief": 1, "record": "SYN-900", "asOf": "2026-01-05", "verdicts": [{"rule": "rls.c2", "value": "met", "text": ""}]}"#
    )
    #expect(summary.numbers == nil)
    #expect(summary.ruleSet == nil)
    let now = Summaries.of([("rls.c2", .notMet)], [Summaries.symptom("swelling", days: 9)])
    let changes = ReportChanges(from: summary, to: now, book: LegbriefRules.book)
    #expect(changes.lines.map(\.kind) == [.resolved])
    let model = ReportComposer(book: LegbriefRules.book).compose(
      RuleJudge(LegbriefRules.book).judge(PatientRecord(file: "r", asOf: now.asOf)),
      comparedWith: EarlierPeriod(summary: summary))
    #expect(
      model.changes?.notes.contains("Numbers of symptoms, scores and results are not recorded in the earlier file.")
        == true)
  }

  private static let head = #"{"legbrief": 1, "record": "SYN-900", "asOf": "2026-01-05", "verdicts": "#

  @Test(arguments: [
    ("[]", "1:1"), (#""text""#, "1:1"), ("{}", "1:1"), (#"{"legbrief": 2}"#, "1:14"), (#"{"legbrief": 1}"#, "1:1"),
    (#"{"legbrief": 1, "person": {}}"#, "1:1"), (#"{"legbrief": 1, "record": 7}"#, "1:27"),
    (#"{"legbrief": 1, "record": "SYN-900", "asOf": "2026-02-30"}"#, "1:46"), (head + "{}}", "1:72"),
    (head + "[7]}", "1:73"), (head + #"[{"rule": "rls.c2", "value": "yes", "text": ""}]}"#, "1:101"),
    (head + #"[{"rule": "rls.c2", "value": "met"}]}"#, "1:73"),
    (head + #"[{"rule": "rf.dvt", "value": "met", "text": "", "urgency": "soonish"}]}"#, "1:131"),
    (
      head + #"[{"rule": "a", "value": "met", "text": ""}, {"rule": "a", "value": "met", "text": ""}]}"#,
      "1:116"
    ),
    (head + #"[], "period": {"symptoms": []}}"#, "1:86"),
    (head + #"[], "period": {"days": 7, "symptoms": []}}"#, "1:95"),
    (
      head
        + #"[], "period": {"days": 28, "observedDays": 3, "symptoms": [{"kind": "a", "days": 4, "entries": 4}], "scores": [], "results": []}}"#,
      "1:153"
    ),
    (
      head
        + #"[], "period": {"days": 28, "observedDays": 3, "symptoms": [], "scores": [{"item": "a", "written": "4", "date": "x"}], "results": []}}"#,
      "1:183"
    ),
  ])
  func anythingElseIsRefusedAtItsPlace(text: String, place: String) throws {
    do {
      _ = try Self.read(text)
      Issue.record("was read")
    } catch let fault as PeriodSummary.Fault {
      #expect("\(fault.place.line):\(fault.place.column)" == place, "\(fault.message)")
      #expect(!fault.message.contains("SYN-900"))
    }
  }

  @Test func theMedianOfAnEvenCountLiesBetween() {
    #expect(PeriodSummary.Severity([7, 2, 5, 4])?.median == 4.5)
    #expect(PeriodSummary.Severity([9])?.median == 9)
    #expect(PeriodSummary.Severity([]) == nil)
  }

  /// Judging the record as of the day gives what the report of that day gave, where everything is dated.
  @Test func theRecordAsOfADayIsTheReportOfThatDay() throws {
    func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }
    func record(_ asOf: String, _ log: [LogEntry]) -> PatientRecord {
      PatientRecord(file: "record.json", asOf: day(asOf), log: log)
    }
    func entry(_ date: String) -> LogEntry {
      LogEntry(id: date, date: day(date), values: ["symptomKind": RecordedItem(.code("urgeToMove"))])
    }
    let first = ["2026-01-20", "2026-01-25", "2026-02-01"].map(entry)
    let judge = RuleJudge(LegbriefRules.book)
    let then = try Self.read(VerdictsJSON.text(judge.judge(record("2026-02-02", first))))
    let later = record("2026-03-02", first + ["2026-02-10", "2026-02-20"].map(entry))
    let now = PeriodSummary(judge.judge(later))
    let judged = PeriodSummary(judge.judge(EarlierRecord(later, on: day("2026-02-02")).record))
    #expect(
      ReportChanges(from: then, to: now, book: LegbriefRules.book)
        == ReportChanges(from: judged, to: now, book: LegbriefRules.book))
  }
}
