import ClinicalRecord
package import RuleEngine

/// Prints why a rule came to its value: the tree of its conditions with what was found for each.
package struct ExplanationPrinter: Sendable {
  private let book: RuleBook
  private let describer: ConditionDescriber

  package init(book: RuleBook) {
    self.book = book
    describer = ConditionDescriber(book: book)
  }

  /// One rule with its tree, evidence by file:line:column, questions, tests and references.
  package func text(_ verdict: Verdict, of verdicts: Verdicts) -> String {
    var text = "\(verdict.id)  \(verdict.rule.title)\n\(mark(verdict.value))\(verdict.isOpen ? ", open" : "")"
    if verdict.isProvisional { text += ", provisional: needs clinician judgement" }
    if let urgency = verdict.urgency { text += ", level \(urgency.rawValue)" }
    if let by = verdict.suppressedBy { text += ", withheld from print by \(by)" }
    text += "\n"
    if !verdict.text.isEmpty { text += "\nsays  \(verdict.text)\n" }
    text += "\n" + tree(verdict.explanation, verdicts.record.file, "")
    for conflict in verdict.conflict { text += "\nconflict  \(conflict)\n" }
    if !verdict.missing.isEmpty { text += "\nmissing  \(verdict.missing.map(\.name).joined(separator: ", "))\n" }
    for question in verdict.ask { text += "ask  \(question)\n" }
    if !verdict.considerTest.isEmpty {
      text += "consider testing  \(verdict.considerTest.map(\.name).joined(separator: ", "))\n"
    }
    if !verdict.rule.readings.isEmpty { text += "settled readings  \(verdict.rule.readings.joined(separator: ", "))\n" }
    text += "basis  \(verdict.rule.basis.rawValue); draft, no clinician has reviewed this rule\n"
    for id in verdict.rule.citations { text += "source  \(id.name): \(book.references[id] ?? "")\n" }
    return text
  }

  /// All rules, a line each.
  package func overview(_ verdicts: Verdicts) -> String {
    verdicts.all.map { verdict in
      let id = verdict.id.name + String(repeating: " ", count: max(1, 28 - verdict.id.name.count))
      return "\(id)\(mark(verdict.value))\(verdict.isOpen ? ", open" : "")"
        + (verdict.suppressedBy.map { ", withheld by \($0)" } ?? "") + (verdict.text.isEmpty ? "" : "  \(verdict.text)")
        + "\n"
    }.joined()
  }

  private func mark(_ truth: Truth) -> String {
    switch truth {
    case .met: "✓ met"
    case .notMet: "✗ not met"
    case .notRecorded: "? not recorded"
    }
  }

  private func tree(_ node: Explanation, _ file: String, _ indent: String) -> String {
    let words =
      switch node.subject {
      case .condition(let condition): describer.words(condition)
      case .step(let step): step
      }
    var text = "\(indent)\(mark(node.truth))  \(words)" + (node.note.map { "  [\($0)]" } ?? "") + "\n"
    for piece in node.evidence.prefix(8) {
      let id = piece.id.map { " \($0)" } ?? ""
      let date = piece.date.map { " \($0.iso)" } ?? ""
      text +=
        "\(indent)    \(file):\(piece.place.line):\(piece.place.column)  \(piece.item)\(id)\(date): \(piece.value)\n"
    }
    if node.evidence.count > 8 { text += "\(indent)    and \(node.evidence.count - 8) more\n" }
    if !node.missing.isEmpty { text += "\(indent)    missing: \(node.missing.map(\.name).joined(separator: ", "))\n" }
    for child in node.children { text += tree(child, file, indent + "  ") }
    return text
  }
}
