import RuleEngine

// Walking and rebuilding the trees of a rule, so that a flip made once is put in every place of the condition.

extension Condition {
  /// The conditions right below, each with its step.
  var parts: [(step: String, condition: Condition)] {
    switch self {
    case .all(let parts): Condition.numbered("all", parts)
    case .any(let parts): Condition.numbered("any", parts)
    case .atLeast(_, let parts): Condition.numbered("of", parts)
    case .firstRecorded(let parts): Condition.numbered("first recorded", parts)
    case .not(let part): [("not", part)]
    case .named(_, let part): [("", part)]
    case .context(let part): [("context", part)]
    case .ifRecorded(let part): [("if recorded", part)]
    case .merge(let answer, let log, _): [("answer", answer), ("log", log)]
    case .decided(let met, let notMet): [("met when", met), ("not met when", notMet)]
    case .compare(let quantity, _, _): quantity.conditions
    case .atAnySite(_, let part): [("at a site", part)]
    default: []
    }
  }

  static func numbered(_ step: String, _ parts: [Condition]) -> [(step: String, condition: Condition)] {
    parts.enumerated().map { ("\(step) \($0 + 1)", $1) }
  }

  /// The tree with the condition exchanged wherever it stands.
  func replacing(_ old: Condition, with new: Condition) -> Condition {
    if self == old { return new }
    func changed(_ part: Condition) -> Condition { part.replacing(old, with: new) }
    return switch self {
    case .all(let parts): .all(parts.map(changed))
    case .any(let parts): .any(parts.map(changed))
    case .atLeast(let count, let parts): .atLeast(count, parts.map(changed))
    case .firstRecorded(let parts): .firstRecorded(parts.map(changed))
    case .not(let part): .not(changed(part))
    case .named(let words, let part): .named(words, changed(part))
    case .context(let part): .context(changed(part))
    case .ifRecorded(let part): .ifRecorded(changed(part))
    case .merge(let answer, let log, let subject): .merge(answer: changed(answer), log: changed(log), about: subject)
    case .decided(let met, let notMet): .decided(met: changed(met), notMet: changed(notMet))
    case .compare(let quantity, let comparison, let limit):
      .compare(quantity.replacing(old, with: new), comparison, limit)
    case .atAnySite(let sites, let part): .atAnySite(sites, changed(part))
    default: self
    }
  }
}

extension Quantity {
  /// The conditions in the quantity, each with its step.
  var conditions: [(step: String, condition: Condition)] {
    switch self {
    case .when(let condition, let part): [("when", condition)] + part.conditions
    case .firstRecorded(let parts), .smallest(let parts): parts.flatMap(\.conditions)
    case .divided(let part, _), .rounded(let part): part.conditions
    case .quotient(let first, let second), .minus(let first, let second): first.conditions + second.conditions
    case .points(let points), .recordedPoints(let points): Condition.numbered("points", points.map(\.condition))
    default: []
    }
  }

  func replacing(_ old: Condition, with new: Condition) -> Quantity {
    func changed(_ part: Quantity) -> Quantity { part.replacing(old, with: new) }
    func changed(_ line: Points) -> Points { Points(line.points, line.condition.replacing(old, with: new)) }
    return switch self {
    case .when(let condition, let part): .when(condition.replacing(old, with: new), changed(part))
    case .firstRecorded(let parts): .firstRecorded(parts.map(changed))
    case .smallest(let parts): .smallest(parts.map(changed))
    case .divided(let part, let divisor): .divided(changed(part), by: divisor)
    case .rounded(let part): .rounded(changed(part))
    case .quotient(let first, let second): .quotient(changed(first), changed(second))
    case .minus(let first, let second): .minus(changed(first), changed(second))
    case .points(let points): .points(points.map(changed))
    case .recordedPoints(let points): .recordedPoints(points.map(changed))
    default: self
    }
  }
}

extension RedFlag {
  var conditions: [(step: String, condition: Condition)] {
    [("gate", gate), ("answers", answers), ("log", log)].compactMap { step, part in part.map { (step, $0) } }
      + Condition.numbered("finding", findings) + (opensWith.map { [("opens with", $0)] } ?? [])
      + (barsNo.map { [("bars “no”", $0)] } ?? [])
  }

  func replacing(_ old: Condition, with new: Condition) -> RedFlag {
    var copy = self
    copy.gate = gate?.replacing(old, with: new)
    copy.answers = answers?.replacing(old, with: new)
    copy.log = log?.replacing(old, with: new)
    copy.findings = findings.map { $0.replacing(old, with: new) }
    copy.opensWith = opensWith?.replacing(old, with: new)
    copy.barsNo = barsNo?.replacing(old, with: new)
    return copy
  }
}

extension Detail {
  func replacing(_ old: Condition, with new: Condition) -> Detail {
    func changed(_ quantity: Quantity) -> Quantity { quantity.replacing(old, with: new) }
    func changed(_ condition: Condition) -> Condition { condition.replacing(old, with: new) }
    return switch self {
    case .low(let quantity): .low(changed(quantity))
    case .high(let quantity): .high(changed(quantity))
    case .number(let quantity, let decimals): .number(changed(quantity), decimals: decimals)
    case .count(let conditions, let truth): .count(conditions.map(changed), truth)
    case .names(let conditions, let truth): .names(conditions.map(changed), truth)
    case .choice(let choices, let otherwise):
      .choice(choices.map { Choice(changed($0.condition), $0.words) }, otherwise: otherwise)
    case .sitesWhere(let sites, let condition, let truth): .sitesWhere(sites, changed(condition), truth)
    default: self
    }
  }
}

extension Rule {
  /// Every condition that decides the value, the level or the words: logic, levels, phrases, tests, what settles a provisional value.
  var conditions: [(step: String, condition: Condition)] {
    var found: [(step: String, condition: Condition)] =
      switch logic {
      case .criterion(let condition): [("", condition)]
      case .redFlag(let flag): flag.conditions
      }
    for (position, level) in levels.enumerated() {
      if let condition = level.condition { found.append(("level \(position + 1)", condition)) }
    }
    if let settledWhen { found.append(("settled when", settledWhen)) }
    for group in testGroups { if let condition = group.condition { found.append(("tests while", condition)) } }
    for (position, phrase) in phrases.enumerated() {
      if let condition = phrase.condition { found.append(("phrase \(position + 1)", condition)) }
    }
    return found
  }

  /// The rule with the condition exchanged wherever it stands, the printed figures included.
  func replacing(_ old: Condition, with new: Condition) -> Rule {
    var copy = self
    switch logic {
    case .criterion(let condition): copy.logic = .criterion(condition.replacing(old, with: new))
    case .redFlag(let flag): copy.logic = .redFlag(flag.replacing(old, with: new))
    }
    for position in levels.indices {
      copy.levels[position].condition = levels[position].condition?.replacing(old, with: new)
    }
    copy.settledWhen = settledWhen?.replacing(old, with: new)
    for position in testGroups.indices {
      copy.testGroups[position].condition = testGroups[position].condition?.replacing(old, with: new)
    }
    copy.amplifiers = amplifiers.map { $0.replacing(old, with: new) }
    for position in phrases.indices {
      copy.phrases[position].condition = phrases[position].condition?.replacing(old, with: new)
    }
    for position in details.indices {
      copy.details[position].detail = details[position].detail.replacing(old, with: new)
    }
    return copy
  }
}
