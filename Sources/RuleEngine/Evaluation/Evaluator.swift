import ClinicalRecord

/// Gives the conditions of a book their value for one record. The only state is what was already worked out.
struct Evaluator {
  let index: BookIndex
  let prepared: PreparedRecord
  /// What stands behind the values; not kept while answers are tried.
  var findings: FindingTable
  /// By the number of the rule.
  var judged: [RuleValue?]
  /// Derived items that were worked out.
  var derivedCodes: ItemTable<CodeReading?>
  var derivedNumbers: ItemTable<Reading?>
  var quoted: [[WordHint]: [Quote]] = [:]
  /// Answers tried in place of the recorded ones (see ``Inquiry``).
  var assumed: [Assumed] = []
  /// What each condition came to without the tried answers, by its number.
  private(set) var conditions: [KnownOutcome]
  /// The conditions that the tried answers can change; nil while none is tried.
  var changing: ConditionSet?
  /// False while answers are tried: no rule keeps what only a reader needs.
  private let keepsFindings: Bool
  /// False where only a value is asked for: the same evaluation, without keeping what stands behind it.
  var explains = true
  /// Numbers of the rules being judged: a rule that refers to itself has no value rather than no end.
  var inProgress: [Int] = []
  /// The site that is being looked at, for `EntryCondition.theSite`.
  var site: String?

  struct Assumed {
    var item: ItemID
    var value: ItemValue
  }

  /// A rule's value before its words are made.
  struct RuleValue {
    var truth: Truth
    var isOpen: Bool
    var hasConflict: Bool
    var row: Int32
    /// The evidence that carries the value, once each: asked for by every rule that refers to this one.
    var evidence: Run
    /// What is missing in the parts that leave the value open, once each.
    var openItems: Run
  }

  init(index: BookIndex, record: PatientRecord) {
    self.index = index
    prepared = PreparedRecord(record)
    findings = FindingTable(prepared, index.book.dictionary)
    judged = Array(repeating: nil, count: index.book.rules.count)
    derivedCodes = index.noCodes
    derivedNumbers = index.noNumbers
    conditions = Array(repeating: .unknown, count: index.conditions.sizes.count)
    keepsFindings = true
  }

  /// Begins with all that an earlier judging found, to try answers: what they can change has to be forgotten first.
  init(index: BookIndex, trying known: Findings) {
    self.index = index
    prepared = known.table.prepared
    findings = FindingTable(prepared, index.book.dictionary)
    judged = known.judged
    derivedCodes = known.derivedCodes
    derivedNumbers = known.derivedNumbers
    conditions = known.conditions
    keepsFindings = false
    explains = false
  }

  var record: PatientRecord { prepared.record }

  mutating func value(of id: RuleID) -> RuleValue {
    guard let number = index.number(of: id) else { return noValue(id) }
    return value(ofRule: number)
  }

  mutating func value(ofRule number: Int) -> RuleValue {
    if let known = judged[number] { return known }
    guard !inProgress.contains(number) else { return noValue(index.rules[number].rule.id) }
    inProgress.append(number)
    // Another rule is judged as a whole, wherever this one is looking.
    let outer = site
    site = nil
    let value = whole { evaluator in
      let outcome =
        switch evaluator.index.logic[number] {
        case .criterion(let condition): evaluator.evaluate(condition, evaluator.index.conditions.first[number])
        case .redFlag(let flag): evaluator.evaluate(flag, evaluator.index.conditions.first[number])
        }
      return RuleValue(
        truth: outcome.truth, isOpen: outcome.truth == .notRecorded && outcome.isPositive,
        hasConflict: outcome.hasConflict, row: outcome.row, evidence: evaluator.decidingEvidence(outcome),
        openItems: evaluator.openItems(outcome))
    }
    site = outer
    inProgress.removeLast()
    judged[number] = value
    return value
  }

  /// Works out what is kept for later, with everything behind it, although perhaps only a value is asked for now.
  mutating func whole<Result>(_ work: (inout Evaluator) -> Result) -> Result {
    let outer = explains
    explains = keepsFindings
    let result = work(&self)
    explains = outer
    return result
  }

