import ClinicalRecord

// From a rule's value to its verdict: evidence, what is missing, what to ask and test, and the printed phrase.
extension Evaluator {
  /// - Parameter number: the number of the rule in book order.
  mutating func verdict(ofRule number: Int) -> (outcome: Verdict.Outcome, text: String) {
    let shared = index.rules[number]
    let rule = shared.rule
    var found = value(ofRule: number)
    var (amplifiers, amplifierNames): ([Outcome], [String]) = ([], [])
    for condition in rule.amplifiers {
      let outcome = evaluate(condition)
      amplifiers.append(outcome)
      if outcome.truth == .met { amplifierNames.append(name(of: condition)) }
    }
    let missing = missing(of: rule, found, amplifiers)
    let detail = self.detail(of: rule)
    let active = isActive(found.evidence)
    let words = words(of: rule, found.truth, detail)
    if found.truth == .met, let printed = printedResults(of: rule, words) {
      found.evidence = unique([found.evidence, evidence(printed)])
    }
    let outcome = Verdict.Outcome(
      shared, value: found.truth,
      urgency: found.truth == .met ? level(of: rule, active: active) : nil, isOpen: found.isOpen,
      missing: missing, ask: questions(of: rule, missing, found.truth),
      considerTest: found.truth == .met || found.isOpen ? tests(of: rule) : [],
      conflict: unique(findings.conflicts(of: found.row)), detail: detail, amplifiers: amplifierNames,
      isActive: active, isProvisional: isProvisional(rule, found.truth), found: found)
    return (outcome, words.map { Evaluator.fill($0, from: detail) }.joined(separator: " "))
  }

  private mutating func missing(of rule: Rule, _ found: RuleValue, _ amplifiers: [Outcome]) -> [ItemID] {
    let mark = findings.missing.count
    if rule.isRedFlag, found.truth != .notMet {
      findings.addAllMissing(of: found.row, since: mark)
      for outcome in amplifiers { findings.addOpenItems(of: outcome.row, since: mark) }
      for item in rule.alsoAsked where !isUsable(item) { findings.addMissing(item, since: mark) }
    } else {
      if found.truth == .notRecorded { findings.addMissing(found.openItems, since: mark) }
      if rule.listsMissingAlways { findings.addAllMissing(of: found.row, since: mark) }
    }
    if found.evidence.isEmpty, findings.missing.count == mark { findings.addAllMissing(of: found.row, since: mark) }
    if !rule.isRedFlag, found.truth == .met || found.isOpen {
      for item in rule.alsoAsked where !isOnRecord(item) { findings.addMissing(item, since: mark) }
    }
    return Array(findings.missing[mark...])
  }

  /// The tests to consider now: those of groups whose condition is met, without fresh results.
  private mutating func tests(of rule: Rule) -> [ItemID] {
    var due: [ItemID] = []
    for group in rule.testGroups {
      if let condition = group.condition, truth(of: condition) != .met { continue }
      due += group.tests.filter { newest($0, evenOld: false) == nil && newestMeasurement($0) == nil }
    }
    return unique(due)
  }

  /// Something usable stands on the record for the item: an answer, or a field of any log entry of the past 28 days.
  private func isOnRecord(_ item: ItemID) -> Bool {
    isUsable(item) || newestMeasurement(item) != nil || prepared.log.recordsUsably(item, in: .month)
  }

  private mutating func isProvisional(_ rule: Rule, _ truth: Truth) -> Bool {
    guard rule.isProvisional, truth == .met else { return false }
    return rule.settledWhen.map { self.truth(of: $0) != .met } ?? true
  }

  /// Details in the order of declaration; one that came to nothing is left out.
  private mutating func detail(of rule: Rule) -> [(name: String, value: DetailValue)] {
    var found: [(name: String, value: DetailValue)] = []
    for named in rule.details {
      if let value = value(of: named.detail) { found.append((named.name, value)) }
    }
    return found
  }

  /// The results that the words of a rule print, which are evidence as well; nil where there are none.
  private func printedResults(of rule: Rule, _ words: [String]) -> [EvidenceRef]? {
    let results = rule.details.compactMap { named -> EvidenceRef? in
      guard case .lab(let test) = named.detail,
        words.contains(where: { Evaluator.names($0).contains { $0 == named.name } })
      else { return nil }
      return newest(test, evenOld: true).map { EvidenceRef(.lab, $0) }
    }
    return results.isEmpty ? nil : results
  }

  /// The phrases that print, their gaps not filled.
  private mutating func words(
    of rule: Rule, _ truth: Truth, _ detail: [(name: String, value: DetailValue)]
  ) -> [String] {
    var parts: [String] = []
    let candidates = rule.phrases.filter { $0.value == truth }
    let mains = candidates.filter { !$0.isAddition }
    let special = mains.first { phrase in phrase.condition.map { self.truth(of: $0) == .met } == true }
    if let main = special ?? mains.first(where: { $0.condition == nil }) { parts.append(main.text) }
    for addition in candidates where addition.isAddition {
      if let condition = addition.condition, self.truth(of: condition) != .met { continue }
      if Evaluator.namesAnEmptyList(addition.text, detail) { continue }
      parts.append(addition.text)
    }
    return parts
  }

  static func fill(_ words: String, from detail: [(name: String, value: DetailValue)]) -> String {
    var rest = words.utf8[...]
    guard rest.contains(openBrace) else { return words }
    var result = ""
    while let open = rest.firstIndex(of: openBrace), let close = rest[open...].firstIndex(of: closeBrace) {
      result += Substring(rest[..<open])
      let name = Substring(rest[rest.index(after: open)..<close])
      let value = detail.first { $0.name == name }.map { text($0.value) } ?? "not recorded"
      result += value
      rest = rest[rest.index(after: close)...]
      guard value == "1", let unit = units.first(where: { Substring(rest).hasPrefix(" \($0)") }) else { continue }
      result += " " + unit.dropLast()
      rest = rest.dropFirst(unit.utf8.count + 1)
    }
    return result + Substring(rest)
  }

