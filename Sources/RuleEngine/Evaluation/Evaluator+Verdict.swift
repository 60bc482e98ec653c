import ClinicalRecord

// From a rule's value to its verdict: evidence, what is missing, what to ask and test, and the printed phrase.
extension Evaluator {
  mutating func verdict(of rule: Rule) -> Verdict {
    let found = value(of: rule.id)
    let explanation = found.explanation
    let amplifiers = rule.amplifiers.map { evaluate($0) }
    let recorded = zip(rule.amplifiers, amplifiers).filter { $1.truth == .met }
    let evidence = found.evidence

    var missing = rule.listsMissingAlways ? explanation.allMissing : explanation.openItems
    if found.truth == .notRecorded {
      missing = explanation.openItems + (rule.listsMissingAlways ? explanation.allMissing : [])
    }
    if rule.isRedFlag, found.truth != .notMet {
      missing =
        explanation.allMissing + amplifiers.flatMap(\.openItems)
        + rule.alsoAsked.filter { self.evidence(for: $0).isEmpty }
    }
    if evidence.isEmpty, missing.isEmpty { missing = explanation.allMissing }
    if !rule.isRedFlag, found.truth == .met || found.isOpen { missing += rule.alsoAsked.filter { !isOnRecord($0) } }
    missing = unique(missing)

    let detail = self.detail(of: rule)
    let tests = found.truth == .met || found.isOpen ? self.tests(of: rule) : []
    let active = isActive(evidence)
    return Verdict(
      rule: rule, value: found.truth, text: phrase(of: rule, found.truth, detail),
      urgency: found.truth == .met ? level(of: rule, active: active) : nil, isOpen: found.isOpen,
      suppressedBy: nil, evidence: evidence, missing: missing, ask: questions(of: rule, missing, found.truth),
      considerTest: tests,
      conflict: unique(explanation.allConflicts), detail: detail,
      amplifiers: recorded.map { name(of: $0, $1) }, isActive: active,
      isProvisional: isProvisional(rule, found.truth), explanation: explanation)
  }

  /// The tests to consider now: those of groups whose condition is met, without fresh results.
  private mutating func tests(of rule: Rule) -> [ItemID] {
    var due: [ItemID] = []
    for group in rule.testGroups {
      if let condition = group.condition, evaluate(condition).truth != .met { continue }
      due += group.tests.filter { newest($0, evenOld: false) == nil && newestMeasurement($0) == nil }
    }
    return unique(due)
  }

  /// Something usable stands on the record for the item: an answer, or a field of any log entry of the past 28 days.
  private func isOnRecord(_ item: ItemID) -> Bool {
    if !evidence(for: item).isEmpty || newestMeasurement(item) != nil { return true }
    return log.items(in: .month).contains { entry in
      guard let found = entry.values[item] else { return false }
      if case .unanswered = found.value { return false }
      return true
    }
  }

  private mutating func isProvisional(_ rule: Rule, _ truth: Truth) -> Bool {
    guard rule.isProvisional, truth == .met else { return false }
    return rule.settledWhen.map { evaluate($0).truth != .met } ?? true
  }

  /// Details in the order of declaration; one that came to nothing is left out.
  private mutating func detail(of rule: Rule) -> [(name: String, value: DetailValue)] {
    var found: [(name: String, value: DetailValue)] = []
    for named in rule.details {
      if let value = value(of: named.detail) { found.append((named.name, value)) }
    }
    return found
  }

  private mutating func phrase(
    of rule: Rule, _ truth: Truth, _ detail: [(name: String, value: DetailValue)]
  ) -> String {
    var parts: [String] = []
    let candidates = rule.phrases.filter { $0.value == truth }
    let mains = candidates.filter { !$0.isAddition }
    let special = mains.first { phrase in phrase.condition.map { evaluate($0).truth == .met } == true }
    if let main = special ?? mains.first(where: { $0.condition == nil }) { parts.append(main.text) }
    for addition in candidates where addition.isAddition {
      if let condition = addition.condition, evaluate(condition).truth != .met { continue }
      if Evaluator.namesAnEmptyList(addition.text, detail) { continue }
      parts.append(addition.text)
    }
    return parts.map { Evaluator.fill($0, from: detail) }.joined(separator: " ")
  }

