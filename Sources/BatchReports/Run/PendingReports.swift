import ClinicalRecord
import Diagnostics
import ReportBuilder

/// What was made and written, and is not in place yet: one sync, the renames, then one commit.
struct PendingReports {
  private let folder: BatchFolder
  private let store: ReportStore
  private let run: Int
  private var made: [(entry: ReportStore.Entry, staged: [String], position: Int)] = []
  private var checkpoint = ReportStore.Checkpoint()
  /// The names that the store does not know of this run yet.
  private var names: [String: RecordPlace] = [:]

  init(folder: BatchFolder, store: ReportStore, run: Int) {
    self.folder = folder
    self.store = store
    self.run = run
  }

  var count: Int { made.count + checkpoint.unchanged.count / 8 + checkpoint.failures.count }

  /// Gives the name to a record; the place of another one that has it already.
  mutating func claim(_ name: String, for place: RecordPlace) -> RecordPlace? {
    if let other = names[name] { return other }
    names[name] = place
    return nil
  }

  mutating func add(_ entry: ReportStore.Entry, staged: [String], position: Int) {
    made.append((entry, staged, position))
  }

  /// A report that stands as it was; renewed where stamps of its files are new.
  mutating func keep(_ name: String, renewed files: [ReportStore.File]?, position: Int) {
    checkpoint.unchanged.append((name, files, position))
  }

  mutating func fail(_ place: RecordPlace, _ diagnostics: [Diagnostic], position: Int) {
    checkpoint.failures.append((position, diagnostics.map { BatchFault.line(place, $0) }))
  }

  /// Puts everything in place.
  mutating func put() throws {
    if !made.isEmpty { try folder.sync() }
    for (entry, staged, position) in made {
      var entry = entry
      for (index, path) in staged.enumerated() {
        try folder.place(path, at: entry.files[index].path)
        entry.files[index].stamp = folder.stamp(of: entry.files[index].path)?.text ?? ""
      }
      checkpoint.made.append((entry, position))
    }
    made.removeAll(keepingCapacity: true)
    try store.write(checkpoint, run: run)
    checkpoint = ReportStore.Checkpoint()
    names.removeAll(keepingCapacity: true)
  }
}
