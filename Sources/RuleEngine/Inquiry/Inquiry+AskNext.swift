import ClinicalRecord

// "Ask next": the unanswered questions that would change something, in the order in which they are worth asking.
extension Inquiry {
  /// Items that nobody is asked for the sake of a rule: how a record is kept, and what identifies a person.
  private static let neverAsked: Set<ItemID> = ["localePack", "birthDate", "reportDate", "personId"]
  /// Answers tried in pairs for one flag, at most.
  private static let mostPairs = 40
  /// A criterion that something speaks for counts for so many that nothing speaks for.
  private static let weightOfOpen = 2

  /// What is known of one item while the list is made.
  private struct Candidate {
    var item: ItemID
    var effects: [OpenQuestion.Effect] = []
    var helps: [RuleID] = []
    var pairs: [OpenQuestion.Effect] = []
  }

  /// Every unanswered question that would change a criterion or flag: open flags first, then flags, by level; then what alone decides criteria, by how many; then what helps.
  package func askNext(_ verdicts: Verdicts) -> [OpenQuestion] {
    let base = evaluator(verdicts)
    let closed = closedRules(verdicts)
    var candidates: [ItemID: Candidate] = [:]
    for item in dependencies.rules.keys.sorted() where isAskable(item, base) {
      let rules = (dependencies.rules[item] ?? []).filter { !closed.contains($0) }
      // A settled rule that more knowledge cannot change is not tried again.
      let effects = effects(
        of: item,
        on: rules.filter { base.shared[$0]?.truth == .notRecorded || !dependencies.isMonotone($0) }, base)
      if !effects.isEmpty { candidates[item] = Candidate(item: item, effects: effects) }
    }
    for verdict in verdicts.all where verdict.value == .notRecorded && !closed.contains(verdict.id) {
      for item in base.unique(verdict.explanation.openItems) where isAskable(item, base) {
        guard dependencies.rules[item]?.contains(verdict.id) == true,
          candidates[item]?.effects.contains(where: { $0.rule == verdict.id && $0.after != .notRecorded }) != true
        else { continue }
        candidates[item, default: Candidate(item: item)].helps.append(verdict.id)
      }
      if verdict.rule.isRedFlag { tryPairs(for: verdict, &candidates, base) }
    }
    var questions = ranked(Array(candidates.values), verdicts, base)
    questions = entryQuestions(verdicts, closed) + questions + besideQuestions(verdicts, closed, base)
    func key(_ question: OpenQuestion) -> (Int, Int) {
      guard question.rank == .openFlag else { return (question.rank.rawValue, 0) }
      return (0, -urgency(of: index.rules[question.rule]))
    }
    // What is asked of entries stands with the other questions of its level.
    questions = questions.enumerated().sorted { a, b in
      let (first, second) = (key(a.element), key(b.element))
      return first == second ? a.offset < b.offset : first < second
    }.map(\.element)
    return merged(questions)
  }

  /// Rules whose value nobody needs to know now: withheld by precedence, or of an area whose gate is not met.
  private func closedRules(_ verdicts: Verdicts) -> Set<RuleID> {
    var closed = Set(verdicts.all.filter { $0.suppressedBy != nil }.map(\.id))
    for area in book.areas {
      let isClosed = area.gate.map { verdicts[$0]?.value == .notMet } ?? false
      // The quality of the log is not asked about.
      if area.id == "dataQuality" { closed.formUnion(area.rules.map(\.id)) }
      guard isClosed else { continue }
      // A rule that is met or open asks even in a closed area (basis P6).
      closed.formUnion(area.rules.map(\.id).filter { verdicts[$0]?.value != .met && verdicts[$0]?.isOpen != true })
    }
    return closed
  }

  private func isAskable(_ item: ItemID, _ base: Evaluator) -> Bool {
    guard let field = book.dictionary.field(item), [.answers, .history, .person].contains(field.section),
      !Inquiry.neverAsked.contains(item)
    else { return false }
    guard let found = base.lookup(item) else { return !(item == "ageYears" && base.lookup("birthDate") != nil) }
    if case .unanswered = found.item.value { return true }
    return false
  }

