import TestFolders
import Testing

@testable import LegbriefCLI

/// Every bad record gives an error that names the fault, no report, and leaves an older report as it was.
@Suite struct BadInputTests {
  struct Bad: Sendable, CustomTestStringConvertible {
    let file: String
    let ids: Set<String>
    var testDescription: String { file }

    init(_ file: String, _ ids: String...) {
      self.file = file
      self.ids = Set(ids)
    }
  }

  static let seeds = [
    Bad("deep-nesting", "too-deep", "unknown-section"), Bad("duplicate-entry-id", "duplicate-entry"),
    Bad("duplicate-keys", "duplicate-key"), Bad("empty", "empty-file"), Bad("entry-after-as-of", "after-as-of"),
    Bad("huge-number", "number-too-large", "out-of-range"), Bad("impossible-date", "impossible-date"),
    Bad("invalid-utf8", "invalid-utf8"), Bad("lone-surrogate", "lone-surrogate"),
    Bad("negative-age", "out-of-range"), Bad("nul-bytes", "raw-control-character"),
    Bad("number-as-text", "wrong-kind"), Bad("severity-11", "out-of-range"), Bad("top-level-array", "not-a-record"),
    Bad("truncated", "unclosed-string"), Bad("two-patients-array", "not-a-record"),
    Bad("two-patients", "second-document"), Bad("unknown-code-near", "outside-set"),
    Bad("unknown-ferritin-unit", "unknown-unit"), Bad("unknown-field-near-name", "unknown-field"),
    Bad("value-outside-set", "outside-set"), Bad("wrong-types", "not-whole", "null-value", "wrong-kind"),
    Bad(
      "many-faults", "duplicate-entry", "future-date", "impossible-date", "impossible-time", "missing-field",
      "out-of-range", "outside-set", "unknown-field", "unknown-lab", "unknown-unit"),
  ]

  @Test(arguments: seeds) func givesItsFaultAndNoReport(bad: Bad) throws {
    let folder = try TestFolder()
    try folder.put(Repository.bytes("seeds/records/\(bad.file).json"), at: "record.json")
    try expectRefusal(of: "record.json", in: folder, ids: bad.ids)
  }

  @Test func tenMegabytesOfFreeTextAreRefused() throws {
    let folder = try TestFolder()
    let text = String(repeating: "ache ", count: 2 << 20)
    try folder.put(
      Repository.record(#""log": [{"entryDate": "2026-02-01", "symptomKind": "jointPain", "freeText": "\#(text)"}]"#),
      at: "record.json")
    try expectRefusal(of: "record.json", in: folder, ids: ["text-too-long"])
  }

  @Test func aMissingRecordAndAFolderStartNothing() throws {
    let folder = try TestFolder()
    try expectRefusal(of: "nobody.json", in: folder, ids: ["record-unreadable"])
    folder.makeFolder("patients")
    try expectRefusal(of: "patients", in: folder, ids: ["record-unreadable"])
    try expectRefusal(of: "/proc/self/mem", in: folder, ids: ["record-unreadable"])
  }

  /// Looking for faults and finding them is what `check` is for: only a file that cannot be opened is no start.
  @Test(arguments: [("bad.json", RunStatus.recordsFailed), ("nobody.json", .nothingStarted)])
  func checkingABadRecordIsAStart(path: String, status: RunStatus) throws {
    let folder = try TestFolder()
    try folder.put("{", at: "bad.json")
    #expect(Run.legbrief("check", path, in: folder.path).status == status)
    #expect(Run.legbrief("report", path, in: folder.path).status == .nothingStarted)
    #expect(Run.legbrief("explain", path, in: folder.path).status == .nothingStarted)
  }

  @Test func oneBadRecordStopsNoOther() throws {
    let folder = try TestFolder()
    try folder.put(Repository.record(), at: "good.json")
    try folder.put("{", at: "bad.json")
    let run = Run.legbrief("report", "bad.json", "nobody.json", "good.json", "--output", "out", in: folder.path)
    #expect(run.status == .recordsFailed)
    #expect(folder.names(in: "out") == ["good.html", "good.md"])
    #expect(run.error.contains("bad.json:1:"))
    #expect(run.error.contains("nobody.json"))
  }

  @Test func noPatientValueReachesADiagnostic() throws {
    let folder = try TestFolder()
    try folder.put(
      #"{"legbrief": 1, "person": {"reportDate": "2026-03-02", "personId": 7771}, "answers": {"qUrgeToMove": "sekret"}}"#,
      at: "record.json")
    for format in ["text", "json"] {
      let run = Run.legbrief("check", "record.json", "--diagnostics", format, in: folder.path)
      #expect(run.status == .recordsFailed)
      #expect(!(run.error + run.output).contains("sekret"))
      #expect(!(run.error + run.output).contains("7771"))
    }
  }

  /// Runs `report` over folders that hold an older report, and expects that nothing changed.
  private func expectRefusal(
    of path: String, in folder: TestFolder, ids: Set<String>
  ) throws {
    let before = ["report.md", "report.html", "verdicts.json"]
    for name in before { try folder.put("older", at: name) }
    let names = folder.names()
    let run = Run.legbrief(
      "report", path, "--format", "md,html,json", "--output", ".", "--diagnostics", "json", in: folder.path)
    #expect(run.status == .nothingStarted)
    #expect(Set(run.ids) == ids)
    #expect(run.output.isEmpty)
    #expect(folder.names() == names)
    for name in before { #expect(folder.text(name) == "older") }
  }
}