  /// Words that stand behind a figure of a phrase and lose their last letter behind a 1.
  private static let units = ["points", "nights", "days", "weeks", "months", "minutes", "strength days"]

  private static let openBrace = UInt8(ascii: "{")
  private static let closeBrace = UInt8(ascii: "}")

  /// The names in braces.
  private static func names(_ words: String) -> [Substring] {
    words.utf8.split(separator: openBrace, omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstIndex(of: closeBrace).map { Substring(part[..<$0]) }
    }
  }

  /// An addition that would list nothing is left out.
  private static func namesAnEmptyList(_ words: String, _ detail: [(name: String, value: DetailValue)]) -> Bool {
    detail.contains { detail in
      detail.value == .list([]) && Evaluator.names(words).contains { $0 == detail.name }
    }
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
      if let condition = level.condition, truth(of: condition) != .met { continue }
      return level.urgency
    }
    return nil
  }

  /// Active while an entry is ongoing or at most 7 days old (basis 0.3), or an undated or at most 14 days old answer speaks for it; what
  /// no entry speaks for, while a medicine behind it is taken.
  private func isActive(_ evidence: Run) -> Bool {
    let refs = findings.evidence[evidence.positions]
    let hasEntry = refs.contains { $0.kind == .entry || ($0.kind == .quote && findings.made($0).source == .log) }
    return refs.contains { ref in
      switch ref.kind {
      case .entry:
        prepared.ongoing.contains(ref.position)
          || prepared.record.log[ref.position].date.days(to: prepared.record.asOf) <= 7
      case .item:
        prepared.items.values[ref.position].source == .answer
          && (prepared.items.values[ref.position].item.date.map { $0.days(to: prepared.record.asOf) <= 14 } ?? true)
      case .quote: isActive(findings.made(ref))
      case .medicine:
        !hasEntry
          && prepared.record.medications.contains {
            $0.place == prepared.record.medications[ref.position].place && $0.isCurrent(on: prepared.record.asOf)
          }
      case .lab, .measurement, .score: false
      }
    }
  }

  /// A sentence is as active as the entry that it stands in.
  private func isActive(_ quote: Evidence) -> Bool {
    guard quote.source == .log, let date = quote.date else { return false }
    return prepared.record.log.indices.contains { position in
      let entry = prepared.record.log[position]
      return entry.date == date && entry.id == quote.id
        && (date.days(to: prepared.record.asOf) <= 7 || prepared.ongoing.contains(position))
    }
  }

  /// The rule's own questions for what is missing, then the dictionary's wording for the rest.
  private func questions(of rule: Rule, _ missing: [ItemID], _ truth: Truth) -> [String] {
    var questions: [String] = []
    var covered: [ItemID] = []
    for question in rule.questions {
      let due = question.items.isEmpty ? truth == .notRecorded : question.items.contains(where: missing.contains)
      guard due else { continue }
      covered += question.items
      questions.append(question.text + unsure(question.items.filter(missing.contains)))
    }
    for item in missing where !covered.contains(item) {
      guard let wording = index.wording[item] else { continue }
      questions.append(wording + unsure([item]))
    }
    return unique(questions)
  }

  private func unsure(_ items: [ItemID]) -> String {
    for item in items {
      if case .unanswered? = recorded(item) { return " (asked, unsure)" }
    }
    return ""
  }

  /// What a condition is called in a list: its own words, the medicines that fit, or the item's words.
  mutating func name(of condition: Condition) -> String {
    switch condition {
    case .named(let words, let part):
      if case .medication(let query) = part { return words + ": " + medicineNames(query) }
      return words
    case .medication(let query): return medicineNames(query)
    case .item(let item, _), .recorded(let item), .itemHolds(let item, _, _): return Words.item(item)
    case .rule(let id, _): return index.title(of: id) ?? id.name
    case .context(let part), .ifRecorded(let part): return name(of: part)
    default:
      let outcome = whole { $0.evaluate(condition) }
      let evidence = outcome.row >= 0 ? findings.rows[Int(outcome.row)].evidence : .none
      return evidence.isEmpty ? "other" : Words.item(findings.item(of: findings.evidence[Int(evidence.start)]))
    }
  }

  func medicineNames(_ query: MedicationQuery) -> String {
    let found = medicines(query)
    let listed = found.fitting.isEmpty ? found.undecided : found.fitting
    return unique(listed.map { Words.medicine(prepared.record.medications[$0], query.classes) }).joined(separator: ", ")
  }

  /// Whether precedence keeps the rule from print wherever the symptom is (basis C11).
  mutating func isWithheld(_ id: RuleID) -> Bool {
    for line in index.book.precedence
    where line.qualification == nil && line.reach == .anywhere && line.rules.contains(id) {
      let trigger = value(of: line.trigger)
      if trigger.truth == .met || (line.whileOpen && trigger.isOpen) { return true }
    }
    return false
  }

  /// The derived items that have a value, as the verdicts print them.
  mutating func derivedItems() -> [(id: ItemID, value: DetailValue)] {
    var derived: [(id: ItemID, value: DetailValue)] = []
    for code in index.book.derivedCodes {
      if let found = derivedCode(code.id).code { derived.append((code.id, .text(found))) }
    }
    for number in index.book.derivedNumbers {
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
