package import ClinicalRecord
package import Diagnostics

/// Records in, results out, in the order of the input and a window at a time: what other engines put between two pipes.
package struct RecordStream {
  package struct Order: Sendable {
    /// Threads that make results.
    package var jobs: Int
    package var asOf: Day?
    /// Stands in front of each record's own locale pack.
    package var locale: String?
    package var since: Day?

    package init(jobs: Int, asOf: Day? = nil, locale: String? = nil, since: Day? = nil) {
      self.jobs = jobs
      self.asOf = asOf
      self.locale = locale
      self.since = since
    }
  }

  /// The one line of a record; nil for a report that cannot be made, whose diagnostics say why.
  package typealias Making =
    @Sendable (PatientRecord, String, [Diagnostic], String, ReportComparison) -> (
      JSONValue?, [Diagnostic]
    )

  /// A window is small: what waits for its turn is held in memory.
  private static let windowPerJob = 8

  private let order: Order
  private let make: Making

  package init(order: Order, make: @escaping Making) {
    self.order = order
    self.make = make
  }

  /// Writes one line for each record; a record with faults has a line of its own that tells them.
  ///
  /// - Parameter write: blocks while the reader of the lines is busy, and so holds back the input.
  /// - Returns: how many records there were, and how many have a line with faults.
  package func run<Failure: Error>(
    _ input: any RecordInput, write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> (records: Int, failed: Int) {
    var input = input
    var records = 0
    var failed = 0
    let size = RecordStream.windowPerJob * max(1, order.jobs)
    let batch = BatchOrder(
      output: "", naming: RecordStream.naming, namesTemplate: false, jobs: order.jobs, asOf: order.asOf,
      locale: order.locale, changes: order.since.map { .since($0) } ?? .nothing, setup: "", identifying: [])
    while true {
      let items = BatchItem.window(of: size, from: &input, at: &records)
      guard !items.isEmpty else { return (records, failed) }
      let make = self.make
      let lines = Parallel.map(items, jobs: order.jobs) { item -> (bytes: [UInt8], isGood: Bool) in
        RecordStream.line(of: item.withRecord(batch), make)
      }
      failed += lines.count { !$0.isGood }
      try write(lines.flatMap(\.bytes))
    }
  }

  private static let naming = NamePattern(literal: "-")

  private static func line(of item: BatchItem, _ make: Making) -> (bytes: [UInt8], isGood: Bool) {
    var members: [JSONValue.Member] = [.init("line", .number(Double(item.place.line ?? 1)))]
    var faults = item.faults
    var result: JSONValue?
    if let record = item.record {
      members.append(.init("record", .string(record.identifier)))
      let made = make(record, Digest.hex(item.bytes), item.warnings, item.place.words, item.comparison)
      (result, faults) = (made.0, made.1.filter { $0.severity == .error })
    }
    if case .object(let more)? = result {
      members += more
    } else {
      members.append(.init("error", .array(faults.map { BatchFault.value(item.place, $0) })))
    }
    return (Array((JSONValue.object(members).compact + "\n").utf8), result != nil)
  }
}
