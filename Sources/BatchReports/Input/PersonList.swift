package import Diagnostics
package import FileAccess
import SwiftCSV

/// The list of a clinic: who comes, in which order, and when. Comma-separated values (RFC 4180) with a first row of names.
package struct PersonList: Sendable {
  package struct Entry: Sendable, Hashable {
    /// `personId` of the record.
    package var person: String
    /// The time or place in the list, as it is written there; empty without one.
    package var slot: String
    /// The row of the list, from 2.
    package var row: Int
  }

  package let file: String
  package let entries: [Entry]

  /// The most patients that one list may name: their records are picked from any input and held until their turn.
  package static let most = 5_000

  private static let personNames = ["personid", "person", "id", "pseudonym"]
  private static let slotNames = ["slot", "time", "appointment", "start"]

  /// - Throws: ``Fault`` with everything that is wrong with the list.
  package init(file: String, bytes: [UInt8]) throws(Fault) {
    self.file = file
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(file, row: nil, "it is not UTF-8 text", "save it as CSV in UTF-8")
    }
    let table: CSV<Enumerated>
    do {
      let begin = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
      table = try CSV<Enumerated>(string: begin, loadColumns: false)
    } catch {
      throw Fault(file, row: nil, "it is not a table of comma-separated values", "check the quotation marks")
    }
    let names = table.header.map { PersonList.trimmed($0).lowercased() }
    guard let person = PersonList.personNames.lazy.compactMap({ names.firstIndex(of: $0) }).first else {
      throw Fault(file, row: 1, "no column is called personId", "give the column with the pseudonyms the name personId")
    }
    let slot = PersonList.slotNames.lazy.compactMap { names.firstIndex(of: $0) }.first
    var entries: [Entry] = []
    var seen: [String: Int] = [:]
    for (position, cells) in table.rows.enumerated() {
      let row = position + 2
      func cell(_ column: Int?) -> String {
        column.flatMap { $0 < cells.count ? PersonList.trimmed(cells[$0]) : nil } ?? ""
      }
      if cells.allSatisfy({ PersonList.trimmed($0).isEmpty }) { continue }
      let id = cell(person)
      guard !id.isEmpty else {
        throw Fault(file, row: row, "personId is empty", "give the pseudonym, or remove the row")
      }
      if let first = seen[id] {
        throw Fault(file, row: row, "the person of row \(first) stands here again", "remove one of the two rows")
      }
      seen[id] = row
      entries.append(Entry(person: id, slot: cell(slot), row: row))
    }
    guard !entries.isEmpty else { throw Fault(file, row: nil, "it names nobody", "add a row for each patient") }
    guard entries.count <= PersonList.most else {
      throw Fault(file, row: nil, "it names more than \(PersonList.most) patients", "make a batch without a list")
    }
    self.entries = entries
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    return String(text)
  }

  /// What is wrong with a list.
  package struct Fault: Error {
    package let diagnostic: Diagnostic

    /// The list itself cannot be read.
    package init(unreadable error: FileError) {
      var diagnostic = error.diagnostic
      diagnostic.id = "person-list"
      diagnostic.remedy = "name a file of comma-separated values with a column personId"
      self.diagnostic = diagnostic
    }

    init(_ file: String, row: Int?, _ words: String, _ remedy: String) {
      diagnostic = Diagnostic(
        .error, id: "person-list", "the list \(file) cannot be used: \(words)",
        at: row.map { SourceLocation(file: file, line: $0, column: 1) }, remedy: remedy)
    }
  }
}
