package import RuleEngine

// Rules, red flags with their grounds and levels, and derived items.
extension Flipper {
  /// Flips of the logic, the levels, the conditions of phrases and tests, and the condition that settles a provisional value.
  package func flips(_ rule: Rule) -> [Mutant<Rule>] {
    func changed(_ change: (inout Rule) -> Void) -> Rule {
      var copy = rule
      change(&copy)
      return copy
    }
    var found: [Mutant<Rule>] = nodes(rule.conditions).flatMap { place, node in
      flips(node).map { mutant in mutant.within(place) { rule.replacing(node, with: $0) } }
    }
    if case .redFlag(let flag) = rule.logic {
      found += flips(flag).map { mutant in mutant.within("", { part in changed { $0.logic = .redFlag(part) } }) }
    }
    found += flips(rule.levels).map { mutant in mutant.within("", { levels in changed { $0.levels = levels } }) }
    for (position, group) in rule.testGroups.enumerated() where group.condition != nil {
      found.append(
        Mutant("condition of the tests dropped", changed { $0.testGroups[position].condition = nil }, at: "tests"))
    }
    return found.filter { $0.value != rule }
  }

  /// Every distinct node of the trees with the place where it stands first.
  private func nodes(_ roots: [(step: String, condition: Condition)]) -> [(place: String, node: Condition)] {
    var seen: Set<Condition> = []
    var found: [(place: String, node: Condition)] = []
    func walk(_ condition: Condition, _ place: [String]) {
      if seen.insert(condition).inserted { found.append((place.joined(separator: " / "), condition)) }
      for part in condition.parts { walk(part.condition, part.step.isEmpty ? place : place + [part.step]) }
    }
    for root in roots { walk(root.condition, root.step.isEmpty ? [] : [root.step]) }
    return found
  }

  private func flips(_ flag: RedFlag) -> [Mutant<RedFlag>] {
    func changed(_ change: (inout RedFlag) -> Void) -> RedFlag {
      var copy = flag
      change(&copy)
      return copy
    }
    var found: [Mutant<RedFlag>] = []
    if flag.gate != nil { found.append(Mutant("gate dropped", changed { $0.gate = nil })) }
    let grounds = (flag.answers == nil ? 0 : 1) + (flag.log == nil ? 0 : 1) + flag.findings.count
    if grounds > 1 {
      if flag.answers != nil { found.append(Mutant("answers dropped", changed { $0.answers = nil })) }
      if flag.log != nil { found.append(Mutant("log dropped", changed { $0.log = nil })) }
      for position in flag.findings.indices {
        found.append(Mutant("finding \(position + 1) dropped", changed { $0.findings.remove(at: position) }))
      }
    }
    if flag.opensWith != nil {
      found.append(Mutant("what opens the flag dropped", changed { $0.opensWith = nil }))
    }
    if flag.barsNo != nil { found.append(Mutant("what bars a “no” dropped", changed { $0.barsNo = nil })) }
    return found
      + flips(flag.notMetWhen).map { mutant in
        mutant.within("not met when", { ground in changed { $0.notMetWhen = ground } })
      }
  }

  private func flips(_ ground: RedFlag.Ground) -> [Mutant<RedFlag.Ground>] {
    switch ground {
    case .everyAnswerIsNo(let items):
      return items.indices.map { Mutant("\(items[$0]) need not be answered", .everyAnswerIsNo(items.without($0))) }
    case .logCovers: return [Mutant("the log need not cover its days", .everyAnswerIsNo([]))]
    case .anyResult(let results, let days):
      return results.drops("result").map { $0.within("", { .anyResult($0, withinDays: days) }) }
        + (days.map { neighbours($0) } ?? []).map {
          Mutant("results within \($0) days", .anyResult(results, withinDays: $0))
        } + [Mutant("no result needed", .everyAnswerIsNo([]))]
    case .all(let grounds):
      return (grounds.drops("ground") + grounds.flips("ground", \.self, flips)).map {
        $0.within("", RedFlag.Ground.all)
      }
    }
  }

  private func flips(_ levels: [Level]) -> [Mutant<[Level]>] {
    var found = levels.drops("level") + levels.exchanges("level")
    found += levels.flips("level", \.condition) { level in
      level.condition == nil ? [] : [Mutant("condition dropped", nil)]
    }
    found += levels.flips("level", \.whileActive) { level in
      level.whileActive ? [Mutant("counts for past entries too", false)] : []
    }
    return found
      + levels.flips("level", \.urgency) { level in
        let order = Urgency.allCases
        guard let position = order.firstIndex(of: level.urgency) else { return [] }
        let other = position > 0 ? order[position - 1] : order[position + 1]
        return [Mutant("\(level.urgency) becomes \(other)", other)]
      }
  }

  package func flips(_ code: DerivedCode) -> [Mutant<DerivedCode>] {
    (code.choices.drops("choice") + code.choices.exchanges("choice")).map {
      $0.within("", { DerivedCode(code.id, $0) })
    }
      + nodes(Condition.numbered("choice", code.choices.map(\.condition))).flatMap { place, node in
        flips(node).map { mutant in
          mutant.within(place) { other in
            DerivedCode(code.id, code.choices.map { .init($0.condition.replacing(node, with: other), $0.words) })
          }
        }
      }
  }

  package func flips(_ number: DerivedNumber) -> [Mutant<DerivedNumber>] {
    flips(number.quantity).map { $0.within("", { DerivedNumber(number.id, $0) }) }
      + nodes(number.quantity.conditions).flatMap { place, node in
        flips(node).map { mutant in
          mutant.within(place) { DerivedNumber(number.id, number.quantity.replacing(node, with: $0)) }
        }
      }
  }
}
