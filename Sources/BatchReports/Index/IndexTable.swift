import ReportBuilder
import RuleEngine

/// The list of patients as comma-separated values (RFC 4180), for tables and other programs.
enum IndexTable {
  static func header(hasSlots: Bool) -> String {
    (hasSlots ? "slot," : "")
      + "level,openLevel,redFlags,openFlags,flagsNotAsked,record,age,restlessLegs,findings,logCoverage,file\r\n"
  }

  static func line(_ entry: ReportStore.Entry, slot: String?) -> String {
    var cells = slot.map { [$0] } ?? []
    if let row = entry.row {
      cells += [
        row.flags.first?.level ?? "", row.openUrgency.map { "\($0.rawValue) if confirmed" } ?? "",
        row.flags.map(\.title).joined(separator: "; "), row.open.joined(separator: "; "),
        "\(row.notAsked)", row.identifier, row.age, row.restlessLegs, row.findings.joined(separator: "; "),
        row.coverage,
      ]
    } else {
      cells += Array(repeating: "", count: 10)
    }
    cells.append(entry.files.first?.path ?? "")
    return cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// A patient whom the clinic names and for whom there is no report.
  static func line(without entry: PersonList.Entry) -> String {
    [entry.slot, "no report", "", "", "", "", entry.person, "", "", "", "", ""].map(cell).joined(separator: ",")
      + "\r\n"
  }

  /// A cell that begins like a formula would be run by a spreadsheet: a quotation mark in front keeps it text.
  private static func cell(_ text: String) -> String {
    let safe = text.first.map { "=+-@\t\r".contains($0) } == true ? "'" + text : text
    guard safe.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }) else {
      return safe
    }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
