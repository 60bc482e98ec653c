package import ClinicalRecord
package import Diagnostics
import FileAccess
import Glibc
import RecordReaders
import Synchronization

/// Reports for many records: reads them window by window, makes the reports of a window on several threads, and puts them in place
/// checkpoint by checkpoint. What it holds in memory does not depend on how many records there are.
package struct BatchRun {
  /// Makes the files of one record; without state, so that nothing of one record can reach the next.
  package typealias Making =
    @Sendable (PatientRecord, String, [Diagnostic], String, ReportComparison) -> ReportMaker.Made

  /// What the run tells while it works; nothing of it holds a value of a patient.
  package struct Listener {
    package var diagnostics: ([Diagnostic]) -> Void
    /// After each window.
    package var progress: (BatchTally) -> Void
    /// Whether the run is to stop at the next record.
    package var isStopped: @Sendable () -> Bool

    package init(
      diagnostics: @escaping ([Diagnostic]) -> Void, progress: @escaping (BatchTally) -> Void,
      isStopped: @escaping @Sendable () -> Bool
    ) {
      self.diagnostics = diagnostics
      self.progress = progress
      self.isStopped = isStopped
    }
  }

  /// How a run ended.
  package enum Ending: Sendable, Hashable {
    case complete
    /// Somebody asked it to stop; what was made is in place.
    case interrupted
    /// It could not go on; the diagnostics say why.
    case broken
    /// It could not begin.
    case nothingStarted
  }

  /// Records of a window for each thread.
  static let windowPerJob = 32
  /// Reports that are made durable and put in place together.
  private static let checkpoint = 512

  let order: BatchOrder
  /// A maker of its own for each call: what it makes cannot depend on what was made before.
  let makers: @Sendable () -> Making
  let listener: Listener

  package init(order: BatchOrder, listener: Listener, makers: @escaping @Sendable () -> Making) {
    self.order = order
    self.listener = listener
    self.makers = makers
  }

  /// Runs over the whole input.
  package func run(_ input: any RecordInput, clinic: PersonList? = nil) -> (tally: BatchTally, ending: Ending) {
    var tally = BatchTally(count: input.count)
    do {
      let folder = try BatchFolder(order.output)
      defer { folder.release() }
      let store = try ReportStore(path: folder.store)
      return try run(input, clinic, folder, store, &tally)
    } catch let error as FileError {
      listener.diagnostics([error.diagnostic])
    } catch {
      listener.diagnostics([BatchFault.store(error, order.output)])
    }
    return (tally, .nothingStarted)
  }

  private func run(
    _ input: any RecordInput, _ clinic: PersonList?, _ folder: BatchFolder, _ store: ReportStore,
    _ tally: inout BatchTally
  ) throws -> (tally: BatchTally, ending: Ending) {
    var input = input
    let layout = try self.layout(input, store)
    let number = try store.beginRun()
    // A run that makes nothing needs no maker.
    var maker: Making?
    func make() -> Making {
      let make = maker ?? makers()
      maker = make
      return make
    }
    var pending = PendingReports(folder: folder, store: store, run: number)
    var ending = Ending.complete
    var position = 0
    var atSamePlace = 0
    let size = BatchRun.windowPerJob * max(1, order.jobs)
    while true {
      if listener.isStopped() {
        ending = .interrupted
        break
      }
      let items = BatchItem.window(of: size, from: &input, at: &position)
      if listener.isStopped() {
        // The input may have ended because nobody waits for it any longer.
        ending = .interrupted
        break
      }
      if items.isEmpty { break }
      do {
        let results = try made(of: items, make, layout, folder, store, number, &pending)
        if let leak = results.compactMap({ $0.1.leak }).first {
          // Nobody knows yet which reports of the window are touched: none of them is put in place.
          listener.diagnostics(leak)
          for case (_, .made(_, let staged)) in results { for path in staged { unlink(path) } }
          ending = .broken
          try pending.put()
          break
        }
        for (item, result) in results {
          if case .unchanged(atSamePlace: true) = result { atSamePlace += 1 }
          try take(result, of: item, &tally, &pending, &ending)
        }
        if ending == .broken {
          try pending.put()
          break
        }
        if pending.count >= BatchRun.checkpoint { try pending.put() }
      } catch let error as FileError {
        listener.diagnostics([error.diagnostic])
        ending = .broken
        break
      } catch {
        // The list cannot be written, on a full disk for one: what is in place stays, and the run has begun all the same.
        listener.diagnostics([BatchFault.store(error, order.output)])
        ending = .broken
        break
      }
      listener.progress(tally)
      if ending == .interrupted { break }
    }
    do {
      try pending.put()
      if ending == .complete {
        let lists = ReportLists(folder: folder, store: store, run: number, clinic: clinic)
        let areCurrent = try atSamePlace == tally.seen && lists.areCurrent(count: tally.seen)
        if !areCurrent { try lists.write() }
        try lists.remember(count: tally.failed == 0 ? tally.seen : nil)
      }
      let summary = try store.summary(ofRun: number)
      (tally.byRank, tally.others) = (summary.byRank, summary.others)
    } catch let error as FileError {
      if ending != .broken { listener.diagnostics([error.diagnostic]) }
      ending = .broken
    } catch {
      if ending != .broken { listener.diagnostics([BatchFault.store(error, order.output)]) }
      ending = .broken
    }
    return (tally, ending)
  }

  /// The layout of the folder's first batch; files do not move when a later batch has more records.
  private func layout(_ input: any RecordInput, _ store: ReportStore) throws -> FolderLayout {
    if let known = try store.setting("layout").flatMap(FolderLayout.init(rawValue:)) { return known }
    let layout = FolderLayout(count: input.count)
    try store.set("layout", to: layout.rawValue)
    return layout
  }

  /// Counts what became of one record, and keeps it for the next checkpoint.
  private func take(
    _ result: BatchResult, of item: BatchItem, _ tally: inout BatchTally, _ pending: inout PendingReports,
    _ ending: inout Ending
  ) throws(FileError) {
    switch result {
    case .unchanged:
      tally.unchanged += 1
    case .made(let entry, let staged):
      tally.made += 1
      pending.add(entry, staged: staged, position: item.position)
    case .failed(let diagnostics):
      tally.failed += 1
      listener.diagnostics(diagnostics)
      pending.fail(item.place, diagnostics, position: item.position)
      try quarantine(item)
    case .stopped(let diagnostic):
      if ending != .broken { listener.diagnostics([diagnostic]) }
      ending = .broken
      return
    case .left, .leaked:
      if ending == .complete { ending = .interrupted }
      return
    }
    tally.seen += 1
  }

  /// One window: digests, look-up, reading, making; each step on all threads, the results in the order of the input.
  private func made(
    of items: [BatchItem], _ maker: () -> Making, _ layout: FolderLayout, _ folder: BatchFolder,
    _ store: ReportStore,
    _ run: Int, _ pending: inout PendingReports
  ) throws -> [(BatchItem, BatchResult)] {
    let order = self.order
    var items = Parallel.map(items, jobs: order.jobs) { $0.withKey(order) }
    var results = [BatchResult?](repeating: nil, count: items.count)

    let earlier = order.isForced ? [:] : try store.made(from: items.map(\.key).filter { !$0.isEmpty })
    var standing: [Int: (known: ReportStore.Known, files: [ReportStore.File])] = [:]
    for index in items.indices {
      if !items[index].faults.isEmpty { results[index] = .failed(items[index].faults) }
      guard let known = ReportStore.Known.chosen(earlier[items[index].key], at: items[index].place),
        let files = whole(known, folder)
      else { continue }
      items[index].name = known.name
      standing[index] = (known, files)
    }

    var open = items.indices.filter { results[$0] == nil && standing[$0] == nil }
    let read = Parallel.map(open.map { items[$0] }, jobs: order.jobs) { $0.withRecord(order) }
    for (index, item) in zip(open, read) {
      items[index] = item
      if item.record == nil { results[index] = .failed(item.faults) }
    }

    // Names are given in the order of the input, whatever thread comes first and whatever an earlier run made.
    let named = items.indices.filter { results[$0] == nil }
    let taken = try store.taken(named.map { items[$0].name }, inRun: run)
    for index in named {
      let other = taken[items[index].name] ?? pending.claim(items[index].name, for: items[index].place)
      if let other {
        results[index] = .failed([BatchFault.sameName(items[index].place, other, order)])
      } else if let (known, files) = standing[index] {
        let position = items[index].position
        pending.keep(known.name, renewed: files == known.files ? nil : files, position: position)
        results[index] = .unchanged(atSamePlace: known.run == run - 1 && known.position == position)
      }
    }
    open = open.filter { results[$0] == nil }

    let window = items
    let leaks =
      order.checksForLeaks
      ? LeakCheck(
        window.indices.compactMap { index in window[index].record.map { (index, $0) } }, identifying: order.identifying)
      : nil
    let makers = self.makers
    let isStopped = listener.isStopped
    let hasBroken = Atomic(false)
    guard !open.isEmpty else { return zip(items, results).map { ($0, $1 ?? .left) } }
    let make = maker()
    let made = Parallel.map(open, jobs: order.jobs) { index -> BatchResult in
      if isStopped() || hasBroken.load(ordering: .relaxed) { return .left }
      let result = BatchRun.make(
        window[index], index, window, order, make, makers, layout, folder, leaks)
      switch result {
      case .stopped, .leaked: hasBroken.store(true, ordering: .relaxed)
      case .made, .failed, .left, .unchanged: break
      }
      return result
    }
    for (index, result) in zip(open, made) { results[index] = result }
    return zip(items, results).map { ($0, $1 ?? .left) }
  }

  /// The files of the report, where all stand as they were put there; with the stamps of now, so that a file that was only touched is read
  /// through once. Nil where a file is gone or another one, or where nothing is known for the list of patients.
  func whole(_ known: ReportStore.Known, _ folder: BatchFolder) -> [ReportStore.File]? {
    guard known.isListed else { return nil }
    var files = known.files
    for (index, file) in files.enumerated() {
      guard let stamp = folder.stamp(of: file.path), stamp.bytes == file.bytes else { return nil }
      guard stamp.text != file.stamp else { continue }
      guard folder.digest(of: file.path) == file.sha256 else { return nil }
      files[index].stamp = stamp.text
    }
    return files
  }

  /// One record's files, made, looked through and written beside their places.
  private static func make(
    _ item: BatchItem, _ index: Int, _ window: [BatchItem], _ order: BatchOrder, _ make: Making,
    _ makers: @Sendable () -> Making, _ layout: FolderLayout, _ folder: BatchFolder, _ leaks: LeakCheck?
  ) -> BatchResult {
    guard let record = item.record else { return .failed(item.faults) }
    let made = make(record, item.sha256, item.warnings, item.place.words, item.comparison)
    guard let outputs = made.outputs else { return .failed(made.diagnostics) }
    if let leaks {
      let found = Set(outputs.flatMap { leaks.leaks(in: $0.bytes, of: index, whoseRecord: item.bytes) })
      // Words that many people use stand in a report made alone, too; what came from another record does not.
      if !found.isEmpty {
        let alone = makers()(record, item.sha256, item.warnings, item.place.words, item.comparison)
        if alone.outputs != outputs {
          return .leaked(
            found.map { BatchFault.leak(in: item.place, of: window[$0.owner].place, $0.field) }
              .sorted { $0.message < $1.message })
        }
      }
    }
    var files: [ReportStore.File] = []
    var staged: [String] = []
    do throws(FileError) {
      for (part, output) in outputs.enumerated() {
        staged.append(try folder.stage(output.bytes, number: item.position, part: part))
        files.append(
          ReportStore.File(
            path: layout.folder(of: item.name) + name(of: output, item.name, order), bytes: output.bytes.count,
            sha256: Digest.hex(output.bytes), stamp: ""))
      }
    } catch {
      for path in staged { unlink(path) }
      return .stopped(error.diagnostic)
    }
    return .made(
      ReportStore.Entry(
        name: item.name, key: item.key, recordSHA256: item.sha256, place: item.place, files: files, row: made.triage),
      staged: staged)
  }

  /// Such as `3f….html`, `3f….verdicts.json`, or `3f….note.txt` of several templates.
  private static func name(of output: ReportOutput, _ stem: String, _ order: BatchOrder) -> String {
    guard let template = output.template else { return "\(stem).verdicts.json" }
    return order.namesTemplate ? "\(stem).\(template).\(output.ending)" : "\(stem).\(output.ending)"
  }

  private func quarantine(_ item: BatchItem) throws(FileError) {
    guard let folder = order.quarantine, !item.bytes.isEmpty else { return }
    var name = item.place.line.map { "\(item.place.fileName)-\($0).json" } ?? item.place.fileName
    // Two folders may hold files of one name.
    if let other = try? Disk().read("\(folder)/\(name)", limit: .max), other != item.bytes {
      name = "\(NamePattern.digest(item.place.file))-\(name)"
    }
    try Disk().replace([OutputFile(path: "\(folder)/\(name)", bytes: item.bytes)])
  }
}
