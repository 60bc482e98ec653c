import TestFolders
import Testing

@testable import FileAccess
@testable import LegbriefCLI

/// `legbrief template diff`.
@Suite struct TemplateDiffTests {
  /// Two records, one of them deeper, and what a report run leaves beside them.
  private func folder() throws -> TestFolder {
    let folder = try TestFolder()
    for name in ["records", "records/b", "own"] { folder.makeFolder(name) }
    try folder.put(Repository.bytes("Examples/swollen-calf-oral-hrt/record.json"), at: "records/b/record.json")
    try folder.put(Repository.record(), at: "records/anna.json")
    try folder.put("{}", at: "records/anna.verdicts.json")
    try folder.put("{}", at: "records/b/verdicts.json")
    try folder.put("not a record", at: "records/notes.txt")
    return folder
  }

  private func put(_ name: String, replacing old: String, by new: String, in folder: TestFolder) throws {
    let parts = try Repository.text("Templates/\(name)").split(separator: old, omittingEmptySubsequences: false)
    try #require(parts.count > 1)
    try folder.put(parts.joined(separator: new), at: "own/\(name)")
  }

  private func diff(_ arguments: String..., in folder: TestFolder) -> Run {
    Run.run(["template", "diff"] + arguments + ["--records", "records"], files: Disk(root: folder.path))
  }

  @Test func theSameTemplatesChangeNothing() throws {
    let run = diff("builtin", "appointment", in: try folder())
    #expect(run.status == .success)
    #expect(run.output == "None of 2 reports changes.\n")
    #expect(run.error.isEmpty)
  }

  @Test func whatChangesIsCountedAndShownBySection() throws {
    let folder = try folder()
    try put("red_flags.md.mustache", replacing: "Weighs more with", by: "Heavier with", in: folder)
    let run = diff("builtin", "own", "--template", "appointment", in: folder)
    #expect(run.status == .success)
    #expect(run.output.hasPrefix("1 of 2 reports changes.\n\nsection    reports\nRed flags  1\n"), "\(run.output)")
    #expect(run.output.contains("Red flags: records/b/record.json\n"))
    #expect(run.output.contains("Heavier"))
    let full = diff("builtin", "own", "--full", "--template", "appointment", in: folder).output
    #expect(full.contains("Weighs"))
    #expect(full.contains("Heavier"))
  }

  @Test func aLongChangeIsCapped() throws {
    let folder = try folder()
    try put("appendix.md.mustache", replacing: "- {{.}}\n{{/moreToAsk}}", by: "* {{.}}\n{{/moreToAsk}}", in: folder)
    let short = diff("builtin", "own", in: folder).output
    #expect(short.contains("2 of 2 reports change.\n"))
    #expect(short.contains("Appendix › Further questions: records/anna.json\n"))
    #expect(short.contains("    … "))
    #expect(short.contains(" more lines\n"))
    #expect(!short.contains("Appendix › Further questions: records/b/record.json"))
    let full = diff("builtin", "own", "--full", in: folder).output
    #expect(!full.contains("more lines"))
    #expect(full.contains("Appendix › Further questions: records/b/record.json\n"))
  }

  @Test func aFileIsComparedWithItsNeighbours() throws {
    let folder = try folder()
    try put("appointment.md.mustache", replacing: "{{> continued}}", by: "{{> mine}}", in: folder)
    try folder.put("none shown\n", at: "own/mine.md.mustache")
    try folder.put("{{broken", at: "own/other.md.mustache")
    let run = diff("appointment", "own/appointment.md.mustache", in: folder)
    #expect(run.status == .success, "\(run.error)")
    #expect(run.output.contains("  + none shown"))
  }

  @Test func thePageIsComparedByItsText() throws {
    let folder = try folder()
    try folder.put("body {}", at: "own/page.css")
    let run = diff("builtin", "own", "--template", "appointment", in: folder)
    #expect(run.output.hasPrefix("None of 2 reports changes.\nThe page around the reports"))
  }

  @Test func aBadRecordIsToldAndDoesNotStopTheOthers() throws {
    let folder = try folder()
    try folder.put("{", at: "records/b/bad.json")
    let run = diff("builtin", "builtin", "--diagnostics", "json", "--template", "appointment", in: folder)
    #expect(run.status == .recordsFailed)
    #expect(run.output == "None of 2 reports changes.\n1 record could not be read.\n")
    #expect(run.error.contains("records/b/bad.json"))
  }

