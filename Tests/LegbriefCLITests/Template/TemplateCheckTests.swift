import TestFolders
import Testing

@testable import FileAccess
@testable import LegbriefCLI

/// `legbrief template check`, and SARIF wherever diagnostics can be printed so.
@Suite struct TemplateCheckTests {
  private static let report = """
    # {{identifier}}

    {{#coverage}}{{.}} {{/coverage}}

    {{> red_flags}}

    Not asked: {{notAsked}}

    {{footer}}

    """

  private func own(_ files: (name: String, text: String)...) throws -> TestFolder {
    let folder = try TestFolder()
    folder.makeFolder("own")
    for file in files { try folder.put(file.text, at: "own/" + file.name) }
    return folder
  }

  @Test func theBuiltInTemplatesAreClean() {
    let run = Run.run(["template", "check"], files: Disk())
    #expect(run.status == .success)
    #expect(run.error.isEmpty)
    #expect(run.output.split(separator: "\n").count == 35)
    #expect(run.output.split(separator: "\n").allSatisfy { $0.hasPrefix("built-in ") && $0.hasSuffix(": no faults") })
  }

  @Test func everyFaultOfEveryTemplateInOneRun() throws {
    let folder = try own(
      ("visit.md.mustache", Self.report + "{{titel}}\n"), ("area.md.mustache", "{{#criteria}}\n{{nme}}\n"),
      ("page.html.mustache", "<p>{{footer}}</p>"))
    let run = Run.legbrief("template", "check", "own", "--diagnostics", "json", in: folder.path)
    #expect(run.status == .recordsFailed)
    for (file, id) in [
      ("visit.md", "unknown-name"), ("area.md", "unclosed-section"), ("area.md", "unknown-name"),
      ("page.html", "missing-requirement"),
    ] {
      #expect(
        run.error.split(separator: "\n").contains {
          $0.contains(#""id": "\#(id)""#) && $0.contains(#""file": "own/\#(file).mustache""#)
        }, "\(file) \(id)")
    }
    #expect(run.output.contains("own/visit.md.mustache: 1 error"))
    #expect(run.output.contains("built-in fired.md.mustache: no faults\n"))
  }

  @Test func warningsAloneAreNoFailure() throws {
    let folder = try own(("visit.md.mustache", Self.report))
    let run = Run.legbrief("template", "check", "own", in: folder.path)
    #expect(run.status == .success)
    #expect(run.output.contains("own/visit.md.mustache: 1 warning\n"))
    #expect(run.error.contains("warning: "))
  }

  @Test func aFileIsCheckedWithWhatBelongsToIt() throws {
    let folder = try own(
      ("visit.md.mustache", Self.report + "{{> mine}}"), ("mine.md.mustache", "{{nme}}\n"),
      ("other.md.mustache", "{{oops}}"), ("more.md.mustache", "{{#unclosed}}"))
    for file in ["own/visit.md.mustache", "own/mine.md.mustache", "./own/mine.md.mustache"] {
      let run = Run.legbrief("template", "check", file, in: folder.path)
      #expect(run.status == .recordsFailed, "\(file)")
      #expect(run.error.contains("mine.md.mustache:1:3: error: "), "\(file)")
      #expect(!run.error.contains("other.md.mustache") && !run.error.contains("more.md.mustache"), "\(file)")
      #expect(!run.output.contains("other"), "\(file)")
    }
    let both = Run.legbrief("template", "check", "own/visit.md.mustache", "own/other.md.mustache", in: folder.path)
    #expect(both.error.contains("\"oops\""))
  }

  @Test(arguments: [
    (["missing"], "templates-unreadable"), (["own/missing.md.mustache"], "template-unreadable"),
    (["empty"], "no-templates"), (["own/notes.txt"], "unknown-dialect"),
    (["own/notes.txt", "empty", "missing"], "unknown-dialect no-templates templates-unreadable"),
  ])
  func nothingToCheck(paths: [String], ids: String) throws {
    let folder = try own(("notes.txt", "x"))
    folder.makeFolder("empty")
    let run = Run.run(["template", "check"] + paths + ["--diagnostics", "json"], files: Disk(root: folder.path))
    #expect(run.status == .nothingStarted)
    #expect(run.ids == ids.split(separator: " ").map(String.init))
    #expect(run.output.isEmpty)
  }

