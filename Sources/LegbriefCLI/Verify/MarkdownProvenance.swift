import ClinicalRecord
import ReportBuilder

/// The provenance of a Markdown report: the table under its last heading of that name.
enum MarkdownProvenance {
  static func read(_ text: String) throws(StatedProvenance.Fault) -> StatedProvenance {
    let rows = rows(text)
    guard !rows.isEmpty else { throw StatedProvenance.none }
    func value(_ row: String) throws(StatedProvenance.Fault) -> String {
      guard let value = rows[row] else { throw StatedProvenance.broken("row \"\(row)\"") }
      return value
    }
    func hash(_ row: String) throws(StatedProvenance.Fault) -> String {
      let last = try value(row).split(separator: " ").last.map(String.init) ?? ""
      guard StatedProvenance.isHash(last) else { throw StatedProvenance.broken("SHA-256 in the row \"\(row)\"") }
      return last
    }
    guard let asOf = try Day(iso: value("As of")) else { throw StatedProvenance.broken("day in the row \"As of\"") }
    let program = try value("Program")
    guard program.hasPrefix("Legbrief ") else { throw StatedProvenance.broken("row \"Program\"") }
    return StatedProvenance(
      form: .markdown, program: String(program.dropFirst("Legbrief ".count)), record: try hash("Record"), asOf: asOf,
      options: try options(value("Options")), templates: try hash("Templates"), templateFiles: nil,
      ruleSet: try hash("Rule set"), rules: nil)
  }

  /// First and second cell of each row below the heading; empty without one.
  private static func rows(_ text: String) -> [String: String] {
    var rows: [String: String] = [:]
    var isInside = false
    for line in text.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("#") {
        isInside = line.drop { $0 == "#" }.drop { $0 == " " } == "Provenance"
        if isInside { rows = [:] }
      } else if isInside, line.hasPrefix("|") {
        let cells = line.split(separator: "|").map(plain)
        if cells.count == 2 { rows[cells[0]] = cells[1] }
      }
    }
    return rows
  }

  /// A cell without padding, emphasis, code marks and the backslashes of its escapes.
  private static func plain(_ cell: Substring) -> String {
    var text = cell.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text.filter { !"`*\\".contains($0) })
  }

  /// `--template appointment --locale en-US`; "none" without any.
  private static func options(_ text: String) throws(StatedProvenance.Fault) -> [Provenance.Option] {
    guard text != "none" else { return [] }
    var options: [Provenance.Option] = []
    for part in " \(text)".split(separator: " --", omittingEmptySubsequences: true) {
      let words = part.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2 else { throw StatedProvenance.broken("options") }
      options.append(Provenance.Option(words[0], words[1]))
    }
    return options
  }
}
