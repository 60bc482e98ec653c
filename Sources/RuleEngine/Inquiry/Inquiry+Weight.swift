import ClinicalRecord

// What makes a met flag weigh more: a higher level, a further point of its score, a further amplifier. Found by trying answers.
extension Inquiry {
  private struct Weight {
    var level: Urgency?
    var points: Double
    var amplifiers: [Truth]

    /// Points or amplifiers beyond those of the other; a level is compared for itself.
    func adds(to other: Weight) -> Bool {
      points > other.points || zip(amplifiers, other.amplifiers).contains { $0 == .met && $1 != .met }
    }
  }

  /// For a met flag, every answer that leaves it met and makes it weigh more.
  ///
  /// - Parameters:
  ///   - rule: the number of the flag's rule.
  ///   - number: that of the askable item.
  func weightEffects(on flag: Verdict, _ rule: Int, of number: Int, _ base: Evaluator) -> [TriedEffect] {
    let item = items[number]
    var trial = Trial(base)
    let before = trial.with { weight(of: flag, &$0) }
    return item.tried.answers(asOf: base.record.asOf).map(\.value).compactMap { answer in
      trial.assume(item, answer)
      guard trial.value(ofRule: rule).value.truth == .met else { return nil }
      let after = trial.with { weight(of: flag, &$0) }
      let rises = (after.level ?? .routine) > (before.level ?? .routine)
      guard rises || after.adds(to: before) else { return nil }
      return TriedEffect(
        answer: answer, rule: rule, before: .met, after: .met, level: after.level, weighsMore: true)
    }
  }

  private func weight(of flag: Verdict, _ evaluator: inout Evaluator) -> Weight {
    Weight(
      level: evaluator.level(of: flag.rule, active: flag.isActive),
      points: flag.rule.countedPoints.reduce(0) { $0 + (evaluator.read(.recordedPoints($1)).interval?.low ?? 0) },
      amplifiers: flag.rule.amplifiers.map { evaluator.evaluate($0).truth })
  }
}

extension Rule {
  /// The points that a flag counts among its findings.
  var countedPoints: [[Points]] {
    guard case .redFlag(let flag) = logic else { return [] }
    return flag.findings.compactMap { finding in
      if case .compare(.recordedPoints(let points), _, _) = finding { points } else { nil }
    }
  }
}
