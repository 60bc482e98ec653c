import TestFolders
import Testing

@testable import FileAccess
@testable import LegbriefCLI

/// `report --since DAY` and `report --previous FILE`.
@Suite struct ChangesTests {
  private static func entry(_ date: String) -> String { #"{"entryDate": "\#(date)", "symptomKind": "swelling"}"# }

  private static let record = Repository.record(
    #""log": [\#(entry("2026-01-10")), {"entryDate": "2026-01-11", "dayCheckIn": "noSymptoms"}, \#(entry("2026-02-20")), \#(entry("2026-02-21"))]"#
  )

  private static func verdicts(
    of record: String = "anna", asOf: String = "2026-02-02",
    _ rules: String = #"{"rule": "rls.c2", "value": "met", "text": ""}"#, _ more: String = ""
  ) -> String {
    #"{"legbrief": 1, "record": "\#(record)", "asOf": "\#(asOf)", "verdicts": [\#(rules)]\#(more)}"#
  }

  private func folder(previous: String? = nil) throws -> TestFolder {
    let folder = try TestFolder()
    try folder.put(Self.record, at: "anna.json")
    if let previous { try folder.put(previous, at: "previous.json") }
    return folder
  }

  @Test func sinceShowsTheNumbersOfBothPeriods() throws {
    let folder = try folder()
    let run = Run.legbrief("report", "anna.json", "--since", "2026-02-02", "--format", "md", in: folder.path)
    #expect(run.status == .success)
    let report = try #require(folder.text("anna.md"))
    #expect(report.contains("## Changes since 2026-02-02"))
    #expect(report.contains("1 of 2 observed days (50 %), 1 entry"))
    #expect(report.contains("2 of 2 observed days (100 %), 2 entries"))
  }

  @Test func theVerdictsOfTheLastReportServeAsWell() throws {
    let folder = try folder()
    #expect(
      Run.legbrief("report", "anna.json", "--as-of", "2026-03-02", "--format", "json", in: folder.path).status
        == .success)
    let run = Run.legbrief(
      "report", "anna.json", "--previous", "anna.verdicts.json", "--format", "md", in: folder.path)
    #expect(run.status == .success)
    #expect(run.ids.isEmpty)
    #expect(folder.text("anna.md")?.contains("No change found in what was recorded in both periods.") == true)
  }

  @Test func withoutTheOptionsNothingPrints() throws {
    let folder = try folder()
    #expect(Run.legbrief("report", "anna.json", "--format", "md", in: folder.path).status == .success)
    #expect(folder.text("anna.md")?.contains("hanges since") == false)
  }

  @Test(arguments: [
    ["--since", "2026-02-02", "--previous", "previous.json"], ["--since", "02.02.2026"], ["--since", "2026-02-30"],
    ["--previous", ""], ["--since", "2026-02-02", "--format", "json"], ["--previous", "previous.json", "anna.json"],
  ])
  func theOptionsAreUsedOneWay(arguments: [String]) throws {
    let folder = try folder(previous: Self.verdicts())
    let run = Run.run(["report", "anna.json"] + arguments, files: Disk(root: folder.path))
    #expect(run.status == .usage)
    #expect(folder.names() == ["anna.json", "previous.json"])
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let id: String
    let previous: String?
    let arguments: [String]
    var testDescription: String { id }

    init(_ id: String, _ previous: String?, _ arguments: String...) {
      (self.id, self.previous, self.arguments) = (id, previous, arguments)
    }
  }