  @Test(arguments: [
    ("builtin", "bultin", "unknown-template"), ("apointment", "builtin", "unknown-template"),
    ("builtin", "area", "unknown-template"), ("builtin", "missing/x", "templates-unreadable"),
    ("empty", "builtin", "no-templates"), ("builtin", "broken", "unclosed-tag"),
    ("builtin", "records/notes.txt", "unknown-dialect"),
  ])
  func aSideThatCannotBeUsed(old: String, new: String, id: String) throws {
    let folder = try folder()
    folder.makeFolder("empty")
    folder.makeFolder("broken")
    try folder.put("{{footer", at: "broken/appointment.md.mustache")
    let run = diff(old, new, "--diagnostics", "json", in: folder)
    #expect(run.status == .nothingStarted)
    #expect(run.ids.contains(id))
    #expect(run.output.isEmpty)
  }

  @Test func theFaultsOfBothSidesComeInOneRun() throws {
    let folder = try folder()
    folder.makeFolder("broken")
    try folder.put("{{titel}}", at: "broken/appointment.md.mustache")
    try folder.put("{{fotter}}", at: "own/appointment.md.mustache")
    let run = diff("broken", "own", in: folder)
    #expect(run.status == .nothingStarted)
    #expect(run.error.contains("\"titel\"") && run.error.contains("\"fotter\""))
  }

  @Test(arguments: [("empty", "no-records"), ("missing", "records-unreadable")])
  func noRecords(place: String, id: String) throws {
    let folder = try TestFolder()
    folder.makeFolder("empty")
    let run = Run.legbrief(
      "template", "diff", "builtin", "builtin", "--records", place, "--diagnostics", "json", in: folder.path)
    #expect(run.status == .nothingStarted)
    #expect(run.ids == [id])
  }

  @Test func aLinkBackDoesNotLoop() throws {
    let folder = try folder()
    let files = Looping(disk: Disk(root: folder.path))
    let run = Run.run(
      ["template", "diff", "builtin", "builtin", "--records", "records", "--template", "appointment"], files: files)
    #expect(run.output == "None of 2 reports changes.\n")
  }

  // MARK: which templates are compared

  private static let own = """
    # {{identifier}}

    {{#coverage}}{{.}}{{/coverage}}

    {{> red_flags}}

    Not asked: {{notAsked}}

    {{footer}}

    """