  @Test func whatCanBeReadIsCheckedAllTheSame() throws {
    let folder = try own(("visit.md.mustache", Self.report))
    let run = Run.legbrief("template", "check", "own", "missing", "--diagnostics", "json", in: folder.path)
    #expect(run.status == .recordsFailed)
    #expect(run.ids.first == "templates-unreadable")
    #expect(run.output.contains("own/visit.md.mustache"))
  }

  @Test(arguments: ["own", "own/page.css"]) func theStyleSheetIsCheckedToo(path: String) throws {
    let folder = try own(("page.css", "body {}"))
    let fine = Run.legbrief("template", "check", path, in: folder.path)
    #expect(fine.status == .success)
    #expect(fine.output.hasSuffix("own/page.css: no faults\n"))
    try folder.put("</style>", at: "own/page.css")
    let bad = Run.legbrief("template", "check", path, in: folder.path)
    #expect(bad.status == .recordsFailed)
    #expect(bad.output.hasSuffix("own/page.css: 1 error\n"))
    #expect(bad.error.contains("own/page.css:1:1: error: "))
  }

  @Test func twoFilesOfOneNameAreNotMixed() throws {
    let folder = try own(("visit.md.mustache", Self.report))
    folder.makeFolder("older")
    try folder.put(Self.report, at: "older/visit.md.mustache")
    let run = Run.legbrief(
      "template", "check", "own/visit.md.mustache", "older/visit.md.mustache", "--diagnostics", "json", in: folder.path)
    #expect(run.status == .recordsFailed)
    #expect(run.ids.contains("template-twice"))
  }

  // MARK: SARIF

  @Test func sarifIsAllThatStandsOnStandardOutput() throws {
    let folder = try own(("visit.md.mustache", "😀{{titel}}\n" + Self.report))
    let run = Run.legbrief("template", "check", "own", "--diagnostics", "sarif", in: folder.path)
    #expect(run.status == .recordsFailed)
    #expect(run.output.hasPrefix("{\n  \"$schema\": "))
    #expect(run.output.hasSuffix("}\n"))
    #expect(run.output.contains(#""uri": "own/visit.md.mustache""#))
    #expect(run.output.contains(#""startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 10"#))
    #expect(run.error.contains("own/visit.md.mustache: 1 error"))
  }

  @Test func sarifIsADocumentAlsoWhenNothingStarts() throws {
    let folder = try TestFolder()
    for arguments in [
      ["template", "check", "missing"], ["check", "missing.json"], ["report", "missing.json", "--output", "no/where"],
      ["template", "new", "a", "--from", "nothing", "--output", "x"],
    ] {
      let run = Run.run(arguments + ["--diagnostics", "sarif"], files: Disk(root: folder.path))
      #expect(run.status == .nothingStarted, "\(arguments)")
      #expect(run.output.contains(#""level": "error""#), "\(arguments)")
      #expect(run.output.contains(#""version": "2.1.0""#), "\(arguments)")
    }
  }

  @Test func recordsHaveSarifToo() throws {
    let run = Run.run(
      ["check", "seeds/records/severity-11.json", "--diagnostics", "sarif"], files: Disk(root: Repository.root))
    #expect(run.status == .recordsFailed)
    #expect(run.output.contains(#""ruleId": "out-of-range""#))
    #expect(run.error == "seeds/records/severity-11.json: 1 error\n")
  }

  @Test(arguments: [
    ["explain", "a.json"], ["report", "a.json", "--format", "md", "--output", "-"],
    ["template", "diff", "builtin", "builtin", "--records", "x"],
  ])
  func sarifIsRefusedWhereStandardOutputIsTaken(arguments: [String]) {
    let run = Run.run(arguments + ["--diagnostics", "sarif"], files: Disk())
    #expect(run.status == .usage)
    #expect(run.error.contains("standard output"))
  }

  // MARK: report --template

  @Test(arguments: [
    ("apointment", "did you mean \"appointment\"?"),
    ("red_flag", "report templates: appointment, brief, note, patient, referral, triage"),
    ("aera", "report templates: appointment, brief, note, patient, referral, triage"),
  ])
  func onlyReportTemplatesAreSuggested(name: String, help: String) {
    let run = Run.run(["report", "nobody.json", "--template", name], files: Disk())
    #expect(run.status == .nothingStarted)
    #expect(run.error.contains("there is no report template \"\(name)\""))
    #expect(run.error.contains("help: \(help)\n"))
  }
}
