import Diagnostics
import FileAccess

// A run that writes nothing: what would be made, what is wrong, how long it would take.
extension BatchRun {
  /// Reports that are made in memory to learn how long one takes.
  private static let samples = 16

  package func rehearse(_ input: any RecordInput) -> (tally: BatchTally, ending: Ending) {
    var input = input
    var tally = BatchTally(count: input.count)
    let order = self.order
    let path = order.output.hasSuffix("/") ? order.output : order.output + "/"
    let database = "\(path)\(BatchFolder.own)/reports.sqlite"
    // A folder that no batch has written to yet holds nothing to keep.
    let store = Disk().identity(of: database) == nil ? nil : try? ReportStore(reading: database)
    let folder = BatchFolder(looking: path)
    var maker: Making?
    var names: [String: RecordPlace] = [:]
    var spent: (seconds: Double, reports: Int) = (0, 0)
    var position = 0
    while !listener.isStopped() {
      let items = BatchItem.window(of: BatchRun.windowPerJob * order.jobs, from: &input, at: &position)
      if items.isEmpty { break }
      let keyed = Parallel.map(items, jobs: order.jobs) { $0.withKey(order).withRecord(order) }
      let earlier = order.isForced ? [:] : (try? store?.made(from: keyed.map(\.key).filter { !$0.isEmpty })) ?? [:]
      for item in keyed {
        tally.seen += 1
        guard let record = item.record else {
          tally.failed += 1
          listener.diagnostics(item.faults)
          continue
        }
        if let other = names.updateValue(item.place, forKey: item.name) {
          tally.failed += 1
          listener.diagnostics([BatchFault.sameName(item.place, other, order)])
          continue
        }
        if let known = ReportStore.Known.chosen(earlier[item.key], at: item.place), whole(known, folder) != nil {
          tally.unchanged += 1
          continue
        }
        tally.made += 1
        guard spent.reports < BatchRun.samples else { continue }
        let start = ContinuousClock.now
        let make = maker ?? makers()
        maker = make
        let made = make(record, item.sha256, item.warnings, item.place.words, item.comparison)
        spent = (spent.seconds + (ContinuousClock.now - start) / .seconds(1), spent.reports + 1)
        guard made.outputs == nil else { continue }
        tally.made -= 1
        tally.failed += 1
        listener.diagnostics(made.diagnostics)
      }
      listener.progress(tally)
    }
    if spent.reports > 0 {
      tally.secondsExpected = spent.seconds / Double(spent.reports) * Double(tally.made) / Double(max(1, order.jobs))
    }
    return (tally, listener.isStopped() ? .interrupted : .complete)
  }
}
