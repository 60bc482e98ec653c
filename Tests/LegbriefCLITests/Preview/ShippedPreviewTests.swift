import ClinicalRecord
import Diagnostics
import PreviewServer
import ReportBuilder
import TestFolders
import Testing

@testable import FileAccess
@testable import LegbriefCLI

/// What a preview shows is what a file on the disk would be.
@Suite struct ShippedPreviewTests {
  private func templates(_ folder: String? = nil) throws -> any PreviewTemplates {
    let source = ShippedPreview(folder: folder, config: nil, locale: nil, files: Disk())
    return try #require(source.templates(otherThan: ""))
  }

  @Test(arguments: ["appointment", "brief", "patient", "referral", "note", "triage"])
  func reportsAreThoseOfTheCommandByteForByte(template: String) throws {
    let folder = try TestFolder()
    let record = try Repository.bytes("Examples/swollen-calf-oral-hrt/record.json")
    try folder.put(record, at: "anna.json")
    let run = Run.legbrief(
      "report", "anna.json", "--template", template, "--as-of", "2026-03-02", "--format", "md,html,json",
      in: folder.path)
    #expect(run.status == .success, "\(run.error)")
    let (templates, day) = (try templates(), Day(iso: "2026-03-02"))
    let shown = templates.report(RecordText(record, file: "anna.json"), template: template, asOf: day)
    let made = try #require(shown.made)
    let name = template == "appointment" ? "anna" : "anna.\(template)"
    let isPlain = made.page == nil
    #expect(folder.text("\(name).\(isPlain ? "txt" : "md")").map { Array($0.utf8) } == made.text)
    if let page = made.page { #expect(folder.text("\(name).html").map { Array($0.utf8) } == page) }
    let verdicts = templates.verdicts(RecordText(record, file: "anna.json"), template: template, asOf: day)
    #expect(verdicts != nil && folder.text("anna.verdicts.json").map { Array($0.utf8) } == verdicts)
  }

  @Test func aFaultIsThatOfTheCommandWordForWord() throws {
    let folder = try TestFolder()
    folder.makeFolder("own")
    let broken = try Repository.text("Templates/page_one.md.mustache").replacing(
      "{{identifier}}", with: "{{identifer}}")
    try folder.put(broken, at: "own/page_one.md.mustache")
    let record = Repository.record()
    try folder.put(record, at: "anna.json")
    let run = Run.legbrief("report", "\(folder.path)/anna.json", "--templates", "\(folder.path)/own", in: "/")
    #expect(run.status == .nothingStarted)
    let own = try templates("\(folder.path)/own")
    let attempt = own.report(RecordText(Array(record.utf8), file: "anna.json"), template: "appointment", asOf: nil)
    #expect(attempt.made == nil)
    #expect(attempt.diagnostics.map(DiagnosticPrinter.text).joined() == run.error)
    // The patient's copy does not include it.
    let other = own.report(RecordText(Array(record.utf8), file: "anna.json"), template: "patient", asOf: nil)
    #expect(other.made != nil)
  }

  @Test func whatAPatientWroteIsInNoDiagnostic() throws {
    let record =
      #"{"legbrief": 1, "person": {"personId": "Quendolina", "reportDate": "soon", "nonsense": "Quendolina"}}"#
    let attempt = try templates().report(
      RecordText(Array(record.utf8), file: "a.json"), template: "appointment", asOf: nil)
    #expect(attempt.made == nil && !attempt.diagnostics.isEmpty)
    #expect(!attempt.diagnostics.map(DiagnosticPrinter.text).joined().contains("Quendolina"))
    let summary = ShippedPreview(folder: nil, config: nil, locale: nil, files: Disk()).summary(
      of: RecordText(Array(record.utf8), file: "a.json"), asOf: nil)
    #expect(summary.identifier == nil && summary.words.contains("error"))
  }

  @Test func theIndexKnowsTheLevelOfTheMostUrgentFlag() throws {
    let source = ShippedPreview(folder: nil, config: nil, locale: nil, files: Disk())
    let record = try Repository.bytes("Examples/swollen-calf-oral-hrt/record.json")
    let summary = source.summary(of: RecordText(record, file: "a.json"), asOf: Day(iso: "2026-03-02"))
    #expect(summary.rank == 4 || summary.rank == 5, "\(summary.words)")
    #expect(summary.faults.isEmpty)
  }

  @Test func theFieldsOfATemplateAreThoseThatItShows() throws {
    let all = try templates()
    let names = all.fields(of: "appointment").map(\.name)
    #expect(names.contains("identifier") && names.contains("redFlags.title"))
    #expect(!names.contains { $0.hasPrefix("ehrNote") })
    #expect(all.fields(of: "note").map(\.name).contains { $0.hasPrefix("ehrNote") })
    #expect(all.fields(of: "nothing").isEmpty)
  }

  @Test func wrongUsageIsRefused() throws {
    let folder = try TestFolder()
    #expect(Run.legbrief("preview", "-", in: folder.path).status == .usage)
    #expect(Run.legbrief("preview", "a.ndjson.gz", in: folder.path).status == .usage)
    #expect(Run.legbrief("preview", "--port", "70000", in: folder.path).status == .usage)
    let none = Run.legbrief("preview", "\(folder.path)/none", in: folder.path)
    #expect(none.status == .nothingStarted && none.error.contains("no such file or folder"))
    let templates = Run.legbrief("preview", "--templates", "\(folder.path)/none", in: folder.path)
    #expect(templates.status == .nothingStarted && templates.error.contains("cannot read the templates"))
  }
}

/// From a statement of a page to what stands behind it.
@Suite struct WhyTests {
  private static let day = Day(iso: "2026-03-02")