  private func effects(of item: ItemID, on rules: [RuleID], _ base: Evaluator) -> [OpenQuestion.Effect] {
    guard !rules.isEmpty else { return [] }
    var effects: [OpenQuestion.Effect] = []
    // Codes that no tree tells apart are tried once.
    var tried: [[Int]: [Evaluator.RuleValue]] = [:]
    for answer in answers(for: item, base.record) {
      var found: [Evaluator.RuleValue]?
      var kind: [Int]?
      if case .code(let code) = answer { kind = dependencies.reads[item]?.kind(of: code) }
      if let kind { found = tried[kind] }
      let values = found ?? values(of: rules, assuming: [item: answer], base)
      if let kind { tried[kind] = values }
      for (rule, after) in zip(rules, values) {
        guard let before = base.shared[rule] else { continue }
        let opens = after.isOpen && !before.isOpen && before.truth == .notRecorded
        guard after.truth != before.truth || opens else { continue }
        effects.append(
          OpenQuestion.Effect(
            item: item, answer: answer, rule: rule, before: before.truth, after: after.truth, opens: opens,
            together: nil))
      }
    }
    return effects
  }

  /// Where no single answer decides a flag, two may; an answer that decides it alone needs no other.
  private func tryPairs(for flag: Verdict, _ candidates: inout [ItemID: Candidate], _ base: Evaluator) {
    let items = (dependencies.items[flag.id] ?? []).filter { isAskable($0, base) }
    let undecided = items.filter { item in
      candidates[item]?.helps.contains(flag.id) == true
        || candidates[item]?.effects.contains { $0.rule == flag.id && $0.after == .notRecorded } == true
    }
    func open(_ item: ItemID) -> [ItemValue] {
      let alone =
        candidates[item]?.effects.filter { $0.rule == flag.id && $0.after != .notRecorded }.map(\.answer) ?? []
      return answers(for: item, base.record).filter { !alone.contains($0) }
    }
    let answersOf = Dictionary(uniqueKeysWithValues: undecided.map { ($0, Array(open($0).prefix(3))) })
    var tried = 0
    for item in undecided where !(candidates[item]?.pairs.contains { $0.rule == flag.id } ?? false) {
      pairing: for other in undecided where other != item {
        for answer in answersOf[item] ?? [] {
          for second in answersOf[other] ?? [] {
            tried += 1
            guard tried <= Inquiry.mostPairs else { return }
            let after = values(of: [flag.id], assuming: [item: answer, other: second], base)[0].truth
            guard after != .notRecorded else { continue }
            for (first, answer, companion, reply) in [(item, answer, other, second), (other, second, item, answer)] {
              candidates[first, default: Candidate(item: first)].pairs.append(
                OpenQuestion.Effect(
                  item: first, answer: answer, rule: flag.id, before: .notRecorded, after: after, opens: false,
                  together: .init(item: companion, answer: reply)))
            }
            break pairing
          }
        }
      }
    }
  }

