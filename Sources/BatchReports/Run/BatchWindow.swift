import ClinicalRecord
import Diagnostics
import RecordReaders

/// One record on its way through a run.
struct BatchItem: Sendable {
  /// From 0, in the order of the input.
  let position: Int
  let place: RecordPlace
  var bytes: [UInt8] = []
  var sha256 = ""
  /// What its report depends on, in one digest; empty when the record could not be read.
  var key = ""
  var decoder: (any RecordDecoder)?
  var record: PatientRecord?
  var warnings: [Diagnostic] = []
  /// Errors: there will be no report.
  var faults: [Diagnostic] = []
  var name = ""
  var comparison = ReportComparison.nothing

  init(_ incoming: IncomingRecord, position: Int) {
    self.position = position
    place = incoming.place
    switch incoming.content {
    case .bytes(let bytes, let decoder):
      self.bytes = bytes
      self.decoder = decoder
    case .fault(let diagnostic): faults = [diagnostic]
    }
  }

  /// The next items of an input, none behind its end; `position` counts on.
  static func window(of size: Int, from input: inout some RecordInput, at position: inout Int) -> [BatchItem] {
    let first = position
    let items = input.window(of: size).enumerated().map { BatchItem($1, position: first + $0) }
    position += items.count
    return items
  }
}

/// What became of one record.
enum BatchResult: Sendable {
  /// An earlier run made its report, and it stands as it was; the last run had it at the same place of the input.
  case unchanged(atSamePlace: Bool)
  case made(ReportStore.Entry, staged: [String])
  case failed([Diagnostic])
  case leaked([Diagnostic])
  /// The place for the files does not take them: the run cannot go on.
  case stopped(Diagnostic)
  /// The run was asked to stop before this record's turn.
  case left

  var leak: [Diagnostic]? {
    if case .leaked(let diagnostics) = self { return diagnostics }
    return nil
  }
}
