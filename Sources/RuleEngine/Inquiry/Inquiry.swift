package import ClinicalRecord

/// Asks a rule book "what if": which unanswered question would change a verdict, and which recorded one a verdict rests on.
///
/// Pure: a record with its verdicts in, values out. An answer is tried by judging again the rules that can change with it; all others keep their value.
package struct Inquiry: Sendable {
  let book: RuleBook
  let index: BookIndex
  let dependencies: DependencyIndex
  let areas: [RuleID: RuleArea]
  let positions: [RuleID: Int]

  package init(_ book: RuleBook) {
    self.book = book
    index = BookIndex(book)
    dependencies = DependencyIndex(index)
    var areas: [RuleID: RuleArea] = [:]
    for area in book.areas { for rule in area.rules { areas[rule.id] = area } }
    self.areas = areas
    positions = Dictionary(
      book.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Rules that can change with the item, through derived items and other rules too.
  package func rules(reading item: ItemID) -> [RuleID] { dependencies.rules[item] ?? [] }

  /// An evaluator that knows every value of the verdicts.
  func evaluator(_ verdicts: Verdicts) -> Evaluator { Evaluator(index: index, trying: verdicts.findings) }

  /// An evaluator that takes the answers as given; `base` shares what holds without them.
  func trial(assuming answers: [ItemID: ItemValue], _ base: Evaluator) -> Evaluator {
    var trial = base
    for (item, answer) in answers {
      trial.assumed.append((item, RecordedItem(answer)))
      for number in dependencies.stale[item] ?? [] { trial.judged[number] = nil }
      for derived in dependencies.derived[item] ?? [] { trial.forget(derived) }
    }
    return trial
  }

  func answers(for item: ItemID, _ record: PatientRecord) -> [ItemValue] {
    guard let field = book.dictionary.field(item), let reads = dependencies.reads[item] else { return [] }
    return TrialAnswers(field: field, reads: reads, asOf: record.asOf).values
  }
}
