import ClinicalRecord

/// What a rule asks, found by item; made once for all records.
struct QuestionWords: Sendable {
  /// Where the rule's own questions name an item, the first of them.
  private var places: [ItemID: Int] = [:]
  private let texts: [String]
  /// What is asked of a rule that is met or open although its value does not rest on it.
  let beside: [ItemID]

  init(_ rule: Rule) {
    texts = rule.questions.map(\.text)
    var amplifiers = TreeReads()
    if rule.isRedFlag { amplifiers.read(rule.amplifiers) }
    beside = rule.alsoAsked + amplifiers.items.keys.sorted()
    for (place, question) in rule.questions.enumerated() {
      for item in question.items where places[item] == nil { places[item] = place }
    }
  }

  func place(of item: ItemID) -> Int? { places[item] }

  func text(for item: ItemID) -> String? { places[item].map { texts[$0] } }
}
