import Glibc
import TestFolders
import Testing

@testable import FileAccess
@testable import LegbriefCLI

/// `legbrief template list`, `show`, `new` and `fields`.
@Suite struct TemplateCommandTests {
  // MARK: list

  @Test func listShowsTheBuiltInTemplates() {
    let run = Run.run(["template", "list"], files: Disk())
    #expect(run.status == .success)
    #expect(run.error.isEmpty)
    let rows = run.output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(rows.first == "name writes kind included by from")
    for row in [
      "appendix Markdown partial appointment built in", "appointment Markdown report built in",
      "brief Markdown report built in", "page_one Markdown partial appointment, brief built in",
      "figure_calendar HTML figure built in", "note plain text report built in", "page HTML page built in",
      "page.css CSS style sheet of the page built in", "patient Markdown report built in",
      "referral Markdown report built in", "triage plain text report built in",
    ] {
      #expect(rows.contains(row), "\(row)")
    }
  }

  @Test func listSaysWhatAFolderReplacesAndAdds() throws {
    let folder = try TestFolder()
    folder.makeFolder("own")
    try folder.put("x", at: "own/area.md.mustache")
    try folder.put("{{> area}}", at: "own/visit.md.mustache")
    try folder.put("x", at: "own/_old.md.mustache")
    try folder.put("x", at: "own/odd.mustache")
    let run = Run.legbrief("template", "list", "--templates", "own", in: folder.path)
    #expect(run.status == .success)
    let rows = run.output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(rows.contains("area Markdown partial appointment, visit own/area.md.mustache (replaces the built-in one)"))
    #expect(rows.contains("visit Markdown report own/visit.md.mustache"))
    #expect(rows.contains("_old Markdown unused own/_old.md.mustache"))
    #expect(rows.contains("odd.mustache ? unused own/odd.mustache"))
  }

  @Test(arguments: ["list", "show area"]) func anUnreadableFolderIsAnError(command: String) throws {
    let folder = try TestFolder()
    try folder.put("x", at: "file")
    for place in ["missing", "file"] {
      let arguments = ["template"] + command.split(separator: " ").map(String.init) + ["--templates", place]
      let run = Run.run(arguments, files: Disk(root: folder.path))
      #expect(run.status == .nothingStarted)
      #expect(run.output.isEmpty)
      #expect(run.error.contains("cannot read the templates in \(place)"))
      #expect(run.error.contains("help: "))
    }
  }

  // MARK: show

  @Test(arguments: ["red_flags", "red_flags.md.mustache"]) func showPrintsTheTextByteForByte(name: String) throws {
    let run = Run.run(["template", "show", name], files: Disk())
    #expect(run.status == .success)
    #expect(run.output == (try Repository.text("Templates/red_flags.md.mustache")))
  }

  @Test func showPrintsTheUsersOwn() throws {
    let folder = try TestFolder()
    folder.makeFolder("own")
    try folder.put("mine", at: "own/area.md.mustache")
    #expect(Run.legbrief("template", "show", "area", "--templates", "own", in: folder.path).output == "mine")
    #expect(Run.legbrief("template", "show", "area", in: folder.path).output != "mine")
  }

  @Test(arguments: [
    ("apointment", "did you mean \"appointment\"?"), ("red-flags", "did you mean \"red_flags\"?"),
    ("xyzxyz", "\"legbrief template list\" shows all of them"), ("../area", "did you mean \"area\"?"),
    ("a\u{1B}[2Jb", "template list"),
  ])
  func aNameThatIsNotThere(name: String, help: String) {
    let run = Run.run(["template", "show", name], files: Disk())
    #expect(run.status == .nothingStarted)
    #expect(run.output.isEmpty)
    #expect(run.error.contains("[unknown-template]"))
    #expect(run.error.contains(help))
    #expect(!run.error.unicodeScalars.contains("\u{1B}"))
  }

  // MARK: new

