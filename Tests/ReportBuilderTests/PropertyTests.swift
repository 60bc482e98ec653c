import BuiltinTemplates
import ClinicalRecord
import ClinicalRules
import Diagnostics
import MarkdownHTML
import ReportBuilder
import RuleEngine
import Testing

/// Properties that hold for every record, checked over generated ones.
@Suite struct PropertyTests {
  static func pipeline() throws -> ReportPipeline {
    let loaded = ReportTemplates.load(builtin: BuiltinTemplates.files, template: "appointment") { _ in "hash" }
    return ReportPipeline(
      book: LegbriefRules.book, templates: try #require(loaded.templates), generator: "Legbrief test")
  }

  /// Basis F5 (3): what was recorded can only be forgotten, never turned into a "no".
  ///
  /// Whole log entries are not removed: on a covered log "no entry fits" is what basis C5 calls a "no" of a flag that rests on the log alone.
  @Test(arguments: 0..<80) func removingAnInputNeverClearsARedFlag(seed: Int) {
    var generator = RecordGenerator(seed: UInt64(seed))
    let record = generator.record()
    let judge = RuleJudge(LegbriefRules.book)
    let before = judge.judge(record).all.filter { $0.rule.isRedFlag && $0.value == .met }
    guard !before.isEmpty else { return }
    let removals = Self.removals(from: record, before)
    for _ in 0..<12 {
      guard let (input, fewer) = generator.pick(removals) else { continue }
      let after = judge.judge(fewer)
      for verdict in before where input.concerns(verdict) {
        #expect(
          after[verdict.id]?.value != .notMet, "\(verdict.id) was cleared by removing \(input.name), seed \(seed)")
      }
    }
  }

  private static func isOfC5(_ verdict: Verdict) -> Bool { verdict.id.name.hasPrefix("rf.") }

  /// Results are not needed for the "no" of two flags (basis C5 and settled reading A04): without its result such a flag may be one.
  private static func holdsWithoutResults(_ verdict: Verdict) -> Bool {
    !["rf.rhabdo", "rf.labCritical"].contains(verdict.id.name)
  }

  /// The record without each answer, history item, field of the person and medicine that a met flag cites, and without each test, measurement and score.
  private static func removals(
    from record: PatientRecord, _ flags: [Verdict]
  ) -> [(input: Input, record: PatientRecord)] {
    var found: [(input: Input, record: PatientRecord)] = []
    let cited = Set(flags.flatMap(\.evidence).map(\.item))
    func without(
      _ name: String, concerning concerns: @escaping (Verdict) -> Bool = { _ in true }, _ change: (inout Parts) -> Void
    ) {
      var parts = Parts(record)
      change(&parts)
      found.append((Input(name: name, concerns: concerns), parts.record))
    }
    for item in cited.sorted() {
      if record.person[item] != nil { without(item.name) { $0.person[item] = nil } }
      if record.answers[item] != nil { without(item.name) { $0.answers[item] = nil } }
      if record.history[item] != nil { without(item.name) { $0.history[item] = nil } }
    }
    for index in record.medications.indices {
      // A list that lost a medicine is no longer the one that was confirmed complete; the flags of C5 hold even so.
      without("medicine \(index)") { parts in
        parts.medications.remove(at: index)
        parts.history["medListComplete"] = nil
      }
      without("medicine \(index) of a complete list", concerning: isOfC5) { parts in
        parts.medications.remove(at: index)
      }
    }
    for test in Set(record.labs.map(\.id)).sorted() {
      without(test.name, concerning: holdsWithoutResults) { $0.labs.removeAll { $0.id == test } }
    }
    for item in Set((record.measurements + record.scores).map(\.id)).sorted() {
      without(item.name, concerning: holdsWithoutResults) { parts in
        parts.measurements.removeAll { $0.id == item }
        parts.scores.removeAll { $0.id == item }
      }
    }
    return found
  }

  /// What is forgotten, and the flags for which it must not matter.
  private struct Input {
    var name: String
    var concerns: (Verdict) -> Bool
  }

