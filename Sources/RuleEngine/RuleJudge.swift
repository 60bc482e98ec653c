package import ClinicalRecord

/// Judges records by one rule book: record in, verdicts out. A pure function of the two; it reads no file and asks no clock.
package struct RuleJudge: Sendable {
  package let book: RuleBook
  private let index: BookIndex

  package init(_ book: RuleBook) {
    self.book = book
    index = BookIndex(book)
  }

  /// The verdict of every rule, in book order, whatever its value.
  package func judge(_ record: PatientRecord) -> Verdicts {
    let record = record.withDerivedResults(book.dictionary)
    var evaluator = Evaluator(index: index, record: record)
    evaluator.findings.reserve()
    let outcomes = book.rules.indices.map { evaluator.verdict(ofRule: $0) }
    let derived = evaluator.derivedItems()
    let findings = Findings(evaluator)
    var verdicts = outcomes.map { Verdict($0.outcome, text: $0.text, findings) }
    for line in book.precedence { apply(line, to: &verdicts) }
    return Verdicts(record: record, index: index, all: verdicts, derived: derived, findings: findings)
  }

  /// The verdict of one rule, as ``judge(_:)`` gives it, working out only what the rule refers to; nil for a rule that the book lacks.
  package func verdict(of id: RuleID, for record: PatientRecord) -> Verdict? {
    guard let number = index.number(of: id) else { return nil }
    var evaluator = Evaluator(index: index, record: record.withDerivedResults(book.dictionary))
    let own = evaluator.verdict(ofRule: number)
    var triggers: [(line: Precedence, verdict: (outcome: Verdict.Outcome, text: String))] = []
    for line in book.precedence where line.rules.contains(id) {
      guard let trigger = index.number(of: line.trigger), line.holds(evaluator.value(ofRule: trigger)) else { continue }
      triggers.append((line, evaluator.verdict(ofRule: trigger)))
    }
    let findings = Findings(evaluator)
    var verdict = Verdict(own.outcome, text: own.text, findings)
    for (line, trigger) in triggers {
      apply(line, Verdict(trigger.outcome, text: trigger.text, findings), to: &verdict)
    }
    return verdict
  }

  /// The value of each condition on its own, for coverage of conditions by cases.
  package func values(of conditions: [Condition], for record: PatientRecord) -> [Truth] {
    var evaluator = Evaluator(index: index, record: record.withDerivedResults(book.dictionary))
    return conditions.map { evaluator.evaluate($0).truth }
  }

  /// Withholds or qualifies what the line names; a value is never changed (basis C11).
  private func apply(_ line: Precedence, to verdicts: inout [Verdict]) {
    guard let number = index.number(of: line.trigger), line.holds(verdicts[number]) else { return }
    let trigger = verdicts[number]
    for id in line.rules {
      if let position = index.number(of: id) { apply(line, trigger, to: &verdicts[position]) }
    }
  }

  private func apply(_ line: Precedence, _ trigger: Verdict, to verdict: inout Verdict) {
    if let words = line.qualification {
      // Two lines may put the same words.
      let filled = trigger.fill(words) + " "
      if verdict.value == .met, !verdict.text.isEmpty, !verdict.text.hasPrefix(filled) {
        verdict.text = filled + verdict.text
      }
    } else if verdict.suppressedBy == nil, reaches(line, trigger, verdict) {
      verdict.suppressedBy = line.trigger
    }
  }

  private func reaches(_ line: Precedence, _ trigger: Verdict, _ other: Verdict) -> Bool {
    switch line.reach {
    case .anywhere: true
    case .sameSite: sharesSite(trigger, other)
    case .sameLimb: sharesLimb(trigger, other)
    }
  }

  /// Logged sides tell limbs apart; evidence without a side, or of both, concerns both.
  private func sharesLimb(_ trigger: Verdict, _ other: Verdict) -> Bool {
    func limbs(_ verdict: Verdict) -> Set<String> {
      let sides = Set(verdict.places.compactMap(\.side))
      return sides.isEmpty || !sides.isSubset(of: ["left", "right"]) ? ["left", "right"] : sides
    }
    return !limbs(trigger).isDisjoint(with: limbs(other))
  }

  /// A flag whose evidence names no site concerns every site; so does a pattern without one.
  private func sharesSite(_ trigger: Verdict, _ other: Verdict) -> Bool {
    let flagged = Set(trigger.places.compactMap(\.site)).map(Words.code)
    guard !flagged.isEmpty else { return true }
    var sites = Set(Set(other.places.compactMap(\.site)).map(Words.code))
    for case .list(let named) in other.detail.filter({ $0.name == "sites" }).map(\.value) { sites.formUnion(named) }
    return sites.isEmpty || !sites.isDisjoint(with: flagged)
  }
}

extension Precedence {
  fileprivate func holds(_ trigger: Evaluator.RuleValue) -> Bool {
    trigger.truth == .met || (whileOpen && trigger.isOpen)
  }
}
