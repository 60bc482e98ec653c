import ClinicalRecord
package import RuleEngine

/// "Ask next", sensitivity and overlap in plain words.
package struct InquiryWords: Sendable {
  /// More effects of one answer than this are counted, not named.
  private static let named = 6

  let book: RuleBook
  private let titles: [RuleID: String]

  package init(book: RuleBook) {
    self.book = book
    titles = Dictionary(book.rules.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
  }

  /// The whole ranked list, each question with what every answer would do.
  package func text(_ questions: [OpenQuestion]) -> String {
    guard !questions.isEmpty else { return "No unanswered question would change a criterion or flag.\n" }
    var text = ""
    for (number, question) in questions.enumerated() {
      text += "\(number + 1)  \(question.wording)\n"
      let marks =
        (question.isForClinician ? ["for the clinician to judge"] : [])
        + (question.wasUnsure ? ["asked before, answered unsure"] : [])
      text += "    \(question.items.map(\.name).joined(separator: ", "))  \(rank(question))"
      text += marks.isEmpty ? "\n" : " (\(marks.joined(separator: "; ")))\n"
      for line in effects(question) { text += "    \(line)\n" }
    }
    return text
  }

  func rank(_ question: OpenQuestion) -> String {
    switch question.rank {
    case .raises: "may raise what is said: \(question.rule)"
    case .weighs: "adds a weight to a red flag that is met: \(question.rule)"
    case .openFlag: "red flag, open: \(question.rule)"
    case .flag: "red flag: \(question.rule)"
    case .decides: "decides alone"
    case .helps: "helps to decide"
    case .detail: "a detail, after a plainer question"
    case .beside: "changes no value; listed by \(question.rule)"
    }
  }

  /// "yes → rf.dvt met", a line for each answer that changes something; answers that do the same stand together.
  package func effects(_ question: OpenQuestion) -> [String] {
    var order: [String] = []
    var byAnswer: [String: [String]] = [:]
    for effect in question.effects {
      let item = question.items.count > 1 ? "\(effect.item) " : ""
      let together = effect.together.map { " with \($0.item) \(self.answer($0.answer))" } ?? ""
      let answer = item + self.answer(effect.answer) + together
      let change = "\(effect.rule) \(self.change(effect))"
      if byAnswer[answer] == nil { order.append(answer) }
      if byAnswer[answer]?.contains(change) != true { byAnswer[answer, default: []].append(change) }
    }
    var lines: [(answers: [String], changes: [String])] = []
    for answer in order {
      let changes = byAnswer[answer] ?? []
      if let same = lines.firstIndex(where: { $0.changes == changes }) {
        lines[same].answers.append(answer)
      } else {
        lines.append(([answer], changes))
      }
    }
    var text = lines.map { line in
      let rest = line.changes.count - InquiryWords.named
      return line.answers.joined(separator: " or ") + " → "
        + line.changes.prefix(InquiryWords.named).joined(separator: ", ")
        + (rest > 0 ? " and \(rest) more" : "")
    }
    if !question.helps.isEmpty {
      let rest = question.helps.count - InquiryWords.named
      text.append(
        "with other answers → " + question.helps.prefix(InquiryWords.named).map(\.name).joined(separator: ", ")
          + (rest > 0 ? " and \(rest) more" : ""))
    }
    return text
  }

  /// The value after it; of a flag that stays met, that it weighs more, with the level that it then has.
  private func change(_ effect: OpenQuestion.Effect) -> String {
    if effect.weighsMore { return "weighs more" + (effect.level.map { " (level \($0))" } ?? "") }
    return effect.after == .notRecorded ? "open" : value(effect.after)
  }

  /// What a value rests on, in one line.
  package func restsOn(_ sensitivity: Sensitivity) -> String {
    let pillars = sensitivity.pillars
    guard !pillars.isEmpty else { return "would still be \(value(sensitivity.value)) without any one entry or answer" }
    if pillars.count == 1 { return "rests on: one \(subject(pillars[0])) alone" }
    return "rests on each of: " + pillars.map(subject).joined(separator: "; ")
  }

  /// Every single change that would give another value.
  package func text(_ sensitivity: Sensitivity, _ title: String) -> String {
    var text = "\(sensitivity.rule)  \(title)\n\(value(sensitivity.value)); \(restsOn(sensitivity))\n"
    for dependence in sensitivity.dependences {
      let change =
        switch dependence.change {
        case .removed: "without it"
        case .answered(let value): "if it were \(answer(value))"
        }
      text += "    \(subject(dependence.subject)): \(change) → \(value(dependence.after))\n"
    }
    return text
  }

  func subject(_ subject: Dependence.Subject) -> String {
    switch subject {
    case .answer(let item, let value): "answer (\(Words.item(item)): \(answer(value)))"
    case .entry(let id, let day, let kind, _):
      "log entry of \(day.iso)" + (id.map { " (\($0)\(kind.map { ", \(Words.code($0))" } ?? ""))" } ?? "")
    case .day(let day, let entries): "log day \(day.iso) (\(entries) \(entries == 1 ? "entry" : "entries"))"
    case .medicine(let name, _): "medicine (\(name))"
    case .result(let item, let day, _): "result (\(Words.item(item)), \(day?.iso ?? "undated"))"
    }
  }

  /// "3 of these entries also support “Urge to move the legs” (rls.c1)"; nil where none does.
  package func overlap(_ shared: [EntryOverlap.Shared]) -> String? {
    let lines = shared.map { overlap in
      let named = overlap.rules.prefix(2).map { "“\(titles[$0] ?? $0.name)” (\($0))" }.joined(separator: " and ")
      let rest = overlap.rules.count - 2
      return "\(overlap.entries) of these entries also \(overlap.entries == 1 ? "supports" : "support") \(named)"
        + (rest > 0 ? " and \(rest) more of that area" : "")
    }
    return lines.isEmpty ? nil : lines.joined(separator: "; ")
  }

  func value(_ truth: Truth) -> String {
    switch truth {
    case .met: "met"
    case .notMet: "not met"
    case .notRecorded: "not recorded"
    }
  }

  func answer(_ value: ItemValue) -> String {
    switch value {
    case .code(let code), .unanswered(let code): Words.code(code)
    case .codes(let codes):
      codes.isEmpty || codes == ["none"] ? "none of these" : codes.sorted().map(Words.code).joined(separator: " + ")
    case .number(_, let written), .text(let written): written
    case .day(let day): day.iso
    case .time(let minutes): "minute \(minutes)"
    case .joints(let joints):
      joints.isEmpty
        ? "none of these"
        : joints.sorted().map { ($0.side.map { "\($0) " } ?? "") + Words.code($0.site) }.joined(separator: " + ")
    case .numbers(let numbers): numbers.map { JSONValue.plain($0) }.joined(separator: ", ")
    case .subscales(let scales): scales.map { "\($0.name) \(JSONValue.plain($0.value))" }.joined(separator: ", ")
    }
  }
}