  /// A record whose lists can be changed.
  private struct Parts {
    private let original: PatientRecord
    var person: [ItemID: RecordedItem]
    var answers: [ItemID: RecordedItem]
    var history: [ItemID: RecordedItem]
    var medications: [Medication]
    var labs: [LabResult]
    var measurements: [Measurement]
    var scores: [Measurement]

    init(_ record: PatientRecord) {
      original = record
      (person, answers, history) = (record.person, record.answers, record.history)
      (medications, labs) = (record.medications, record.labs)
      (measurements, scores) = (record.measurements, record.scores)
    }

    var record: PatientRecord {
      PatientRecord(
        file: original.file, asOf: original.asOf, person: person, log: original.log, answers: answers,
        history: history, medications: medications, labs: labs, measurements: measurements, scores: scores)
    }
  }

  /// Basis F5 (5).
  @Test(arguments: 0..<40) func theOrderOfEntriesDoesNotMatter(seed: Int) throws {
    var generator = RecordGenerator(seed: UInt64(seed))
    let record = generator.record()
    let shuffled = PatientRecord(
      file: record.file, asOf: record.asOf, person: record.person, log: record.log.reversed(), answers: record.answers,
      history: record.history, medications: record.medications.reversed(), labs: record.labs.reversed(),
      measurements: record.measurements.reversed(), scores: record.scores.reversed())
    let pipeline = try Self.pipeline()
    let first = try pipeline.markdown(pipeline.compose(pipeline.judge(record)))
    let second = try pipeline.markdown(pipeline.compose(pipeline.judge(shuffled)))
    #expect(first == second)
  }

  /// Basis F5 (1), and design promise 2.
  @Test(arguments: 0..<60) func everyVerdictCarriesEvidenceOrSaysWhatIsMissing(seed: Int) {
    var generator = RecordGenerator(seed: UInt64(seed))
    for verdict in RuleJudge(LegbriefRules.book).judge(generator.record()).all {
      #expect(!verdict.evidence.isEmpty || !verdict.missing.isEmpty, "\(verdict.id) \(verdict.value), seed \(seed)")
      for name in verdict.rule.details.map(\.name) {
        #expect(!verdict.text.contains("{\(name)}"), "\(verdict.id) prints a placeholder: \(verdict.text)")
      }
    }
  }

  /// No patient text becomes markup: the page holds the tags of our templates and converter and no others.
  @Test(arguments: 0..<40) func patientTextNeverBecomesMarkup(seed: Int) throws {
    var generator = RecordGenerator(seed: UInt64(seed))
    let pipeline = try Self.pipeline()
    let model = pipeline.compose(pipeline.judge(generator.record()))
    let page = String(decoding: try pipeline.page(pipeline.markdown(model), model), as: UTF8.self)
    for harmful in [
      "<script", "href=\"javascript", "<img", "<b>", "href=\"http", "<iframe", "\u{202E}", "<h1>heading", "<em>stars",
    ] {
      #expect(!page.contains(harmful), "\(harmful) reached the page, seed \(seed)")
    }
  }
}

/// A style sheet stands on the page as it is: it is refused where it could do more than style.
@Suite struct StyleSheetTests {
  @Test(arguments: [
    ("p { color: red }", nil), ("p{}</style><script>", "style-ends-element"), ("a{b:'</STYLE '}", "style-ends-element"),
    ("", nil),
  ])
  func isRefusedWhereItCouldEndItsElement(style: String, fault: String?) {
    let files = BuiltinTemplates.files.map { $0.name == "page.css" ? ($0.name, Array(style.utf8)) : $0 }
    let loaded = ReportTemplates.load(builtin: files, template: "appointment") { _ in "hash" }
    #expect(loaded.diagnostics.map(\.id) == (fault.map { [$0] } ?? []))
    #expect((loaded.templates == nil) == (fault != nil))
  }

  @Test func mustBeText() {
    let files = BuiltinTemplates.files.map { $0.name == "page.css" ? ($0.name, [0x70, 0xFF]) : $0 }
    let loaded = ReportTemplates.load(builtin: files, template: "appointment") { _ in "hash" }
    #expect(loaded.diagnostics.map(\.id) == ["style-not-utf8"])
  }
}
