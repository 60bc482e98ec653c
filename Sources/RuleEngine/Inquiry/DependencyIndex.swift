import ClinicalRecord

/// Which rules an item can change, through derived items and other rules too; made once for a book.
struct DependencyIndex: Sendable {
  /// Rules whose value may change with the item, in book order.
  private(set) var rules: [ItemID: [RuleID]] = [:]
  /// The same as numbers of the rules, for judging anew.
  private(set) var stale: [ItemID: [Int]] = [:]
  /// The conditions that may change with the item.
  private(set) var conditions = ItemTable<ConditionSet>(minimumCapacity: 512)
  /// The place of an item in the dictionary.
  private(set) var order: [ItemID: Int] = [:]
  /// Derived items that may change with the item.
  private(set) var derived: [ItemID: Set<ItemID>] = [:]
  /// What all trees together read of an item.
  private(set) var reads: [ItemID: ItemReads] = [:]
  /// The items behind a rule, in the order of their ids.
  private(set) var items: [RuleID: [ItemID]] = [:]

  /// The items behind what makes a met flag weigh more, in the order of their ids.
  private(set) var weighing: [RuleID: [ItemID]] = [:]

  /// Whether no further answer changes the value of the rule of that number, once it is met or not met.
  private(set) var isMonotone: [Bool] = []

  init(_ index: BookIndex) {
    let book = index.book
    var monotone: Set<RuleID> = []
    for rule in book.rules {
      guard case .criterion(let condition) = rule.logic, Self.isMonotone(condition) else { continue }
      monotone.insert(rule.id)
    }
    // A rule that reads another is as steady as that one.
    var changed = true
    let direct = Dictionary(
      book.rules.map { ($0.id, TreeReads($0.logic).rules) }, uniquingKeysWith: { first, _ in first })
    while changed {
      let steady = monotone.filter { direct[$0]?.isSubset(of: monotone) == true }
      changed = steady.count != monotone.count
      monotone = steady
    }
    isMonotone = book.rules.map { monotone.contains($0.id) }
    var builder = Builder(book)
    reads = builder.merged()
    for code in book.derivedCodes.map(\.id) + book.derivedNumbers.map(\.id) {
      for item in builder.items(ofDerived: code) { derived[item, default: []].insert(code) }
    }
    for rule in book.rules {
      let found = builder.items(of: rule.id).sorted()
      items[rule.id] = found
      for item in found { rules[item, default: []].append(rule.id) }
      if rule.isRedFlag { weighing[rule.id] = builder.items(weighing: rule.id).sorted() }
    }
    stale = rules.mapValues { $0.compactMap(index.number) }
    for (rule, first) in zip(book.rules, index.conditions.first) {
      var number = first
      for condition in rule.logic.conditions {
        note(condition, number, below: [], index.conditions, &builder)
        number = index.conditions.next(after: number)
      }
    }
    order = Dictionary(
      book.dictionary.fields.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What changes a condition changes those above it.
  private mutating func note(
    _ condition: Condition, _ number: Int, below: [Int], _ numbers: ConditionNumbers, _ builder: inout Builder
  ) {
    let line = below + [number]
    let parts = condition.numberedParts
    guard !parts.isEmpty else {
      for item in builder.items(behind: TreeReads(condition)) {
        let position = conditions.position(of: item, adding: ConditionSet())
        for number in line { conditions.values[position].insert(number) }
      }
      return
    }
    var part = ConditionNumbers.firstPart(of: number)
    for inside in parts {
      note(inside, part, below: line, numbers, &builder)
      part = numbers.next(after: part)
    }
  }

  /// Whether knowing more can only settle the condition; false where that is not plain to see.
  private static func isMonotone(_ condition: Condition) -> Bool {
    switch condition {
    case .all(let parts), .any(let parts), .atLeast(_, let parts): parts.allSatisfy(isMonotone)
    case .not(let part), .named(_, let part), .context(let part): isMonotone(part)
    case .item, .recorded, .itemHolds, .entries, .share, .medication, .aboveReference, .positiveResult,
      .rule(_, .value):
      true
    case .compare(.item, _, _), .compare(.lab, _, _), .compare(.measurement, _, _), .compare(.monthsSince, _, _): true
    default: false
    }
  }

  private struct Builder {
    var direct: [RuleID: TreeReads] = [:]
    /// What levels and amplifiers of flags read, and the points that flags count.
    var weights: [RuleID: TreeReads] = [:]
    var derivedReads: [ItemID: TreeReads] = [:]
    var known: [RuleID: Set<ItemID>] = [:]
    var knownDerived: [ItemID: Set<ItemID>] = [:]
    var rulesInProgress: Set<RuleID> = []
    var derivedInProgress: Set<ItemID> = []

    init(_ book: RuleBook) {
      for rule in book.rules {
        direct[rule.id] = TreeReads(rule.logic)
        if rule.isRedFlag { weights[rule.id] = TreeReads(weightsOf: rule) }
      }
      for code in book.derivedCodes {
        derivedReads[code.id, default: TreeReads()].read(code.choices.map(\.condition))
      }
      // The lines that rules draw at a derived number are lines for what it is derived from.
      var limits: [ItemID: [Double]] = [:]
      for reads in Array(direct.values) + Array(weights.values) + Array(derivedReads.values) {
        for (item, found) in reads.derived { limits[item, default: []] += found }
      }
      for number in book.derivedNumbers {
        derivedReads[number.id, default: TreeReads()].read(number.quantity, (limits[number.id] ?? []).sorted())
      }
    }

    func merged() -> [ItemID: ItemReads] {
      var all: [ItemID: ItemReads] = [:]
      for reads in Array(direct.values) + Array(weights.values) + Array(derivedReads.values) {
        for (item, found) in reads.items {
          all[item, default: ItemReads()].add(codes: [], held: found.held)
          for group in found.groups { all[item, default: ItemReads()].add(codes: group) }
          all[item, default: ItemReads()].add(limits: found.limits)
        }
      }
      // The order must not depend on that of a dictionary.
      return all.mapValues { reads in
        var sorted = reads
        sorted.codes.sort()
        sorted.limits.sort()
        return sorted
      }
    }

    mutating func items(of rule: RuleID) -> Set<ItemID> {
      if let found = known[rule] { return found }
      guard let reads = direct[rule], rulesInProgress.insert(rule).inserted else { return [] }
      let found = items(behind: reads)
      rulesInProgress.remove(rule)
      // What was found inside of a circle may lack items; only the outermost is kept.
      if rulesInProgress.isEmpty { known[rule] = found }
      return found
    }

    mutating func items(weighing rule: RuleID) -> Set<ItemID> { weights[rule].map { items(behind: $0) } ?? [] }

    mutating func items(ofDerived item: ItemID) -> Set<ItemID> {
      if let found = knownDerived[item] { return found }
      guard let reads = derivedReads[item], derivedInProgress.insert(item).inserted else { return [item] }
      let found = items(behind: reads).union([item])
      derivedInProgress.remove(item)
      if derivedInProgress.isEmpty, rulesInProgress.isEmpty { knownDerived[item] = found }
      return found
    }

    mutating func items(behind reads: TreeReads) -> Set<ItemID> {
      var found = Set(reads.items.keys)
      for rule in reads.rules { found.formUnion(items(of: rule)) }
      for item in reads.derived.keys { found.formUnion(items(ofDerived: item)) }
      return found
    }
  }
}
