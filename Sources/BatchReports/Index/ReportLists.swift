import ClinicalRecord
import ReportBuilder

/// The files about a run as a whole: the list of patients for people and for tables, what was made, and what failed.
struct ReportLists {
  let folder: BatchFolder
  let store: ReportStore
  let run: Int
  let clinic: PersonList?

  func write() throws {
    try folder.write("manifest.ndjson") { write in
      try store.forEach(inRun: run, by: .name) { try write(Array((ReportLists.manifest($0) + "\n").utf8)) }
    }
    try writeFailures()
    try folder.write("index.csv") { write in
      try write(Array(IndexTable.header(hasSlots: clinic != nil).utf8))
      try forEachRow { row in
        switch row {
        case .report(let entry, let slot): try write(Array(IndexTable.line(entry, slot: slot).utf8))
        case .none(let entry): try write(Array(IndexTable.line(without: entry).utf8))
        }
      }
    }
    try writePage()
  }

  /// Whether the last run wrote the lists for the same reports at the same places of its input, and nobody has touched them since.
  ///
  /// - Parameter count: of the reports, each of which the last run had at the same place.
  func areCurrent(count: Int) throws -> Bool { try store.setting(ReportLists.setting) == state(count, ofRun: run - 1) }

  /// Keeps what ``areCurrent(count:)`` asks for.
  ///
  /// - Parameter count: nil where records failed: what is told of them is written anew by each run.
  func remember(count: Int?) throws {
    try store.set(ReportLists.setting, to: count.map { state($0, ofRun: run) } ?? "")
  }

  private static let setting = "lists"

  /// What the lists stand for and what the file system says of them; of a run without failures.
  private func state(_ count: Int, ofRun run: Int) -> String {
    let slots = clinic.map { Digest.hex(Array($0.entries.map { "\($0.person)\t\($0.slot)\n" }.joined().utf8)) } ?? ""
    let stamps = ["manifest.ndjson", "index.csv", "index.html", "failures.ndjson"].map {
      folder.stamp(of: $0).map { "\($0.bytes) \($0.text)" } ?? "none"
    }
    return ([run, count].map(String.init) + [slots] + stamps).joined(separator: "\t")
  }

  /// A patient in the list: with a report, or named by the clinic and without one.
  private enum Row {
    case report(ReportStore.Entry, slot: String?)
    case none(PersonList.Entry)
  }

  /// The most urgent first; with the list of a clinic in its order, patients without a report among them.
  private func forEachRow(limit: Int = -1, _ body: (Row) throws -> Void) throws {
    guard let clinic else {
      return try store.forEach(inRun: run, by: .urgency, limit: limit) { try body(.report($0, slot: nil)) }
    }
    // A clinic names so many patients at most that they are held in memory.
    var reports: [String: ReportStore.Entry] = [:]
    try store.forEach(inRun: run, by: .position) { entry in
      if let person = entry.row?.identifier { reports[person] = entry }
    }
    for entry in clinic.entries {
      try body(reports[entry.person].map { .report($0, slot: entry.slot) } ?? .none(entry))
    }
  }

  /// What a report was made from and what its files are, one line a report in the order of their names. No times, no numbers of runs:
  /// the same inputs give the same bytes.
  private static func manifest(_ entry: ReportStore.Entry) -> String {
    JSONValue.object([
      .init("name", .string(entry.name)), .init("key", .string(entry.key)),
      .init("recordSHA256", .string(entry.recordSHA256)),
      .init(
        "files",
        .array(
          entry.files.map {
            .object([
              .init("path", .string($0.path)), .init("bytes", .number(Double($0.bytes))),
              .init("sha256", .string($0.sha256)),
            ])
          })),
    ]).compact
  }

  /// Without failures there is no list of them.
  private func writeFailures() throws {
    var hasAny = false
    try store.forEachFailure { _ in hasAny = true }
    guard hasAny else { return folder.remove("failures.ndjson") }
    try folder.write("failures.ndjson") { write in
      try store.forEachFailure { try write(Array(($0 + "\n").utf8)) }
    }
  }

  private func writePage() throws {
    let summary = try store.summary(ofRun: run)
    let count = summary.byRank.values.reduce(0, +)
    var failures: [String] = []
    var failed = 0
    try store.forEachFailure { line in
      failed += 1
      if failures.count < IndexPage.mostFailures { failures.append(line) }
    }
    let page = IndexPage(count: count, byRank: summary.byRank, failures: failed, hasSlots: clinic != nil)
    try folder.write("index.html") { write in
      try write(Array(page.head.utf8))
      var slot: String?
      try forEachRow(limit: IndexPage.mostRows) { row in
        var its: String?
        switch row {
        case .report(_, let found): its = found
        case .none(let entry): its = entry.slot
        }
        if let its, its != slot {
          slot = its
          try write(Array(page.group(its).utf8))
        }
        switch row {
        case .report(let entry, _): try write(Array(page.row(entry).utf8))
        case .none(let entry): try write(Array(page.row(without: entry).utf8))
        }
      }
      try write(Array(page.foot(failures).utf8))
    }
  }
}