  static let refusals = [
    Refusal("since-after-report", nil, "--since", "2026-03-03"),
    Refusal("since-after-report", nil, "--since", "2026-02-02", "--as-of", "2026-02-01"),
    Refusal("previous-unreadable", nil, "--previous", "nobody.json"),
    Refusal("not-verdicts", record, "--previous", "previous.json"),
    Refusal("not-verdicts", "[]", "--previous", "previous.json"),
    Refusal("not-verdicts", #"{"legbrief": 1, "record": "sekret"}"#, "--previous", "previous.json"),
    Refusal("empty-file", "", "--previous", "previous.json"),
    Refusal("unclosed-string", #"{"legbrief": 1, "record": "sekret"#, "--previous", "previous.json"),
    Refusal("previous-of-another", verdicts(of: "sekret"), "--previous", "previous.json"),
    Refusal("previous-is-later", verdicts(asOf: "2026-03-03"), "--previous", "previous.json"),
  ]

  @Test(arguments: refusals) func isRefusedWithItsReasonAndWithoutAReport(refusal: Refusal) throws {
    // An as-of day before the last entry would be a fault of the record itself.
    let folder = try folder(previous: refusal.previous)
    if refusal.arguments.contains("--as-of") {
      try folder.put(Repository.record(#""log": [\#(Self.entry("2026-01-10"))]"#), at: "anna.json")
    }
    let before = folder.names()
    let run = Run.run(
      ["report", "anna.json", "--diagnostics", "json"] + refusal.arguments, files: Disk(root: folder.path))
    #expect(
      run.status
        == (refusal.id.hasPrefix("since") || refusal.id.hasPrefix("previous-") && refusal.id != "previous-unreadable"
          ? .recordsFailed : .nothingStarted))
    #expect(run.ids.contains(refusal.id), "\(run.error)")
    #expect(folder.names() == before)
    #expect(!run.error.contains("sekret"))
  }

  @Test func aFaultOfTheVerdictsHasItsPlace() throws {
    let folder = try folder(previous: "{\n  \"legbrief\": 1,\n  \"record\": 7\n}\n")
    let run = Run.legbrief("report", "anna.json", "--previous", "previous.json", in: folder.path)
    #expect(run.error.contains("previous.json:3:13: error: "), "\(run.error)")
  }

  @Test(arguments: [
    (
      "previous-rule-set",
      verdicts(#"{"rule": "rls.c2", "value": "met", "text": ""}"#, #", "period": {"ruleSet": "0.0"}"#)
    ),
    ("previous-unknown-rules", verdicts(#"{"rule": "gone.rule", "value": "met", "text": ""}"#)),
  ])
  func isWarnedOf(id: String, previous: String) throws {
    let folder = try folder(previous: previous)
    let run = Run.legbrief(
      "report", "anna.json", "--previous", "previous.json", "--diagnostics", "json", in: folder.path)
    #expect(run.status == .success)
    #expect(run.ids == [id])
    #expect(folder.names().contains("anna.md"))
  }

  @Test func aDayBeforeTheFirstEntryIsWarnedOf() throws {
    let folder = try folder()
    let run = Run.legbrief(
      "report", "anna.json", "--since", "2025-12-01", "--diagnostics", "json", in: folder.path)
    #expect(run.status == .success)
    #expect(run.ids == ["since-before-record"])
    #expect(folder.text("anna.md")?.contains("Nothing dated is on record up to 2025-12-01.") == true)
  }

  /// The next report would stand where the last one's verdicts stand.
  @Test func theEarlierVerdictsAreNeverOverwritten() throws {
    let folder = try folder(previous: nil)
    let previous = Self.verdicts()
    try folder.put(previous, at: "anna.verdicts.json")
    let run = Run.legbrief(
      "report", "anna.json", "--previous", "anna.verdicts.json", "--format", "md,json", in: folder.path)
    #expect(run.status == .recordsFailed)
    #expect(folder.text("anna.verdicts.json") == previous)
    #expect(folder.text("anna.md") == nil)
  }

  @Test func oneRefusedRecordStopsNoOther() throws {
    let folder = try folder()
    try folder.put(#"{"legbrief": 1, "person": {"reportDate": "2026-01-15"}}"#, at: "early.json")
    let run = Run.legbrief("report", "early.json", "anna.json", "--since", "2026-02-02", in: folder.path)
    #expect(run.status == .recordsFailed)
    #expect(folder.names().contains("anna.md"))
    #expect(!folder.names().contains("early.md"))
  }

  @Test func theSameInputMakesTheSameBytes() throws {
    let folder = try folder()
    func report() -> String? {
      _ = Run.legbrief("report", "anna.json", "--since", "2026-02-02", in: folder.path)
      return folder.text("anna.html")
    }
    let first = report()
    #expect(first != nil)
    #expect(report() == first)
  }
}

/// A report that was compared says with what, and is verified with it.
@Suite struct ChangesProvenanceTests {
  private func folder() throws -> TestFolder {
    let folder = try TestFolder()
    try folder.put(
      Repository.record(#""log": [{"entryDate": "2026-01-10", "symptomKind": "swelling"}]"#), at: "anna.json")
    return folder
  }

  @Test(arguments: ["anna.md", "anna.html"]) func aReportSinceADayIsVerified(report: String) throws {
    let folder = try folder()
    #expect(Run.legbrief("report", "anna.json", "--since", "2026-02-02", in: folder.path).status == .success)
    let run = Run.legbrief("verify", report, "anna.json", in: folder.path)
    #expect(run.status == .success, "\(run.output)\(run.error)")
  }

  @Test func aReportComparedWithVerdictsNeedsThemAgain() throws {
    let folder = try folder()
    #expect(
      Run.legbrief("report", "anna.json", "--format", "json", "--output", "old", in: folder.path).status == .success)
    let previous = ["--previous", "old/anna.verdicts.json"]
    #expect(Run.run(["report", "anna.json"] + previous, files: Disk(root: folder.path)).status == .success)
    #expect(
      Run.run(["verify", "anna.html", "anna.json"] + previous, files: Disk(root: folder.path)).status == .success)
    let without = Run.legbrief("verify", "anna.html", "anna.json", in: folder.path)
    #expect(without.status == .nothingStarted)
    #expect(without.error.contains("--previous"))
    try folder.put((folder.text("old/anna.verdicts.json") ?? "") + "\n", at: "old/anna.verdicts.json")
    let other = Run.run(["verify", "anna.html", "anna.json"] + previous, files: Disk(root: folder.path))
    #expect(other.status == .recordsFailed)
  }
}