  static func fill(_ words: String, from detail: [(name: String, value: DetailValue)]) -> String {
    guard words.contains("{") else { return words }
    var result = ""
    var rest = Substring(words)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = rest[rest.index(after: open)..<close]
      let value = detail.first { $0.name == name }.map { text($0.value) } ?? "not recorded"
      result += value
      rest = rest[rest.index(after: close)...]
      guard value == "1", let unit = units.first(where: { rest.hasPrefix(" \($0)") }) else { continue }
      result += " " + unit.dropLast()
      rest = rest.dropFirst(unit.count + 1)
    }
    return result + rest
  }

  /// Words that stand behind a figure of a phrase and lose their last letter behind a 1.
  private static let units = ["points", "nights", "days", "weeks", "months", "minutes", "strength days"]

  /// An addition that would list nothing is left out.
  private static func namesAnEmptyList(_ words: String, _ detail: [(name: String, value: DetailValue)]) -> Bool {
    detail.contains { $0.value == .list([]) && words.contains("{\($0.name)}") }
  }

  static func text(_ value: DetailValue) -> String {
    switch value {
    case .number(let number): format(number)
    case .text(let text): text
    case .list(let list): list.isEmpty ? "none recorded" : list.joined(separator: ", ")
    }
  }

  /// The first level that applies; nil for a rule without levels.
  mutating func level(of rule: Rule, active: Bool) -> Urgency? {
    for level in rule.levels {
      if level.whileActive, !active { continue }
      if let condition = level.condition, evaluate(condition).truth != .met { continue }
      return level.urgency
    }
    return nil
  }

  /// Active while an entry is ongoing or at most 7 days old (basis 0.3), or an undated or at most 14 days old answer speaks for it; what
  /// no entry speaks for, while a medicine behind it is taken.
  private func isActive(_ evidence: [Evidence]) -> Bool {
    let hasEntry = evidence.contains { $0.source == .log }
    return evidence.contains { piece in
      switch piece.source {
      case .log:
        guard let date = piece.date else { return false }
        if date.days(to: record.asOf) <= 7 { return true }
        return record.log.contains { entry in
          entry.date == date && entry.id == piece.id && entry.values["ongoing"]?.value == .code("yes")
        }
      case .answer: return piece.date.map { $0.days(to: record.asOf) <= 14 } ?? true
      case .medication:
        return !hasEntry
          && record.medications.contains { $0.place == piece.place && $0.isCurrent(on: record.asOf) }
      default: return false
      }
    }
  }

  /// The rule's own questions for what is missing, then the dictionary's wording for the rest.
  private func questions(of rule: Rule, _ missing: [ItemID], _ truth: Truth) -> [String] {
    var questions: [String] = []
    var covered: Set<ItemID> = []
    for question in rule.questions {
      let due = question.items.isEmpty ? truth == .notRecorded : !Set(question.items).isDisjoint(with: missing)
      guard due else { continue }
      covered.formUnion(question.items)
      questions.append(question.text + unsure(question.items.filter(missing.contains)))
    }
    for item in missing where !covered.contains(item) {
      guard let field = book.dictionary.field(item), [.answers, .history].contains(field.section) else { continue }
      questions.append(field.question + unsure([item]))
    }
    return unique(questions)
  }

  private func unsure(_ items: [ItemID]) -> String {
    for item in items {
      if case .unanswered? = lookup(item)?.item.value { return " (asked, unsure)" }
    }
    return ""
  }

  /// What a condition is called in a list: its own words, the medicines that fit, or the item's words.
  mutating func name(of condition: Condition, _ found: Explanation) -> String {
    switch condition {
    case .named(let words, let part):
      if case .medication(let query) = part { return words + ": " + medicineNames(query) }
      return words
    case .medication(let query): return medicineNames(query)
    case .item(let item, _), .recorded(let item), .itemHolds(let item, _, _): return Words.item(item)
    case .rule(let id, _): return rules[id]?.title ?? id.name
    case .context(let part), .ifRecorded(let part): return name(of: part, found)
    default: return found.evidence.first.map { Words.item($0.item) } ?? "other"
    }
  }

  func medicineNames(_ query: MedicationQuery) -> String {
    let found = medicines(query)
    let listed = found.fitting.isEmpty ? found.undecided : found.fitting
    return unique(listed.map { Words.medicine($0, query.classes) }).joined(separator: ", ")
  }

  /// Whether precedence keeps the rule from print wherever the symptom is (basis C11).
  mutating func isWithheld(_ id: RuleID) -> Bool {
    for line in book.precedence where line.qualification == nil && line.reach == .anywhere && line.rules.contains(id) {
      let trigger = value(of: line.trigger)
      if trigger.truth == .met || (line.whileOpen && trigger.isOpen) { return true }
    }
    return false
  }

  /// The derived items that have a value, as the verdicts print them.
  mutating func derivedItems() -> [(id: ItemID, value: DetailValue)] {
    var derived: [(id: ItemID, value: DetailValue)] = []
    for code in book.derivedCodes {
      if let found = derivedCode(code.id).code { derived.append((code.id, .text(found))) }
    }
    for number in book.derivedNumbers {
      guard let interval = read(number.quantity).interval else { continue }
      derived.append(
        (
          number.id,
          interval.isExact
            ? .number((interval.low * 100).rounded() / 100)
            : .text("\(format(interval.low)) to \(format(interval.high))")
        ))
    }
    return derived
  }
}
