import ClinicalRecord
package import RuleEngine

/// Explanations, "ask next" and sensitivity as JSON, for other programs; the words are those of the text forms.
package struct ExplanationJSON: Sendable {
  private let book: RuleBook
  private let printer: ExplanationPrinter
  private let words: InquiryWords

  package init(book: RuleBook) {
    self.book = book
    printer = ExplanationPrinter(book: book)
    words = InquiryWords(book: book)
  }

  /// The trees of the rules, in the order given.
  package func text(_ explained: [Verdict], of verdicts: Verdicts) -> String {
    let overlap = EntryOverlap(verdicts, book: book)
    return document(verdicts, "rules", explained.map { rule($0, verdicts, overlap) })
  }

  package func text(_ questions: [OpenQuestion], of verdicts: Verdicts) -> String {
    document(
      verdicts, "askNext",
      questions.map { question in
        .object([
          .init("question", .string(question.wording)), .init("items", .strings(question.items.map(\.name))),
          .init("rank", .string("\(question.rank)")), .init("rule", .string(question.rule.name)),
          .init("clinicianOnly", .bool(question.isForClinician)), .init("askedUnsure", .bool(question.wasUnsure)),
          .init("effects", .array(question.effects.map(effect))), .init("helps", .strings(question.helps.map(\.name))),
        ])
      })
  }

  package func text(_ sensitivities: [Sensitivity], of verdicts: Verdicts) -> String {
    document(
      verdicts, "sensitivity",
      sensitivities.map { sensitivity in
        .object([
          .init("rule", .string(sensitivity.rule.name)), .init("value", .string(sensitivity.value.rawValue)),
          .init("restsOn", .strings(sensitivity.pillars.map(words.subject))),
          .init("changes", .array(sensitivity.dependences.map(dependence))),
        ])
      })
  }

  private func document(_ verdicts: Verdicts, _ name: String, _ list: [JSONValue]) -> String {
    JSONValue.object([
      .init("legbrief", 1), .init("record", .string(verdicts.record.identifier)),
      .init("asOf", .string(verdicts.record.asOf.iso)), .init(name, .array(list)),
    ]).pretty()
  }

  private func effect(_ effect: OpenQuestion.Effect) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("item", .string(effect.item.name)), .init("answer", .string(words.answer(effect.answer))),
      .init("rule", .string(effect.rule.name)), .init("from", .string(effect.before.rawValue)),
      .init("to", .string(effect.after.rawValue)),
    ]
    if effect.opens { members.append(.init("opens", true)) }
    if effect.weighsMore { members.append(.init("weighsMore", true)) }
    if let level = effect.level { members.append(.init("level", .string(level.rawValue))) }
    if let together = effect.together {
      members.append(
        .init(
          "with",
          .object([
            .init("item", .string(together.item.name)), .init("answer", .string(words.answer(together.answer))),
          ])))
    }
    return .object(members)
  }

  private func dependence(_ dependence: Dependence) -> JSONValue {
    var members: [JSONValue.Member] = [.init("what", .string(words.subject(dependence.subject)))]
    if case .answered(let value) = dependence.change { members.append(.init("if", .string(words.answer(value)))) }
    members.append(.init("to", .string(dependence.after.rawValue)))
    return .object(members)
  }

  private func rule(_ verdict: Verdict, _ verdicts: Verdicts, _ overlap: EntryOverlap) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("rule", .string(verdict.id.name)), .init("title", .string(verdict.rule.title)),
      .init("value", .string(verdict.value.rawValue)), .init("open", .bool(verdict.isOpen)),
      .init("text", .string(ReportComposer.phrase(verdict, EvidenceDigest(verdicts)))),
    ]
    if verdict.isProvisional { members.append(.init("provisional", true)) }
    if let urgency = verdict.urgency {
      members.append(.init("urgency", .string(urgency.rawValue)))
      if let why = printer.levelReason(verdict) { members.append(.init("urgencyBecause", .string(why))) }
    }
    if let by = verdict.suppressedBy {
      members.append(.init("suppressedBy", .string(by.name)))
      if let line = printer.precedenceLine(verdict) { members.append(.init("precedence", .string(line))) }
    }
    members += [
      .init("tree", tree(verdict.explanation, verdicts.record.file)),
      .init("conflict", .strings(verdict.conflict)), .init("amplifiers", .strings(verdict.amplifiers)),
      .init("missing", .array(verdict.missing.map(missing))), .init("ask", .strings(verdict.ask)),
      .init("considerTest", .strings(verdict.considerTest.map(\.name))),
    ]
    if let shared = words.overlap(overlap.of(verdict.id)) { members.append(.init("overlap", .string(shared))) }
    members += [
      .init("citation", .strings(verdict.rule.citations.map(\.name))),
      .init("basis", .string(verdict.rule.basis.rawValue)), .init("readings", .strings(verdict.rule.readings)),
    ]
    return .object(members)
  }

  private func missing(_ item: ItemID) -> JSONValue {
    var members: [JSONValue.Member] = [.init("item", .string(item.name))]
    if let question = book.dictionary.field(item)?.question { members.append(.init("question", .string(question))) }
    return .object(members)
  }

  private func tree(_ node: Explanation, _ file: String) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("what", .string(printer.words(node))), .init("value", .string(node.truth.rawValue)),
    ]
    if let note = node.note { members.append(.init("note", .string(note))) }
    if !node.evidence.isEmpty {
      members.append(.init("evidence", .array(node.evidence.map { VerdictsJSON.evidence($0, file) })))
    }
    if !node.missing.isEmpty { members.append(.init("missing", .array(node.missing.map(missing)))) }
    if !node.conflicts.isEmpty { members.append(.init("conflict", .strings(node.conflicts))) }
    if !node.children.isEmpty { members.append(.init("parts", .array(node.children.map { tree($0, file) }))) }
    return .object(members)
  }
}
