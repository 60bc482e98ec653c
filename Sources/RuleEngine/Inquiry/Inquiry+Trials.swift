import ClinicalRecord

// What answers would do, found by trying them.
extension Inquiry {
  /// Answers tried in pairs for one flag, at most.
  private static let mostPairs = 40

  /// The value of a rule under an answer, and the level of a flag that is then met.
  private typealias Tried = (value: Evaluator.RuleValue, level: Urgency?)

  /// - Parameter number: that of the askable item.
  func effects(of number: Int, on rules: [Int], _ base: Evaluator) -> [OpenQuestion.Effect] {
    guard !rules.isEmpty else { return [] }
    let item = items[number].item
    var effects: [OpenQuestion.Effect] = []
    var trial = base
    var tried: [[Tried]] = []
    for answer in items[number].tried.answers(asOf: base.record.asOf) {
      if let same = answer.sameAs {
        tried.append(tried[same])
      } else {
        assume([(item, answer.value)], in: &trial)
        tried.append(rules.map { value(of: $0, &trial) })
      }
      for (rule, (after, level)) in zip(rules, tried[tried.count - 1]) {
        guard let before = base.judged[rule] else { continue }
        let opens = after.isOpen && !before.isOpen && before.truth == .notRecorded
        guard after.truth != before.truth || opens else { continue }
        effects.append(
          OpenQuestion.Effect(
            item: item, answer: answer.value, rule: index.rules[rule].rule.id, before: before.truth, after: after.truth,
            opens: opens, level: level, weighsMore: false, together: nil))
      }
    }
    return effects
  }

  private func value(of rule: Int, _ trial: inout Evaluator) -> Tried {
    let value = trial.value(ofRule: rule)
    guard value.truth == .met, index.rules[rule].isRedFlag else { return (value, nil) }
    // What is answered now counts as current.
    return (value, trial.level(of: index.rules[rule].rule, active: true))
  }

  /// Where no single answer decides a flag, two may; an answer that decides it alone needs no other.
  func tryPairs(for rule: Int, _ candidates: inout QuestionCandidates) {
    let base = candidates.base
    let flag = index.rules[rule].rule.id
    let undecided = behind[rule].filter { number in
      guard candidates.areOpen[number], let known = candidates.known[number] else { return false }
      return known.helps.contains(rule) || known.effects.contains { $0.after == .notRecorded && $0.rule == flag }
    }
    guard undecided.count > 1 else { return }
    let answers = undecided.map { number in
      let alone =
        candidates[number].effects.filter { $0.after != .notRecorded && $0.rule == flag }.map(\.answer)
      let open = items[number].tried.answers(asOf: base.record.asOf).lazy.map(\.value).filter { !alone.contains($0) }
      return Array(open.prefix(3))
    }
    var tried = 0
    for (first, number) in undecided.enumerated()
    where !(candidates.known[number]?.pairs.contains { $0.rule == flag } ?? false) {
      let item = items[number].item
      pairing: for (second, other) in undecided.enumerated() where second != first {
        let companion = items[other].item
        var trial = base
        for answer in answers[first] {
          for reply in answers[second] {
            tried += 1
            guard tried <= Inquiry.mostPairs else { return }
            assume([(item, answer), (companion, reply)], in: &trial)
            let found = value(of: rule, &trial)
            guard found.value.truth != .notRecorded else { continue }
            func note(_ number: Int, _ answer: ItemValue, with companion: OpenQuestion.Companion) {
              candidates[number].pairs.append(
                OpenQuestion.Effect(
                  item: items[number].item, answer: answer, rule: flag, before: .notRecorded, after: found.value.truth,
                  opens: false, level: found.level, weighsMore: false, together: companion))
            }
            note(number, answer, with: .init(item: companion, answer: reply))
            note(other, reply, with: .init(item: item, answer: answer))
            break pairing
          }
        }
      }
    }
  }
}