  private func example() throws -> RecordText {
    RecordText(try Repository.bytes("Examples/swollen-calf-oral-hrt/record.json"), file: "record.json")
  }

  private func member(_ name: String, of value: JSONValue?) -> JSONValue? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == name }?.value
  }

  private func list(_ value: JSONValue?) -> [JSONValue] {
    if case .array(let items) = value { items } else { [] }
  }

  @Test(arguments: ["appointment", "patient", "referral"])
  func everyStatementOfThePageHasItsLines(template: String) throws {
    let templates = try #require(
      ShippedPreview(folder: nil, config: nil, locale: nil, files: Disk()).templates(otherThan: ""))
    let why = templates.why(try example(), template: template, asOf: WhyTests.day)
    let places = list(member("places", of: why))
    let attempt = templates.report(try example(), template: template, asOf: WhyTests.day)
    let page = try #require(attempt.made?.page)
    let body = String(decoding: page, as: UTF8.self)
    let start = try #require(body.firstRange(of: "<main id=\"page_content\">")).upperBound
    let end = try #require(body.firstRange(of: "</main>")).lowerBound
    let statements = StatementPlaces.read(Array(body[start..<end].utf8))
    #expect(places.count == statements.count && places.count > 20)
    let without = places.count { list($0).isEmpty }
    #expect(without * 5 < places.count, "\(without) of \(places.count) have no line")
  }

  @Test func evidenceLeadsToTheLineOfTheRecord() throws {
    let templates = try #require(
      ShippedPreview(folder: nil, config: nil, locale: nil, files: Disk()).templates(otherThan: ""))
    let record = try example()
    let lines = String(decoding: record.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let why = templates.why(record, template: "appointment", asOf: WhyTests.day)
    let flag = try #require(
      list(member("rules", of: why)).first { member("id", of: $0) == .string("rf.dvt") })
    #expect(member("value", of: flag) == .string("met"))
    let evidence = list(member("evidence", of: flag))
    #expect(!evidence.isEmpty)
    for found in evidence {
      guard case .number(let line)? = member("line", of: found) else { continue }
      #expect(lines.indices.contains(Int(line) - 1))
    }
    // A line of NDJSON counts from its own line.
    var moved = record
    moved.bytes = Array(String(decoding: record.bytes, as: UTF8.self).filter { $0 != "\n" }.utf8)
    moved.line = 7
    let other = templates.why(moved, template: "appointment", asOf: WhyTests.day)
    let its = try #require(list(member("rules", of: other)).first { member("id", of: $0) == .string("rf.dvt") })
    #expect(list(member("evidence", of: its)).allSatisfy { member("line", of: $0) == .number(7) })
  }
}
