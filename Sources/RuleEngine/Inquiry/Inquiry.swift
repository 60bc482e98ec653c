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
  let itemNumbers: ItemTable<Int>
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
    items = AskableItem.all(index, dependencies)
    let numbers = ItemTable(items.enumerated().map { ($1.item, $0) })
    itemNumbers = numbers
    behind = book.rules.map { (dependencies.items[$0.id] ?? []).compactMap { numbers[$0] } }
    weighing = book.rules.map { (dependencies.weighing[$0.id] ?? []).compactMap { numbers[$0] } }
  }

  /// Rules that can change with the item, through derived items and other rules too.
  package func rules(reading item: ItemID) -> [RuleID] { dependencies.rules[item] ?? [] }

  /// An evaluator that knows every value of the verdicts.
  func evaluator(_ verdicts: Verdicts) -> Evaluator { Evaluator(index: index, trying: verdicts.findings) }

  func answers(for item: ItemID, _ record: PatientRecord) -> [ItemValue] {
    guard let field = book.dictionary.field(item), let reads = dependencies.reads[item] else { return [] }
    return TrialAnswers(field: field, reads: reads, asOf: record.asOf).values
  }
}
