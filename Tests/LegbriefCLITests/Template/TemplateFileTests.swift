import Glibc
import TestFolders
import Testing

@testable import FileAccess
@testable import LegbriefCLI

/// What is called like a template and cannot be read is told, never left out: another template would be used without a word.
@Suite struct TemplateFileTests {
  private func folder(_ kind: String) throws -> TestFolder {
    let folder = try TestFolder()
    folder.makeFolder("own")
    try folder.put("", at: "own/_note.md.mustache")
    let path = "\(folder.path)/own/red_flags.md.mustache"
    switch kind {
    case "dangling": try #require(symlink("gone", path) == 0)
    case "looping": try #require(symlink("red_flags.md.mustache", path) == 0)
    case "folder": folder.makeFolder("own/red_flags.md.mustache")
    case "pipe": try #require(mkfifo(path, 0o600) == 0)
    default: Issue.record("\(kind)")
    }
    return folder
  }

  private static let kinds = [
    ("dangling", "no such file or folder", "check the spelling; a link must lead to a file that exists"),
    ("looping", "the link leads back to itself", "remove the link"),
    ("folder", "it is a folder", "give the folder a name that does not end like a template's"),
    ("pipe", "it is not a file", "check that the file can be opened"),
  ]

  @Test(arguments: kinds) func isToldByEveryCommand(kind: String, reason: String, help: String) throws {
    let folder = try folder(kind)
    try folder.put(Repository.record(), at: "anna.json")
    for (arguments, status) in [
      (["template", "check", "own"], RunStatus.recordsFailed),
      (["template", "check", "own/_note.md.mustache"], .recordsFailed),
      (["template", "list", "--templates", "own"], .nothingStarted),
      (["template", "diff", "builtin", "own", "--records", "anna.json"], .nothingStarted),
      (["report", "anna.json", "--templates", "own"], .nothingStarted),
    ] {
      let run = Run.run(arguments, files: Disk(root: folder.path))
      #expect(run.status == status, "\(arguments)")
      #expect(
        run.error.contains("cannot read the template own/red_flags.md.mustache: \(reason) [template-unreadable]"),
        "\(arguments) \(run.error)")
      #expect(run.error.contains("help: \(help)"), "\(arguments)")
    }
  }

  @Test func theOthersAreCheckedAllTheSame() throws {
    let folder = try folder("dangling")
    try folder.put("{{titel}}", at: "own/visit.md.mustache")
    let run = Run.legbrief("template", "check", "own", "--diagnostics", "json", in: folder.path)
    #expect(run.ids.contains("template-unreadable") && run.ids.contains("unknown-name"))
  }

  /// A link to a template is one, and what editors leave beside it is none.
  @Test func linksAndEditorsFiles() throws {
    let folder = try TestFolder()
    folder.makeFolder("own")
    try folder.put("mine: {{title}}", at: "area")
    try #require(symlink("../area", "\(folder.path)/own/area.md.mustache") == 0)
    try #require(symlink("anna@desk.12", "\(folder.path)/own/.#area.md.mustache") == 0)
    try folder.put("x", at: "own/._area.md.mustache")
    #expect(Run.legbrief("template", "show", "area", "--templates", "own", in: folder.path).output == "mine: {{title}}")
    #expect(Run.legbrief("template", "check", "own", in: folder.path).error.isEmpty)
  }

  @Test func aFileThatIsNotThereIsNoFolder() throws {
    let run = Run.legbrief("template", "check", "visit.md.mustache", in: try TestFolder().path)
    #expect(run.status == .nothingStarted)
    #expect(run.error.contains("cannot read the template visit.md.mustache: no such file or folder"))
    #expect(!run.error.contains("name a folder"))
  }
}
