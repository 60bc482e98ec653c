import ClinicalRecord

/// Gives the conditions of a book their value for one record. The only state is what was already worked out.
struct Evaluator {
  let book: RuleBook
  let record: PatientRecord
  var log: LogView
  let rules: [RuleID: Rule]
  let codes: [ItemID: DerivedCode]
  let numbers: [ItemID: DerivedNumber]
  var judged: [RuleID: RuleValue] = [:]
  /// Derived items that were worked out.
  var derivedCodes: [ItemID: CodeReading] = [:]
  var derivedNumbers: [ItemID: Reading] = [:]
  var quoted: [[WordHint]: [Quote]] = [:]
  /// Answers tried in place of the recorded ones (see ``Inquiry``).
  var assumed: [ItemID: RecordedItem] = [:]
  /// Values of an earlier judging of the same record that still hold, except those that what is assumed may change.
  var shared: [RuleID: RuleValue] = [:]
  var stale: Set<RuleID> = []
  /// False while answers are tried: the same evaluation, without the words and evidence that only a reader needs.
  var explains = true
  /// Rules being judged: a rule that refers to itself has no value rather than no end.
  var inProgress: Set<RuleID> = []

  /// A rule's value before its words are made.
  struct RuleValue {
    var truth: Truth
    var isOpen: Bool
    var explanation: Explanation
    /// The evidence that carries the value, once each: asked for by every rule that refers to this one.
    var evidence: [Evidence]
  }

  init(book: RuleBook, record: PatientRecord, index: BookIndex) {
    self.book = book
    self.record = record
    log = LogView(record)
    rules = index.rules
    codes = index.codes
    numbers = index.numbers
  }

  mutating func value(of id: RuleID) -> RuleValue {
    if let known = judged[id] { return known }
    if !shared.isEmpty, !stale.contains(id), let known = shared[id] { return known }
    guard let rule = rules[id], inProgress.insert(id).inserted else {
      return RuleValue(
        truth: .notRecorded, isOpen: false, explanation: Explanation(.step(id.name), .notRecorded), evidence: [])
    }
    // Another rule is judged as a whole, wherever this one is looking.
    let site = log.site
    log.site = nil
    let explanation =
      switch rule.logic {
      case .criterion(let condition): evaluate(condition)
      case .redFlag(let flag): evaluate(flag)
      }
    log.site = site
    inProgress.remove(id)
    let value = RuleValue(
      truth: explanation.truth, isOpen: explanation.truth == .notRecorded && explanation.isPositive,
      explanation: explanation, evidence: explains ? unique(explanation.decidingEvidence) : [])
    judged[id] = value
    return value
  }

  mutating func evaluate(_ condition: Condition) -> Explanation {
    if !explains, let plain = evaluatePlainly(condition) { return plain }
    let subject = Explanation.Subject.condition(condition)
    switch condition {
    case .all(let parts):
      let children = evaluate(parts)
      return Explanation(subject, .all(children.map(\.truth)), children: children)
    case .any(let parts):
      let children = evaluate(parts)
      return Explanation(subject, .any(children.map(\.truth)), children: children)
    case .atLeast(let count, let parts):
      let children = evaluate(parts)
      return Explanation(subject, .atLeast(count, children.map(\.truth)), children: children)
    case .not(let part):
      let child = evaluate(part)
      return Explanation(subject, !child.truth, isPositive: false, children: [child])
    case .named(_, let part):
      let child = evaluate(part)
      return Explanation(subject, child.truth, children: [child])
    case .merge(let answer, let log, let topic):
      return merge(subject, evaluate(answer), evaluate(log), about: topic)
    case .firstRecorded(let parts):
      let children = evaluate(parts)
      let truth = children.first { $0.truth != .notRecorded }?.truth ?? .notRecorded
      return Explanation(subject, truth, children: children)
    case .decided(let met, let notMet):
      let children = [evaluate(met), evaluate(notMet)]
      let truth: Truth = children[0].truth == .met ? .met : children[1].truth == .met ? .notMet : .notRecorded
      return Explanation(subject, truth, isPositive: children[0].isPositive, children: children)
    case .ifRecorded(let part):
      let child = evaluate(part)
      return Explanation(
        subject, child.truth == .met ? .met : .notMet, isPositive: child.isPositive, children: [child])
    case .context(let part):
      let child = evaluate(part)
      return Explanation(subject, child.truth, isPositive: false, children: [child])
    case .atAnySite(let sites, let part):
      let children = explanations(of: part, at: sites).map(\.explanation)
      return Explanation(subject, .any(children.map(\.truth)), children: children)
    case .rule(let id, let test): return evaluate(rule: id, test, subject)
    case .item, .recorded, .itemHolds, .derived, .compare: return evaluateRecorded(condition, subject)
    case .entries, .daysAtOneSite, .share, .side, .log, .freeText: return evaluateLog(condition, subject)
    case .medication, .medicinesRecord, .aboveReference, .belowReference, .positiveResult, .fresh, .notOnFile,
      .anyOldResult:
      return evaluateResults(condition, subject)
    case .anyConflict: return evaluateConflicts(subject)
    }
  }

