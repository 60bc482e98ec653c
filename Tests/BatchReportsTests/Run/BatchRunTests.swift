import ClinicalRecord
import Diagnostics
import FileAccess
import Glibc
import ReportBuilder
import Synchronization
import TestFolders
import Testing

@testable import BatchReports

/// What a run leaves on the disk, however it went.
@Suite struct BatchRunTests {
  @Test func everyPatientGetsHerFiles() throws {
    let folder = try TestFolder()
    let came = try Batch(folder).run(Batch.lines(1...40))
    #expect(came.ending == .complete)
    #expect(came.tally.made == 40 && came.tally.failed == 0 && came.tally.seen == 40)
    let files = folder.files(below: "out")
    #expect(files.count(where: { $0.hasSuffix(".md") }) == 40)
    #expect(files.count(where: { $0.hasSuffix(".html") && $0 != "index.html" }) == 40)
    #expect(files.contains("index.html") && files.contains("index.csv") && files.contains("manifest.ndjson"))
    #expect(!files.contains("failures.ndjson"))
    // A folder tells no pseudonym.
    #expect(!files.contains { $0.contains("SYN") })
  }

  @Test(arguments: [2, 3, 8])
  func theNumberOfThreadsChangesNothing(jobs: Int) throws {
    let folder = try TestFolder()
    let lines = Batch.lines(1...70)
    _ = try Batch(folder, jobs: 1, output: "one").run(lines)
    _ = try Batch(folder, jobs: jobs, output: "many").run(lines)
    let files = folder.files(below: "one")
    #expect(files == folder.files(below: "many"))
    for file in files { #expect(folder.bytes("one/\(file)") == folder.bytes("many/\(file)"), "\(file)") }
  }

  @Test func whatHasNotChangedIsLeft() throws {
    let folder = try TestFolder()
    let lines = Batch.lines(1...20)
    _ = try Batch(folder).run(lines)
    let manifest = folder.bytes("out/manifest.ndjson")
    let again = try Batch(folder).run(lines)
    #expect(again.tally.unchanged == 20 && again.tally.made == 0)
    #expect(folder.bytes("out/manifest.ndjson") == manifest)
    #expect(try Batch(folder, setup: "2").run(lines).tally.made == 20)
    #expect(try Batch(folder, setup: "2", forced: true).run(lines).tally.made == 20)
  }

  @Test func aChangedRecordAloneIsMadeAnew() throws {
    let folder = try TestFolder()
    var lines = Batch.lines(1...20)
    _ = try Batch(folder).run(lines)
    lines[4] = lines[4].replacing("\"personId\"", with: " \"personId\"")
    let again = try Batch(folder).run(lines)
    #expect(again.tally.unchanged == 19 && again.tally.made == 1)
  }

  @Test func aLineMayMove() throws {
    let folder = try TestFolder()
    let lines = Batch.lines(1...20)
    _ = try Batch(folder).run(lines)
    let again = try Batch(folder).run(Batch.lines(21...21) + lines.reversed())
    #expect(again.tally.unchanged == 20 && again.tally.made == 1)
  }

  @Test(arguments: ["removed", "corrupted", "emptied", "folder in its place"])
  func aDamagedReportIsMadeAgain(damage: String) throws {
    let folder = try TestFolder()
    let lines = Batch.lines(1...10)
    _ = try Batch(folder).run(lines)
    let file = try #require(folder.files(below: "out").first { $0.hasSuffix(".md") })
    let whole = try #require(folder.bytes("out/\(file)"))
    switch damage {
    case "removed": unlink("\(folder.path)/out/\(file)")
    case "corrupted":
      // As long as before, in place, with the old time of change.
      var status = stat()
      stat("\(folder.path)/out/\(file)", &status)
      let handle = open("\(folder.path)/out/\(file)", O_WRONLY)
      pwrite(handle, "X", 1, 3)
      var times = [status.st_atim, status.st_mtim]
      futimens(handle, &times)
      close(handle)
    case "emptied": truncate("\(folder.path)/out/\(file)", 0)
    default:
      unlink("\(folder.path)/out/\(file)")
      mkdir("\(folder.path)/out/\(file)", 0o777)
      // A rename does not replace a folder: it has to go first, and the run says so.
      let came = try Batch(folder).run(lines)
      #expect(came.ending == .broken && came.diagnostics.map(\.id) == ["output-unwritable"])
      rmdir("\(folder.path)/out/\(file)")
    }
    let again = try Batch(folder).run(lines)
    #expect(again.ending == .complete)
    #expect(again.tally.made == 1 && again.tally.unchanged == 9)
    #expect(folder.bytes("out/\(file)") == whole)
  }

  @Test func aTouchedReportIsReadAndLeft() throws {
    let folder = try TestFolder()
    let lines = Batch.lines(1...5)
    _ = try Batch(folder).run(lines)
    let file = try #require(folder.files(below: "out").first { $0.hasSuffix(".md") })
    utimes("\(folder.path)/out/\(file)", nil)
    #expect(try Batch(folder).run(lines).tally.unchanged == 5)
    // The new time is known from then on: the next run need not read the file.
    let output = "\(folder.path)/out/"
    var stamps: [String: String] = [:]
    try ReportStore(reading: "\(output)\(BatchFolder.own)/reports.sqlite").forEach(inRun: 2, by: .name) { entry in
      for file in entry.files { stamps[file.path] = file.stamp }
    }
    #expect(stamps.count == 10)
    for (path, stamp) in stamps { #expect(BatchFolder(looking: output).stamp(of: path)?.text == stamp, "\(path)") }
  }

  /// However far apart, also where the first of them is in place already.
  @Test func theSameRecordTwiceIsAFault() throws {
    let folder = try TestFolder()
    let lines = Batch.lines(1...600)
    for run in 1...2 {
      let came = try Batch(folder).run(lines + [lines[0]])
      #expect(came.tally.failed == 1 && came.diagnostics.map(\.id) == ["same-name"], "run \(run)")
      #expect(came.tally.made == (run == 1 ? 600 : 0) && came.tally.unchanged == (run == 1 ? 0 : 600), "run \(run)")
    }
  }

  /// Which of two records of one person has the report is a matter of the input alone: neither threads nor an earlier run decide.
  @Test(arguments: [1, 2, 8]) func theFirstOfTwoRecordsOfAPersonHasTheReport(jobs: Int) throws {
    let folder = try TestFolder()
    let lines = Batch.lines(1...12)
    let newer = lines[9].replacing("\"personId\"", with: " \"personId\"")
    _ = try Batch(folder, jobs: jobs).run(lines)
    let again = try Batch(folder, jobs: jobs).run([newer] + lines)
    #expect(again.tally.made == 1 && again.tally.unchanged == 11 && again.tally.failed == 1)
    _ = try Batch(folder, jobs: 1, output: "fresh").run([newer] + lines)
    let files = folder.files(below: "fresh")
    #expect(files == folder.files(below: "out"))
    for file in files { #expect(folder.bytes("out/\(file)") == folder.bytes("fresh/\(file)"), "\(file)") }
  }

  /// Two files that say the same of nobody are two reports, in every run.
  @Test func recordsThatSayTheSameKeepTheirReports() throws {
    let folder = try TestFolder()
    let text = #"{"legbrief": 1, "person": {"reportDate": "2026-03-02"}}"#
    mkdir("\(folder.path)/a", 0o777)
    mkdir("\(folder.path)/b", 0o777)
    for name in ["a", "b"] { try folder.put(text, at: "\(name)/r.json") }
    let inputs = ["a", "b"].map { "\(folder.path)/\($0)" }
    for run in 1...3 {
      let came = try Batch(folder).run(inputs: inputs)
      #expect(came.tally.failed == 0 && (run == 1 ? came.tally.made : came.tally.unchanged) == 2, "run \(run)")
    }
  }

  @Test func copiesOfBadRecordsOfOneNameStandSideBySide() throws {
    let folder = try TestFolder()
    for name in ["a", "b", "q"] { mkdir("\(folder.path)/\(name)", 0o777) }
    for name in ["a", "b"] { try folder.put("{ bad \(name)", at: "\(name)/r.json") }
    var batch = Batch(folder)
    batch.order.quarantine = "\(folder.path)/q"
    for _ in 1...2 {
      #expect(try batch.run(inputs: ["\(folder.path)/a", "\(folder.path)/b"]).tally.failed == 2)
      #expect(Set(folder.files(below: "q").compactMap { folder.text("q/\($0)") }) == ["{ bad a", "{ bad b"])
      #expect(folder.files(below: "q").count == 2)
    }
  }

  @Test func anotherPatternIsAnotherName() throws {
    let folder = try TestFolder()
    let lines = Batch.lines(1...4)
    _ = try Batch(folder).run(lines)
    var batch = Batch(folder)
    batch.order.naming = try #require(NamePattern("{id}-{line}"))
    let again = try batch.run(lines)
    #expect(again.tally.made == 4 && again.tally.others == 4)
    // With the place in its name a report that moves is another one.
    #expect(try batch.run(lines.reversed()).tally.made == 4)
  }

  /// The list of what is made is destroyed while the run works: it stops and says so, and leaves whole files alone.
  @Test func aListThatCannotBeWrittenEndsTheRun() throws {
    let folder = try TestFolder()
    var batch = Batch(folder)
    let list = "\(folder.path)/out/\(BatchFolder.own)/reports.sqlite"
    batch.makers = {
      { record, sha256, warnings, place, comparison in
        let handle = open(list, O_WRONLY)
        pwrite(handle, Array(repeating: UInt8(88), count: 4_096), 4_096, 0)
        close(handle)
        return Batch.plain(record, sha256, warnings, place, comparison)
      }
    }
    let came = try batch.run(Batch.lines(1...5))
    #expect(came.ending == .broken && came.diagnostics.map(\.id) == ["batch-state"])
    #expect(folder.files(below: "out").allSatisfy { folder.bytes("out/\($0)")?.isEmpty == false })
  }

  @Test func aBadRecordStopsNobody() throws {
    let folder = try TestFolder()
    var lines = Batch.lines(1...10)
    lines[2] = "{\"legbrief\": 1, \"person\": {\"personId\": \"Maud Secret\", \"ageYears\": \"fifty Maud\"}}"
    lines[5] = "not json"
    var batch = Batch(folder)
    batch.order.quarantine = "\(folder.path)"
    let came = try batch.run(lines)
    #expect(came.ending == .complete)
    #expect(came.tally.made == 8 && came.tally.failed == 2)
    let failures = try #require(folder.text("out/failures.ndjson"))
    #expect(failures.contains("\"record\": 3") && failures.contains("\"record\": 6"))
    #expect(failures.contains("\"field\": \"ageYears\""))
    // Places, fields and reasons, and nothing that a patient said.
    #expect(!failures.contains("Maud") && !failures.contains("fifty") && !failures.contains("not json"))
    #expect(!came.diagnostics.map(DiagnosticPrinter.text).joined().contains("Maud"))
    #expect(folder.text("in.ndjson-3.json") == lines[2] && folder.text("in.ndjson-6.json") == lines[5])
    // Once all is well, the list of failures is gone.
    _ = try Batch(folder).run(Batch.lines(1...10))
    #expect(folder.text("out/failures.ndjson") == nil)
  }

  @Test func namesNeverCollide() throws {
    let folder = try TestFolder()
    let lines = Batch.lines(1...6)
    let came = try Batch(folder).run(lines + [lines[1]])
    #expect(came.tally.made == 6 && came.tally.failed == 1)
    #expect(came.diagnostics.map(\.id) == ["same-name"])
    #expect(came.diagnostics[0].message.contains("in.ndjson:7") && came.diagnostics[0].message.contains("in.ndjson:2"))
    // Also where the first of the two was put in place in an earlier run.
    let again = try Batch(folder).run(lines + [lines[1]])
    #expect(again.tally.unchanged == 6 && again.tally.failed == 1)
    var batch = Batch(folder, output: "both")
    batch.order.naming = try #require(NamePattern("{pseudonym}-{line}"))
    #expect(try batch.run(lines + [lines[1]]).tally.made == 7)
  }

  @Test func aStoppedRunIsFinishedByTheNext() throws {
    let folder = try TestFolder()
    let lines = Batch.lines(1...150)
    _ = try Batch(folder, output: "whole").run(lines)
    var batch = Batch(folder)
    batch.stopsAfter = 30
    let stopped = try batch.run(lines)
    #expect(stopped.ending == .interrupted)
    #expect((1..<150).contains(stopped.tally.made))
    #expect(folder.files(below: "out").count(where: { $0.hasSuffix(".md") }) == stopped.tally.made)
    #expect(folder.text("out/index.html") == nil)
    let rest = try Batch(folder).run(lines)
    #expect(rest.ending == .complete && rest.tally.unchanged == stopped.tally.made)
    for file in folder.files(below: "whole") {
      #expect(folder.bytes("whole/\(file)") == folder.bytes("out/\(file)"), "\(file)")
    }
  }

  @Test func whatAKilledRunLeftIsSweptAway() throws {
    let folder = try TestFolder()
    let lines = Batch.lines(1...5)
    _ = try Batch(folder).run(lines)
    try folder.put("half a rep", at: "out/.legbrief/staging/7-0")
    #expect(try Batch(folder).run(lines).tally.unchanged == 5)
    #expect(folder.bytes("out/.legbrief/staging/7-0") == nil)
  }

  @Test func twoBatchesDoNotShareAFolder() throws {
    let folder = try TestFolder()
    let first = try BatchFolder("\(folder.path)/out")
    let second = try Batch(folder).run(Batch.lines(1...2))
    #expect(second.ending == .nothingStarted && second.diagnostics.map(\.id) == ["output-folder"])
    first.release()
    #expect(try Batch(folder).run(Batch.lines(1...2)).ending == .complete)
  }

  @Test func aDamagedListIsSaidAndNothingIsLost() throws {
    let folder = try TestFolder()
    let lines = Batch.lines(1...3)
    _ = try Batch(folder).run(lines)
    try folder.put(
      "this is no database at all, but longer than one page of it would be", at: "out/.legbrief/reports.sqlite")
    let came = try Batch(folder).run(lines)
    #expect(came.ending == .nothingStarted && came.diagnostics.map(\.id) == ["batch-state"])
    #expect(folder.files(below: "out").count(where: { $0.hasSuffix(".md") }) == 3)
  }

  @Test func manyReportsStandInFolders() throws {
    let folder = try TestFolder()
    let input = "\(folder.path)/in.ndjson"
    // What comes from a pipe has no number: it is taken for many.
    try folder.put(Batch.lines(1...12).joined(separator: "\n"), at: "in.ndjson")
    #expect(gzipped(input) == 0)
    let came = try Batch(folder).run(inputs: ["\(input).gz"])
    #expect(came.tally.made == 12 && came.tally.count == nil)
    let reports = folder.files(below: "out").filter { $0.hasSuffix(".md") }
    #expect(reports.allSatisfy { $0.split(separator: "/").count == 2 && $0.split(separator: "/")[0].count == 2 })
    // They stay there when a later batch knows how few there are; what went missing with a folder is made again.
    folder.remove("out/\(reports[0].prefix(2))")
    let again = try Batch(folder).run(inputs: ["\(input).gz"])
    #expect(again.tally.made >= 1 && again.tally.made + again.tally.unchanged == 12)
    #expect(folder.files(below: "out").filter { $0.hasSuffix(".md") } == reports)
  }

  private func gzipped(_ path: String) -> Int32 {
    var child: pid_t = 0
    let arguments = ["gzip", "-k", "-f", path]
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    guard posix_spawnp(&child, "gzip", nil, nil, &pointers, environ) == 0 else { return -1 }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    return status
  }

  @Test func aRehearsalWritesNothing() throws {
    let folder = try TestFolder()
    var lines = Batch.lines(1...8)
    lines[3] = "{}"
    try folder.put(lines.joined(separator: "\n"), at: "in.ndjson")
    let came = try Batch(folder).rehearse()
    #expect(came.tally.made == 7 && came.tally.failed == 1 && !came.diagnostics.isEmpty)
    #expect(came.tally.secondsExpected != nil)
    #expect(folder.files(below: ".") == ["in.ndjson"])
    _ = try Batch(folder).run(lines)
    let before = folder.bytes("out/.legbrief/reports.sqlite")
    #expect(try Batch(folder).rehearse().tally.unchanged == 7)
    #expect(folder.bytes("out/.legbrief/reports.sqlite") == before)
  }
}
