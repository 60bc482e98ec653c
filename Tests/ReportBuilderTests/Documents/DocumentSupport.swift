import BuiltinTemplates
import ClinicalRecord
import ClinicalRules
import Diagnostics
import Foundation
import RecordReaders
import RuleEngine
import SyntheticCohort
import Testing

@testable import ReportBuilder

/// Records and documents for the tests of letter, note, patient's copy and clinic list.
enum Documents {
  static let asOf = Day(iso: "2026-03-02") ?? Day(number: 0)

  /// The records under Examples/, by folder.
  static let examples: [(name: String, record: PatientRecord)] = {
    let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
    let reader = RecordReader(dictionary: LegbriefFields.dictionary)
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: root + "/Examples")) ?? []).sorted()
    return names.compactMap { name in
      guard let bytes = FileManager.default.contents(atPath: "\(root)/Examples/\(name)/record.json"),
        let record = reader.read(SourceText(file: "record.json", bytes: Array(bytes)), asOf: asOf).record
      else { return nil }
      return (name, record)
    }
  }()

  static let judge = RuleJudge(LegbriefRules.book)
  static let composer = ReportComposer(book: LegbriefRules.book)
  private static let longestQuestions = Array(
    LegbriefRules.book.rules.flatMap(\.questions).map(\.text).sorted { $0.count > $1.count }.prefix(6))

  /// A record with what was made of it.
  struct Patient: Sendable {
    var record: PatientRecord
    var verdicts: Verdicts
    var model: ReportModel

    init(_ record: PatientRecord) {
      self.record = record
      verdicts = judge.judge(record)
      // Without ranking what to ask next, which takes longer than all the rest: the longest questions of the book stand in its place.
      model = composer.compose(verdicts, asking: [])
      model.toAsk = longestQuestions
      model.documents.note.toAsk = longestQuestions
    }
  }

  /// Three hundred patients of the cohort, judged and composed once for all tests.
  static let cohort: [Patient] = {
    let cohort = SyntheticCohort(dictionary: LegbriefFields.dictionary, seed: 5, asOf: asOf)
    return (1...300).map { Patient(cohort.record($0)) }
  }()

  static let judgedExamples: [(name: String, patient: Patient)] = examples.map { ($0.name, Patient($0.record)) }

  static let flagged = Patient(everyFlag)

  private static let pipeline = ReportTemplates.load(
    builtin: BuiltinTemplates.files, templates: ["referral", "note", "patient", "triage"]
  ) { _ in "hash" }
  .templates.map { ReportPipeline(book: LegbriefRules.book, templates: $0, generator: "Legbrief test") }

  /// The document of a shipped template.
  static func text(_ model: ReportModel, _ template: String) throws -> String {
    let pipeline = try #require(pipeline)
    let report = try #require(pipeline.reports.first { $0.name == template })
    return String(decoding: try pipeline.text(model, by: report), as: UTF8.self)
  }

  /// The paragraphs and list items of a Markdown text, each on one line: where a line is broken is no matter of what it says.
  static func blocks(_ markdown: String) -> [String] {
    var blocks: [String] = []
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      var words = line.drop { $0 == ">" || $0 == " " }[...]
      let starts = words.isEmpty || words.hasPrefix("- ") || words.hasPrefix("|") || words.hasPrefix("**")
      if starts || blocks.isEmpty { blocks.append("") }
      while words.last == " " { words.removeLast() }
      blocks[blocks.count - 1] += (blocks[blocks.count - 1].isEmpty || words.isEmpty ? "" : " ") + words
    }
    return blocks.filter { !$0.isEmpty }
  }

  static func model(_ record: PatientRecord, clinic: String? = nil) -> ReportModel {
    composer.compose(judge.judge(record), clinic: clinic)
  }

  /// A record of answers, history and entries, all codes.
  static func record(
    _ answers: [ItemID: String] = [:], sets: [ItemID: [String]] = [:], history: [ItemID: String] = [:],
    person: [ItemID: String] = [:], log: [LogEntry] = [], medications: [Medication] = [], labs: [LabResult] = [],
    measurements: [ClinicalRecord.Measurement] = []
  ) -> PatientRecord {
    var items = answers.mapValues {
      RecordedItem(Double($0).map { number in .number(number, written: "") } ?? .code($0))
    }
    for (item, codes) in sets { items[item] = RecordedItem(.codes(codes)) }
    return PatientRecord(
      file: "record.json", asOf: asOf, person: person.mapValues { RecordedItem(.code($0)) }, log: log, answers: items,
      history: history.mapValues {
        RecordedItem(Double($0).map { number in .number(number, written: "") } ?? .code($0))
      },
      medications: medications, labs: labs, measurements: measurements)
  }

  static func entry(_ daysAgo: Int, _ kind: String, _ codes: [ItemID: String], severity: Double? = nil) -> LogEntry {
    var values = codes.mapValues { RecordedItem(.code($0)) }
    values["symptomKind"] = RecordedItem(.code(kind))
    if let severity { values["severity"] = RecordedItem(.number(severity, written: "\(Int(severity))")) }
    return LogEntry(id: "\(kind)-\(daysAgo)", date: asOf.adding(days: -daysAgo), values: values)
  }

  /// A patient with every red flag of basis C5 met that can be: all but the line of level routine and the patient's own words.
  static let everyFlag: PatientRecord = {
    let yes: [ItemID] = [
      "qOneLegSwollen", "qOneLegPainNew", "qOneLegWarm", "qSuddenBreathless", "qChestPain", "qCoughBlood", "qCollapse",
      "qHotSwollenJoint", "qSaddleNumb", "qBladderBowelNew", "qLegWeaknessNew", "qBreathSwallowTrouble", "qFootDrop",
      "qTightAfterInjury", "qSpreadingRedness", "qUlcerActive", "qNightPainUnrelenting", "qLump", "qVisionChange",
      "qNewHeadache", "qScalpTender", "qDarkUrine", "qProximalWeakness", "qVeinHardPainful", "qVeinBleeding",
      "qOrthopnoea", "qTendonPop", "qCannotHeelRaise", "qJointSwellingSeen", "qSmallJointHands", "qFever",
      "qRestPainFoot", "qRestPainHangsDown", "qJointPain", "qSqueezeHands",
    ]
    var answers = Dictionary(uniqueKeysWithValues: yes.map { ($0, "yes") })
    answers["qAnkleSwelling"] = "bothSides"
    answers["qFootWoundWeeks"] = "6"
    answers["qRestPainWeeks"] = "6"
    answers["qNeuroProgress"] = "overDays"
    let place: [ItemID: String] = [
      "bodySite": "calf", "side": "left", "suddenOnset": "yes", "unableToWeightBear": "yes",
    ]
    return record(
      answers, sets: ["qFootColdPaleNumbWeak": ["cold", "pale", "numb", "weak"]],
      history: [
        "diabetes": "type2", "pregnancyStatus": "possible", "postmenopausalBleeding": "yes", "cancerHistoryAny": "yes",
        "ageYears": "58", "medListComplete": "yes",
      ], log: [entry(0, "legPainOther", place, severity: 9)],
      labs: [LabResult(id: "potassium", value: .number(7), written: "7 mmol/L", date: asOf)],
      measurements: [ClinicalRecord.Measurement(id: "bpSystolic", value: .number(200, written: "200"), date: asOf)])
  }()
}
