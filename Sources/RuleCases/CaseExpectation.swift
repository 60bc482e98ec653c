import ClinicalRecord
import Foundation
package import RuleEngine

/// What a row expects of the verdict.
package struct CaseExpectation: Sendable {
  let row: CaseTable.Row
  package init(_ row: CaseTable.Row) { self.row = row }

  /// What of it does not hold; empty when the row holds.
  package func faults(_ verdict: Verdict) -> [String] {
    var faults: [String] = []
    func check(_ column: String, _ expected: String, _ found: String, _ isMatch: Bool) {
      if !isMatch { faults.append("\(column): expected '\(expected)', found '\(found)'") }
    }
    if let expected = row["expect"] {
      let found = verdict.value.rawValue
      check(
        "expect", expected, "\(found)' with missing '\(verdict.missing.map(\.name).joined(separator: ", "))",
        expected == found)
    } else {
      faults.append("no 'expect'")
    }
    if let expected = row["open"] {
      check("open", expected, verdict.isOpen ? "yes" : "no", (expected == "yes") == verdict.isOpen)
    }
    if let expected = row["says"] {
      check("says", expected, verdict.text, expected == "-" ? verdict.text.isEmpty : verdict.text.contains(expected))
    }
    if let expected = row["saysNot"] { check("saysNot", expected, verdict.text, !verdict.text.contains(expected)) }
    if let expected = row["level"] {
      let found = verdict.urgency?.rawValue ?? "-"
      check("level", expected, found, expected == found)
    }
    if let expected = row["provisional"] {
      check("provisional", expected, "\(verdict.isProvisional)", (expected == "yes") == verdict.isProvisional)
    }
    let missing = Set(verdict.missing.map(\.name))
    for item in CaseTable.list(row["missing"]) {
      check("missing", item, missing.sorted().joined(separator: ", "), missing.contains(item))
    }
    for item in CaseTable.list(row["notMissing"]) {
      check("notMissing", item, missing.sorted().joined(separator: ", "), !missing.contains(item))
    }
    let tests = Set(verdict.considerTest.map(\.name))
    for item in CaseTable.list(row["tests"]) {
      check("tests", item, tests.sorted().joined(separator: ", "), item == "-" ? tests.isEmpty : tests.contains(item))
    }
    for item in CaseTable.list(row["testsNot"]) {
      check("testsNot", item, tests.sorted().joined(separator: ", "), !tests.contains(item))
    }
    if let expected = row["asks"] {
      check("asks", expected, verdict.ask.joined(separator: " / "), verdict.ask.contains { $0.contains(expected) })
    }
    if let expected = row["suppressedBy"] {
      let found = verdict.suppressedBy?.name ?? "-"
      check("suppressedBy", expected, found, expected == found)
    }
    if let expected = row["conflict"] {
      check(
        "conflict", expected, verdict.conflict.joined(separator: "; "), (expected == "yes") != verdict.conflict.isEmpty)
    }
    for pair in CaseTable.list(row["detail"], by: ";") {
      let parts = pair.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      let name = parts.first ?? ""
      let found = verdict.detail.first { $0.name == name }.map { CaseExpectation.words($0.value) }
      check("detail \(name)", parts.last ?? "", found ?? "nothing", parts.count == 2 && found == parts.last)
    }
    return faults
  }

  static func words(_ value: DetailValue) -> String {
    switch value {
    case .number(let number): number == number.rounded() ? String(Int(number)) : String(number)
    case .text(let text): text
    case .list(let list): list.joined(separator: ", ")
    }
  }
}
