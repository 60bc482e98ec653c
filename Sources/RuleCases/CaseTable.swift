import Foundation

/// The rows of one `*.cases.md`: a level-one heading names the rule, every Markdown table below it holds cases of it.
///
/// Columns are described in ``CaseRecord`` (what is recorded) and ``CaseExpectation`` (what is expected).
package struct CaseTable: Sendable {
  package struct Row: Sendable {
    package var rule: String
    /// 1-based line in the file.
    package var line: Int
    /// Cells by column, without the blank ones, in the order of the columns.
    package var cells: [(column: String, text: String)]

    package subscript(_ column: String) -> String? { cells.first { $0.column == column }?.text }
  }

  package private(set) var rows: [Row] = []
  package private(set) var faults: [(line: Int, words: String)] = []

  package init(_ text: String) {
    var rule: String?
    var columns: [String]?
    for (position, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.trimmingCharacters(in: .whitespaces)
      let number = position + 1
      if line.hasPrefix("# ") {
        rule = line.dropFirst(2).trimmingCharacters(in: .whitespaces)
        columns = nil
      } else if !line.hasPrefix("|") {
        columns = nil
      } else if let known = columns {
        if line.allSatisfy({ "|-: ".contains($0) }) && line.contains("--") { continue }
        let cells = CaseTable.cells(line)
        guard let rule else {
          faults.append((number, "a table before the heading that names its rule"))
          continue
        }
        guard cells.count == known.count else {
          faults.append((number, "\(cells.count) cells under \(known.count) columns"))
          continue
        }
        rows.append(Row(rule: rule, line: number, cells: zip(known, cells).filter { !$1.isEmpty }.map { ($0, $1) }))
      } else {
        let names = CaseTable.cells(line)
        for name in names where name.isEmpty || names.filter({ $0 == name }).count > 1 {
          faults.append((number, "column '\(name)' is blank or stands twice"))
        }
        columns = names
      }
    }
    if rows.isEmpty { faults.append((1, "no rows")) }
  }

  private static func cells(_ line: String) -> [String] {
    var inner = Substring(line.dropFirst())
    if inner.hasSuffix("|") { inner.removeLast() }
    return inner.split(separator: "|", omittingEmptySubsequences: false).map { cell in
      let text = cell.trimmingCharacters(in: .whitespaces)
      return text.count >= 2 && text.hasPrefix("`") && text.hasSuffix("`") ? String(text.dropFirst().dropLast()) : text
    }
  }

  /// The parts of a cell, without blank ones.
  static func list(_ text: String?, by separator: Character = ",") -> [String] {
    (text ?? "").split(separator: separator).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  /// The words of a text: parted by spaces, except within double quotes, which are dropped.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == " " && !isQuoted {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
