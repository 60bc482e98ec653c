import ClinicalRecord

// "Ask next": the unanswered questions that would change something, in the order in which they are worth asking.
extension Inquiry {
  /// Every unanswered question that would change something: what raises or adds to a met flag first, then open flags and flags, by what speaks for them and by level; then what alone decides criteria, by how many; then what helps.
  package func askNext(_ verdicts: Verdicts) -> [OpenQuestion] {
    let base = evaluator(verdicts)
    let closed = closedRules(verdicts)
    var candidates = QuestionCandidates(
      base: base, areOpen: items.map { isOpen($0.item, base) }, closed: closed,
      known: Array(repeating: nil, count: items.count))
    var trial = Trial(base)
    for number in items.indices where candidates.areOpen[number] {
      // A settled rule that more knowledge cannot change is not tried again.
      let rules = items[number].rules.filter { rule in
        !closed[rule] && (base.judged[rule]?.truth == .notRecorded || !dependencies.isMonotone[rule])
      }
      let effects = effects(of: number, on: rules, base, &trial)
      if !effects.isEmpty { candidates[number].effects = effects }
    }
    for rule in verdicts.all.indices where verdicts.all[rule].value == .notRecorded && !closed[rule] {
      noteHelp(for: rule, verdicts, &candidates)
      if index.rules[rule].isRedFlag { tryPairs(for: rule, &candidates, &trial) }
    }
    let met = verdicts.all.indices.filter { rule in
      verdicts.all[rule].value == .met && verdicts.all[rule].urgency != nil && !index.rules[rule].isRoutineLine
    }
    for rule in met {
      for number in weighing[rule] where candidates.areOpen[number] {
        let weights = weightEffects(on: verdicts.all[rule], rule, of: number, base)
        if !weights.isEmpty { candidates[number].weights += weights }
      }
    }
    let unsettled = verdicts.all.indices.filter { rule in
      index.rules[rule].isRedFlag && verdicts.all[rule].value == .notRecorded && !closed[rule]
    }
    let hinted = hintedRules(verdicts, base)
    let standing = QuestionStanding(
      verdicts: verdicts, support: support(of: unsettled, verdicts, hinted: hinted),
      highest: met.compactMap { verdicts.all[$0].urgency }.max(), hinted: hinted)
    let placed =
      entryQuestions(closed, standing) + ranked(candidates, standing) + besideQuestions(verdicts, candidates)
    return merged(PlacedQuestion.sorted(inTurns(placed)).map(\.question))
  }

  /// Rules whose value nobody needs to know now: withheld by precedence, or of an area whose gate is not met.
  private func closedRules(_ verdicts: Verdicts) -> [Bool] {
    var closed = verdicts.all.map { $0.suppressedBy != nil }
    for area in book.areas {
      let isClosed = area.gate.flatMap(index.number).map { verdicts.all[$0].value == .notMet } ?? false
      // The quality of the log is not asked about.
      let isOfLog = area.role == .dataQuality
      guard isClosed || isOfLog else { continue }
      for rule in area.rules {
        guard let number = index.number(of: rule.id) else { continue }
        // A rule that is met or open asks even in a closed area (basis P6).
        if isOfLog || (verdicts.all[number].value != .met && !verdicts.all[number].isOpen) { closed[number] = true }
      }
    }
    return closed
  }

  private func isOpen(_ item: ItemID, _ base: Evaluator) -> Bool {
    guard let found = base.recorded(item) else { return !(item == .ageYears && base.recorded(.birthDate) != nil) }
    if case .unanswered = found { return true }
    return false
  }

  /// The open items of a rule without a value that do not decide it alone.
  private func noteHelp(for rule: Int, _ verdicts: Verdicts, _ candidates: inout QuestionCandidates) {
    for item in candidates.base.unique(verdicts.all[rule].openItems) {
      guard let number = itemNumbers[item], candidates.areOpen[number], items[number].rules.contains(rule),
        candidates.known[number]?.effects.contains(where: { $0.rule == rule && $0.after != .notRecorded }) != true
      else { continue }
      candidates[number].helps.append(rule)
    }
  }

  /// What rules that are met or open want told although their value does not rest on it: what makes a flag weigh more, and what a line lists.
  private func besideQuestions(_ verdicts: Verdicts, _ candidates: QuestionCandidates) -> [PlacedQuestion] {
    var found: [PlacedQuestion] = []
    for rule in verdicts.all.indices where !candidates.closed[rule] && !words[rule].beside.isEmpty {
      guard verdicts.all[rule].value == .met || verdicts.all[rule].isOpen else { continue }
      for item in words[rule].beside where verdicts.all[rule].missing.contains(item) {
        guard let number = itemNumbers[item], candidates.areOpen[number] else { continue }
        found.append(
          PlacedQuestion(
            key: [OpenQuestion.Rank.beside.rawValue],
            question: OpenQuestion(
              items: [item], wording: words[rule].text(for: item) ?? items[number].question,
              rule: verdicts.all[rule].id, rank: .beside, isForClinician: items[number].isForClinician,
              wasUnsure: wasUnsure(item, candidates.base), effects: [], helps: [])))
      }
    }
    return found
  }

  /// Each wording once, with everything that its items would change.
  private func merged(_ questions: [OpenQuestion]) -> [OpenQuestion] {
    var result: [OpenQuestion] = []
    var known: [String: Int] = [:]
    for question in questions {
      guard let position = known[question.wording] else {
        known[question.wording] = result.count
        result.append(question)
        continue
      }
      for item in question.items where !result[position].items.contains(item) { result[position].items.append(item) }
      result[position].effects += question.effects
      for rule in question.helps where !result[position].helps.contains(rule) { result[position].helps.append(rule) }
    }
    return result
  }
}
