/// Reasons on file for what the tables cannot notice: a Markdown table of rule, place, flip (or leaf, value) and reason.
///
/// A `*` at the end of a cell stands for any rest. A line without a reason, or that applies to nothing, is a fault.
package struct Reasons: Sendable {
  private struct Line: Sendable {
    var cells: [String]
    var reason: String
    var number: Int
  }

  private let lines: [Line]
  package private(set) var faults: [String] = []

  package init(_ text: String = "") {
    var lines: [Line] = []
    for (position, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard line.hasPrefix("|"), !line.hasPrefix("|--"), !line.hasPrefix("| rule ") else { continue }
      var cells = line.dropFirst().split(separator: "|", omittingEmptySubsequences: false).map { Reasons.trimmed($0) }
      if cells.last?.isEmpty == true { cells.removeLast() }
      guard cells.count == 4, let reason = cells.last, !reason.isEmpty else {
        faults.append("line \(position + 1): not rule, place, flip and reason")
        continue
      }
      lines.append(Line(cells: Array(cells.dropLast()), reason: reason, number: position + 1))
    }
    self.lines = lines
  }

  package func reason(_ rule: String, _ place: String, _ flip: String) -> String? {
    lines.first { Reasons.matches($0.cells, [rule, place, flip]) }?.reason
  }

  func covers(_ rule: String, _ place: String, _ flip: String) -> Bool { reason(rule, place, flip) != nil }

  /// The numbers of the lines that apply to none of these.
  package func stale(_ found: [[String]]) -> [Int] {
    lines.filter { line in !found.contains { Reasons.matches(line.cells, $0) } }.map(\.number)
  }

  private static func matches(_ pattern: [String], _ cells: [String]) -> Bool {
    zip(pattern, cells).allSatisfy { $0 == $1 || ($0.hasSuffix("*") && $1.hasPrefix($0.dropLast())) }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
