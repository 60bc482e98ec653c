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
    var evaluator = Evaluator(book: book, record: record, index: index)
    var verdicts: [Verdict] = []
    for rule in book.rules { verdicts.append(evaluator.verdict(of: rule)) }
    let positions = Dictionary(
      verdicts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for line in book.precedence { apply(line, to: &verdicts, at: positions) }
    return Verdicts(
      record: record, bookVersion: book.version, all: verdicts, derived: evaluator.derivedItems())
  }

  /// The verdict of one rule, as ``judge(_:)`` gives it, working out only what the rule refers to; nil for a rule that the book lacks.
  package func verdict(of id: RuleID, for record: PatientRecord) -> Verdict? {
    var evaluator = Evaluator(book: book, record: record, index: index)
    guard let rule = index.rules[id] else { return nil }
    var verdict = evaluator.verdict(of: rule)
    for line in book.precedence where line.rules.contains(id) {
      guard let trigger = index.rules[line.trigger], line.holds(evaluator.value(of: line.trigger)) else { continue }
      apply(line, evaluator.verdict(of: trigger), to: &verdict)
    }
    return verdict
  }

  /// The value of each condition on its own, for coverage of conditions by cases.
  package func values(of conditions: [Condition], for record: PatientRecord) -> [Truth] {
    var evaluator = Evaluator(book: book, record: record, index: index)
    return evaluator.evaluate(conditions).map(\.truth)
  }

  /// Withholds or qualifies what the line names; a value is never changed (basis C11).
  private func apply(_ line: Precedence, to verdicts: inout [Verdict], at positions: [RuleID: Int]) {
    guard let trigger = positions[line.trigger].map({ verdicts[$0] }), line.holds(trigger) else { return }
    for id in line.rules {
      if let position = positions[id] { apply(line, trigger, to: &verdicts[position]) }
    }
  }

  private func apply(_ line: Precedence, _ trigger: Verdict, to verdict: inout Verdict) {
    if let words = line.qualification {
      if verdict.value == .met, !verdict.text.isEmpty { verdict.text = trigger.fill(words) + " " + verdict.text }
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
      let sides = Set(verdict.evidence.compactMap(\.side))
      return sides.isEmpty || !sides.isSubset(of: ["left", "right"]) ? ["left", "right"] : sides
    }
    return !limbs(trigger).isDisjoint(with: limbs(other))
  }

  /// A flag whose evidence names no site concerns every site; so does a pattern without one.
  private func sharesSite(_ trigger: Verdict, _ other: Verdict) -> Bool {
    let flagged = Set(trigger.evidence.compactMap(\.site).map(Words.code))
    guard !flagged.isEmpty else { return true }
    var sites = Set(other.evidence.compactMap(\.site).map(Words.code))
    for case .list(let named) in other.detail.filter({ $0.name == "sites" }).map(\.value) { sites.formUnion(named) }
    return sites.isEmpty || !sites.isDisjoint(with: flagged)
  }
}

extension Precedence {
  fileprivate func holds(_ trigger: Evaluator.RuleValue) -> Bool {
    trigger.truth == .met || (whileOpen && trigger.isOpen)
  }
}
