import ClinicalRecord

/// Tries answers in place of what was recorded; what does not read them keeps what the judging found.
struct Trial {
  private let base: Evaluator
  private var evaluator: Evaluator
  private var assumed: [AskableItem] = []

  /// - Parameter base: knows every value of the verdicts.
  init(_ base: Evaluator) {
    self.base = base
    evaluator = base
  }

  /// Takes the answers as given, in place of those that were given before.
  mutating func assume(_ item: AskableItem, _ answer: ItemValue) {
    release()
    assume([item], [.init(item: item.item, value: answer)], item.conditions)
  }

  mutating func assume(
    _ item: AskableItem, _ answer: ItemValue, and other: AskableItem, _ reply: ItemValue
  ) {
    release()
    var changing = item.conditions
    changing.formUnion(other.conditions)
    assume(
      [item, other], [.init(item: item.item, value: answer), .init(item: other.item, value: reply)], changing)
  }

  private mutating func assume(
    _ items: [AskableItem], _ answers: [Evaluator.Assumed], _ changing: ConditionSet
  ) {
    for item in items {
      for rule in item.rules { evaluator.judged[rule] = nil }
      for position in item.derivedCodes { evaluator.derivedCodes.values[position] = nil }
      for position in item.derivedNumbers { evaluator.derivedNumbers.values[position] = nil }
    }
    evaluator.assumed = answers
    evaluator.changing = changing
    assumed = items
  }

  private mutating func release() {
    for item in assumed {
      for rule in item.rules { evaluator.judged[rule] = base.judged[rule] }
      for position in item.derivedCodes { evaluator.derivedCodes.values[position] = base.derivedCodes.values[position] }
      for position in item.derivedNumbers {
        evaluator.derivedNumbers.values[position] = base.derivedNumbers.values[position]
      }
    }
  }

  /// The value of a rule under the answers, and the level of a flag that is then met.
  mutating func value(ofRule number: Int) -> (value: Evaluator.RuleValue, level: Urgency?) {
    let value = evaluator.value(ofRule: number)
    guard value.truth == .met, evaluator.index.rules[number].isRedFlag else { return (value, nil) }
    // What is answered now counts as current.
    return (value, evaluator.level(of: evaluator.index.rules[number].rule, active: true))
  }

  mutating func with<Result>(_ work: (inout Evaluator) -> Result) -> Result { work(&evaluator) }
}
