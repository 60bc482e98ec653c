import ClinicalRecord

/// One rule in one place: a rule is some thirty words, and every verdict names one.
final class SharedRule: Sendable {
  let rule: Rule
  let isRedFlag: Bool
  let isRoutineLine: Bool

  init(_ rule: Rule) {
    self.rule = rule
    isRedFlag = rule.isRedFlag
    isRoutineLine = rule.isRoutineLine
  }
}

/// A book made ready once for many records: its parts by number and by id.
final class BookIndex: Sendable {
  let book: RuleBook
  /// In book order.
  let rules: [SharedRule]
  /// The logic of the rule of that number in book order.
  let logic: [Rule.Logic]
  let conditions: ConditionNumbers
  let codes: ItemTable<DerivedCode>
  let numbers: ItemTable<DerivedNumber>
  /// What is asked about an item of the answers or history.
  let wording: ItemTable<String>
  /// Derived items of which nothing is known yet.
  let noCodes: ItemTable<CodeReading?>
  let noNumbers: ItemTable<Reading?>
  private let positions: [RuleID: Int]

  init(_ book: RuleBook) {
    self.book = book
    rules = book.rules.map(SharedRule.init)
    logic = book.rules.map(\.logic)
    conditions = ConditionNumbers(book.rules)
    positions = Dictionary(
      book.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    codes = ItemTable(book.derivedCodes.map { ($0.id, $0) })
    numbers = ItemTable(book.derivedNumbers.map { ($0.id, $0) })
    noCodes = ItemTable(book.derivedCodes.map { ($0.id, nil) })
    noNumbers = ItemTable(book.derivedNumbers.map { ($0.id, nil) })
    wording = ItemTable(
      book.dictionary.fields.filter { [.answers, .history].contains($0.section) }.map { ($0.id, $0.question) })
  }

  func number(of rule: RuleID) -> Int? { positions[rule] }

  func title(of rule: RuleID) -> String? { positions[rule].map { rules[$0].rule.title } }
}
