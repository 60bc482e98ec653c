import TestFolders
import Testing

@testable import FileAccess
@testable import LegbriefCLI

/// The commands beside `report`, and what the parser says by itself.
@Suite struct CommandTests {
  private static let example = "Examples/restless-legs-low-ferritin/record.json"

  private func legbrief(_ arguments: String...) -> Run { Run.run(arguments, files: Disk(root: Repository.root)) }

  @Test func helpVersionAndCompletionGoToStandardOutput() {
    for arguments in [
      ["--help"], ["help", "report"], ["report", "--help"], ["--version"], ["--generate-completion-script", "bash"],
    ] {
      let run = Run.run(arguments, files: Disk())
      #expect(run.status == .success, "\(arguments)")
      #expect(!run.output.isEmpty)
      #expect(run.error.isEmpty)
    }
    #expect(legbrief("--version").output == "0.1.0\n")
    #expect(legbrief("report", "--help").output.contains("EXAMPLES"))
  }

  @Test(arguments: [
    ["report"], ["repot", "a.json"], ["report", "a.json", "--format", "pdf"], ["report", "a.json", "--format", "md,"],
    ["report", "a.json", "--as-of", "2025-02-30"], ["report", "a.json", "--template", "../x"],
    ["explain", "a.json", "rls.c44"], ["explain", "a.json", "rls.c4", "--stage", "model"], ["check", "--frmat"],
  ]) func wrongUsageIs64(arguments: [String]) {
    let run = Run.run(arguments, files: Disk())
    #expect(run.status == .usage)
    #expect(run.output.isEmpty)
    #expect(run.error.contains("Usage: legbrief"))
  }

  @Test func checkSaysWhatItFound() {
    let run = legbrief(
      "check", "seeds/records/minimal.json", "seeds/records/severity-11.json",
      "seeds/records/right-to-left-override.json")
    #expect(run.status == .recordsFailed)
    #expect(
      run.output == """
        seeds/records/minimal.json: no faults
        seeds/records/severity-11.json: 1 error
        seeds/records/right-to-left-override.json: 1 warning

        """)
    #expect(run.error.contains("[out-of-range]"))
    #expect(legbrief("check", "nobody.json").status == .nothingStarted)
  }

  @Test func explainListsEveryRuleOnce() {
    let run = legbrief("explain", Self.example)
    #expect(run.status == .success)
    #expect(run.output.contains("\nrls.c4  "))
    let ids = run.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(Set(ids).count == ids.count)
  }

  @Test func explainShowsTheTreeWithPlacesAndSources() {
    let run = legbrief("explain", Self.example, "rls.c4")
    #expect(run.status == .success)
    #expect(run.output.hasPrefix("rls.c4  "))
    #expect(
      run.output.contains(
        "“Is it worse in the evening or at night than when you rest in the morning?” (qEveningWorse) is yes"))
    #expect(run.output.contains("record.json:"))
    #expect(run.output.contains("\nsource  allen2014: "))
    #expect(legbrief("explain", Self.example, "rls.c44").error.contains("did you mean"))
  }

  @Test(arguments: ["record", "verdicts", "model"]) func explainPrintsALayer(stage: String) {
    let run = legbrief("explain", Self.example, "--stage", stage)
    #expect(run.status == .success)
    #expect(run.output.count > 1000)
  }

  @Test func textOfAPatientCannotTurnTheLineRound() throws {
    let folder = try TestFolder()
    try folder.put(
      Repository.record(
        #""log": [{"entryDate": "2026-02-01", "symptomKind": "jointPain", "freeText": "a\u202eb"}]"#),
      at: "record.json")
    for stage in ["record", "model"] {
      let run = Run.legbrief("explain", "record.json", "--stage", stage, in: folder.path)
      #expect(run.status == .success)
      #expect(!run.output.unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test func fieldsListsTheDictionary() {
    #expect(legbrief("fields").output.hasPrefix("# Fields"))
    #expect(legbrief("fields", "--json-schema").output.contains("json-schema.org"))
  }

  /// `--as-of` is the only clock: the same record, another day.
  @Test func theDayIsTheReaders() {
    let run = legbrief("explain", Self.example, "--stage", "record", "--as-of", "2026-03-09")
    #expect(run.output.contains("as of 2026-03-09"))
  }
}
