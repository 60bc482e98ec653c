import Glibc
import TestFolders
import Testing

@testable import BatchReports
@testable import FileAccess
@testable import LegbriefCLI

/// `legbrief batch` as a user runs it; what a run leaves on the disk is tested in BatchReportsTests.
@Suite struct BatchCommandTests {
  private func lines(_ count: Int, in folder: TestFolder) -> String {
    let made = Run.legbrief(
      "synthesize", "--count", "\(count)", "--seed", "4", "--format", "ndjson", "--output", "in.ndjson", in: folder.path
    )
    #expect(made.status == .success)
    return "\(folder.path)/in.ndjson"
  }

  @Test func recordsBecomeReportsAndALine() throws {
    let folder = try TestFolder()
    let input = lines(6, in: folder)
    let out = "\(folder.path)/out"
    let run = Run.legbrief("batch", input, "--output", out, "--template", "triage,note", in: folder.path)
    #expect(run.status == .success, "\(run.error)")
    #expect(run.output.isEmpty)
    #expect(run.error.contains("made 6, unchanged 0, failed 0"))
    #expect(run.error.contains("list: \(out)/index.html"))
    let names = folder.names(in: "out")
    #expect(names.count(where: { $0.hasSuffix(".triage.txt") }) == 6)
    #expect(names.count(where: { $0.hasSuffix(".note.txt") }) == 6)
    let again = Run.legbrief("batch", input, "--output", out, "--template", "triage,note", in: folder.path)
    #expect(again.error.contains("made 0, unchanged 6, failed 0"))
    #expect(
      Run.legbrief("batch", input, "--output", out, "--template", "triage,note", "-q", in: folder.path).error == "")
    // Another template is another report.
    let other = Run.legbrief("batch", input, "--output", out, "--template", "triage", in: folder.path)
    #expect(other.error.contains("made 6, unchanged 0"))
  }

  @Test func aBatchMakesWhatReportMakes() throws {
    let folder = try TestFolder()
    try folder.put(Repository.record(), at: "anna.json")
    #expect(Run.legbrief("report", "anna.json", "--format", "md,html,json", in: folder.path).status == .success)
    let run = Run.legbrief(
      "batch", "\(folder.path)/anna.json", "--output", "\(folder.path)/out", "--format", "md,html,json", "--name",
      "{file}", in: folder.path)
    #expect(run.status == .success, "\(run.error)")
    for file in ["anna.md", "anna.html", "anna.verdicts.json"] {
      #expect(folder.text(file) == folder.text("out/\(file)"), "\(file)")
      #expect(folder.text(file) != nil)
    }
  }

  @Test func anEarlierBatchIsWhatReportsAreComparedWith() throws {
    let folder = try TestFolder()
    let input = lines(3, in: folder)
    let first = Run.legbrief(
      "batch", input, "--output", "\(folder.path)/first", "--format", "md,json", in: folder.path)
    #expect(first.status == .success, "\(first.error)")
    let next = Run.legbrief(
      "batch", input, "--output", "\(folder.path)/next", "--format", "md", "--previous", "\(folder.path)/first",
      in: folder.path)
    #expect(next.status == .success, "\(next.error)")
    let file = try #require(folder.names(in: "next").first { $0.hasSuffix(".md") })
    #expect(folder.text("next/\(file)") != nil && folder.text("next/\(file)") != folder.text("first/\(file)"))
    // Other verdicts, another report.
    let verdicts = try #require(folder.names(in: "first").first { $0.hasSuffix(".verdicts.json") })
    try folder.put("{}", at: "first/\(verdicts)")
    let broken = Run.legbrief(
      "batch", input, "--output", "\(folder.path)/next", "--format", "md", "--previous", "\(folder.path)/first",
      in: folder.path)
    #expect(broken.status == .recordsFailed)
    #expect(broken.error.contains("made 0, unchanged 2, failed 1"))
  }

  /// Reports that are compared with nothing must not look as if nothing had changed.
  @Test(arguments: [
    ("missing", "no such file or folder"), ("empty", "holds no verdicts"), ("first", "holds no verdicts"),
  ])
  func anEarlierBatchWithoutVerdictsIsRefused(folderName: String, words: String) throws {
    let folder = try TestFolder()
    let input = lines(1, in: folder)
    mkdir("\(folder.path)/empty", 0o777)
    _ = Run.legbrief("batch", input, "--output", "\(folder.path)/first", "--format", "md", in: folder.path)
    let run = Run.legbrief(
      "batch", input, "--output", "\(folder.path)/next", "--previous", "\(folder.path)/\(folderName)", in: folder.path)
    #expect(run.status == .nothingStarted)
    #expect(run.error.contains("verdicts-unreadable") && run.error.contains(words), "\(run.error)")
    #expect(run.error.contains("--format json"))
  }

  @Test func aFolderInUseSaysSo() throws {
    let folder = try TestFolder()
    let input = lines(1, in: folder)
    let out = "\(folder.path)/out"
    let other = try BatchFolder(out)
    defer { other.release() }
    let run = Run.legbrief("batch", input, "--output", out, in: folder.path)
    #expect(run.status == .nothingStarted)
    #expect(run.error.contains("another batch works in the output folder"), "\(run.error)")
  }

  @Test func programsAreToldTheEndHoweverShortTheRun() throws {
    let folder = try TestFolder()
    let input = lines(2, in: folder)
    let run = Run.legbrief(
      "batch", input, "--output", "\(folder.path)/out", "--progress", "json", "--template", "triage", in: folder.path)
    let lines = run.error.split(separator: "\n")
    #expect(lines.count == 1, "\(run.error)")
    #expect(run.error.contains("\"made\": 2") && run.error.contains("\"ending\": \"complete\""), "\(run.error)")
    #expect(run.error.contains("\"mostUrgentFlag\": {"))
  }

  @Test func aRehearsalSaysWhatWouldBe() throws {
    let folder = try TestFolder()
    let input = lines(3, in: folder)
    let run = Run.legbrief(
      "batch", input, "--output", "\(folder.path)/out", "--template", "triage", "--dry-run", in: folder.path)
    #expect(run.status == .success)
    #expect(run.error.contains("would make 3, unchanged 0, with faults 0"))
    #expect(run.error.contains("nothing was written"))
    #expect(folder.names() == ["in.ndjson"])
  }

  /// Exit code and arguments.
  static let faults = """
    64 batch in.ndjson
    64 batch --output out
    64 batch x --output out --jobs 0
    64 batch x --output out --name plain
    64 batch x --output -
    64 batch - - --output out
    64 batch x --output out --since 2026-01-01 --previous y
    64 batch x --output out --diagnostics sarif
    64 batch x --output out --format json --since 2026-01-01
    2 batch /none/in.ndjson --output out
    2 batch /none --output out
    2 batch /tmp --output out --template none
    2 batch /tmp --output out --person-list /none.csv
    2 batch /tmp --output out --previous /none
    64 stream --jobs 0
    64 stream --emit pages
    2 stream --template none
    """

  @Test(arguments: faults.split(separator: "\n").map { $0.split(separator: " ").map(String.init) })
  func whatCannotStartSaysWhy(words: [String]) throws {
    let (code, arguments) = (Int32(words[0]), Array(words.dropFirst()))
    let folder = try TestFolder()
    let run = Run.run(arguments, files: Disk(root: folder.path))
    #expect(run.status.rawValue == code, "\(arguments): \(run.error)")
    #expect(!run.error.isEmpty && run.output.isEmpty)
    #expect(folder.names().isEmpty)
  }

  @Test func progressIsToldAsAsked() {
    func told(_ style: ProgressStyle, isTerminal: Bool, count: Int?) -> String {
      var text = ""
      var printer = ProgressPrinter(
        style: style, isTerminal: isTerminal, count: count, interval: .zero, write: { text += $0 })
      var tally = BatchTally(count: count)
      (tally.seen, tally.made, tally.failed) = (50, 48, 2)
      printer.show(tally)
      printer.clear()
      return text
    }
    #expect(told(.none, isTerminal: true, count: 100).isEmpty)
    #expect(told(.auto, isTerminal: false, count: 100).hasPrefix("50 of 100, "))
    #expect(told(.auto, isTerminal: false, count: nil).hasPrefix("50 records, "))
    #expect(told(.auto, isTerminal: true, count: 100).contains("[############............] 50 of 100"))
    #expect(told(.auto, isTerminal: true, count: 100).hasSuffix("\r\u{1B}[K"))
    let json = told(.json, isTerminal: true, count: 100)
    #expect(json.hasPrefix("{\"seen\": 50, \"made\": 48, \"unchanged\": 0, \"failed\": 2, ") && json.hasSuffix("}\n"))
  }
}
