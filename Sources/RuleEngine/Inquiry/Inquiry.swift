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
    dependencies = DependencyIndex(book)
    var areas: [RuleID: RuleArea] = [:]
    for area in book.areas { for rule in area.rules { areas[rule.id] = area } }
    self.areas = areas
    positions = Dictionary(
      book.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Rules that can change with the item, through derived items and other rules too.
  package func rules(reading item: ItemID) -> [RuleID] { dependencies.rules[item] ?? [] }

  /// An evaluator that shares every value of the verdicts.
  func evaluator(_ verdicts: Verdicts) -> Evaluator {
    var evaluator = Evaluator(book: book, record: verdicts.record, index: index)
    for verdict in verdicts.all {
      evaluator.shared[verdict.id] = Evaluator.RuleValue(
        truth: verdict.value, isOpen: verdict.isOpen, explanation: verdict.explanation,
        evidence: verdict.evidence)
    }
    for code in book.derivedCodes { _ = evaluator.derivedCode(code.id) }
    for number in book.derivedNumbers { _ = evaluator.read(.derived(number.id)) }
    return evaluator
  }

  /// An evaluator that takes the answers as given; `base` shares what holds without them.
  func trial(assuming answers: [ItemID: ItemValue], _ base: Evaluator) -> Evaluator {
    var trial = base
    trial.assumed = answers.mapValues { RecordedItem($0) }
    trial.judged = [:]
    trial.explains = false
    for item in answers.keys {
      let stale = dependencies.stale[item] ?? []
      trial.stale = trial.stale.isEmpty ? stale : trial.stale.union(stale)
      for derived in dependencies.derived[item] ?? [] {
        trial.derivedCodes[derived] = nil
        trial.derivedNumbers[derived] = nil
      }
    }
    return trial
  }

  func answers(for item: ItemID, _ record: PatientRecord) -> [ItemValue] {
    guard let field = book.dictionary.field(item), let reads = dependencies.reads[item] else { return [] }
    return TrialAnswers(field: field, reads: reads, asOf: record.asOf).values
  }
}
