import Testing

@testable import FileAccess
@testable import LegbriefCLI

/// `explain --ask-next`, `--sensitivity`, several rules at once and the JSON form.
@Suite struct ExplainInquiryTests {
  private static let flagged = "Examples/contradictory-answers/record.json"
  private static let open = "Examples/postmenopausal-bleeding-sudden-pain/record.json"

  private func explain(_ arguments: String...) -> Run {
    Run.run(["explain"] + arguments, files: Disk(root: Repository.root))
  }

  @Test func askNextRanksTheQuestionsAndSaysWhatWouldChange() {
    let run = explain(Self.open, "--ask-next")
    #expect(run.status == .success)
    #expect(run.output.hasPrefix("1  "))
    #expect(run.output.contains("Is one leg warmer than the other?\n    qOneLegWarm  red flag, open: rf.dvt"))
    #expect(run.output.contains("yes → rf.dvt met"))
  }

  @Test func sensitivityNamesTheEntryThatAFlagRestsOn() {
    let all = explain(Self.flagged, "--sensitivity").output
    #expect(all.contains("rests on: one log entry of 2026-02-12"))
    #expect(explain(Self.flagged, "rf.dvt", "--sensitivity").output.contains("without it → not met"))
    #expect(explain(Self.flagged, "rf.dvt").output.contains("\nrests on: one log entry of 2026-02-12"))
    #expect(explain("Examples/almost-nothing-recorded/record.json", "--sensitivity").output == "No red flag is met.\n")
  }

  @Test func severalRulesAreExplainedInTheOrderGiven() {
    let output = explain(Self.flagged, "rls.c2", "rf.dvt").output
    #expect(output.hasPrefix("rls.c2  "))
    #expect(output.contains("\nrf.dvt  "))
  }

  @Test func whatIsMissingNamesItsQuestionAndTheLevelItsReason() {
    #expect(explain(Self.open, "rf.dvt").output.contains("missing: qOneLegWarm “Is one leg warmer than the other, now"))
    #expect(explain(Self.flagged, "rf.dvt").output.contains("\nlevel  sameDay: the level of this flag"))
    #expect(
      explain(Self.flagged, "venous.symptoms").output.contains("withheld from print by rf.dvt (P2)"))
  }

  @Test(arguments: [["rf.dvt", "rls.c1"], ["--ask-next"], ["rf.dvt", "--sensitivity"]])
  func jsonIsOneDocument(arguments: [String]) {
    let run = Run.run(
      ["explain", Self.flagged] + arguments + ["--format", "json"], files: Disk(root: Repository.root))
    #expect(run.status == .success)
    #expect(run.output.hasPrefix("{\n  \"legbrief\": 1,"))
    #expect(run.output.hasSuffix("}\n"))
  }

  @Test(arguments: [
    ["a.json", "--ask-next", "--sensitivity"], ["a.json", "rls.c1", "--ask-next"],
    ["a.json", "--ask-next", "--stage", "model"], ["a.json", "--format", "json"], ["a.json", "rls.c1", "rls.c44"],
  ]) func whatDoesNotGoTogetherIsRefused(arguments: [String]) {
    #expect(Run.run(["explain"] + arguments, files: Disk(root: Repository.root)).status == .usage)
  }
}
