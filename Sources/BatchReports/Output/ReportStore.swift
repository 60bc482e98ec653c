import ClinicalRecord
import Foundation
import GRDB
import ReportBuilder
import RuleEngine

/// What an output folder holds and what each report in it was made from, in one SQLite file: found again by key or by name without
/// holding the list in memory, and never half written.
struct ReportStore: Sendable {
  /// One file of a report, as it was put in place.
  struct File: Sendable, Hashable {
    /// Inside the output folder.
    var path: String
    var bytes: Int
    var sha256: String
    /// Number, size and time of last change, as the file system tells them: any other writing to the file changes it.
    var stamp: String
  }

  /// One record's report.
  struct Entry: Sendable {
    var name: String
    /// Over everything that the files depend on.
    var key: String
    var recordSHA256: String
    var place: RecordPlace
    var files: [File]
    var row: TriageRow?
  }

  private let queue: DatabaseQueue

  init(path: String) throws {
    var configuration = Configuration()
    configuration.label = "reports"
    configuration.busyMode = .immediateError
    configuration.prepareDatabase { database in
      // One file beside the reports and no shared memory: works on every file system; a commit is on disk when it returns.
      try database.execute(sql: "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000")
    }
    queue = try DatabaseQueue(path: path, configuration: configuration)
    try ReportStore.schema.migrate(queue)
  }

  private static var schema: DatabaseMigrator {
    var schema = DatabaseMigrator()
    schema.registerMigration("reports") { database in
      try database.execute(
        sql: """
          CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
          CREATE TABLE IF NOT EXISTS report (
            name TEXT NOT NULL PRIMARY KEY, key TEXT NOT NULL, record TEXT NOT NULL, file TEXT NOT NULL, line INTEGER,
            files TEXT NOT NULL, triage TEXT, urgency INTEGER NOT NULL, run INTEGER NOT NULL, position INTEGER NOT NULL
          );
          CREATE INDEX IF NOT EXISTS report_key ON report (key);
          CREATE TABLE IF NOT EXISTS failure (
            position INTEGER NOT NULL, number INTEGER NOT NULL, line TEXT NOT NULL, PRIMARY KEY (position, number)
          ) WITHOUT ROWID;
          """)
    }
    schema.registerMigration("open flags") { database in
      try database.execute(sql: "ALTER TABLE report ADD COLUMN open INTEGER NOT NULL DEFAULT 0")
    }
    return schema
  }

  /// For a look at what is there: nothing is changed.
  init(reading path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    queue = try DatabaseQueue(path: path, configuration: configuration)
  }