  /// The condition at each named site; once, with no site, where none is named.
  mutating func explanations(
    of condition: Condition, at sites: SitesQuery
  ) -> [(site: String?, explanation: Explanation)] {
    let names = siteNames(sites.answer, sites.entries)
    let outer = log.site
    var found: [(site: String?, explanation: Explanation)] = []
    for site in names.isEmpty ? [nil] : names.map({ $0 as String? }) {
      log.site = site
      let explanation = evaluate(condition)
      found.append(
        (
          site,
          Explanation(
            .step(site.map { "at \(Words.code($0))" } ?? "no site named"), explanation.truth, children: [explanation])
        ))
    }
    log.site = outer
    return found
  }

  /// The connectives without their parts, for trials; nil for every other condition. The truth is that of the same operators.
  private mutating func evaluatePlainly(_ condition: Condition) -> Explanation? {
    let parts: [Condition]
    switch condition {
    case .all(let all), .any(let all), .atLeast(_, let all): parts = all
    default: return nil
    }
    var truths: [Truth] = []
    truths.reserveCapacity(parts.count)
    var isPositive = false
    for part in parts {
      let found = evaluate(part)
      truths.append(found.truth)
      if found.isPositive { isPositive = true }
    }
    let truth: Truth =
      switch condition {
      case .any: .any(truths)
      case .atLeast(let count, _): .atLeast(count, truths)
      default: .all(truths)
      }
    // Without parts a block speaks for nothing unless it is met.
    return Explanation(.step(""), truth, isPositive: parts.isEmpty ? truth == .met : isPositive)
  }

  mutating func evaluate(_ conditions: [Condition]) -> [Explanation] {
    var children: [Explanation] = []
    children.reserveCapacity(conditions.count)
    for condition in conditions { children.append(evaluate(condition)) }
    return children
  }

  /// Criteria keep the answer and show the conflict (basis P12).
  private func merge(
    _ subject: Explanation.Subject, _ answer: Explanation, _ log: Explanation, about topic: String
  ) -> Explanation {
    let truth = answer.truth == .notRecorded ? log.truth : answer.truth
    var conflicts: [String] = []
    if answer.truth != .notRecorded, log.truth != .notRecorded, answer.truth != log.truth {
      conflicts = [
        "\(topic): answer \(word(answer.truth)), log \(word(log.truth))" + (log.note.map { " (\($0))" } ?? "")
      ]
    }
    return Explanation(subject, truth, conflicts: conflicts, children: [answer, log])
  }

  func word(_ truth: Truth) -> String { truth == .met ? "yes" : "no" }

  private mutating func evaluate(rule id: RuleID, _ test: RuleTest, _ subject: Explanation.Subject) -> Explanation {
    let value = value(of: id)
    let truth: Truth =
      switch test {
      case .value: value.truth
      case .isNotFalse: value.truth == .notMet ? .notMet : .met
      case .metOrOpen: value.isOpen ? .met : value.truth
      }
    guard explains else {
      return Explanation(subject, truth, isPositive: value.truth == .met || (test == .metOrOpen && value.isOpen))
    }
    // "Not false" is a gate: it rests on what is absent, and cites nothing.
    return Explanation(
      subject, truth, evidence: test == .isNotFalse && truth == .met ? [] : value.evidence,
      missing: truth == .notRecorded ? unique(value.explanation.openItems) : [], note: "\(id): \(value.truth.rawValue)",
      isPositive: value.truth == .met || (test == .metOrOpen && value.isOpen))
  }