  /// Where a candidate stands: lower keys first, compared one after the other.
  private func ranked(_ candidates: [Candidate], _ verdicts: Verdicts, _ base: Evaluator) -> [OpenQuestion] {
    var placed: [(key: [Int], question: OpenQuestion)] = []
    // One question of each flag in turn, so that no flag takes all the places.
    var turns: [[Int]: Int] = [:]
    let inOrder = candidates.sorted { $0.item < $1.item }
      .map { ($0, place(of: $0, verdicts)) }
      .sorted { $0.1.key.lexicographicallyPrecedes($1.1.key) }
    for (candidate, place) in inOrder {
      guard let rule = index.rules[place.rule], let field = book.dictionary.field(candidate.item) else { continue }
      var key = place.key
      if place.rank <= .flag {
        // level, then turn, then the way in which it bears on the flag.
        let turn = turns[[place.rank.rawValue, positions[place.rule] ?? 0], default: 0]
        turns[[place.rank.rawValue, positions[place.rule] ?? 0]] = turn + 1
        key.insert(turn, at: 2)
      }
      var wasUnsure = false
      if case .unanswered? = base.lookup(candidate.item)?.item.value { wasUnsure = true }
      let own = rule.questions.first { $0.items.contains(candidate.item) }
      placed.append(
        (
          key,
          OpenQuestion(
            items: [candidate.item], wording: own?.text ?? field.question, rule: place.rule, rank: place.rank,
            isForClinician: field.respondents == [.clinician], wasUnsure: wasUnsure,
            effects: candidate.effects + candidate.pairs, helps: candidate.helps)
        ))
    }
    return placed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.question)
  }

  private func place(of candidate: Candidate, _ verdicts: Verdicts) -> (
    rank: OpenQuestion.Rank, rule: RuleID, key: [Int]
  ) {
    var best: (rank: OpenQuestion.Rank, rule: RuleID, key: [Int])?
    let order = dependencies.order[candidate.item] ?? 0
    func offer(_ rank: OpenQuestion.Rank, _ rule: RuleID, _ key: [Int]) {
      let key = [rank.rawValue] + key + [positions[rule] ?? 0, asked(candidate.item, by: rule), order]
      if best.map({ key.lexicographicallyPrecedes($0.key) }) ?? true { best = (rank, rule, key) }
    }
    let alone = candidate.effects.filter { $0.after != .notRecorded }
    let bearing: [(RuleID, Int)] =
      alone.map { ($0.rule, 0) } + candidate.effects.filter(\.opens).map { ($0.rule, 1) }
      + candidate.pairs.map { ($0.rule, 1) } + candidate.helps.map { ($0, 2) }
    for (rule, way) in bearing {
      guard let verdict = verdicts[rule], areas[rule]?.id == "redFlags", !verdict.rule.isRoutineLine else { continue }
      let urgency = urgency(of: verdict.rule)
      // Only what bears on the flag by itself or in a pair: a distant circumstance of a score is no flag question.
      guard way < 2 || (verdict.isOpen && asks(candidate.item, rule)) else { continue }
      offer(verdict.isOpen ? .openFlag : .flag, rule, [-urgency, way])
    }
    let decided = Set(alone.map(\.rule))
    func weight(_ rules: some Sequence<RuleID>) -> Int {
      rules.reduce(0) { $0 + (verdicts[$1]?.isOpen == true ? Inquiry.weightOfOpen : 1) }
    }
    if let first = first(of: decided, candidate.item) { offer(.decides, first, [-weight(decided)]) }
    let helped = Set(candidate.helps + candidate.effects.map(\.rule) + candidate.pairs.map(\.rule))
    if let first = first(of: helped, candidate.item) { offer(.helps, first, [-weight(helped)]) }
    return best ?? (.helps, candidate.helps.first ?? "", [OpenQuestion.Rank.helps.rawValue, 0, 0, 0, order])
  }

  /// The highest level that the rule can have, as a number.
  private func urgency(of rule: Rule?) -> Int {
    rule?.levels.map(\.urgency).max().flatMap { Urgency.allCases.firstIndex(of: $0) } ?? 0
  }

  /// The rule whose question is put: one that asks for the item itself, else the first of the book.
  private func first(of rules: Set<RuleID>, _ item: ItemID) -> RuleID? {
    rules.min { a, b in
      (asks(item, a) ? 0 : 1, positions[a] ?? 0) < (asks(item, b) ? 0 : 1, positions[b] ?? 0)
    }
  }

  private func asks(_ item: ItemID, _ rule: RuleID) -> Bool {
    index.rules[rule]?.questions.contains { $0.items.contains(item) } ?? false
  }

  /// Where the rule's own questions name the item.
  private func asked(_ item: ItemID, by rule: RuleID) -> Int {
    index.rules[rule]?.questions.firstIndex { $0.items.contains(item) } ?? .max
  }

  /// What a rule asks about the log entries that leave it open (basis C12, A03): a blank place can be filled in.
  private func entryQuestions(_ verdicts: Verdicts, _ closed: Set<RuleID>) -> [OpenQuestion] {
    var found: [OpenQuestion] = []
    let open = verdicts.all.filter { $0.isOpen && $0.rule.isRedFlag && !closed.contains($0.id) }
    for verdict in open {
      let missing = verdict.explanation.openItems.filter { book.dictionary.field($0)?.section == .log }
      for question in verdict.rule.questions {
        let items = question.items.filter(missing.contains)
        guard !items.isEmpty else { continue }
        found.append(
          OpenQuestion(
            items: items, wording: question.text, rule: verdict.id, rank: .openFlag, isForClinician: false,
            wasUnsure: false, effects: [], helps: [verdict.id]))
      }
    }
    return found
  }

  /// What rules that are met or open want told although their value does not rest on it: what makes a flag weigh more, and what a line lists.
  private func besideQuestions(_ verdicts: Verdicts, _ closed: Set<RuleID>, _ base: Evaluator) -> [OpenQuestion] {
    var found: [OpenQuestion] = []
    for verdict in verdicts.all where !closed.contains(verdict.id) && (verdict.value == .met || verdict.isOpen) {
      var amplifiers = TreeReads()
      amplifiers.read(verdict.rule.amplifiers)
      let items = verdict.rule.alsoAsked + (verdict.rule.isRedFlag ? amplifiers.items.keys.sorted() : [])
      for item in items where verdict.missing.contains(item) && isAskable(item, base) {
        guard let field = book.dictionary.field(item) else { continue }
        var wasUnsure = false
        if case .unanswered? = base.lookup(item)?.item.value { wasUnsure = true }
        found.append(
          OpenQuestion(
            items: [item], wording: verdict.rule.questions.first { $0.items.contains(item) }?.text ?? field.question,
            rule: verdict.id, rank: .beside, isForClinician: field.respondents == [.clinician], wasUnsure: wasUnsure,
            effects: [], helps: []))
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
