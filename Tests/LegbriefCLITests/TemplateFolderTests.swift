import TestFolders
import Testing

@testable import BatchReports
@testable import FileAccess
@testable import LegbriefCLI

/// A practice's own templates stand in front of the built-in ones, and are checked before any patient is read.
@Suite struct TemplateFolderTests {
  private func report(in folder: TestFolder, _ more: String...) -> Run {
    Run.run(
      ["report", "nobody.json", "--templates", "own", "--diagnostics", "json"] + more, files: Disk(root: folder.path))
  }

  @Test func aBrokenTemplateStopsTheRunBeforeARecordIsRead() throws {
    let folder = try TestFolder()
    folder.makeFolder("own")
    try folder.put("# {{titel}}\n{{#areas}}", at: "own/appointment.md.mustache")
    let run = report(in: folder, "--output", "out")
    #expect(run.status == .nothingStarted)
    #expect(Set(run.ids) == ["unknown-name", "unclosed-section", "missing-requirement"])
    #expect(run.error.contains(#""file": "own/appointment.md.mustache", "line": 1"#))
    #expect(!run.error.contains("nobody.json"))
    #expect(folder.names() == ["own"])
  }

  @Test func aFolderThatIsNotThereIsAnError() throws {
    let run = report(in: try TestFolder())
    #expect(run.status == .nothingStarted)
    #expect(run.ids == ["templates-unreadable"])
  }

  @Test func anUnknownTemplateIsAnError() throws {
    let folder = try TestFolder()
    folder.makeFolder("own")
    let run = report(in: folder, "--template", "letter")
    #expect(run.status == .nothingStarted)
    #expect(run.ids == ["unknown-template"])
  }

  @Test func anOwnStyleSheetIsUsedAndHashed() throws {
    let folder = try TestFolder()
    folder.makeFolder("own")
    try folder.put("abc", at: "own/page.css")
    try folder.put("not a template", at: "own/notes.txt")
    try folder.put(Repository.record(), at: "anna.json")
    let run = Run.legbrief(
      "report", "anna.json", "--templates", "own/", "--format", "html", "--output", "-", in: folder.path)
    #expect(run.status == .success)
    #expect(run.output.contains("<style>abc</style>"))
    // FIPS 180-4, the example of one block.
    #expect(run.output.contains("'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='"))
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
  ])
  func base64(plain: String, encoded: String) { #expect(Base64.text(Array(plain.utf8)) == encoded) }
}
