import ClinicalRecord

// The order of the questions: which are worth asking first.
extension Inquiry {
  /// A criterion that something speaks for counts for so many that nothing speaks for.
  private static let weightOfOpen = 2

  func ranked(_ candidates: QuestionCandidates, _ standing: QuestionStanding) -> [PlacedQuestion] {
    items.indices.compactMap { number in
      guard let candidate = candidates.known[number], let best = place(of: candidate, number, standing, candidates.base)
      else { return nil }
      var place = best
      let asked = items[number]
      if isOutOfTurn(asked, candidates, place.rank, standing.support[place.rule]) {
        place.rank = .detail
        place.key = [OpenQuestion.Rank.detail.rawValue] + place.key
      }
      return PlacedQuestion(
        key: place.key,
        question: OpenQuestion(
          items: [asked.item], wording: words[place.rule].text(for: asked.item) ?? asked.question,
          rule: index.rules[place.rule].rule.id, rank: place.rank, isForClinician: asked.isForClinician,
          wasUnsure: wasUnsure(asked.item, candidates.base),
          effects: (candidate.weights + candidate.effects + candidate.pairs).map { effect in
            OpenQuestion.Effect(
              item: asked.item, answer: effect.answer, rule: index.rules[effect.rule].rule.id, before: effect.before,
              after: effect.after, opens: effect.opens, level: effect.level, weighsMore: effect.weighsMore,
              together: effect.together)
          },
          helps: candidate.helps.map { index.rules[$0].rule.id }))
    }
  }

  func wasUnsure(_ item: ItemID, _ base: Evaluator) -> Bool {
    if case .unanswered? = base.recorded(item) { true } else { false }
  }

  /// A detail is not asked before the plainer question of the same matter, nor after its "no", unless something else speaks for the flag that wants it.
  private func isOutOfTurn(
    _ asked: AskableItem, _ candidates: QuestionCandidates, _ rank: OpenQuestion.Rank, _ support: FlagSupport?
  ) -> Bool {
    guard let lead = asked.detailOf else { return false }
    guard let answer = candidates.base.recorded(lead), !wasUnsure(lead, candidates.base) else {
      return itemNumbers[lead].map { candidates.known[$0] != nil } ?? false
    }
    guard answer == .code("no") || answer == .code("none") || answer == .codes([]) else { return false }
    return rank > .flag || (support ?? FlagSupport.none) == .none
  }

  /// One question of each flag in turn, so that no flag takes all the places of its level. Of flags that nothing speaks for, every one is asked about once before any is asked twice.
  func inTurns(_ placed: [PlacedQuestion]) -> [PlacedQuestion] {
    var turns: [[Int]: Int] = [:]
    return PlacedQuestion.sorted(placed).map { place in
      guard place.question.rank <= .flag else { return place }
      var place = place
      let group = [place.question.rank.rawValue, index.number(of: place.question.rule) ?? 0]
      let isUnsupported = place.key.dropFirst().first == FlagSupport.none.rawValue
      place.key.insert(turns[group, default: 0], at: isUnsupported ? 2 : 3)
      turns[group, default: 0] += 1
      return place
    }
  }

