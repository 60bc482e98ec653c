import BuiltinTemplates
import ClinicalRecord
import ClinicalRules
import Diagnostics
import Foundation
import RecordReaders
import RuleEngine
import TemplateEngine
import Testing

@testable import ReportBuilder

/// The list of names is the shape, and what it says about each name is true.
@Suite struct TemplateFieldTests {
  private static let entries = TemplateFieldList().entries

  @Test func everyFieldOfTheShapeIsListedOnce() {
    func count(_ shape: RecordShape) -> Int {
      shape.fields.reduce(0) { sum, field in
        switch field.shape {
        case .record(let inner), .list(let inner), .optional(.record(let inner)), .optional(.list(let inner)):
          sum + 1 + count(inner)
        default: sum + 1
        }
      }
    }
    #expect(Self.entries.count == TemplateFieldList.Root.allCases.reduce(0) { $0 + count($1.shape) })
    #expect(Set(Self.entries).count == Self.entries.count)
  }

  @Test(arguments: entries) func everyNameSaysWhatItMeans(entry: TemplateFieldList.Entry) {
    #expect(!entry.meaning.isEmpty, "\(entry.name)")
    #expect(!entry.meaning.hasSuffix("."), "\(entry.name)")
    if entry.kind == .text || entry.kind == .markup { #expect(entry.example != nil, "\(entry.scope) \(entry.name)") }
  }

  /// A tag as the list writes it is accepted in the sections that the list names.
  @Test(arguments: entries) func everyNameCanBeUsedAsTheListSays(entry: TemplateFieldList.Entry) throws {
    let tag = entry.tag.split(separator: "…", omittingEmptySubsequences: false).joined(separator: "x")
    let text =
      entry.scope.map { "{{#\($0)}}\n\n" }.joined() + tag + "\n" + entry.scope.reversed().map { "{{/\($0)}}" }.joined()
    let name = entry.root == .report ? "t.md.mustache" : "t.html.mustache"
    let checker = TemplateChecker(shape: entry.root.shape)
    #expect(throws: Never.self) { try checker.check(name, in: TemplateSet([TemplateSource(name: name, text: text)])) }
  }

  @Test func whatMustBePlacedIsMarked() {
    let required = Self.entries.filter { $0.required != nil && $0.scope.isEmpty && $0.root == .report }.map(\.name)
    #expect(Set(required) == Set(ReportShape.requirements.map(\.name)))
    #expect(Self.entries.contains { $0.scope == ["redFlags"] && $0.name == "title" && $0.required != nil })
    #expect(!Self.entries.contains { $0.scope == ["redFlags"] && $0.name == "amplifiers" && $0.required != nil })
  }

  // MARK: examples

  /// Every text that one of the reports under Examples/ can print, by scope and name.
  private static let printed: [String: Set<String>] = {
    var values: [String: Set<String>] = [:]
    let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
    let reader = RecordReader(dictionary: LegbriefFields.dictionary)
    for name in (try? FileManager.default.contentsOfDirectory(atPath: root + "/Examples")) ?? [] {
      guard let bytes = FileManager.default.contents(atPath: "\(root)/Examples/\(name)/record.json") else { continue }
      let source = SourceText(file: "record.json", bytes: Array(bytes))
      guard let record = reader.read(source, asOf: Day(iso: "2026-03-02")).record else { continue }
      let composer = ReportComposer(book: LegbriefRules.book)
      let judge = RuleJudge(LegbriefRules.book)
      let earlier = EarlierRecord(record, on: Day(iso: "2026-02-05") ?? record.asOf)
      let model = composer.compose(
        judge.judge(record),
        comparedWith: EarlierPeriod(summary: PeriodSummary(judge.judge(earlier.record)), undated: earlier.undated))
      // In full, and with as little on page 1 as there can be.
      for limits in [PageOneLimits.unlimited, PageOneLimits.ladder[PageOneLimits.ladder.count - 1]] {
        if let record = try? model.record(limits) { collect(record, "", into: &values) }
      }
      for letter in LetterLimits.ladder.dropFirst() {
        if let record = try? model.record(letter: letter) { collect(record, "", into: &values) }
      }
    }
    return values
  }()

  private static func collect(_ record: Record, _ scope: String, into values: inout [String: Set<String>]) {
    for field in record.shape.fields {
      switch record[field.name] {
      case .text(let text): values["\(scope).\(field.name)", default: []].insert(text)
      case .list(let records): for inner in records { collect(inner, "\(scope).\(field.name)", into: &values) }
      case .record(let inner): collect(inner, "\(scope).\(field.name)", into: &values)
      default: break
      }
    }
  }

  @Test(arguments: entries.filter { $0.root == .report && $0.kind == .text })
  func everyExampleIsPrintedBySomeReport(entry: TemplateFieldList.Entry) throws {
    // No example record has a warning or lasting severe pain, nor an open flag with more to say.
    // No example asks for more tests than its letter has room for. What a practice sets and what a run was made from is no part of a record.
    guard entry.scope != ["warnings"], entry.scope != ["routineLines"], entry.scope != ["provenance"],
      entry.scope != ["letterhead"], entry.name != "practiceName", entry.name != "moreToTest",
      entry.scope != ["openFlags"] || !entry.isOptional
    else { return }
    let key = (entry.scope + [entry.name]).map { ".\($0)" }.joined()
    var values = Self.printed[key] ?? []
    // Records inside the documents are those of the report, or of one another: what any of them prints is an example.
    if entry.scope.count > 1, DocumentKind.allCases.contains(where: { $0.record == entry.scope[0] }) {
      for (other, found) in Self.printed where other.hasSuffix(".\(entry.name)") { values.formUnion(found) }
    }
    try #require(!values.isEmpty, "no report has \(key)")
    #expect(
      values.contains(try #require(entry.example)),
      "\(key) is never “\(entry.example ?? "")”, but: \(values.sorted().prefix(8))")
  }
}
