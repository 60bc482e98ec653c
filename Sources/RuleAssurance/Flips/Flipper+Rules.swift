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
    var found: [Mutant<Rule>] = nodes(rule.conditions).flatMap { node in
      flips(node).map { mutant in mutant.within(node.place) { rule.replacing(node.condition, with: $0) } }
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

  /// Every distinct node of the trees with the place where it stands first, and whether all that counts of it is that it is met.
  private func nodes(_ roots: [(step: String, condition: Condition)]) -> [Node] {
    var positions: [Condition: Int] = [:]
    var found: [Node] = []
    func walk(_ condition: Condition, _ place: [String], onlyMet: Bool) {
      if let position = positions[condition] {
        found[position].onlyMet = found[position].onlyMet && onlyMet
      } else {
        positions[condition] = found.count
        found.append(Node(place: place.joined(separator: " / "), condition: condition, onlyMet: onlyMet))
      }
      var partsOnlyMet = false
      switch condition {
      case .all, .any, .atLeast, .named, .context, .atAnySite: partsOnlyMet = onlyMet
      case .ifRecorded: partsOnlyMet = true
      default: break
      }
      for part in condition.parts {
        walk(part.condition, part.step.isEmpty ? place : place + [part.step], onlyMet: partsOnlyMet)
      }
    }
    for root in roots {
      // Levels, phrases and tests only ask whether their condition is met.
      let onlyMet = ["level", "phrase", "tests", "settled", "opens", "bars", "choice"].contains {
        root.step.hasPrefix($0)
      }
      walk(root.condition, root.step.isEmpty ? [] : [root.step], onlyMet: onlyMet)
    }
    return found
  }

  private struct Node {
    var place: String
    var condition: Condition
    var onlyMet: Bool
  }

  /// Without the flips that move a value between “not met” and “not recorded” where only “met” counts.
  private func flips(_ node: Node) -> [Mutant<Condition>] {
    let found = flips(node.condition)
    guard node.onlyMet else { return found }
    switch node.condition {
    case .ifRecorded: return []
    case .entries(let query, let count, _):
      return found.filter { mutant in
        if case .entries(query, atLeast: count, otherwise: _) = mutant.value { return false }
        return true
      }
    case .share(let query):
      return found.filter { mutant in
        if case .share(let other) = mutant.value { return other.notMetTo == query.notMetTo }
        return true
      }
    default: return found
    }
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
    case .measuredTogether(let items):
      return items.drops("measurement").map { $0.within("", RedFlag.Ground.measuredTogether) } + [
        Mutant("need not be of one day", .all(items.map { .anyResult([$0], withinDays: nil) }))
      ]
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
      + nodes(Condition.numbered("choice", code.choices.map(\.condition))).flatMap { node in
        flips(node).map { mutant in
          mutant.within(node.place) { other in
            DerivedCode(
              code.id, code.choices.map { .init($0.condition.replacing(node.condition, with: other), $0.words) })
          }
        }
      }
  }

  package func flips(_ number: DerivedNumber) -> [Mutant<DerivedNumber>] {
    flips(number.quantity).map { $0.within("", { DerivedNumber(number.id, $0) }) }
      + nodes(number.quantity.conditions).flatMap { node in
        flips(node).map { mutant in
          mutant.within(node.place) { DerivedNumber(number.id, number.quantity.replacing(node.condition, with: $0)) }
        }
      }
  }
}