  /// A flag is met by any part; see ``RedFlag`` for the grounds of a "no".
  private mutating func evaluate(_ flag: RedFlag) -> Explanation {
    var parts: [Explanation] = []
    let answers = flag.answers.map { evaluate($0) }
    let logged = flag.log.map { evaluate($0) }
    if let answers { parts.append(answers) }
    if let logged { parts.append(logged) }
    for finding in flag.findings { parts.append(evaluate(.ifRecorded(finding))) }
    let any = Truth.any(parts.map(\.truth))
    let gate = flag.gate.map { evaluate(.context($0)) }
    let bar = flag.barsNo.map { evaluate($0) }
    // A part that something recorded speaks for, and that is still open, is no ground for a "no" either.
    let isPartOpen = parts.contains { $0.truth == .notRecorded && $0.isPositive }
    let ground = evaluate(flag.notMetWhen)

    var truth: Truth
    if gate?.truth == .notMet {
      truth = .notMet
    } else if any == .met {
      truth = gate?.truth == .notRecorded ? .notRecorded : .met
    } else if logged?.truth == .notRecorded || isPartOpen || bar?.truth == .met {
      truth = .notRecorded
    } else {
      truth = ground.truth == .met ? .notMet : .notRecorded
    }
    var conflicts: [String] = []
    // Where the flag does not apply, nothing is kept and nothing disagrees.
    if gate?.truth != .notMet, case .everyAnswerIsNo(let items) = flag.notMetWhen, ground.truth == .met,
      logged?.truth == .met,
      let first = items.first
    {
      conflicts = ["\(first): answers no, a log entry fits; the positive is kept"]
    }
    var children = parts
    if truth == .notRecorded, let signs = flag.opensWith {
      let found = evaluate(signs)
      // Half of what opens the flag does not open it.
      children.append(found.replacing(isPositive: found.truth == .met))
    }
    if truth == .notRecorded, let bar, bar.truth == .met {
      children.append(Explanation(.step("speaks against a no"), .notRecorded, isPositive: false, children: [bar]))
    }
    if let gate { children.insert(gate, at: 0) }
    if truth != .met { children.append(ground) }
    return Explanation(
      .step("red flag"), truth, conflicts: conflicts, isPositive: children.contains(where: \.isPositive),
      children: children)
  }

  private mutating func evaluate(_ ground: RedFlag.Ground) -> Explanation {
    switch ground {
    case .everyAnswerIsNo(let items):
      let children = items.map { item -> Explanation in
        let found = lookup(item)
        let isNo: Truth =
          switch found?.item.value {
          case .code(let code): code == "no" ? .met : .notMet
          case .codes(let codes): codes.isEmpty || codes == ["none"] ? .met : .notMet
          default: .notRecorded
          }
        return Explanation(
          .step("\(item) answered no"), isNo, evidence: evidence(for: item),
          missing: isNo == .notRecorded ? [item] : [], isPositive: false)
      }
      // A "yes" that does not complete the flag is no ground for a "no": the flag stays open.
      let truth: Truth = children.allSatisfy { $0.truth == .met } ? .met : .notRecorded
      return Explanation(.step("every screening question answered no"), truth, isPositive: false, children: children)
    case .logCovers(let rule):
      let covered = value(of: rule)
      let truth: Truth = covered.truth == .met ? .met : .notRecorded
      return Explanation(
        .step("log covers its days (\(rule))"), truth, evidence: unique(covered.explanation.allEvidence),
        missing: truth == .met ? [] : ["dayCheckIn"], isPositive: false)
    case .all(let grounds):
      var children: [Explanation] = []
      for ground in grounds { children.append(evaluate(ground)) }
      return Explanation(
        .step("all of these grounds"), .all(children.map(\.truth)), isPositive: false, children: children)
    case .measuredTogether(let items):
      let found = items.compactMap { newestMeasurement($0) }
      let isTogether = found.count == items.count && Set(found.map(\.date)).count == 1
      return Explanation(
        .step("measured together"), isTogether ? .met : .notRecorded, evidence: found.map { evidence($0) },
        missing: isTogether ? [] : found.count == items.count ? items : items.filter { newestMeasurement($0) == nil },
        isPositive: false)
    case .anyResult(let tests, let days):
      let found = tests.flatMap { result in
        days.map { results(result, withinDays: $0).map(evidence) } ?? currentResultEvidence(result)
      }
      return Explanation(
        .step("a result is on file"), found.isEmpty ? .notRecorded : .met, evidence: found,
        missing: found.isEmpty ? tests : [], isPositive: false)
    }
  }

  private mutating func evaluateConflicts(_ subject: Explanation.Subject) -> Explanation {
    var found: [Explanation] = []
    var judgedAny = false
    for rule in book.rules where !inProgress.contains(rule.id) {
      let value = value(of: rule.id)
      if value.truth != .notRecorded { judgedAny = true }
      if !value.explanation.allConflicts.isEmpty { found.append(value.explanation) }
    }
    if !found.isEmpty {
      return Explanation(subject, .met, evidence: unique(found.flatMap(\.allEvidence)))
    }
    // Without anything recorded there is nothing that could disagree.
    guard judgedAny, !record.log.isEmpty else { return Explanation(subject, .notRecorded, missing: ["symptomKind"]) }
    return Explanation(subject, .notMet, evidence: firstAndLastEntry())
  }

  /// The ends of the log, as evidence for statements about the whole of it.
  func firstAndLastEntry() -> [Evidence] {
    [record.log.first, record.log.last].compactMap { entry in entry.map { logEvidence($0, "entryDate") } }
  }

  func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
  }
}

/// The parts of a book by id, made once for many records.
struct BookIndex: Sendable {
  let rules: [RuleID: Rule]
  let codes: [ItemID: DerivedCode]
  let numbers: [ItemID: DerivedNumber]

  init(_ book: RuleBook) {
    rules = Dictionary(book.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    codes = Dictionary(book.derivedCodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    numbers = Dictionary(book.derivedNumbers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