  /// The value of a condition on which only words depend.
  mutating func truth(of condition: Condition) -> Truth {
    switch condition {
    case .all(let parts):
      var truth = Truth.met
      for part in parts where truth != .notMet { truth = self.truth(of: part).and(truth) }
      return truth
    case .any(let parts):
      var truth = Truth.notMet
      for part in parts where truth != .met { truth = self.truth(of: part).or(truth) }
      return truth
    case .not(let part): return !truth(of: part)
    case .named(_, let part), .context(let part): return truth(of: part)
    case .ifRecorded(let part): return truth(of: part) == .met ? .met : .notMet
    default:
      let outer = explains
      explains = false
      let truth = evaluate(condition).truth
      explains = outer
      return truth
    }
  }

  private mutating func noValue(_ id: RuleID) -> RuleValue {
    let outcome = found(step: .noRule(id), .notRecorded)
    return RuleValue(
      truth: .notRecorded, isOpen: false, hasConflict: false, row: outcome.row, evidence: .none, openItems: .none)
  }

  /// - Parameter number: the condition's own; what it came to is kept under it, and holds for all answers that it does not read.
  mutating func evaluate(_ condition: Condition, _ number: Int = ConditionNumbers.none) -> Outcome {
    guard number >= 0 else { return judge(condition, number) }
    if let changing, !changing.contains(number), let known = conditions[number].outcome { return known }
    let outcome = judge(condition, number)
    if keepsFindings, index.conditions.areKept[number] { conditions[number] = KnownOutcome(outcome) }
    return outcome
  }

  private mutating func judge(_ condition: Condition, _ number: Int) -> Outcome {
    var part = ConditionNumbers.firstPart(of: number)
    switch condition {
    case .all(let parts):
      var all = Parts()
      var truth = Truth.met
      for condition in parts { truth = evaluate(condition, &part, into: &all).truth.and(truth) }
      return found(condition, truth, parts: all)
    case .any(let parts):
      var all = Parts()
      var truth = Truth.notMet
      for condition in parts { truth = evaluate(condition, &part, into: &all).truth.or(truth) }
      return found(condition, truth, parts: all)
    case .atLeast(let count, let parts):
      var all = Parts()
      var (met, open) = (0, 0)
      for condition in parts {
        switch evaluate(condition, &part, into: &all).truth {
        case .met: met += 1
        case .notRecorded: open += 1
        case .notMet: break
        }
      }
      return found(condition, .atLeast(count, met: met, open: open), parts: all)
    case .not(let inside):
      var parts = Parts()
      let truth = !evaluate(inside, &part, into: &parts).truth
      return found(condition, truth, isPositive: false, parts: parts)
    case .named(_, let inside):
      var parts = Parts()
      let truth = evaluate(inside, &part, into: &parts).truth
      return found(condition, truth, parts: parts)
    case .merge(let answer, let log, let topic): return merge(condition, answer, log, about: topic, &part)
    case .firstRecorded(let parts):
      var all = Parts()
      var truth = Truth.notRecorded
      for condition in parts {
        let value = evaluate(condition, &part, into: &all).truth
        if truth == .notRecorded { truth = value }
      }
      return found(condition, truth, parts: all)
    case .decided(let met, let notMet):
      var parts = Parts()
      let first = evaluate(met, &part, into: &parts)
      let second = evaluate(notMet, &part, into: &parts)
      let truth: Truth = first.truth == .met ? .met : second.truth == .met ? .notMet : .notRecorded
      return found(condition, truth, isPositive: first.isPositive, parts: parts)
    case .ifRecorded(let inside):
      var parts = Parts()
      let inner = evaluate(inside, &part, into: &parts)
      return found(
        condition, inner.truth == .met ? .met : .notMet, isPositive: inner.isPositive, parts: parts)
    case .context(let inside):
      var parts = Parts()
      let truth = evaluate(inside, &part, into: &parts).truth
      return found(condition, truth, isPositive: false, parts: parts)
    case .atAnySite(let sites, let inside):
      var parts = Parts()
      let truth = Truth.any(outcomes(of: inside, at: sites, into: &parts).map(\.outcome.truth))
      return found(condition, truth, parts: parts)
    case .rule(let id, let test): return evaluate(rule: id, test, condition)
    case .item, .recorded, .itemHolds, .derived, .compare: return evaluateRecorded(condition)
    case .entries, .daysAtOneSite, .share, .side, .log, .freeText: return evaluateLog(condition)
    case .medication, .medicinesRecord, .aboveReference, .belowReference, .positiveResult, .fresh, .notOnFile,
      .anyOldResult:
      return evaluateResults(condition)
    case .anyConflict: return evaluateConflicts(condition)
    }
  }

