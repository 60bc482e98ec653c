import BuiltinTemplates
import Diagnostics
import Foundation
import TemplateEngine
import Testing

@testable import ReportBuilder

/// No kind of document gets away without its safety sections.
@Suite struct DocumentKindTests {
  private static func set(_ own: [(name: String, text: String)] = []) -> TemplateSet {
    TemplateFiles(
      builtin: BuiltinTemplates.files,
      overlay: own.map { (SourceText(file: $0.name, bytes: Array($0.text.utf8)), $0.name) }
    ).set
  }

  @Test(arguments: DocumentKind.allCases) func theShippedDocumentIsOfItsKind(kind: DocumentKind) {
    #expect(DocumentKind.of(TemplateFiles.shipped(kind), in: Self.set()) == kind)
  }

  @Test(arguments: [
    ("{{#patient}}x{{/patient}}", DocumentKind.patient), ("{{triage.level}}", .triage), ("{{> note}}", .report),
    ("{{# ehrNote }}{{/ ehrNote }}", .note), ("plain", .report), ("{{#pateint}}x{{/pateint}}", .patient),
    ("{{#ehrnote}}", .note), ("{{#letters}}", .report),
    ("{{#areas}}{{#note}}{{note}}{{/note}}{{/areas}}", .report),
  ])
  func theKindIsThatOfTheRecordThatIsOpened(text: String, kind: DocumentKind) {
    #expect(DocumentKind.of("own.md.mustache", in: Self.set([("own.md.mustache", text)])) == kind)
  }

  /// Every required part of every kind: a shipped template without its tag is refused, for that reason.
  @Test(arguments: DocumentKind.allCases) func everyRequiredPartIsMissed(kind: DocumentKind) throws {
    let name = TemplateFiles.shipped(kind)
    let text = String(decoding: try #require(BuiltinTemplates.files.first { $0.name == name }).bytes, as: UTF8.self)
    let parts = kind.requirements.flatMap { requirement in
      requirement.name == kind.record
        ? requirement.parts.map { $0.split(separator: ".").last.map(String.init) ?? $0 } : []
    }
    #expect(kind == .report || !parts.isEmpty)
    for part in Set(parts) {
      // A comment in its place: sections around it stay.
      let without = text.components(separatedBy: "{{\(part)}}").joined(separator: "")
      #expect(without != text, "\(kind) \(part)")
      let loaded = ReportTemplates.load(
        builtin: BuiltinTemplates.files, overlay: [(SourceText(file: name, bytes: Array(without.utf8)), name)],
        template: ReportTemplate.stem(name) ?? ""
      ) { _ in "hash" }
      #expect(loaded.templates == nil, "\(kind) without \(part)")
      #expect(
        loaded.diagnostics.contains { $0.id == "missing-requirement" && $0.message.contains(part) }, "\(kind) \(part)")
    }
  }

  @Test(arguments: [
    ("{{#referral}}{{clinic}}{{/referral}}", 5), ("{{#patient}}Hello{{/patient}}", 9), ("{{#triage}}x{{/triage}}", 3),
    ("{{#ehrNote}}x{{/ehrNote}}", 7), ("Hello", 5),
  ])
  func anEmptyDocumentMissesAllOfThem(text: String, faults: Int) {
    let loaded = ReportTemplates.load(
      builtin: BuiltinTemplates.files,
      overlay: [(SourceText(file: "own.txt.mustache", bytes: Array(text.utf8)), "own.txt.mustache")],
      template: "own"
    ) { _ in "hash" }
    #expect(
      loaded.diagnostics.count { $0.id == "missing-requirement" } == faults, "\(loaded.diagnostics.map(\.message))")
  }

  @Test(arguments: [
    (["a.md.mustache"], [String](), ReportTemplate.Found.file("a.md.mustache")),
    (["a.txt.mustache"], [], .file("a.txt.mustache")), (["b.md.mustache", "a.html.mustache"], [], .nothing),
    (["a.md.mustache", "a.txt.mustache"], ["a.txt.mustache"], .file("a.txt.mustache")),
    (["a.md.mustache", "a.txt.mustache"], [], .two("a.md.mustache", "a.txt.mustache")),
    (
      ["a.md.mustache", "a.txt.mustache"], ["a.md.mustache", "a.txt.mustache"], .two("a.md.mustache", "a.txt.mustache")
    ),
  ])
  func aNameIsMarkdownOrPlainText(all: [String], own: [String], found: ReportTemplate.Found) {
    #expect(ReportTemplate.find("a", among: all, own: Set(own)) == found)
  }

  @Test func severalTemplatesAreCheckedInOneRun() {
    let loaded = ReportTemplates.load(builtin: BuiltinTemplates.files, templates: ["notes", "appointment", "patients"])
    { _ in "hash" }
    #expect(loaded.templates == nil)
    #expect(loaded.diagnostics.map(\.id) == ["unknown-template", "unknown-template"])
    #expect(loaded.diagnostics.map(\.remedy) == ["did you mean \"note\"?", "did you mean \"patient\"?"])
  }
}