  func setting(_ name: String) throws -> String? {
    try queue.read { try String.fetchOne($0, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name]) }
  }

  func set(_ name: String, to value: String) throws {
    try queue.write {
      try $0.execute(sql: "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", arguments: [name, value])
    }
  }

  /// Begins a run; its number marks what belongs to it.
  func beginRun() throws -> Int {
    try queue.write { database in
      let last = try Int.fetchOne(database, sql: "SELECT value FROM setting WHERE name = 'run'") ?? 0
      try database.execute(
        sql: "INSERT OR REPLACE INTO setting (name, value) VALUES ('run', ?)", arguments: ["\(last + 1)"])
      try database.execute(sql: "DELETE FROM failure")
      return last + 1
    }
  }

  /// What is known of a report that an earlier record, or an earlier run, was the reason for.
  struct Known: Sendable {
    var name: String
    var place: RecordPlace
    var files: [File]
    /// Whether the list of patients has a row for it.
    var isListed: Bool
    var run: Int
    /// In the input of that run.
    var position: Int

    /// Of several the one that was made of the record at the place.
    static func chosen(_ all: [Known]?, at place: RecordPlace) -> Known? {
      all?.first { $0.place == place } ?? all?.first
    }
  }

  /// What an earlier run made from the same things, by key; one look-up for many records. Records that say the same may have several
  /// reports.
  func made(from keys: [String]) throws -> [String: [Known]] {
    try queue.read { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT name, file, line, files, triage IS NOT NULL, run, position FROM report WHERE key = ? ORDER BY position
          """)
      var found: [String: [Known]] = [:]
      for key in keys {
        guard found[key] == nil else { continue }
        found[key] = try Row.fetchAll(statement, arguments: [key]).map { row in
          Known(
            name: row[0], place: RecordPlace(file: row[1], line: row[2]), files: ReportStore.files(row[3]),
            isListed: row[4], run: row[5], position: row[6])
        }
      }
      return found
    }
  }

  /// The places of the records that have these names in this run.
  func taken(_ names: [String], inRun run: Int) throws -> [String: RecordPlace] {
    try queue.read { database in
      let statement = try database.cachedStatement(sql: "SELECT file, line FROM report WHERE name = ? AND run = ?")
      var taken: [String: RecordPlace] = [:]
      for name in names {
        guard let row = try Row.fetchOne(statement, arguments: [name, run]) else { continue }
        taken[name] = RecordPlace(file: row[0], line: row[1])
      }
      return taken
    }
  }

  /// What a checkpoint writes down, all of it or nothing.
  struct Checkpoint: Sendable {
    var made: [(entry: Entry, position: Int)] = []
    /// Reports of an earlier run that are still what they should be.
    /// With their files where what is known of them is new.
    var unchanged: [(name: String, files: [File]?, position: Int)] = []
    /// A line of the list of failures each.
    var failures: [(position: Int, lines: [String])] = []

    var isEmpty: Bool { made.isEmpty && unchanged.isEmpty && failures.isEmpty }
  }

  func write(_ checkpoint: Checkpoint, run: Int) throws {
    guard !checkpoint.isEmpty else { return }
    try queue.write { database in
      for (entry, position) in checkpoint.made {
        try database.cachedStatement(
          sql: """
            INSERT OR REPLACE INTO report (name, key, record, file, line, files, triage, urgency, open, run, position)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).execute(arguments: [
          entry.name, entry.key, entry.recordSHA256, entry.place.file, entry.place.line,
          ReportStore.text(entry.files), entry.row?.stored, entry.row?.rank ?? 0, entry.row?.openRank ?? 0, run,
          position,
        ])
      }
      let keep = try database.cachedStatement(sql: "UPDATE report SET run = ?, position = ? WHERE name = ?")
      let renew = try database.cachedStatement(sql: "UPDATE report SET files = ? WHERE name = ?")
      for (name, files, position) in checkpoint.unchanged {
        try keep.execute(arguments: [run, position, name])
        if let files { try renew.execute(arguments: [ReportStore.text(files), name]) }
      }
      let fail = try database.cachedStatement(
        sql: "INSERT OR REPLACE INTO failure (position, number, line) VALUES (?, ?, ?)")
      for (position, lines) in checkpoint.failures {
        for (number, line) in lines.enumerated() { try fail.execute(arguments: [position, number, line]) }
      }
    }
  }

  /// The reports of a run, one at a time, in an order.
  enum Order: String {
    case name = "name"
    case position = "position"
    /// The most urgent first, an open flag just behind one of its level that is met; then as they came.
    case urgency = "max(2 * urgency, 2 * open - 1) DESC, urgency DESC, position"
  }

  func forEach(
    inRun run: Int, by order: Order, limit: Int = -1, _ body: (Entry) throws -> Void
  ) throws {
    try queue.read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT name, key, record, file, line, files, triage FROM report WHERE run = ?
          ORDER BY \(order.rawValue) LIMIT ?
          """, arguments: [run, limit])
      while let row = try rows.next() {
        try body(ReportStore.entry(row))
      }
    }
  }

  func forEachFailure(_ body: (String) throws -> Void) throws {
    try queue.read { database in
      let lines = try String.fetchCursor(database, sql: "SELECT line FROM failure ORDER BY position, number")
      while let line = try lines.next() { try body(line) }
    }
  }

  /// How many reports of a run have a flag of each level, and how many reports of earlier runs stand beside them.
  func summary(ofRun run: Int) throws -> (byRank: [Int: Int], others: Int) {
    try queue.read { database in
      var byRank: [Int: Int] = [:]
      let rows = try Row.fetchCursor(
        database, sql: "SELECT urgency, count(*) FROM report WHERE run = ? GROUP BY urgency", arguments: [run])
      while let row = try rows.next() { byRank[row[0]] = row[1] }
      let others = try Int.fetchOne(database, sql: "SELECT count(*) FROM report WHERE run <> ?", arguments: [run])
      return (byRank, others ?? 0)
    }
  }

  private static func entry(_ row: Row) -> Entry {
    Entry(
      name: row[0], key: row[1], recordSHA256: row[2], place: RecordPlace(file: row[3], line: row[4]),
      files: files(row[5]), row: (row[6] as String?).flatMap(TriageRow.init(stored:)))
  }

  // Paths, digests and stamps hold no tab and no line feed.
  private static func text(_ files: [File]) -> String {
    files.map { "\($0.path)\t\($0.bytes)\t\($0.sha256)\t\($0.stamp)" }.joined(separator: "\n")
  }

  private static func files(_ text: String) -> [File] {
    text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t").map(String.init)
      guard parts.count == 4, let bytes = Int(parts[1]) else { return nil }
      return File(path: parts[0], bytes: bytes, sha256: parts[2], stamp: parts[3])
    }
  }
}

extension TriageRow {
  /// From 1 for a routine flag to 5 for an emergency; 0 without one.
  var rank: Int { TriageRow.rank(urgency) }
  /// The same of the open flag that would be the most urgent.
  var openRank: Int { TriageRow.rank(openUrgency) }

  private static func rank(_ urgency: Urgency?) -> Int {
    urgency.flatMap { Urgency.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
  }

  /// As JSON, nil where it cannot be written.
  var stored: String? { (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } }

  init?(stored: String) {
    guard let row = try? JSONDecoder().decode(TriageRow.self, from: Data(stored.utf8)) else { return nil }
    self = row
  }
}
