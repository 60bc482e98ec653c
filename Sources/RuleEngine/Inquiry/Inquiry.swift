package import ClinicalRecord

/// Asks a rule book "what if": which unanswered question would change a verdict, and which recorded one a verdict rests on.
///
/// Pure: a record with its verdicts in, values out. An answer is tried by judging again the rules that can change with it; all others keep their value.
package struct Inquiry: Sendable {
  let book: RuleBook
  let index: BookIndex
  let dependencies: DependencyIndex
  /// By the number of the rule.
  let roles: [RuleArea.Role]
  let words: [QuestionWords]
  /// What may be asked for, in the order of the ids.
  let items: [AskableItem]
  let itemNumbers: [ItemID: Int]
  /// By the number of the rule, the askable items behind it.
  let behind: [[Int]]
  /// The askable items behind what makes it weigh more.
  let weighing: [[Int]]

  package init(_ book: RuleBook) {
    self.book = book
    index = BookIndex(book)
    let dependencies = DependencyIndex(index)
    self.dependencies = dependencies
    roles = book.areas.flatMap { area in area.rules.map { _ in area.role } }
    words = book.rules.map(QuestionWords.init)
    items = AskableItem.all(book.dictionary, dependencies)
    let numbers = Dictionary(items.enumerated().map { ($1.item, $0) }, uniquingKeysWith: { first, _ in first })
    itemNumbers = numbers
    behind = book.rules.map { (dependencies.items[$0.id] ?? []).compactMap { numbers[$0] } }
    weighing = book.rules.map { (dependencies.weighing[$0.id] ?? []).compactMap { numbers[$0] } }
  }

  /// Rules that can change with the item, through derived items and other rules too.
  package func rules(reading item: ItemID) -> [RuleID] { dependencies.rules[item] ?? [] }

  /// An evaluator that knows every value of the verdicts.
  func evaluator(_ verdicts: Verdicts) -> Evaluator { Evaluator(index: index, trying: verdicts.findings) }

  /// Takes the answers as given in place of those that the evaluator was given before; what holds without them is kept.
  func assume(_ answers: [(item: ItemID, value: ItemValue)], in trial: inout Evaluator) {
    for (item, _) in trial.assumed { forget(item, in: &trial) }
    for (item, _) in answers { forget(item, in: &trial) }
    trial.assumed = answers.map { ($0.item, RecordedItem($0.value)) }
    var changing = ConditionSet()
    for (item, _) in answers { if let found = dependencies.conditions[item] { changing.formUnion(found) } }
    trial.changing = changing
  }

  private func forget(_ item: ItemID, in trial: inout Evaluator) {
    for number in dependencies.stale[item] ?? [] { trial.judged[number] = nil }
    for derived in dependencies.derived[item] ?? [] { trial.forget(derived) }
  }

  func answers(for item: ItemID, _ record: PatientRecord) -> [ItemValue] {
    guard let field = book.dictionary.field(item), let reads = dependencies.reads[item] else { return [] }
    return TrialAnswers(field: field, reads: reads, asOf: record.asOf).values
  }
}
