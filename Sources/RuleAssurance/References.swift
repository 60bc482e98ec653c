import ClinicalRecord
import RuleEngine

/// What the conditions of a rule name: the leaves among them, the rules and the derived items.
struct Mentions {
  private(set) var leaves: [Condition] = []
  private(set) var rules: Set<RuleID> = []
  private(set) var derived: Set<ItemID> = []

  /// - Parameter words: whether the conditions of phrases, tests and printed figures count too.
  init(_ rule: Rule, words: Bool) {
    switch rule.logic {
    case .criterion(let condition): add(condition)
    case .redFlag(let flag): add(flag)
    }
    for level in rule.levels { add(level.condition) }
    for amplifier in rule.amplifiers { add(amplifier) }
    add(rule.settledWhen)
    guard words else { return }
    for group in rule.testGroups { add(group.condition) }
    for phrase in rule.phrases { add(phrase.condition) }
    for named in rule.details { add(named.detail) }
  }

  init(_ conditions: [Condition], _ quantities: [Quantity]) {
    for condition in conditions { add(condition) }
    for quantity in quantities { add(quantity) }
  }

  private mutating func add(_ flag: RedFlag) {
    add(flag.gate)
    add(flag.answers)
    add(flag.log)
    for finding in flag.findings { add(finding) }
    add(flag.opensWith)
    add(flag.barsNo)
    add(flag.notMetWhen)
  }

  private mutating func add(_ ground: RedFlag.Ground) {
    switch ground {
    case .everyAnswerIsNo(let items): for item in items { add(.no(item)) }
    case .logCovers(let rule): rules.insert(rule)
    case .anyResult, .measuredTogether: break
    case .all(let grounds): for ground in grounds { add(ground) }
    }
  }

  private mutating func add(_ condition: Condition?) {
    guard let condition else { return }
    switch condition {
    case .all(let parts), .any(let parts), .atLeast(_, let parts), .firstRecorded(let parts):
      for part in parts { add(part) }
    case .not(let part), .named(_, let part), .ifRecorded(let part), .context(let part): add(part)
    case .merge(let first, let second, _), .decided(let first, let second):
      add(first)
      add(second)
    case .atAnySite(let sites, let part):
      // What stands below is seen at the sites, one by one.
      let inner = Mentions([part], [])
      for leaf in inner.leaves where !leaves.contains(.atAnySite(sites, leaf)) {
        leaves.append(.atAnySite(sites, leaf))
      }
      rules.formUnion(inner.rules)
      derived.formUnion(inner.derived)
    default: addLeaf(condition)
    }
  }

  private mutating func addLeaf(_ leaf: Condition) {
    if !leaves.contains(leaf) { leaves.append(leaf) }
    switch leaf {
    case .rule(let id, _): rules.insert(id)
    case .derived(let item, _): derived.insert(item)
    case .compare(let quantity, _, _): add(quantity)
    case .freeText(let hints): rules.formUnion(hints.map(\.rule))
    default: break
    }
  }

  private mutating func add(_ quantity: Quantity) {
    switch quantity {
    case .derived(let item): derived.insert(item)
    case .firstRecorded(let parts), .smallest(let parts): for part in parts { add(part) }
    case .when(let condition, let part):
      add(condition)
      add(part)
    case .divided(let part, _): add(part)
    case .quotient(let first, let second), .minus(let first, let second):
      add(first)
      add(second)
    case .points(let points), .recordedPoints(let points): for line in points { add(line.condition) }
    default: break
    }
  }

  private mutating func add(_ detail: Detail) {
    switch detail {
    case .low(let quantity), .high(let quantity), .number(let quantity, _): add(quantity)
    case .count(let conditions, _), .names(let conditions, _): for condition in conditions { add(condition) }
    case .choice(let choices, _): for choice in choices { add(choice.condition) }
    case .metRules(let ids): rules.formUnion(ids)
    case .quotes(let hints): rules.formUnion(hints.map(\.rule))
    case .value(let item): derived.insert(item)
    case .sitesWhere(_, let condition, _): add(condition)
    default: break
    }
  }
}

/// Which rules can change when another rule or a derived item changes.
struct References: Sendable {
  private let rulesByRule: [RuleID: Set<RuleID>]
  private let rulesByItem: [ItemID: Set<RuleID>]

  init(_ book: RuleBook) {
    var byRule: [RuleID: Set<RuleID>] = [:]
    var byItem: [ItemID: Set<RuleID>] = [:]
    var itemsByItem: [ItemID: Set<ItemID>] = [:]
    for rule in book.rules {
      let mentions = Mentions(rule, words: true)
      for other in mentions.rules where other != rule.id { byRule[other, default: []].insert(rule.id) }
      for item in mentions.derived { byItem[item, default: []].insert(rule.id) }
    }
    for line in book.precedence { byRule[line.trigger, default: []].formUnion(line.rules) }
    for code in book.derivedCodes {
      for item in Mentions(code.choices.map(\.condition), []).derived { itemsByItem[item, default: []].insert(code.id) }
    }
    for number in book.derivedNumbers {
      for item in Mentions([], [number.quantity]).derived { itemsByItem[item, default: []].insert(number.id) }
    }
    rulesByRule = byRule
    rulesByItem = byItem.merging(
      itemsByItem.mapValues { items in items.reduce(into: []) { $0.formUnion(byItem[$1] ?? []) } }
    ) { $0.union($1) }
  }

  /// The rules that refer to the rule, by any number of steps, nearest first.
  func dependents(of rule: RuleID) -> [RuleID] { closure(rulesByRule[rule] ?? [], without: rule) }

  /// The rules that read the derived item, directly or through another rule.
  func readers(of item: ItemID) -> [RuleID] { closure(rulesByItem[item] ?? [], without: nil) }

  private func closure(_ start: Set<RuleID>, without rule: RuleID?) -> [RuleID] {
    var found: [RuleID] = []
    var next = start.sorted()
    while !next.isEmpty {
      let fresh = next.filter { $0 != rule && !found.contains($0) }
      found += fresh
      next = Set(fresh.flatMap { rulesByRule[$0] ?? [] }).sorted()
    }
    return found
  }
}
