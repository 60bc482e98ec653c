import ClinicalRecord
import Diagnostics
import PreviewServer
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
    let shown = try templates().report(
      RecordText(record, file: "anna.json"), template: template, asOf: Day(iso: "2026-03-02"))
    let made = try #require(shown.made)
    let name = template == "appointment" ? "anna" : "anna.\(template)"
    let isPlain = made.page == nil
    #expect(folder.text("\(name).\(isPlain ? "txt" : "md")").map { Array($0.utf8) } == made.text)
    if let page = made.page { #expect(folder.text("\(name).html").map { Array($0.utf8) } == page) }
    #expect(folder.text("anna.verdicts.json").map { Array($0.utf8) } == made.verdicts)
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
