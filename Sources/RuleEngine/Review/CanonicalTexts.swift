import ClinicalRecord

/// The canonical texts of the rules of one book: what several rules refer to is walked and written once.
final class CanonicalTexts {
  private let book: RuleBook
  private let rules: [RuleID: Rule]
  private var written: [RuleID: String] = [:]
  private var readings: [RuleID: RuleReading] = [:]
  private var derivedReadings: [ItemID: RuleReading] = [:]
  private var items: [ItemID: String] = [:]

  init(of book: RuleBook) {
    self.book = book
    rules = Dictionary(book.rules.map { ($0.id, $0) }) { first, _ in first }
  }

  func text(of rule: Rule) -> String {
    let reach = reach(of: rule)
    var lines = [
      "legbrief rule 1", "rule " + own(rule), "intent " + CanonicalText.of(book.intent(of: rule)),
    ]
    lines += book.precedence(touching: rule.id).map { "precedence " + CanonicalText.of($0) }
    lines += rule.readings.map { "reading \($0) " + CanonicalText.of(book.readings[$0] ?? "") }
    lines += rule.citations.map { "source \($0.name) " + CanonicalText.of(book.references[$0] ?? "") }
    lines += reach.rules.sorted().compactMap { id in rules[id].map { "reads rule " + own($0) } }
    lines += book.derivedCodes.filter { reach.derived.contains($0.id) }.map { "reads derived " + CanonicalText.of($0) }
    lines += book.derivedNumbers.filter { reach.derived.contains($0.id) }
      .map { "reads derived " + CanonicalText.of($0) }
    lines += reading(of: rule).items.sorted().map(line)
    return lines.joined(separator: "\n") + "\n"
  }

  func reach(of rule: Rule) -> (rules: Set<RuleID>, derived: Set<ItemID>) {
    var reached: Set<RuleID> = []
    var derived: Set<ItemID> = []
    var open = [reading(of: rule)]
    while let reading = open.popLast() {
      for id in reading.rules where id != rule.id && reached.insert(id).inserted {
        if let found = rules[id] { open.append(self.reading(of: found)) }
      }
      for item in reading.derived where derived.insert(item).inserted { open += readings(of: item) }
    }
    return (reached, derived)
  }

  /// The rule may be a changed one that the book does not have.
  private func isOfBook(_ rule: Rule) -> Bool { rules[rule.id] == rule }

  private func own(_ rule: Rule) -> String {
    guard isOfBook(rule) else { return CanonicalText.of(rule) }
    if let known = written[rule.id] { return known }
    let text = CanonicalText.of(rule)
    written[rule.id] = text
    return text
  }

  private func reading(of rule: Rule) -> RuleReading {
    guard isOfBook(rule) else { return RuleReading(of: rule) }
    if let known = readings[rule.id] { return known }
    let reading = RuleReading(of: rule)
    readings[rule.id] = reading
    return reading
  }

  /// What the definitions of a derived item read.
  private func readings(of item: ItemID) -> [RuleReading] {
    if let known = derivedReadings[item] { return [known] }
    let code = book.derivedCodes.first { $0.id == item }.map(\.choices)
    let number = book.derivedNumbers.first { $0.id == item }.map(\.quantity)
    guard code != nil || number != nil else { return [] }
    let reading = RuleReading(of: [code as Any, number as Any])
    derivedReadings[item] = reading
    return [reading]
  }

  private func line(_ item: ItemID) -> String {
    if let known = items[item] { return known }
    var text = "item \(item) "
    if let test = book.dictionary.lab(item) {
      text += CanonicalText.of([test.name, test.unit])
    } else {
      let field = book.dictionary.field(item)
      text += CanonicalText.of([field?.question ?? "", field?.unit ?? ""])
      text += field.map { CanonicalText.of($0.kind) } ?? ""
    }
    items[item] = text
    return text
  }
}
