import TestFolders
import Testing

@testable import FileAccess
@testable import LegbriefCLI

/// A template that writes without end for a long record: a fault of that report, told like every other one.
@Suite struct TemplateLimitTests {
  /// Sections over the same list inside each other write their text once for every combination of elements.
  private func folder() throws -> TestFolder {
    let folder = try TestFolder()
    for name in ["own", "records"] { folder.makeFolder(name) }
    let depth = 10
    let text =
      String(repeating: "{{#logDigest}}", count: depth) + String(repeating: "x", count: 2000)
      + String(repeating: "{{/logDigest}}", count: depth)
    let report =
      "{{#coverage}}{{.}}{{/coverage}}\n\n{{> red_flags}}\n\nNot asked: {{notAsked}}\n\n\(text)\n\n{{footer}}\n"
    try folder.put(report, at: "own/visit.md.mustache")
    try folder.put(Repository.bytes("Examples/swollen-calf-oral-hrt/record.json"), at: "records/anna.json")
    try folder.put(Repository.bytes("Examples/almost-nothing-recorded/record.json"), at: "records/beth.json")
    return folder
  }

  private static let message =
    "the template \"visit.md.mustache\" writes more than 67108864 bytes for the record records/anna.json, the limit \"outputBytes\""

  private func report(_ more: String..., in folder: TestFolder) -> Run {
    Run.run(
      ["report", "records/anna.json", "records/beth.json", "--templates", "own", "--template", "visit"] + more,
      files: Disk(root: folder.path))
  }

  @Test func theOtherRecordsGetTheirReport() throws {
    let folder = try folder()
    let run = report("--output", "out", "--format", "md", in: folder)
    #expect(run.status == .recordsFailed)
    #expect(
      run.error.contains("error: \(Self.message) [template-limit]\n  help: look for sections over lists"),
      "\(run.error)")
    #expect(folder.names(in: "out") == ["beth.visit.md"])
  }

  @Test func toolsAreToldToo() throws {
    let folder = try folder()
    let json = report("--output", "out", "--format", "md", "--diagnostics", "json", in: folder)
    // Warnings of the check come first.
    #expect(json.ids.filter { $0 != "element-unused" } == ["template-limit"])
    let sarif = report("--output", "out", "--format", "md", "--diagnostics", "sarif", in: folder)
    #expect(sarif.status == .recordsFailed)
    #expect(sarif.output.contains(#""ruleId": "template-limit""#))
    #expect(sarif.output.contains("A template must stay within the limits of size and depth."))
  }

  @Test func aComparisonGoesOn() throws {
    let folder = try folder()
    let run = Run.legbrief(
      "template", "diff", "builtin", "own/visit.md.mustache", "--records", "records", in: folder.path)
    #expect(run.status == .recordsFailed)
    #expect(run.error.contains(Self.message), "\(run.error)")
    #expect(run.output.hasPrefix("appointment is compared with visit.\n1 of 1 report changes.\n"), "\(run.output)")
  }
}
