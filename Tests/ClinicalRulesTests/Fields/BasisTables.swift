import ClinicalRecord
import Foundation

/// Part B of the clinical basis, read in place: what the dictionary has to declare.
struct BasisTables {
  struct Item {
    var id: String
    var section: RecordSection
    /// The cells of the row after the id: type and allowed values, or unit and codes.
    var type: String
    var allowed: String
  }

  struct Lab {
    var id: String
    var unit: String
    /// LOINC codes as written, with their star.
    var codes: [String]
    var staleAfterDays: Int?
    var conversion: String
  }

  var items: [Item] = []
  var labs: [Lab] = []
  var medicationClasses: [String] = []

  /// Beside the package, where the workspace keeps it; a checkout without it skips the tests that need it.
  static let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../../../shared/clinical/basis.md"
  )
  .standardizedFileURL.path

  static var isPresent: Bool { FileManager.default.fileExists(atPath: path) }

  init() throws {
    let text = try String(contentsOfFile: BasisTables.path, encoding: .utf8)
    for part in text.components(separatedBy: "\n### ") {
      let lines = part.components(separatedBy: "\n")
      let rows = lines.filter { $0.hasPrefix("| `") }.map(BasisTables.cells)
      let prose = lines.dropFirst().filter { !$0.hasPrefix("|") }.joined(separator: "\n")
      switch lines[0].prefix(3) {
      case "B1.": add(rows, .person)
      case "B2.": add(rows, .log)
      case "B3.": add(rows, .answers)
      case "B4.":
        add(rows, .history)
        for row in rows { addMentioned(in: row) }
      case "B5.": addMedications(prose, rows)
      case "B6.": addLabs(prose, rows)
      case "B7.": addMeasurements(rows)
      default: continue
      }
    }
  }

  private mutating func add(_ rows: [[String]], _ section: RecordSection) {
    for row in rows {
      let ids = BasisTables.quoted(row[0])
      // "0-5; months" under two ids: a part for each.
      let parts = row[2].components(separatedBy: "; ")
      for (position, id) in ids.enumerated() {
        let allowed = ids.count == parts.count ? parts[position] : row[2]
        items.append(Item(id: id, section: section, type: row[1], allowed: allowed))
      }
    }
  }

  /// History names some items only in the note of another one.
  private mutating func addMentioned(in row: [String]) {
    let codes = Set(row[2].components(separatedBy: ", "))
    for id in BasisTables.quoted(row[3]) where !codes.contains(id) && !items.contains(where: { $0.id == id }) {
      items.append(Item(id: id, section: .history, type: "", allowed: ""))
    }
  }

  private mutating func addMedications(_ prose: String, _ rows: [[String]]) {
    let halves = prose.components(separatedBy: "Current = ")
    items += BasisTables.quoted(halves[0]).map { Item(id: $0, section: .medications, type: "", allowed: "") }
    let inHistory =
      BasisTables.quoted(halves[1]).filter { $0.hasPrefix("medList") } + rows.flatMap { BasisTables.quoted($0[2]) }
    items += inHistory.map { Item(id: $0, section: .history, type: "bool3", allowed: "") }
    medicationClasses = rows.flatMap { BasisTables.quoted($0[0]) }.filter { $0 != "medClass" }
  }

  private mutating func addLabs(_ prose: String, _ rows: [[String]]) {
    items += BasisTables.quoted(prose).map { Item(id: $0, section: .labs, type: "", allowed: "") }
    for row in rows {
      let ids = BasisTables.quoted(row[0])
      let codes = row[2].matches(of: /[0-9]+-[0-9]\*?/).map { String($0.output) }
      for (position, id) in ids.enumerated() {
        labs.append(
          Lab(
            id: id, unit: row[1], codes: ids.count == 1 ? codes : [codes[position]],
            staleAfterDays: Int(row[3].prefix { $0.isNumber }), conversion: row[4]))
      }
    }
  }

  private mutating func addMeasurements(_ rows: [[String]]) {
    var section = RecordSection.measurements
    for row in rows {
      var ids = BasisTables.quoted(row[0])
      if row[0].contains("`..`"), ids.count == 2 { ids = (1...3).map { ids[0].dropLast() + "\($0)" } }
      if ids.contains("irlsTotal") { section = .scores }
      items += ids.map { Item(id: $0, section: section, type: row[1], allowed: row[2]) }
    }
  }

  private static func cells(_ line: String) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }

  private static func quoted(_ text: String) -> [String] {
    text.matches(of: /`([A-Za-z][A-Za-z0-9]*)`/).map { String($0.output.1) }
  }
}
