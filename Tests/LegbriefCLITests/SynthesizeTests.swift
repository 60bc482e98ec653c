import TestFolders
import Testing

@testable import FileAccess
@testable import LegbriefCLI

/// `legbrief synthesize`: files or lines, the same for the same seed, each a record without faults.
@Suite struct SynthesizeTests {
  private func legbrief(_ arguments: String...) -> Run { Run.run(["synthesize"] + arguments, files: Disk()) }

  @Test func recordFilesHaveNoFaults() throws {
    let folder = try TestFolder()
    let disk = Disk(root: folder.path)
    #expect(Run.run(["synthesize", "--count", "12", "--output", "cohort"], files: disk).status == .success)
    let names = folder.names(in: "cohort")
    #expect(names.count == 12 && names.first == "SYN-1-0000001.json")
    let check = Run.run(["check"] + names.map { "cohort/\($0)" }, files: disk)
    #expect(check.status == .success, "\(check.error)")
  }

  @Test func linesAreTheSameInPartsAndInOne() {
    let whole = legbrief("--count", "5", "--format", "ndjson", "--output", "-")
    let first = legbrief("--count", "2", "--format", "ndjson", "--output", "-")
    let rest = legbrief("--count", "3", "--first", "3", "--format", "ndjson", "--output", "-")
    #expect(whole.status == .success)
    #expect(whole.output == first.output + rest.output)
    #expect(whole.output.split(separator: "\n").count == 5)
    #expect(whole.error.isEmpty)
    #expect(legbrief("--count", "5", "--seed", "2", "--format", "ndjson", "--output", "-").output != whole.output)
  }

  @Test(arguments: [
    ["--count", "0", "--output", "x"], ["--count", "10000001", "--output", "x"], ["--output", "-"], ["--output", ""],
    [],
    ["--first", "0", "--output", "x"], ["--seed", "-1", "--output", "x"],
    ["--count", "100001", "--format", "ndjson", "--output", "x.ndjson"], ["--as-of", "2026-02-30", "--output", "x"],
  ])
  func wrongUsageIs64(arguments: [String]) {
    let run = Run.run(["synthesize"] + arguments, files: Disk())
    #expect(run.status == .usage, "\(arguments)")
    #expect(run.output.isEmpty)
  }
}
