import ClinicalRecord

/// What the trees read of one item: which answers could make a difference to them.
struct ItemReads: Sendable {
  /// Codes that a condition asks for.
  var codes: [String] = []
  /// The codes that conditions ask for together.
  var groups: [[String]] = []
  /// How many codes of a set a condition counts, at most.
  var held = 1
  /// Numbers (months for a date) that a comparison draws a line at.
  var limits: [Double] = []

  mutating func add(codes more: [String], held count: Int = 1) {
    for code in more where !codes.contains(code) { codes.append(code) }
    if !more.isEmpty, !groups.contains(more) { groups.append(more) }
    held = max(held, count)
  }

  /// Codes of the same kind are the same to every tree. "No" and "indeterminate" mean something to the engine itself.
  func kind(of code: String) -> [Int] {
    ["no", "indeterminate"].contains(code)
      ? [-1] + code.utf8.map(Int.init) : groups.indices.filter { groups[$0].contains(code) }
  }

  mutating func add(limits more: [Double]) {
    for limit in more where !limits.contains(limit) { limits.append(limit) }
  }
}

/// Everything that a tree reads: items, derived items and other rules. Medicines, results and the log are read by trees too, but nobody answers them.
struct TreeReads: Sendable {
  var items: [ItemID: ItemReads] = [:]
  var rules: Set<RuleID> = []
  /// Derived items with the lines that are drawn at them.
  var derived: [ItemID: [Double]] = [:]

  init() {}

  init(_ condition: Condition) { read(condition) }

  init(_ logic: Rule.Logic) {
    switch logic {
    case .criterion(let condition): read(condition)
    case .redFlag(let flag):
      for part in [flag.gate, flag.answers, flag.log, flag.opensWith, flag.barsNo] { if let part { read(part) } }
      for finding in flag.findings { read(finding) }
      read(flag.notMetWhen)
    }
  }

  /// What decides how much a met flag weighs: its levels, its amplifiers and the points that it counts.
  init(weightsOf rule: Rule) {
    read(rule.amplifiers)
    read(rule.levels.compactMap(\.condition))
    for points in rule.countedPoints { read(points.map(\.condition)) }
  }

  mutating func read(_ conditions: [Condition]) { for condition in conditions { read(condition) } }

  mutating func read(_ condition: Condition) {
    switch condition {
    case .all(let parts), .any(let parts), .atLeast(_, let parts), .firstRecorded(let parts): read(parts)
    case .not(let part), .named(_, let part), .ifRecorded(let part), .context(let part): read(part)
    case .atAnySite(let sites, let part):
      items[sites.answer, default: ItemReads()].held = max(items[sites.answer]?.held ?? 1, 1)
      read(part)
    case .merge(let answer, let log, _): read([answer, log])
    case .decided(let met, let notMet): read([met, notMet])
    case .item(let item, let codes): items[item, default: ItemReads()].add(codes: codes)
    case .recorded(let item): items[item, default: ItemReads()].add(codes: [])
    case .itemHolds(let item, let count, let codes): items[item, default: ItemReads()].add(codes: codes, held: count)
    case .derived(let item, let codes):
      items[item, default: ItemReads()].add(codes: codes)
      derived[item, default: []] += []
    case .compare(let quantity, _, let limit): read(quantity, [limit])
    case .side(let query, _): if let joints = query.joints { items[joints, default: ItemReads()].add(codes: []) }
    case .medication(let query), .medicinesRecord(_, let query): read(query)
    case .rule(let id, _): rules.insert(id)
    // What follows reads the log, results or every other rule: no single answer is tried for it.
    case .entries, .daysAtOneSite, .share, .aboveReference, .belowReference, .positiveResult, .fresh, .notOnFile, .log,
      .anyConflict,
      .anyOldResult, .freeText:
      break
    }
  }

  private mutating func read(_ query: MedicationQuery) {
    items["medListComplete", default: ItemReads()].add(codes: ["yes"])
    if let timing = query.timing, case .answered(let item) = timing.onset {
      items[item, default: ItemReads()].add(limits: timing.withinDays.map { [Double($0) / 30.4375] } ?? [])
    }
  }

  mutating func read(_ quantity: Quantity, _ limits: [Double]) {
    switch quantity {
    case .item(let item), .monthsSince(let item): items[item, default: ItemReads()].add(limits: limits)
    case .derived(let item):
      items[item, default: ItemReads()].add(limits: limits)
      derived[item, default: []] += limits
    case .monthsBetween(let from, let to):
      items[from, default: ItemReads()].add(limits: limits)
      items[to, default: ItemReads()].add(limits: limits)
    case .age(let item):
      items["ageYears", default: ItemReads()].add(limits: limits)
      if let item { items[item, default: ItemReads()].add(limits: limits.map { $0 * 12 }) }
    case .firstRecorded(let parts), .smallest(let parts): for part in parts { read(part, limits) }
    case .when(let condition, let part):
      read(condition)
      read(part, limits)
    case .divided(let part, let divisor): read(part, limits.map { $0 * divisor })
    case .rounded(let part): read(part, limits)
    case .quotient(let first, let second), .minus(let first, let second):
      read(first, [])
      read(second, [])
    case .points(let points), .recordedPoints(let points): read(points.map(\.condition))
    case .sites(let item, _): items[item, default: ItemReads()].add(codes: [], held: Int(limits.max() ?? 1))
    case .monthsSinceMedicine(_, let query): read(query)
    case .lab, .lowestLab, .highestLab, .labMultiple, .measurement, .score, .undatedScore, .fixed, .monthsSinceResult,
      .median, .largest,
      .difference,
      .observedDays:
      break
    }
  }

  private mutating func read(_ ground: RedFlag.Ground) {
    switch ground {
    case .everyAnswerIsNo(let asked): for item in asked { items[item, default: ItemReads()].add(codes: []) }
    case .logCovers(let rule): rules.insert(rule)
    case .all(let grounds): for ground in grounds { read(ground) }
    case .anyResult, .measuredTogether: break
    }
  }
}
