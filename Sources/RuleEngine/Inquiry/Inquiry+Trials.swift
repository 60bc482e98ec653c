import ClinicalRecord

// What answers would do, found by trying them.
extension Inquiry {
  /// Answers tried in pairs for one flag, at most.
  private static let mostPairs = 40

  /// - Parameter number: that of the askable item.
  func effects(of number: Int, on rules: [Int], _ base: Evaluator, _ trial: inout Trial) -> [TriedEffect] {
    guard !rules.isEmpty else { return [] }
    let item = items[number]
    var effects: [TriedEffect] = []
    var tried: [[(value: Evaluator.RuleValue, level: Urgency?)]] = []
    for answer in item.tried.answers(asOf: base.record.asOf) {
      if let same = answer.sameAs {
        tried.append(tried[same])
      } else {
        trial.assume(item, answer.value)
        tried.append(rules.map { trial.value(ofRule: $0) })
      }
      for (rule, (after, level)) in zip(rules, tried[tried.count - 1]) {
        guard let before = base.judged[rule] else { continue }
        let opens = after.isOpen && !before.isOpen && before.truth == .notRecorded
        guard after.truth != before.truth || opens else { continue }
        effects.append(
          TriedEffect(
            answer: answer.value, rule: rule, before: before.truth, after: after.truth, opens: opens, level: level))
      }
    }
    return effects
  }

  /// Where no single answer decides a flag, two may; an answer that decides it alone needs no other.
  func tryPairs(for rule: Int, _ candidates: inout QuestionCandidates, _ trial: inout Trial) {
    let day = candidates.base.record.asOf
    let undecided = behind[rule].filter { number in
      guard candidates.areOpen[number], let known = candidates.known[number] else { return false }
      return known.helps.contains(rule) || known.effects.contains { $0.rule == rule && $0.after == .notRecorded }
    }
    guard undecided.count > 1 else { return }
    let answers = undecided.map { number in
      let alone =
        candidates[number].effects.filter { $0.rule == rule && $0.after != .notRecorded }.map(\.answer)
      let open = items[number].tried.answers(asOf: day).lazy.map(\.value).filter { !alone.contains($0) }
      return Array(open.prefix(3))
    }
    var tried = 0
    for (first, number) in undecided.enumerated()
    where !(candidates.known[number]?.pairs.contains { $0.rule == rule } ?? false) {
      let item = items[number]
      pairing: for (second, other) in undecided.enumerated() where second != first {
        let companion = items[other]
        for answer in answers[first] {
          for reply in answers[second] {
            tried += 1
            guard tried <= Inquiry.mostPairs else { return }
            trial.assume(item, answer, and: companion, reply)
            let found = trial.value(ofRule: rule)
            guard found.value.truth != .notRecorded else { continue }
            func note(_ number: Int, _ answer: ItemValue, with companion: OpenQuestion.Companion) {
              candidates[number].pairs.append(
                TriedEffect(
                  answer: answer, rule: rule, before: .notRecorded, after: found.value.truth, level: found.level,
                  together: companion))
            }
            note(number, answer, with: .init(item: companion.item, answer: reply))
            note(other, reply, with: .init(item: item.item, answer: answer))
            break pairing
          }
        }
      }
    }
  }
}