  mutating func evaluate(_ condition: Condition, into parts: inout Parts) -> Outcome {
    let outcome = evaluate(condition)
    add(outcome, to: &parts)
    return outcome
  }

  /// The next part of a condition; `number` is then that of the part behind it.
  private mutating func evaluate(_ condition: Condition, _ number: inout Int, into parts: inout Parts) -> Outcome {
    let outcome = evaluate(condition, number)
    number = index.conditions.next(after: number)
    add(outcome, to: &parts)
    return outcome
  }

  /// The condition at each named site; once, with no site, where none is named.
  mutating func outcomes(
    of condition: Condition, at sites: SitesQuery, into parts: inout Parts
  ) -> [(site: String?, outcome: Outcome)] {
    let names = siteNames(sites.answer, sites.entries)
    let outer = site
    var outcomes: [(site: String?, outcome: Outcome)] = []
    for name in names.isEmpty ? [nil] : names.map({ $0 as String? }) {
      site = name
      var inner = Parts()
      let truth = evaluate(condition, into: &inner).truth
      let outcome = found(step: .site(name), truth, parts: inner)
      add(outcome, to: &parts)
      outcomes.append((name, outcome))
    }
    site = outer
    return outcomes
  }

  /// Criteria keep the answer and show the conflict (basis P12).
  private mutating func merge(
    _ condition: Condition, _ answer: Condition, _ log: Condition, about topic: String, _ number: inout Int
  ) -> Outcome {
    var parts = Parts()
    let answered = evaluate(answer, &number, into: &parts)
    let logged = evaluate(log, &number, into: &parts)
    guard answered.truth != .notRecorded else { return found(condition, logged.truth, parts: parts) }
    guard logged.truth != .notRecorded, answered.truth != logged.truth else {
      return found(condition, answered.truth, parts: parts)
    }
    let note = note(of: logged).map { " (\($0))" } ?? ""
    return found(
      condition, answered.truth, parts: parts,
      conflict: "\(topic): answer \(word(answered.truth)), log \(word(logged.truth))\(note)")
  }

  func word(_ truth: Truth) -> String { truth == .met ? "yes" : "no" }

  private mutating func evaluate(rule id: RuleID, _ test: RuleTest, _ condition: Condition) -> Outcome {
    let value = value(of: id)
    let truth: Truth =
      switch test {
      case .value: value.truth
      case .isNotFalse: value.truth == .notMet ? .notMet : .met
      case .metOrOpen: value.isOpen ? .met : value.truth
      }
    // "Not false" is a gate: it rests on what is absent, and cites nothing.
    return found(
      condition, truth, evidence: test == .isNotFalse && truth == .met ? .none : value.evidence,
      missing: truth == .notRecorded ? value.openItems : .none, note: .value(value.truth),
      isPositive: value.truth == .met || (test == .metOrOpen && value.isOpen))
  }

  private mutating func evaluateConflicts(_ condition: Condition) -> Outcome {
    var conflicting: [Int32] = []
    var (judgedAny, conflictsAny) = (false, false)
    for number in index.book.rules.indices where !inProgress.contains(number) {
      let value = value(ofRule: number)
      if value.truth != .notRecorded { judgedAny = true }
      guard value.hasConflict else { continue }
      conflictsAny = true
      conflicting.append(value.row)
    }
    if conflictsAny {
      let mark = findings.evidence.count
      if explains { for row in conflicting { findings.addConflictEvidence(of: row) } }
      return found(condition, .met, evidence: findings.uniqueRun(from: mark))
    }
    // Without anything recorded there is nothing that could disagree.
    guard judgedAny, !prepared.record.log.isEmpty else {
      return found(condition, .notRecorded, missing: missing(.symptomKind))
    }
    return found(condition, .notMet, evidence: firstAndLastEntry())
  }

  /// Each element once, in the order of its first mention.
  func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
    // Most lists are so short that looking through them is cheaper than hashing.
    if elements.count <= 12 {
      var kept: [Element] = []
      for element in elements where !kept.contains(element) { kept.append(element) }
      return kept
    }
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
  }
}
