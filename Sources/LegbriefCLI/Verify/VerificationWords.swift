import ClinicalRecord
import Diagnostics

/// The outcome of `legbrief verify` as text and as JSON.
struct VerificationWords {
  let report: String
  let record: String
  let verification: Verification

  var text: String {
    let report = Excerpt.visible(report)
    guard !verification.matches else { return "\(report) matches its record, rules and templates.\n" }
    var text = "\(report) does not match:\n"
    for difference in verification.differences {
      let name = difference.part == .asOf ? "as of" : difference.part.rawValue
      text += "  \(name)\(String(repeating: " ", count: max(1, 11 - name.count)))\(difference.message)\n"
    }
    if !verification.differences.contains(where: { $0.part == .report }) {
      text += "The text of the report was not compared: what it was made from has changed.\n"
    }
    return text
  }

  var json: JSONValue {
    .object([
      .init("legbrief", 1), .init("report", .string(report)), .init("record", .string(record)),
      .init("matches", .bool(verification.matches)),
      .init("differences", .array(verification.differences.map(VerificationWords.json))),
    ])
  }

  private static func json(_ difference: Verification.Difference) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("part", .string(difference.part.rawValue)), .init("message", .string(difference.message)),
    ]
    for (name, ids) in [
      ("changed", difference.changed), ("added", difference.added), ("removed", difference.removed),
    ] where !ids.isEmpty {
      members.append(.init(name, .strings(ids)))
    }
    if let line = difference.line { members.append(.init("line", .number(Double(line)))) }
    return .object(members)
  }
}
