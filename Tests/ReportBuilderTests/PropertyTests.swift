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
    for _ in 0..<12 {
      let fewer = generator.removingOne(from: record)
      let after = judge.judge(fewer)
      for verdict in before {
        #expect(after[verdict.id]?.value != .notMet, "\(verdict.id) was cleared by removing an input, seed \(seed)")
      }
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
      #expect(!verdict.text.contains("{"), "\(verdict.id) prints a placeholder: \(verdict.text)")
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

  /// Basis F4: the words that a report never says, in everything that our rules and templates print about any record.
  @Test(arguments: 0..<60) func barredWordsAreNeverPrinted(seed: Int) {
    var generator = RecordGenerator(seed: UInt64(seed))
    for verdict in RuleJudge(LegbriefRules.book).judge(generator.record()).all {
      for barred in [
        "suffers", "is caused by", "due to menopause", "confirms", "reassuring", "consistent with menopause",
      ] {
        #expect(!verdict.text.lowercased().contains(barred), "\(verdict.id) says \"\(barred)\"")
      }
    }
  }
}

extension RecordGenerator {
  /// The record without one answer, history item, medicine, result, measurement or field of the person.
  mutating func removingOne(from record: PatientRecord) -> PatientRecord {
    var (person, answers, history) = (record.person, record.answers, record.history)
    var (medications, labs) = (record.medications, record.labs)
    var (measurements, scores) = (record.measurements, record.scores)
    switch below(7) {
    case 0: if let key = pick(person.keys.sorted()) { person[key] = nil }
    case 1, 2: if let key = pick(answers.keys.sorted()) { answers[key] = nil }
    case 3: if let key = pick(history.keys.sorted()) { history[key] = nil }
    case 4:
      // A list that lost a medicine is no longer the one that was confirmed complete.
      if !medications.isEmpty {
        medications.remove(at: below(medications.count))
        history["medListComplete"] = nil
      }
    case 5: if !labs.isEmpty { labs.remove(at: below(labs.count)) }
    default:
      if !measurements.isEmpty { measurements.remove(at: below(measurements.count)) }
      if !scores.isEmpty { scores.remove(at: below(scores.count)) }
    }
    return PatientRecord(
      file: record.file, asOf: record.asOf, person: person, log: record.log, answers: answers, history: history,
      medications: medications, labs: labs, measurements: measurements, scores: scores)
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
