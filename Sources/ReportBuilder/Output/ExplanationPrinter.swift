import ClinicalRecord
package import RuleEngine

/// Prints why a rule came to its value: the tree of its conditions with what was found for each.
package struct ExplanationPrinter: Sendable {
  private let book: RuleBook
  private let describer: ConditionDescriber
  private let words: InquiryWords
  private let inquiry: Inquiry
  private let fingerprint: (@Sendable (String) -> String)?

  /// - Parameter fingerprint: of a canonical text; without it every rule counts as a draft, for no signature can be matched.
  package init(book: RuleBook, fingerprint: (@Sendable (String) -> String)? = nil) {
    self.book = book
    self.fingerprint = fingerprint
    describer = ConditionDescriber(book: book)
    words = InquiryWords(book: book)
    inquiry = Inquiry(book)
  }

  /// One rule with its tree, evidence by file:line:column, questions, tests and references.
  package func text(_ verdict: Verdict, of verdicts: Verdicts) -> String {
    var text = "\(verdict.id)  \(verdict.rule.title)\n\(mark(verdict.value))\(verdict.isOpen ? ", open" : "")"
    if verdict.isProvisional { text += ", provisional: needs clinician judgement" }
    if let urgency = verdict.urgency { text += ", level \(urgency.rawValue)" }
    if let by = verdict.suppressedBy {
      text += ", withheld from print by \(by)" + (precedenceLine(verdict).map { " (\($0))" } ?? "")
    }
    text += "\n"
    if !verdict.text.isEmpty { text += "\nsays  \(verdict.text)\n" }
    text += "\n" + tree(verdict.explanation, verdicts.record.file, "")
    if let why = levelReason(verdict) { text += "\nlevel  \(why)\n" }
    for amplifier in verdict.amplifiers { text += "weighs more with  \(amplifier)\n" }
    if verdict.rule.isRedFlag, verdict.value == .met {
      text += "\n\(words.restsOn(inquiry.sensitivity(of: verdict, verdicts)))\n"
    }
    if let shared = words.overlap(EntryOverlap(verdicts, book: book).of(verdict.id)) {
      text += "\noverlap  \(shared)\n"
    }
    for conflict in verdict.conflict { text += "\nconflict  \(conflict)\n" }
    if !verdict.missing.isEmpty { text += "\nmissing  \(verdict.missing.map(\.name).joined(separator: ", "))\n" }
    for question in verdict.ask { text += "ask  \(question)\n" }
    if !verdict.considerTest.isEmpty {
      text += "consider testing  \(verdict.considerTest.map(\.name).joined(separator: ", "))\n"
    }
    if !verdict.rule.readings.isEmpty { text += "settled readings  \(verdict.rule.readings.joined(separator: ", "))\n" }
    text += "basis  \(verdict.rule.basis.rawValue); \(status(of: verdict.rule))\n"
    for id in verdict.rule.citations { text += "source  \(id.name): \(book.references[id] ?? "")\n" }
    return text
  }

  private func status(of rule: Rule) -> String {
    let status = fingerprint.map { book.status(of: rule.id, fingerprint: $0(book.canonicalText(of: rule))) } ?? .draft
    return switch status {
    case .draft: "draft, no clinician has reviewed this rule"
    case .reviewed(let by, let day, _): "reviewed by \(by) on \(day.iso)"
    }
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

  /// What a node of the tree stands for.
  func words(_ node: Explanation) -> String {
    switch node.subject {
    case .condition(let condition): describer.words(condition)
    case .step(let step): step
    }
  }

  /// Why a flag has its level: the first whose condition is met (basis 0.5).
  func levelReason(_ verdict: Verdict) -> String? {
    guard let urgency = verdict.urgency, let level = verdict.rule.levels.first(where: { $0.urgency == urgency }) else {
      return nil
    }
    var reasons: [String] = []
    if level.whileActive { reasons.append("an entry or answer behind it is active") }
    if let condition = level.condition { reasons.append(describer.fullWords(condition)) }
    let ground = reasons.isEmpty ? "the level of this flag" : "because " + reasons.joined(separator: ", and ")
    return "\(urgency.rawValue): \(ground)"
  }

  /// The line of the order of precedence that withholds the rule, such as "P2".
  func precedenceLine(_ verdict: Verdict) -> String? {
    book.precedence.first { line in
      line.trigger == verdict.suppressedBy && line.qualification == nil && line.rules.contains(verdict.id)
    }?.id
  }

  /// The item with its question, so that a reader knows what to ask.
  private func missing(_ item: ItemID) -> String {
    guard let field = book.dictionary.field(item) else { return item.name }
    return "\(item) “\(field.question)”"
  }

  private func tree(_ node: Explanation, _ file: String, _ indent: String) -> String {
    var text = "\(indent)\(mark(node.truth))  \(words(node))" + (node.note.map { "  [\($0)]" } ?? "") + "\n"
    for piece in node.evidence.prefix(8) {
      let id = piece.id.map { " \($0)" } ?? ""
      let date = piece.date.map { " \($0.iso)" } ?? ""
      text +=
        "\(indent)    \(file):\(piece.place.line):\(piece.place.column)  \(piece.item)\(id)\(date): \(piece.value)\n"
    }
    if node.evidence.count > 8 { text += "\(indent)    and \(node.evidence.count - 8) more\n" }
    for conflict in node.conflicts { text += "\(indent)    conflict: \(conflict)\n" }
    if !node.missing.isEmpty {
      text += "\(indent)    missing: \(node.missing.map(missing).joined(separator: ", "))\n"
    }
    for child in node.children { text += tree(child, file, indent + "  ") }
    return text
  }
}