  /// Rank, support and level first for flags; then whether it was asked before, and how it bears on the rule.
  ///
  /// - Parameter number: that of the askable item.
  private func place(
    of candidate: QuestionCandidate, _ number: Int, _ standing: QuestionStanding, _ base: Evaluator
  ) -> (rank: OpenQuestion.Rank, rule: Int, key: [Int])? {
    var best: (rank: OpenQuestion.Rank, rule: Int, key: [Int])?
    let (item, order) = (items[number].item, items[number].order)
    let all = standing.verdicts.all
    let unsure = wasUnsure(item, base) ? 1 : 0
    func offer(_ rank: OpenQuestion.Rank, _ rule: Int, _ key: [Int]) {
      let key = [rank.rawValue] + key + [rule, words[rule].place(of: item) ?? .max, order]
      if best.map({ key.lexicographicallyPrecedes($0.key) }) ?? true { best = (rank, rule, key) }
    }
    for effect in candidate.weights {
      let level = effect.level ?? .routine
      let before = all[effect.rule].urgency ?? .routine
      offer(level > before ? .raises : .weighs, effect.rule, [0, -ordinal(level), unsure, 0])
    }
    let alone = candidate.effects.filter { $0.after != .notRecorded }
    let bearing: [(Int, Int, Urgency?)] =
      alone.map { ($0.rule, 0, $0.level) } + candidate.effects.filter(\.opens).map { ($0.rule, 1, nil) }
      + candidate.pairs.map { ($0.rule, 1, $0.level) } + candidate.helps.map { ($0, 2, nil) }
    for (rule, way, level) in bearing {
      guard roles[rule] == .redFlags, !index.rules[rule].isRoutineLine else { continue }
      // Only what bears on the flag by itself or in a pair: a distant circumstance of a score is no flag question.
      guard way < 2 || (all[rule].isOpen && words[rule].place(of: item) != nil) else { continue }
      let support = standing.support[rule] ?? .none
      let rank = flagRank(rule, level, support, standing)
      offer(rank, rule, [support.rawValue, -ordinal(level ?? atStake(rule, support)), unsure, way])
    }
    func weight(_ rules: Set<Int>) -> Int {
      rules.reduce(0) { $0 + (all[$1].isOpen ? Inquiry.weightOfOpen : 1) }
    }
    let decided = Set(alone.map(\.rule))
    if let first = first(of: decided, item) { offer(.decides, first, [-weight(decided)]) }
    let helped = Set(candidate.helps + candidate.effects.map(\.rule) + candidate.pairs.map(\.rule))
    if let first = first(of: helped, item) { offer(.helps, first, [-weight(helped)]) }
    return best
  }

  /// An open flag that could stand higher than any that is met is not kept waiting behind circumstances of those.
  private func flagRank(
    _ rule: Int, _ level: Urgency?, _ support: FlagSupport, _ standing: QuestionStanding
  ) -> OpenQuestion.Rank {
    guard support == .open else { return .flag }
    guard let highest = standing.highest else { return .openFlag }
    return (level ?? atStake(rule, support)) > highest ? .raises : .openFlag
  }

  /// Where no trial says at which level the flag would be met: its highest while something speaks for it, else its lowest.
  private func atStake(_ rule: Int, _ support: FlagSupport) -> Urgency {
    let levels = index.rules[rule].rule.levels.map(\.urgency)
    return (support == .none ? levels.min() : levels.max()) ?? .routine
  }

  private func ordinal(_ urgency: Urgency) -> Int { Urgency.allCases.firstIndex(of: urgency) ?? 0 }

  /// The rule whose question is put: one that asks for the item itself, else the first of the book.
  private func first(of rules: Set<Int>, _ item: ItemID) -> Int? {
    rules.min { a, b in
      (words[a].place(of: item) == nil ? 1 : 0, a) < (words[b].place(of: item) == nil ? 1 : 0, b)
    }
  }

  /// What a rule asks about the log entries that leave it open (basis C12, A03): a blank place can be filled in. It stands before the other questions of its flag.
  func entryQuestions(_ closed: [Bool], _ standing: QuestionStanding) -> [PlacedQuestion] {
    let all = standing.verdicts.all
    var found: [PlacedQuestion] = []
    let flags = all.indices.filter { all[$0].isOpen && index.rules[$0].isRedFlag && !closed[$0] }
    let hints = all.indices.filter { isHint(all[$0]) && !closed[$0] }
    for number in flags + hints {
      let verdict = all[number]
      let missing = verdict.openItems.filter { book.dictionary.field($0)?.section == .log }
      // Words stand for the flags that they hint at.
      let rules =
        isHint(verdict)
        ? all.indices.filter { standing.hinted.contains(all[$0].id) } : [number]
      let level = rules.map { atStake($0, .open) }.max() ?? .routine
      let rank = standing.highest.map { level > $0 ? OpenQuestion.Rank.raises : .openFlag } ?? .openFlag
      for question in verdict.rule.questions {
        let items = question.items.filter(missing.contains)
        guard !items.isEmpty else { continue }
        found.append(
          PlacedQuestion(
            key: [rank.rawValue, FlagSupport.open.rawValue, -ordinal(level), 0, -1, number],
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
}
