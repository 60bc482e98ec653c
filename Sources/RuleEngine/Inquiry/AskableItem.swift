import ClinicalRecord

/// What a book says of an item that somebody may be asked for; made once for all records.
final class AskableItem: Sendable {
  let item: ItemID
  let question: String
  let isForClinician: Bool
  /// The plainer question of the same matter.
  let detailOf: ItemID?
  /// The place of the item in the dictionary.
  let order: Int
  /// Numbers of the rules whose value may change with it, in book order.
  let rules: [Int]
  /// The conditions that may change with it.
  let conditions: ConditionSet
  /// The derived items that may change with it, by their positions.
  let derivedCodes: [Int]
  let derivedNumbers: [Int]
  let tried: TriedAnswers

  /// Items that nobody is asked for the sake of a rule: how a record is kept, and what identifies a person.
  private static let neverAsked: Set<ItemID> = ["localePack", "birthDate", "reportDate", "personId"]

  /// Everything that may be asked for, in the order of the ids.
  static func all(_ index: BookIndex, _ dependencies: DependencyIndex) -> [AskableItem] {
    index.book.dictionary.fields.filter { field in
      [.answers, .history, .person].contains(field.section) && !neverAsked.contains(field.id)
    }.sorted { $0.id < $1.id }.map { AskableItem($0, index, dependencies) }
  }

  private init(_ field: Field, _ index: BookIndex, _ dependencies: DependencyIndex) {
    item = field.id
    question = field.question
    isForClinician = field.respondents == [.clinician]
    detailOf = field.detailOf
    order = dependencies.order[field.id] ?? 0
    rules = dependencies.stale[field.id] ?? []
    conditions = dependencies.conditions[field.id] ?? ConditionSet()
    let derived = dependencies.derived[field.id] ?? []
    derivedCodes = derived.compactMap(index.codes.position).sorted()
    derivedNumbers = derived.compactMap(index.numbers.position).sorted()
    tried = TriedAnswers(field, dependencies.reads[field.id])
  }
}

/// The answers that are tried for an item. Codes that no tree tells apart are tried once.
struct TriedAnswers: Sendable {
  struct Answer: Sendable {
    let value: ItemValue
    /// The earlier answer of the list that does the same.
    let sameAs: Int?
  }

  private let field: Field
  private let reads: ItemReads?
  /// Nil for those that depend on the day on which the record ends.
  private let fixed: [Answer]?

  init(_ field: Field, _ reads: ItemReads?) {
    self.field = field
    self.reads = reads
    switch field.kind {
    case .day, .dayOrDateTime: fixed = nil
    default: fixed = TriedAnswers.answers(field, reads, asOf: Day(number: 0))
    }
  }

  func answers(asOf day: Day) -> [Answer] { fixed ?? TriedAnswers.answers(field, reads, asOf: day) }

  private static func answers(_ field: Field, _ reads: ItemReads?, asOf day: Day) -> [Answer] {
    guard let reads else { return [] }
    var first: [[Int]: Int] = [:]
    return TrialAnswers(field: field, reads: reads, asOf: day).values.enumerated().map { position, value in
      guard case .code(let code) = value else { return Answer(value: value, sameAs: nil) }
      let kind = reads.kind(of: code)
      defer { if first[kind] == nil { first[kind] = position } }
      return Answer(value: value, sameAs: first[kind])
    }
  }
}
