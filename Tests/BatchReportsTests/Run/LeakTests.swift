import ClinicalRecord
import Diagnostics
import ReportBuilder
import Synchronization
import TestFolders
import Testing

@testable import BatchReports

/// No patient in another's report.
@Suite struct LeakTests {
  /// Prints whose record came before: what a cache shared by patients would do.
  final class Leaky: Sendable {
    private let last = Mutex("")

    func make(_ record: PatientRecord, _ sha256: String, _ text: @Sendable (PatientRecord) -> String)
      -> ReportMaker.Made
    {
      var made = Batch.plain(record, sha256, [], "", .nothing)
      let before = last.withLock { last in
        defer { last = text(record) }
        return last
      }
      made.outputs?[0].bytes += Array(before.utf8)
      return made
    }
  }

  @Test(arguments: [1, 2])
  func aPlantedLeakFailsTheBatch(jobs: Int) throws {
    let folder = try TestFolder()
    var batch = Batch(folder, jobs: jobs)
    batch.makers = {
      let leaky = Leaky()
      return { record, sha256, _, _, _ in leaky.make(record, sha256) { $0.identifier } }
    }
    let came = try batch.run(Batch.lines(1...12))
    #expect(came.ending == .broken)
    #expect(came.diagnostics.contains { $0.id == "leak" && $0.field == "personId" })
    #expect(!came.diagnostics.contains { $0.message.contains("SYN") })
    #expect(folder.files(below: "out").isEmpty)
  }

  @Test func aLeakOfFreeTextIsFoundAcrossLines() throws {
    let folder = try TestFolder()
    var batch = Batch(folder, jobs: 1)
    batch.makers = {
      let leaky = Leaky()
      return { record, sha256, _, _, _ in
        leaky.make(record, sha256) { record in
          guard case .text(let words)? = record.person["mainConcern"]?.value else { return "" }
          return "<b>" + words.split(separator: " ").joined(separator: "**\n> _") + "</b>"
        }
      }
    }
    let lines = ["Anna", "Berta"].map {
      "{\"legbrief\": 1, \"person\": {\"personId\": \"\($0)-0001\", \"reportDate\": \"2026-03-02\", \"mainConcern\": \"\($0) cannot sleep because of her legs\"}}"
    }
    let came = try batch.run(lines)
    #expect(came.ending == .broken && came.diagnostics.contains { $0.field == "mainConcern" })
    batch.order.checksForLeaks = false
    #expect(try batch.run(lines).ending == .complete)
  }

  /// What a report says anyway is no leak, even where another patient says the same.
  @Test func aCommonPhraseIsNoLeak() throws {
    let folder = try TestFolder()
    var batch = Batch(folder, jobs: 1)
    batch.makers = {
      { record, sha256, warnings, path, comparison in
        var made = Batch.plain(record, sha256, warnings, path, comparison)
        made.outputs?[0].bytes += Array("legs feel restless at night".utf8)
        return made
      }
    }
    let lines = [1, 2].map {
      "{\"legbrief\": 1, \"person\": {\"personId\": \"P-000\($0)\", \"reportDate\": \"2026-03-02\", \"mainConcern\": \"legs feel restless at night\"}}"
    }
    #expect(try batch.run(lines).ending == .complete)
  }
}
