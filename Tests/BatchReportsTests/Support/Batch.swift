import ClinicalRecord
import ClinicalRules
import Diagnostics
import FileAccess
import Foundation
import Glibc
import RecordReaders
import RecordWriters
import ReportBuilder
import RuleEngine
import Synchronization
import SyntheticCohort
import TestFolders
import Testing

@testable import BatchReports

/// Batches with reports that are made quickly: the record's id and its log, twice.
struct Batch {
  let folder: TestFolder
  var order: BatchOrder
  /// How many records are let through before the run is asked to stop.
  var stopsAfter = Int.max
  var makers: @Sendable () -> BatchRun.Making = { Batch.plain }

  init(_ folder: TestFolder, jobs: Int = 2, setup: String = "1", output: String = "out", forced: Bool = false) {
    self.folder = folder
    order = BatchOrder(
      output: "\(folder.path)/\(output)", naming: Batch.standard, namesTemplate: false, jobs: jobs, isForced: forced,
      setup: setup, identifying: ["personId", "birthDate", "freeText", "mainConcern"])
  }

  static let standard = NamePattern(NamePattern.standard)!
  static let reader = RecordReader(dictionary: LegbriefFields.dictionary)
  private static let day = Day(iso: "2026-03-02")!

  static let plain: BatchRun.Making = { record, sha256, _, _, _ in
    let text = "report of \(record.identifier)\nlog \(record.log.count)\nrecord \(sha256)\n"
    return ReportMaker.Made(
      outputs: [
        ReportOutput(template: "t", ending: "md", bytes: Array(text.utf8)),
        ReportOutput(template: "t", ending: "html", bytes: Array("<p>\(text)</p>".utf8)),
      ], diagnostics: [],
      triage: TriageRow(
        identifier: record.identifier, age: "50 y", urgency: record.log.count % 2 == 0 ? .sameDay : nil,
        flags: [.init(level: "Needs same-day assessment", title: "Flag")], open: [], openUrgency: nil, notAsked: 3,
        restlessLegs: "RLS not recorded", findings: [], coverage: "log not recorded"))
  }

  /// Synthetic patients, one a line.
  static func lines(_ numbers: ClosedRange<Int>) -> [String] {
    let cohort = SyntheticCohort(dictionary: LegbriefFields.dictionary, seed: 5, asOf: day)
    let encoder = RecordEncoder(dictionary: LegbriefFields.dictionary)
    return numbers.map { encoder.json(cohort.record($0)).compact }
  }

  struct Came {
    let tally: BatchTally
    let ending: BatchRun.Ending
    let diagnostics: [Diagnostic]
  }

  func run(_ lines: [String], clinic: PersonList? = nil) throws -> Came {
    try folder.put(lines.joined(separator: "\n") + "\n", at: "in.ndjson")
    return try run(inputs: ["\(folder.path)/in.ndjson"], clinic: clinic)
  }

  func run(inputs: [String], clinic: PersonList? = nil) throws -> Came {
    var diagnostics: [Diagnostic] = []
    let seen = Counter()
    let limit = stopsAfter
    let listener = BatchRun.Listener(
      diagnostics: { diagnostics += $0 }, progress: { _ in },
      isStopped: { limit < Int.max && seen.next() > limit })
    let input: any RecordInput = try BatchInputs(inputs, files: Disk(), decoder: Batch.reader)
    let picked: any RecordInput = clinic.map { PickedRecords($0, from: input, jobs: order.jobs) } ?? input
    let run = BatchRun(order: order, listener: listener, makers: makers)
    let (tally, ending) = run.run(picked, clinic: clinic)
    return Came(tally: tally, ending: ending, diagnostics: diagnostics)
  }

  func rehearse() throws -> Came {
    var diagnostics: [Diagnostic] = []
    let listener = BatchRun.Listener(
      diagnostics: { diagnostics += $0 }, progress: { _ in }, isStopped: { false })
    let input = try BatchInputs(["\(folder.path)/in.ndjson"], files: Disk(), decoder: Batch.reader)
    let (tally, ending) = BatchRun(order: order, listener: listener, makers: makers).rehearse(input)
    return Came(tally: tally, ending: ending, diagnostics: diagnostics)
  }
}

final class Counter: Sendable {
  private let value = Atomic(0)

  func next() -> Int { value.wrappingAdd(1, ordering: .relaxed).newValue }
}