  @Test func newSaysWhatItWroteAndWhatComesNext() throws {
    let folder = try TestFolder()
    let run = Run.legbrief(
      "template", "new", "visit", "--from", "appointment", "--output", "our practice", in: folder.path)
    #expect(run.status == .success)
    #expect(
      run.output == """
        wrote our practice/visit.md.mustache

        It uses the partials appendix, area, continued, figure_body, figure_calendar, figure_hours, figure_results, figure_timeline, figures_more, figures_numbers, figures_page1, fired, letterhead, page_one, provenance, red_flags, section_changes, section_figures, section_fired, section_overview, section_to_ask, section_to_test, section_words. They stay as they are; to change one, copy it too:
          legbrief template new appendix --from appendix --output 'our practice'

        Next:
          legbrief template check 'our practice'
          legbrief report anna.json --templates 'our practice' --template visit

        """)
    #expect(folder.names(in: "our practice") == ["visit.md.mustache"])
    let text = try #require(folder.text("our practice/visit.md.mustache"))
    #expect(text.hasPrefix("{{! visit: a copy of the template \"appointment\" that ships with Legbrief 0.1.0."))
    #expect(text.hasSuffix(try Repository.text("Templates/appointment.md.mustache")))
  }

  /// A copy checks clean and makes the same report until it is changed.
  @Test(arguments: [[], ["--with-partials"]]) func aCopyMakesTheSameReport(flags: [String]) throws {
    let folder = try TestFolder()
    let made = Run.run(
      ["template", "new", "visit", "--from", "appointment", "--output", "own"] + flags, files: Disk(root: folder.path))
    #expect(made.status == .success)
    #expect(folder.names(in: "own").count == (flags.isEmpty ? 1 : 24))
    #expect(Run.legbrief("template", "check", "own", in: folder.path).status == .success)
    try folder.put(Repository.bytes("Examples/swollen-calf-oral-hrt/record.json"), at: "anna.json")
    let arguments = ["report", "anna.json", "--as-of", "2026-03-02", "--format", "md", "--output", "-"]
    let copy = Run.run(arguments + ["--templates", "own", "--template", "visit"], files: Disk(root: folder.path))
    #expect(copy.status == .success, "\(copy.error)")
    // The provenance names the template.
    func report(_ output: String) -> Substring {
      output[..<(output.ranges(of: "### Provenance").first?.lowerBound ?? output.endIndex)]
    }
    #expect(report(copy.output) == report(Run.run(arguments, files: Disk(root: folder.path)).output))
  }

  @Test func nothingIsOverwritten() throws {
    let folder = try TestFolder()
    folder.makeFolder("own")
    try folder.put("mine", at: "own/visit.md.mustache")
    let run = Run.legbrief(
      "template", "new", "visit", "--from", "appointment", "--output", "own", "--with-partials", "--diagnostics",
      "json",
      in: folder.path)
    #expect(run.status == .nothingStarted)
    #expect(run.ids == ["file-exists"])
    #expect(run.error.contains("choose another name"))
    #expect(folder.text("own/visit.md.mustache") == "mine")
    #expect(folder.names(in: "own") == ["visit.md.mustache"])
  }

  @Test func partialsThatAreThereStay() throws {
    let folder = try TestFolder()
    folder.makeFolder("own")
    try folder.put("mine", at: "own/area.md.mustache")
    let run = Run.legbrief(
      "template", "new", "visit", "--from", "appointment", "--output", "own/", "--with-partials", in: folder.path)
    #expect(run.status == .success)
    #expect(run.output.contains("kept own/area.md.mustache, which was there already\n"))
    #expect(folder.text("own/area.md.mustache") == "mine")
    #expect(folder.names(in: "own").count == 24)
  }

  /// Two programs at once: the second finds the name taken although it was free when it looked.
  @Test func whoeverIsQuickerKeepsTheName() throws {
    let folder = try TestFolder()
    try folder.put("quicker", at: "b")
    let disk = Disk(root: folder.path)
    #expect(throws: FileError(.create, "b", code: EEXIST)) {
      try disk.create([OutputFile(path: "a", bytes: [1]), OutputFile(path: "b", bytes: [2])])
    }
    #expect(folder.names() == ["b"])
    #expect(folder.text("b") == "quicker")
  }

  @Test(arguments: [
    ("visit", "apointment", "own", "unknown-template"), ("visit", "page.css", "own", "unknown-template"),
    ("area", "appointment", "own", "name-taken"), ("letter", "page", "own", "name-taken"),
    ("visit2", "red_flags", "own", "partial-name"),
    ("visit", "appointment", "missing/own", "output-folder"), ("visit", "appointment", "file", "output-folder"),
  ])
  func whatCannotBeCopied(name: String, from: String, output: String, id: String) throws {
    let folder = try TestFolder()
    try folder.put("x", at: "file")
    let run = Run.legbrief(
      "template", "new", name, "--from", from, "--output", output, "--diagnostics", "json", in: folder.path)
    #expect(run.status == .nothingStarted)
    #expect(run.ids == [id])
    #expect(run.error.contains(#""remedy": "#))
    #expect(run.output.isEmpty)
    #expect(folder.names() == ["file"])
  }

  @Test(arguments: [
    "a/b", "../visit", "visit.md.mustache", "my visit", "", "é", "a\u{1B}b", "}}", String(repeating: "a", count: 81),
  ])
  func aNameThatCannotBeOne(name: String) throws {
    let run = Run.run(["template", "new", name, "--from", "appointment", "--output", "own"], files: Disk())
    #expect(run.status == .usage)
    #expect(run.output.isEmpty)
    #expect(!run.error.unicodeScalars.contains("\u{1B}"))
  }

  /// A copy of a part that is called like a report would be checked as one, and refused for all that a report must hold.
  @Test func aCopyOfAPartialSaysThatItIsOne() throws {
    let folder = try TestFolder()
    let run = Run.legbrief("template", "new", "short", "--from", "area", "--output", "own", in: folder.path)
    #expect(run.error.contains("help: legbrief template new _short --from area --output own\n"))
    _ = Run.legbrief("template", "new", "_short", "--from", "area", "--output", "own", in: folder.path)
    let again = Run.legbrief(
      "template", "new", "shorter", "--from", "_short", "--templates", "own", "--output", "own", in: folder.path)
    #expect(again.error.contains("[partial-name]"))
    #expect(folder.names(in: "own") == ["_short.md.mustache"])
    let frame = Run.legbrief("template", "new", "_frame", "--from", "appointment", "--output", "own", in: folder.path)
    #expect(frame.output.hasSuffix("write {{> _frame}} where a template shall include it\n"))
  }

  @Test func aPartialAndThePageCanBeReplaced() throws {
    let folder = try TestFolder()
    let partial = Run.legbrief("template", "new", "area", "--from", "area", "--output", "own", in: folder.path)
    #expect(partial.output.contains("  legbrief report anna.json --templates own\n"))
    let page = Run.legbrief("template", "new", "page", "--from", "page", "--output", "own", in: folder.path)
    #expect(page.output.contains("--format html"))
    let other = Run.legbrief("template", "new", "_area_short", "--from", "area", "--output", "own", in: folder.path)
    #expect(other.output.contains("write {{> _area_short}} where"))
    #expect(folder.names(in: "own") == ["_area_short.md.mustache", "area.md.mustache", "page.html.mustache"])
    #expect(Run.legbrief("template", "check", "own", in: folder.path).status == .success)
  }

  // MARK: fields

  @Test func fieldsArePrintedInThreeForms() throws {
    let page = Run.run(["template", "fields", "--format", "markdown"], files: Disk())
    #expect(page.status == .success)
    #expect(page.output == (try Repository.text("Examples/template-fields.md")))
    let text = Run.run(["template", "fields"], files: Disk()).output
    #expect(
      text.hasPrefix(
        "Report templates (NAME.md.mustache, NAME.txt.mustache)\n\nKnown everywhere:\n  identifier             text: The pseudonymous"
      ))
    #expect(text.contains("\nInside {{#areas}}{{#criteria}}:\n"))
    let json = Run.run(["template", "fields", "--format", "json"], files: Disk()).output
    #expect(json.hasPrefix("[\n  {"))
    #expect(json.contains(#""scope": ["areas", "criteria"]"#))
    #expect(Run.run(["template", "fields", "--format", "yaml"], files: Disk()).status == .usage)
  }

  @Test func theGroupAloneShowsItsHelp() {
    let run = Run.run(["template"], files: Disk())
    #expect(run.status == .success)
    #expect(run.output.contains("SUBCOMMANDS"))
    for name in ["list", "show", "new", "check", "fields", "diff"] {
      let help = Run.run(["template", name, "--help"], files: Disk()).output
      #expect(help.contains("EXAMPLES"), "\(name)")
    }
  }
}
