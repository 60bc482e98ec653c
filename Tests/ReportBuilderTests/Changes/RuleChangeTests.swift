import ClinicalRecord
import ClinicalRules
import RuleEngine
import Testing

@testable import ReportBuilder

/// How a rule that stands otherwise is called: missing is never negative, and a direction is said only where it is certain.
@Suite struct RuleChangeTests {
  /// A rule's standing in short.
  struct Standing: Sendable {
    var value: Truth
    var urgency: Urgency?
    var isOpen = false
    var isWithheld = false
    var percent: Double?

    static let met = Standing(value: .met)
    static let notMet = Standing(value: .notMet)
    static let blank = Standing(value: .notRecorded)
    static let open = Standing(value: .notRecorded, isOpen: true)
    static func met(_ level: Urgency) -> Standing { Standing(value: .met, urgency: level) }
    static func share(_ percent: Double) -> Standing { Standing(value: .met, percent: percent) }
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let rule: RuleID
    let before: Standing
    let now: Standing
    /// Nil where no line may be printed.
    let kind: ReportChanges.Kind?
    var testDescription: String { "\(rule): \(before) to \(now)" }

    init(_ rule: RuleID, _ before: Standing, _ now: Standing, _ kind: ReportChanges.Kind?) {
      (self.rule, self.before, self.now, self.kind) = (rule, before, now, kind)
    }
  }

  static let rows: [Row] = [
    Row("rls.c2", .notMet, .met, .new), Row("rls.c2", .blank, .met, .newlyRecorded),
    Row("rls.c2", .blank, .notMet, .newlyRecorded), Row("rls.c2", .met, .notMet, .resolved),
    Row("rf.dvt", .notMet, .met(.sameDay), .new), Row("rf.dvt", .open, .met(.sameDay), .newlyRecorded),
    Row("rf.dvt", .met(.sameDay), .notMet, .resolved), Row("rf.dvt", .blank, .open, .newlyRecorded),
    Row("rf.dvt", .notMet, .open, .newlyRecorded), Row("rf.dvt", .met(.urgent), .met(.sameDay), .worse),
    Row("rls.c4", .share(80), .share(60), .changed),
    // Never resolved, never better: what is missing says nothing.
    Row("rls.c2", .met, .blank, .noLongerRecorded), Row("rls.c2", .notMet, .blank, .noLongerRecorded),
    Row("rf.dvt", .met(.sameDay), .blank, .noLongerRecorded), Row("rf.dvt", .met(.sameDay), .open, .noLongerRecorded),
    Row("rf.dvt", .open, .blank, .noLongerRecorded), Row("rf.dvt", .met(.sameDay), .met(.urgent), .changed),
    // No line.
    Row("rls.c2", .met, .met, nil), Row("rls.c2", .blank, .blank, nil), Row("rls.c2", .notMet, .notMet, nil),
    Row("rls.c2", .blank, .open, nil), Row("rf.dvt", .met(.sameDay), .met(.sameDay), nil),
    Row("rls.c4", .share(80), .share(66), nil),
    // Withheld by precedence, in an area that is not printed, or about the log itself.
    Row("rls.c2", .notMet, Standing(value: .met, isWithheld: true), nil), Row("hrt.vteTier", .notMet, .met, nil),
    Row("dq.sparse", .notMet, .met, nil), Row("no.suchRule", .notMet, .met, nil),
  ]

  @Test(arguments: rows) func hasItsWord(row: Row) {
    let changes = ReportChanges(
      from: Summaries.of([(row.rule, row.before)]), to: Summaries.of([(row.rule, row.now)]), book: LegbriefRules.book)
    #expect(changes.lines.map(\.kind) == [row.kind].compactMap { $0 })
    #expect(changes.lines.allSatisfy { $0.rule == row.rule && $0.before != $0.now })
  }

  @Test func flagsComeFirstByLevelThenCriteriaThenNumbersThenTheRest() {
    let before = Summaries.of(
      [
        ("rls.c2", .notMet), ("rf.dvt", .notMet), ("rf.fracture", .blank), ("rf.bp", .blank), ("self.heat", .blank),
        ("rls.c1", .blank), ("rf.gca", .met(.emergency)), ("rls.c3", .met),
      ],
      observed: 20, [Summaries.symptom("swelling", days: 2)])
    let now = Summaries.of(
      [
        ("rls.c2", .met), ("rf.dvt", .met(.sameDay)), ("rf.fracture", .open), ("rf.bp", .notMet), ("self.heat", .met),
        ("rls.c1", .notMet), ("rf.gca", .blank), ("rls.c3", .blank),
      ],
      observed: 20, [Summaries.symptom("swelling", days: 12)])
    let lines = ReportChanges(from: before, to: now, book: LegbriefRules.book).lines
    #expect(
      lines.map { $0.rule?.name ?? $0.title } == [
        "rf.gca", "rf.dvt", "rf.fracture", "rls.c2", "rls.c3", "swelling, days with it", "self.heat", "rls.c1", "rf.bp",
      ])
  }

  @Test func aFlagSaysItsLevelAndStatus() {
    var now = Summaries.of([("rf.dvt", .met(.sameDay))])
    now.rules[0].status = "active"
    let line = ReportChanges(from: Summaries.of([("rf.dvt", .open)]), to: now, book: LegbriefRules.book).lines.first
    #expect(line?.before == "open, not settled")
    #expect(line?.now == "met: Needs same-day assessment (active)")
  }

  @Test func rulesOfAnotherBookAreCounted() {
    let changes = ReportChanges(
      from: Summaries.of([("rls.c2", .met), ("gone.rule", .met), ("gone.too", .notMet)]),
      to: Summaries.of([("rls.c2", .met), ("rls.c3", .met)]), book: LegbriefRules.book)
    #expect(changes.lines.isEmpty)
    #expect(changes.unknownRules == 2)
    #expect(changes.rulesNotInBefore == 1)
  }
}

/// Summaries by hand.
enum Summaries {
  static func of(
    _ rules: [(RuleID, RuleChangeTests.Standing)], observed: Int = 20, _ symptoms: [PeriodSummary.Symptom] = [],
    scores: [PeriodSummary.Reading] = [], results: [PeriodSummary.Reading] = []
  ) -> PeriodSummary {
    PeriodSummary(
      record: "SYN-900", asOf: Day(iso: "2026-03-02") ?? Day(number: 0), ruleSet: LegbriefRules.book.version,
      rules: rules.map { id, standing in
        PeriodSummary.RuleStanding(
          id: id, value: standing.value, urgency: standing.urgency, isOpen: standing.isOpen,
          isWithheld: standing.isWithheld, status: nil, text: standing.percent.map { "\(Int($0)) % of 20." } ?? "",
          percent: standing.percent)
      },
      numbers: PeriodSummary.Numbers(observedDays: observed, symptoms: symptoms, scores: scores, results: results))
  }

  static func symptom(_ kind: String, days: Int, median: Double? = nil, n: Int = 0) -> PeriodSummary.Symptom {
    PeriodSummary.Symptom(
      kind: kind, days: days, entries: days,
      severity: median.map { PeriodSummary.Severity(count: n, median: $0, low: $0, high: $0) })
  }

  static func reading(_ item: ItemID, _ value: Double?, _ written: String? = nil) -> PeriodSummary.Reading {
    PeriodSummary.Reading(
      item: item, form: nil, value: value, written: written ?? value.map(JSONValue.plain) ?? "",
      date: Day(iso: "2026-02-20") ?? Day(number: 0))
  }
}
