package import ClinicalRecord
package import RuleCases
package import RuleEngine

/// The rows of the case tables with their records, by rule, built once for many judgements.
package struct PreparedCases: Sendable {
  package struct Case: Sendable {
    package let rule: RuleID
    package let record: PatientRecord
    package let expectation: CaseExpectation

    package init(_ row: CaseTable.Row, _ record: PatientRecord) {
      rule = RuleID(row.rule)
      self.record = record
      expectation = CaseExpectation(row)
    }

    /// Whether the row holds by the judge's book.
    package func holds(by judge: RuleJudge) -> Bool {
      guard let verdict = judge.verdict(of: rule, for: record) else { return false }
      return expectation.faults(verdict).isEmpty
    }
  }

  package private(set) var byRule: [RuleID: [Case]] = [:]
  /// Rows that cannot be read, or do not hold for the book as it is: they can notice nothing.
  package private(set) var unusable: [String] = []

  package init(_ tables: [CaseTable], _ book: RuleBook) {
    let judge = RuleJudge(book)
    for row in tables.flatMap(\.rows) {
      var building = CaseRecord()
      let prepared = Case(row, building.record(row))
      if building.faults.isEmpty, prepared.holds(by: judge) {
        byRule[prepared.rule, default: []].append(prepared)
      } else {
        unusable.append("\(row.rule): \(row["case"] ?? "line \(row.line)")")
      }
    }
  }

  package subscript(_ rule: RuleID) -> [Case] { byRule[rule] ?? [] }
}
