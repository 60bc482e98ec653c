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
    /// What its answers add to flags that are met.
    var weights: [OpenQuestion.Effect] = []
  }

  /// A question with its keys; lower ones come first, compared one after the other.
  private struct Placed {
    var key: [Int]
    var question: OpenQuestion
  }

  /// What holds for the whole list.
  private struct Standing {
    let verdicts: Verdicts
    let support: [RuleID: FlagSupport]
    /// The highest level of a flag that is met.
    let highest: Urgency?
    let hinted: Set<RuleID>
  }

  /// Every unanswered question that would change something: what raises or adds to a met flag first, then open flags and flags, by what speaks for them and by level; then what alone decides criteria, by how many; then what helps.
  package func askNext(_ verdicts: Verdicts) -> [OpenQuestion] {
    let base = evaluator(verdicts)
    let closed = closedRules(verdicts)
    var candidates: [ItemID: Candidate] = [:]
    for item in dependencies.rules.keys.sorted() where isAskable(item, base) {
      let rules = (dependencies.rules[item] ?? []).filter { !closed.contains($0) }
      // A settled rule that more knowledge cannot change is not tried again.
      let effects = effects(
        of: item,
        on: rules.filter { base.known($0)?.truth == .notRecorded || !dependencies.isMonotone($0) }, base)
      if !effects.isEmpty { candidates[item] = Candidate(item: item, effects: effects) }
    }
    for verdict in verdicts.all where verdict.value == .notRecorded && !closed.contains(verdict.id) {
      for item in base.unique(verdict.openItems) where isAskable(item, base) {
        guard dependencies.rules[item]?.contains(verdict.id) == true,
          candidates[item]?.effects.contains(where: { $0.rule == verdict.id && $0.after != .notRecorded }) != true
        else { continue }
        candidates[item, default: Candidate(item: item)].helps.append(verdict.id)
      }
      if verdict.rule.isRedFlag { tryPairs(for: verdict, &candidates, base) }
    }
    let met = verdicts.all.filter { $0.value == .met && $0.urgency != nil && !$0.rule.isRoutineLine }
    for flag in met {
      for item in dependencies.weighing[flag.id] ?? [] where isAskable(item, base) {
        let weights = weightEffects(on: flag, of: item, base)
        if !weights.isEmpty { candidates[item, default: Candidate(item: item)].weights += weights }
      }
    }
    let unsettled = verdicts.all.filter { $0.rule.isRedFlag && $0.value == .notRecorded && !closed.contains($0.id) }
    let standing = Standing(
      verdicts: verdicts, support: support(of: unsettled, verdicts, base), highest: met.compactMap(\.urgency).max(),
      hinted: hintedRules(verdicts, base))
    let placed =
      entryQuestions(closed, standing) + ranked(candidates, standing, base)
      + besideQuestions(verdicts, closed, base)
    // Equal keys keep the order in which they were made.
    return merged(
      inTurns(placed).enumerated().sorted { a, b in
        a.element.key == b.element.key
          ? a.offset < b.offset : a.element.key.lexicographicallyPrecedes(b.element.key)
      }.map(\.element.question))
  }

  /// Rules whose value nobody needs to know now: withheld by precedence, or of an area whose gate is not met.
  private func closedRules(_ verdicts: Verdicts) -> Set<RuleID> {
    var closed = Set(verdicts.all.filter { $0.suppressedBy != nil }.map(\.id))
    for area in book.areas {
      let isClosed = area.gate.map { verdicts[$0]?.value == .notMet } ?? false
      // The quality of the log is not asked about.
      if area.role == .dataQuality { closed.formUnion(area.rules.map(\.id)) }
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
    var tried: [[Int]: [(value: Evaluator.RuleValue, level: Urgency?)]] = [:]
    for answer in answers(for: item, base.record) {
      var found: [(value: Evaluator.RuleValue, level: Urgency?)]?
      var kind: [Int]?
      if case .code(let code) = answer { kind = dependencies.reads[item]?.kind(of: code) }
      if let kind { found = tried[kind] }
      let values = found ?? self.values(of: rules, assuming: [item: answer], base)
      if let kind { tried[kind] = values }
      for (rule, (after, level)) in zip(rules, values) {
        guard let before = base.known(rule) else { continue }
        let opens = after.isOpen && !before.isOpen && before.truth == .notRecorded
        guard after.truth != before.truth || opens else { continue }
        effects.append(
          OpenQuestion.Effect(
            item: item, answer: answer, rule: rule, before: before.truth, after: after.truth, opens: opens,
            level: level, weighsMore: false, together: nil))
      }
    }
    return effects
  }

  /// The values of some rules when the answers are as given, and the levels of the flags that are then met.
  private func values(
    of rules: [RuleID], assuming answers: [ItemID: ItemValue], _ base: Evaluator
  ) -> [(value: Evaluator.RuleValue, level: Urgency?)] {
    var trial = trial(assuming: answers, base)
    return rules.map { id in
      let value = trial.value(of: id)
      guard value.truth == .met, let rule = index.rule(id), rule.isRedFlag else { return (value, nil) }
      // What is answered now counts as current.
      return (value, trial.level(of: rule, active: true))
    }
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
            let found = values(of: [flag.id], assuming: [item: answer, other: second], base)[0]
            let after = found.value.truth
            guard after != .notRecorded else { continue }
            for (first, answer, companion, reply) in [(item, answer, other, second), (other, second, item, answer)] {
              candidates[first, default: Candidate(item: first)].pairs.append(
                OpenQuestion.Effect(
                  item: first, answer: answer, rule: flag.id, before: .notRecorded, after: after, opens: false,
                  level: found.level, weighsMore: false, together: .init(item: companion, answer: reply)))
            }
            break pairing
          }
        }
      }
    }
  }

  private func ranked(_ candidates: [ItemID: Candidate], _ standing: Standing, _ base: Evaluator) -> [Placed] {
    candidates.values.sorted { $0.item < $1.item }.compactMap { candidate in
      var place = place(of: candidate, standing, base)
      guard let rule = index.rule(place.rule), let field = book.dictionary.field(candidate.item) else { return nil }
      if isOutOfTurn(field, candidates, place.rank, standing.support[place.rule], base) {
        place.rank = .detail
        place.key = [OpenQuestion.Rank.detail.rawValue] + place.key
      }
      return Placed(
        key: place.key,
        question: OpenQuestion(
          items: [candidate.item],
          wording: rule.questions.first { $0.items.contains(candidate.item) }?.text ?? field.question,
          rule: place.rule, rank: place.rank, isForClinician: field.respondents == [.clinician],
          wasUnsure: wasUnsure(candidate.item, base), effects: candidate.weights + candidate.effects + candidate.pairs,
          helps: candidate.helps))
    }
  }

  private func wasUnsure(_ item: ItemID, _ base: Evaluator) -> Bool {
    if case .unanswered? = base.lookup(item)?.item.value { true } else { false }
  }

  /// A detail is not asked before the plainer question of the same matter, nor after its "no", unless something else speaks for the flag that wants it.
  private func isOutOfTurn(
    _ field: Field, _ candidates: [ItemID: Candidate], _ rank: OpenQuestion.Rank, _ support: FlagSupport?,
    _ base: Evaluator
  ) -> Bool {
    guard let lead = field.detailOf else { return false }
    guard let answer = base.lookup(lead)?.item.value, !wasUnsure(lead, base) else { return candidates[lead] != nil }
    guard answer == .code("no") || answer == .code("none") || answer == .codes([]) else { return false }
    return rank > .flag || (support ?? FlagSupport.none) == .none
  }

  /// One question of each flag in turn, so that no flag takes all the places of its level. Of flags that nothing speaks for, every one is asked about once before any is asked twice.
  private func inTurns(_ placed: [Placed]) -> [Placed] {
    var turns: [[Int]: Int] = [:]
    let sorted = placed.enumerated().sorted { a, b in
      a.element.key == b.element.key
        ? a.offset < b.offset : a.element.key.lexicographicallyPrecedes(b.element.key)
    }.map(\.element)
    return sorted.map { place in
      guard place.question.rank <= .flag else { return place }
      var place = place
      let group = [place.question.rank.rawValue, positions[place.question.rule] ?? 0]
      let isUnsupported = place.key.dropFirst().first == FlagSupport.none.rawValue
      place.key.insert(turns[group, default: 0], at: isUnsupported ? 2 : 3)
      turns[group, default: 0] += 1
      return place
    }
  }

  /// Rank, support and level first for flags; then whether it was asked before, and how it bears on the rule.
  private func place(of candidate: Candidate, _ standing: Standing, _ base: Evaluator) -> (
    rank: OpenQuestion.Rank, rule: RuleID, key: [Int]
  ) {
    var best: (rank: OpenQuestion.Rank, rule: RuleID, key: [Int])?
    let order = dependencies.order[candidate.item] ?? 0
    let unsure = wasUnsure(candidate.item, base) ? 1 : 0
    func offer(_ rank: OpenQuestion.Rank, _ rule: RuleID, _ key: [Int]) {
      let key = [rank.rawValue] + key + [positions[rule] ?? 0, asked(candidate.item, by: rule), order]
      if best.map({ key.lexicographicallyPrecedes($0.key) }) ?? true { best = (rank, rule, key) }
    }
    for effect in candidate.weights {
      let level = effect.level ?? .routine
      let before = standing.verdicts[effect.rule]?.urgency ?? .routine
      offer(level > before ? .raises : .weighs, effect.rule, [0, -number(level), unsure, 0])
    }
    let alone = candidate.effects.filter { $0.after != .notRecorded }
    let bearing: [(RuleID, Int, Urgency?)] =
      alone.map { ($0.rule, 0, $0.level) } + candidate.effects.filter(\.opens).map { ($0.rule, 1, nil) }
      + candidate.pairs.map { ($0.rule, 1, $0.level) } + candidate.helps.map { ($0, 2, nil) }
    for (rule, way, level) in bearing {
      guard let verdict = standing.verdicts[rule], areas[rule]?.role == .redFlags, !verdict.rule.isRoutineLine else {
        continue
      }
      // Only what bears on the flag by itself or in a pair: a distant circumstance of a score is no flag question.
      guard way < 2 || (verdict.isOpen && asks(candidate.item, rule)) else { continue }
      let support = standing.support[rule] ?? .none
      let rank = flagRank(rule, level, support, standing)
      offer(rank, rule, [support.rawValue, -number(level ?? atStake(verdict.rule, support)), unsure, way])
    }
    let decided = Set(alone.map(\.rule))
    func weight(_ rules: some Sequence<RuleID>) -> Int {
      rules.reduce(0) { $0 + (standing.verdicts[$1]?.isOpen == true ? Inquiry.weightOfOpen : 1) }
    }
    if let first = first(of: decided, candidate.item) { offer(.decides, first, [-weight(decided)]) }
    let helped = Set(candidate.helps + candidate.effects.map(\.rule) + candidate.pairs.map(\.rule))
    if let first = first(of: helped, candidate.item) { offer(.helps, first, [-weight(helped)]) }
    return best ?? (.helps, candidate.helps.first ?? "", [OpenQuestion.Rank.helps.rawValue, 0, 0, 0, order])
  }

  /// An open flag that could stand higher than any that is met is not kept waiting behind circumstances of those.
  private func flagRank(
    _ rule: RuleID, _ level: Urgency?, _ support: FlagSupport, _ standing: Standing
  ) -> OpenQuestion.Rank {
    guard support == .open else { return .flag }
    guard let highest = standing.highest, let rule = index.rule(rule) else { return .openFlag }
    return (level ?? atStake(rule, support)) > highest ? .raises : .openFlag
  }

  /// Where no trial says at which level the flag would be met: its highest while something speaks for it, else its lowest.
  private func atStake(_ rule: Rule, _ support: FlagSupport) -> Urgency {
    let levels = rule.levels.map(\.urgency)
    return (support == .none ? levels.min() : levels.max()) ?? .routine
  }

  private func number(_ urgency: Urgency) -> Int { Urgency.allCases.firstIndex(of: urgency) ?? 0 }

  /// The rule whose question is put: one that asks for the item itself, else the first of the book.
  private func first(of rules: Set<RuleID>, _ item: ItemID) -> RuleID? {
    rules.min { a, b in
      (asks(item, a) ? 0 : 1, positions[a] ?? 0) < (asks(item, b) ? 0 : 1, positions[b] ?? 0)
    }
  }

  private func asks(_ item: ItemID, _ rule: RuleID) -> Bool {
    index.rule(rule)?.questions.contains { $0.items.contains(item) } ?? false
  }

  /// Where the rule's own questions name the item.
  private func asked(_ item: ItemID, by rule: RuleID) -> Int {
    index.rule(rule)?.questions.firstIndex { $0.items.contains(item) } ?? .max
  }

  /// What a rule asks about the log entries that leave it open (basis C12, A03): a blank place can be filled in. It stands before the other questions of its flag.
  private func entryQuestions(_ closed: Set<RuleID>, _ standing: Standing) -> [Placed] {
    var found: [Placed] = []
    let open = standing.verdicts.all.filter { ($0.isOpen && $0.rule.isRedFlag) && !closed.contains($0.id) }
    for verdict in open + standing.verdicts.all.filter({ isHint($0) && !closed.contains($0.id) }) {
      let missing = verdict.openItems.filter { book.dictionary.field($0)?.section == .log }
      // Words stand for the flags that they hint at.
      let rules = isHint(verdict) ? book.rules.filter { standing.hinted.contains($0.id) } : [verdict.rule]
      let level = rules.map { atStake($0, .open) }.max() ?? .routine
      let rank = standing.highest.map { level > $0 ? OpenQuestion.Rank.raises : .openFlag } ?? .openFlag
      for question in verdict.rule.questions {
        let items = question.items.filter(missing.contains)
        guard !items.isEmpty else { continue }
        found.append(
          Placed(
            key: [rank.rawValue, FlagSupport.open.rawValue, -number(level), 0, -1, positions[verdict.id] ?? 0],
            question: OpenQuestion(
              items: items, wording: question.text, rule: verdict.id, rank: rank, isForClinician: false,
              wasUnsure: false, effects: [], helps: [verdict.id])))
      }
    }
    return found
  }

  private func isHint(_ verdict: Verdict) -> Bool {
    guard verdict.isOpen, case .criterion(.freeText) = verdict.rule.logic else { return false }
    return true
  }

  /// What rules that are met or open want told although their value does not rest on it: what makes a flag weigh more, and what a line lists.
  private func besideQuestions(_ verdicts: Verdicts, _ closed: Set<RuleID>, _ base: Evaluator) -> [Placed] {
    var found: [Placed] = []
    for verdict in verdicts.all where !closed.contains(verdict.id) && (verdict.value == .met || verdict.isOpen) {
      var amplifiers = TreeReads()
      amplifiers.read(verdict.rule.amplifiers)
      let items = verdict.rule.alsoAsked + (verdict.rule.isRedFlag ? amplifiers.items.keys.sorted() : [])
      for item in items where verdict.missing.contains(item) && isAskable(item, base) {
        guard let field = book.dictionary.field(item) else { continue }
        found.append(
          Placed(
            key: [OpenQuestion.Rank.beside.rawValue],
            question: OpenQuestion(
              items: [item], wording: verdict.rule.questions.first { $0.items.contains(item) }?.text ?? field.question,
              rule: verdict.id, rank: .beside, isForClinician: field.respondents == [.clinician],
              wasUnsure: wasUnsure(item, base), effects: [], helps: [])))
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