  /// A report of the user's own has no counterpart among the built-in ones: that is told, with what to do.
  @Test func aReportThatOneSideHasIsNamed() throws {
    let folder = try folder()
    try folder.put(Self.own, at: "own/visit.md.mustache")
    let run = diff("builtin", "own", in: folder)
    #expect(run.status == .success)
    #expect(run.output.hasPrefix("appointment: None of 2 reports changes.\nbrief: None of 2 reports changes.\n"))
    #expect(
      run.output.hasSuffix(
        """
        Not compared: visit (only in own). Compare it with the one that it was copied from:
          legbrief template diff appointment own/visit.md.mustache --records records

        """))
    let back = diff("own", "builtin", in: folder)
    #expect(back.output.hasSuffix("  legbrief template diff own/visit.md.mustache appointment --records records\n"))
    let asTold = diff("appointment", "own/visit.md.mustache", in: folder)
    #expect(asTold.output.hasPrefix("2 of 2 reports change.\n"))
  }

  @Test func everyReportOfBothSidesIsCompared() throws {
    let folder = try folder()
    folder.makeFolder("new")
    for place in ["own", "new"] { try folder.put(Self.own, at: "\(place)/visit.md.mustache") }
    try folder.put(Self.own + "more\n", at: "new/visit.md.mustache")
    try folder.put(Self.own, at: "new/letter.md.mustache")
    let run = diff("own", "new", in: folder)
    #expect(run.status == .success)
    #expect(run.error.isEmpty, "\(run.error)")
    #expect(run.output.hasPrefix("appointment: None of 2 reports changes.\n"))
    #expect(
      run.output.contains(
        """
        visit: 2 of 2 reports change.
        Not compared: letter (only in new). Compare it with the one that it was copied from:
          legbrief template diff own new/letter.md.mustache --records records

        section of visit   reports
        Top of the report  2

        visit, Top of the report: records/anna.json

        """), "\(run.output)")
    let asTold = diff("own", "new/letter.md.mustache", in: folder)
    #expect(asTold.output.hasPrefix("appointment is compared with letter.\n2 of 2 reports change.\n"))
  }

  @Test func aReportOfTheFolderCanBeAskedFor() throws {
    let folder = try folder()
    folder.makeFolder("new")
    for place in ["own", "new"] { try folder.put(Self.own, at: "\(place)/visit.md.mustache") }
    #expect(diff("own", "new", "--template", "visit", in: folder).output == "None of 2 reports changes.\n")
    let shipped = diff("builtin", "own", "--template", "visit", in: folder)
    #expect(shipped.status == .success)
    #expect(shipped.output.hasPrefix("appointment is compared with visit.\n2 of 2 reports change.\n"))
    let none = diff("own", "new", "--template", "visti", in: folder)
    #expect(none.status == .nothingStarted)
    #expect(none.error.contains("help: did you mean \"visit\"?"))
  }

  @Test func aPartialSaysWhichReportsUseIt() throws {
    let folder = try folder()
    try folder.put(Self.own + "{{> _frame}}\n", at: "own/visit.md.mustache")
    try folder.put("more\n", at: "own/_frame.md.mustache")
    try folder.put("nobody's\n", at: "own/_loose.md.mustache")
    try put("red_flags.md.mustache", replacing: "Weighs more with", by: "Heavier with", in: folder)
    let both = diff("builtin", "own/red_flags.md.mustache", in: folder)
    #expect(
      both.output.hasPrefix(
        "own/red_flags.md.mustache is used by appointment, brief, referral and visit.\nappointment: 1 of 2 reports changes.\n"
      ))
    #expect(both.output.contains("Not compared: visit (only in own)."))
    let one = diff("builtin", "own/_frame.md.mustache", in: folder)
    #expect(one.status == .nothingStarted)
    #expect(one.output.hasPrefix("own/_frame.md.mustache is used by visit.\nNot compared: visit (only in own)."))
    #expect(one.error.contains("[nothing-compared]"))
    let none = diff("builtin", "own/_loose.md.mustache", in: folder)
    #expect(none.status == .nothingStarted)
    #expect(none.error.contains("no report template uses own/_loose.md.mustache"))
    #expect(none.output.isEmpty)
  }

  @Test(arguments: [1, 2]) func onlyBadRecords(count: Int) throws {
    let folder = try TestFolder()
    folder.makeFolder("records")
    for number in 0..<count { try folder.put("{", at: "records/\(number).json") }
    let run = diff("builtin", "builtin", in: folder)
    #expect(run.status == .nothingStarted)
    #expect(run.output.isEmpty)
    let words = ["the only record could not be read", "none of 2 records could be read"][count - 1]
    #expect(run.error.contains("nothing was compared: \(words) [nothing-compared]"), "\(run.error)")
  }

  @Test func theHelpSaysHowItEnds() {
    #expect(Run.run(["template", "diff", "--help"], files: Disk()).output.contains("EXIT CODES"))
  }

  /// What a patient wrote goes to standard output alone, and cannot move the cursor there.
  @Test func theTextOfAPatientStaysOnStandardOutput() throws {
    let folder = try folder()
    try folder.put(
      #"{"legbrief": 1, "person": {"reportDate": "2026-03-02", "mainConcern": "Zebra \u202e text"}}"#,
      at: "records/anna.json")
    try put("section_words.md.mustache", replacing: "> “{{concern}}”", by: "> says: {{concern}}", in: folder)
    let run = diff("builtin", "own", in: folder)
    #expect(run.output.contains("Zebra"), "\(run.output) \(run.error)")
    #expect(!run.error.contains("Zebra"))
    #expect(!run.output.unicodeScalars.contains("\u{202E}"))
  }

  /// A folder that holds itself.
  private struct Looping: FileSystem {
    let disk: Disk

    func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] { try disk.read(path, limit: limit) }
    func fileNames(in folder: String) throws(FileError) -> [String] { try disk.fileNames(in: plain(folder)) }
    func otherNames(in folder: String) throws(FileError) -> [String] { try disk.otherNames(in: plain(folder)) }
    func folderNames(in folder: String) throws(FileError) -> [String] {
      try disk.folderNames(in: plain(folder)) + ["back"]
    }
    func prepare(folder: String) throws(FileError) { try disk.prepare(folder: folder) }
    func replace(_ files: [OutputFile]) throws(FileError) { try disk.replace(files) }
    func create(_ files: [OutputFile]) throws(FileError) { try disk.create(files) }
    func identity(of path: String) -> FileIdentity? { disk.identity(of: plain(path)) }

    private func plain(_ path: String) -> String {
      path.split(separator: "/").filter { $0 != "back" }.joined(separator: "/")
    }
  }
}
