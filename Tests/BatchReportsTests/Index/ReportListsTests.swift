import Foundation
import Glibc
import TestFolders
import Testing

@testable import BatchReports

/// A second run writes the lists of patients only where they would differ, or where somebody has touched them.
@Suite struct ReportListsTests {
  private static let lists = ["manifest.ndjson", "index.csv", "index.html"]

  /// What the file system says of the lists: a file that is written anew is another one.
  private func stamps(_ folder: TestFolder) -> [String?] {
    ReportListsTests.lists.map { BatchFolder(looking: "\(folder.path)/out").stamp(of: $0)?.text }
  }

  @Test func listsThatWouldBeTheSameAreLeft() throws {
    let folder = try TestFolder()
    let lines = Batch.lines(1...9)
    _ = try Batch(folder).run(lines)
    let first = stamps(folder)
    for run in 2...4 {
      let came = try Batch(folder).run(lines)
      #expect(came.ending == .complete && came.tally.unchanged == 9, "run \(run)")
      #expect(stamps(folder) == first, "run \(run)")
    }
  }

  /// What happens between two runs, and whether the lists have to be written.
  enum Between: CaseIterable {
    case nothing, anotherOrder, fewerRecords, oneRecordMore, aChangedRecord, aBadRecord, aRemovedList, aChangedList
    case aDamagedReport, anInterruptedRun, force
  }

  @Test(arguments: Between.allCases)
  func listsAreWrittenWhereTheyDiffer(between: Between) throws {
    let folder = try TestFolder()
    var lines = Batch.lines(1...9)
    _ = try Batch(folder).run(lines)
    let first = stamps(folder)
    var isForced = false
    switch between {
    case .nothing: break
    case .anotherOrder: lines.reverse()
    case .fewerRecords: lines.removeLast()
    case .oneRecordMore: lines += Batch.lines(10...10)
    case .aChangedRecord: lines[3] = lines[3].replacing("\"personId\"", with: " \"personId\"")
    case .aBadRecord: lines[3] = "{"
    case .aRemovedList: unlink("\(folder.path)/out/index.csv")
    case .aChangedList: try "spoilt".write(toFile: "\(folder.path)/out/index.html", atomically: false, encoding: .utf8)
    case .aDamagedReport:
      let report = try #require(folder.files(below: "out").first { $0.hasSuffix(".md") })
      truncate("\(folder.path)/out/\(report)", 3)
    case .anInterruptedRun:
      var stopped = Batch(folder)
      stopped.stopsAfter = 0
      _ = try stopped.run(lines)
    case .force: isForced = true
    }
    let came = try Batch(folder, forced: isForced).run(lines)
    #expect(came.ending == .complete)
    let hasChanged = zip(stamps(folder), first).contains { $0 != $1 }
    #expect(hasChanged == (between != .nothing))
    // Whatever was written is what a folder that was empty before would hold.
    _ = try Batch(folder, output: "fresh").run(lines)
    for list in ReportListsTests.lists {
      #expect(folder.bytes("out/\(list)") == folder.bytes("fresh/\(list)"), "\(list)")
    }
  }

  @Test func theListOfFailuresGoesWithTheLastFailure() throws {
    let folder = try TestFolder()
    let lines = Batch.lines(1...4)
    _ = try Batch(folder).run(lines + ["{"])
    #expect(folder.bytes("out/failures.ndjson") != nil)
    _ = try Batch(folder).run(lines)
    #expect(folder.bytes("out/failures.ndjson") == nil)
    let clean = stamps(folder)
    _ = try Batch(folder).run(lines)
    #expect(stamps(folder) == clean)
  }

  @Test func anotherClinicIsAnotherList() throws {
    let folder = try TestFolder()
    let lines = Batch.lines(1...3)
    _ = try Batch(folder).run(lines)
    let people = try String(decoding: #require(folder.bytes("out/index.csv")), as: UTF8.self).split(separator: "\r\n")
      .dropFirst().map { String($0.split(separator: ",", omittingEmptySubsequences: false)[5]) }
    func clinic(_ slot: String) throws -> PersonList {
      try PersonList(
        file: "clinic.csv", bytes: Array(("personId,slot\n" + people.map { "\($0),\(slot)\n" }.joined()).utf8))
    }
    _ = try Batch(folder).run(lines, clinic: clinic("09:00"))
    let morning = stamps(folder)
    _ = try Batch(folder).run(lines, clinic: clinic("09:00"))
    #expect(stamps(folder) == morning)
    _ = try Batch(folder).run(lines, clinic: clinic("14:00"))
    #expect(stamps(folder) != morning)
    let page = try String(decoding: #require(folder.bytes("out/index.html")), as: UTF8.self)
    #expect(page.contains("14:00") && !page.contains("09:00"))
  }
}
