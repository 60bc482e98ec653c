import ClinicalRecord

// Branches that nothing can reach, and conditions that contradict or repeat themselves.
extension RuleLint {
  func branches(_ rule: Rule) -> [RuleFinding] {
    var found: [RuleFinding] = []
    func report(_ id: String, _ message: String) { found.append(RuleFinding(.error, id, rule.id.name, message)) }

    for condition in TreeWalk.all(Condition.self, in: [rule.logic, rule.phrases, rule.details, rule.levels] as [Any]) {
      check(condition, report)
    }
    for detail in TreeWalk.all(Detail.self, in: rule.details) {
      if case .choice(let choices, _) = detail {
        if let again = repeated(choices.map(\.condition)) {
          report("unreachable-branch", "a choice of words stands after one with the same condition: \(words(again))")
        }
      }
    }
    checkPhrases(rule, report)
    if let last = rule.levels.firstIndex(where: { $0.condition == nil && !$0.whileActive }),
      last + 1 < rule.levels.count
    {
      report(
        "unreachable-branch", "level \(rule.levels[last + 1].urgency.rawValue) stands after one that always applies")
    }
    if let again = repeated(rule.amplifiers) {
      report("duplicate-condition", "an amplifier stands twice: \(words(again))")
    }
    let details = rule.details.map(\.name)
    for name in Set(details) where details.count(where: { $0 == name }) > 1 {
      report("duplicate-detail", "detail \(name) stands twice")
    }
    return found
  }

  private func checkPhrases(_ rule: Rule, _ report: (String, String) -> Void) {
    for value in [Truth.met, .notMet, .notRecorded] {
      let mains = rule.phrases.filter { $0.value == value && !$0.isAddition }
      if mains.count(where: { $0.condition == nil }) > 1 {
        report(
          "phrase-never-chosen", "two phrases for \(value.rawValue) have no condition: the second is never printed")
      }
      if let again = repeated(mains.compactMap(\.condition)) {
        report("phrase-never-chosen", "two phrases for \(value.rawValue) have the same condition: \(words(again))")
      }
    }
    guard case .criterion(let condition) = rule.logic else { return }
    let possible = values(condition)
    for phrase in rule.phrases where !possible.contains(phrase.value) && !(phrase.isAddition && phrase.condition != nil)
    {
      report("phrase-never-chosen", "the rule is never \(phrase.value.rawValue): “\(phrase.text)” is never printed")
    }
  }

  private func check(_ condition: Condition, _ report: (String, String) -> Void) {
    switch condition {
    case .any(let parts), .all(let parts), .firstRecorded(let parts):
      if let again = repeated(parts) {
        report("duplicate-condition", "a list holds a condition twice: \(words(again))")
      }
      if case .all = condition, let part = contradiction(parts) {
        report("contradiction", "an “all of” can never be met: \(words(part)) contradicts another part")
      }
    case .atLeast(let count, let parts):
      if let again = repeated(parts) {
        report("duplicate-condition", "a list holds a condition twice: \(words(again))")
      }
      if count > parts.count || count < 0 { report("contradiction", "at least \(count) of \(parts.count) conditions") }
    default: break
    }
  }

  private func repeated<Element: Hashable>(_ elements: [Element]) -> Element? {
    var seen: Set<Element> = []
    return elements.first { !seen.insert($0).inserted }
  }

  /// A part of a conjunction that cannot be met together with another: its opposite, codes that exclude each other, limits that do not meet.
  private func contradiction(_ parts: [Condition]) -> Condition? {
    for (index, part) in parts.enumerated() {
      for other in parts[..<index] where excludes(part, other) { return part }
    }
    return nil
  }

  private func excludes(_ a: Condition, _ b: Condition) -> Bool {
    switch (a, b) {
    case (.not(let part), b) where part == b: return true
    case (a, .not(let part)) where part == a: return true
    case (.item(let first, let codes), .item(let second, let others)) where first == second && isOneCode(first):
      return Set(codes).isDisjoint(with: others)
    case (.derived(let first, let codes), .derived(let second, let others)) where first == second:
      return Set(codes).isDisjoint(with: others)
    case (.compare(let first, let one, let low), .compare(let second, let two, let high)) where first == second:
      return neverBoth(one, low, two, high) || neverBoth(two, high, one, low)
    default: return false
    }
  }

  private func isOneCode(_ item: ItemID) -> Bool {
    switch book.dictionary.field(item)?.kind {
    case .enumeration, .bool3: true
    default: false
    }
  }

  /// `x` above the first limit and below the second is impossible.
  private func neverBoth(_ one: Comparison, _ low: Double, _ two: Comparison, _ high: Double) -> Bool {
    switch (one, two) {
    case (.greater, .less), (.greater, .atMost), (.atLeast, .less): low >= high
    case (.atLeast, .atMost): low > high
    default: false
    }
  }

  /// The values that a condition can come to for some record.
  func values(_ condition: Condition) -> Set<Truth> {
    func some(_ parts: [Condition]) -> Set<Truth> { parts.reduce(into: []) { $0.formUnion(values($1)) } }
    switch condition {
    case .all(let parts):
      var found = some(parts)
      if parts.contains(where: { !values($0).contains(.met) }) { found.remove(.met) }
      return found
    case .any(let parts):
      var found = some(parts)
      if parts.contains(where: { !values($0).contains(.notMet) }) { found.remove(.notMet) }
      return found
    case .not(let part): return Set(values(part).map { !$0 })
    case .named(_, let part), .context(let part): return values(part)
    case .merge(let answer, let log, _): return values(answer).union(values(log))
    case .recorded: return [.met, .notRecorded]
    case .entries(_, _, .notRecorded): return [.met, .notRecorded]
    case .freeText: return [.notMet, .notRecorded]
    case .fresh, .notOnFile, .ifRecorded, .rule(_, .isNotFalse): return [.met, .notMet]
    case .decided(let met, let notMet):
      var found: Set<Truth> = [.notRecorded]
      if values(met).contains(.met) { found.insert(.met) }
      if values(notMet).contains(.met) { found.insert(.notMet) }
      return found
    case .firstRecorded(let parts): return some(parts)
    default: return [.met, .notMet, .notRecorded]
    }
  }

  private func words(_ condition: Condition) -> String { ConditionDescriber(book: book).sentence(condition) }
}
