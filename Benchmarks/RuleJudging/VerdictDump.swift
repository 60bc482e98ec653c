import ClinicalRecord
import ClinicalRules
import RuleEngine

/// Everything that the engine says about a record, as text: two versions of the engine that judge alike print the same.
struct VerdictDump {
  private let judge = RuleJudge(LegbriefRules.book)
  private let inquiry = Inquiry(LegbriefRules.book)
  private let describer = ConditionDescriber(book: LegbriefRules.book)

  func text(_ record: PatientRecord) -> String {
    let verdicts = judge.judge(record)
    var lines = ["record \(record.identifier)"]
    for verdict in verdicts.all {
      lines.append("\(verdict.id) \(verdict.value) open=\(verdict.isOpen) active=\(verdict.isActive)")
      lines.append(
        "  \(verdict.urgency?.rawValue ?? "-") \(verdict.suppressedBy?.name ?? "-") \(verdict.isProvisional)")
      lines.append("  \(verdict.text)")
      lines += verdict.evidence.map { "  \($0)" }
      lines.append(
        "  missing \(verdict.missing.map(\.name)) ask \(verdict.ask) test \(verdict.considerTest.map(\.name))")
      lines.append("  conflict \(verdict.conflict) detail \(verdict.detail) amplifiers \(verdict.amplifiers)")
      add(verdict.explanation, "    ", to: &lines)
    }
    lines += verdicts.derived.map { "\($0.id) \($0.value)" }
    for question in inquiry.askNext(verdicts) {
      lines.append("ask \(question.items.map(\.name)) \(question.wording) \(question.rule) \(question.rank)")
      lines.append("  helps \(question.helps.map(\.name))")
      for effect in question.effects {
        let together = effect.together.map { "\($0.item) \($0.answer)" } ?? ""
        lines.append("  \(effect.item) \(effect.answer) \(effect.rule) \(effect.after) \(effect.opens) \(together)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func add(_ node: Explanation, _ indent: String, to lines: inout [String]) {
    let subject =
      switch node.subject {
      case .condition(let condition): describer.words(condition)
      case .step(let step): step
      }
    lines.append("\(indent)\(node.truth) \(node.isPositive) \(subject) [\(node.note ?? "")]")
    lines += node.evidence.map { "\(indent)  \($0)" }
    if !node.missing.isEmpty || !node.conflicts.isEmpty {
      lines.append("\(indent)  \(node.missing.map(\.name)) \(node.conflicts)")
    }
    for child in node.children { add(child, indent + " ", to: &lines) }
  }
}
