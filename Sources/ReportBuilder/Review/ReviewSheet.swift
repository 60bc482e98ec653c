package import ClinicalRecord
package import RuleEngine

/// Everything about one rule that a clinician has to see before she signs it.
package struct ReviewSheet: Sendable {
  package struct Input: Sendable, Hashable {
    package var item: ItemID
    package var question: String
    package var answers: String
    /// False for what only phrases, levels or amplifiers read.
    package var decides: Bool
  }

  /// Words of the rule for one value, or an addition to them.
  package struct Saying: Sendable, Hashable {
    package var values: [Truth]
    package var text: String
    /// When it is said, in one sentence; nil for always.
    package var condition: String?
    /// The same as a nested list.
    package var lines: [OutlineLine]
    package var isAddition: Bool
  }

  package let rule: Rule
  package let area: RuleArea
  package let intent: RuleIntent
  package let fingerprint: String
  package let status: ReviewStatus
  package let logic: [OutlineLine]
  /// The definitions of the derived items behind the logic, each with its outline.
  package let derived: [(name: String, id: ItemID, lines: [OutlineLine])]
  package let inputs: [Input]
  package let medicines: [String]
  package let thresholds: [Threshold]
  package let sayings: [Saying]
  package let details: [(name: String, words: String, definitions: [OutlineLine])]
  package let questions: [(text: String, items: [ItemID])]
  package let tests: [(names: [String], condition: String?)]
  package let alsoAsked: [ItemID]
  package let levels: [String]
  package let amplifiers: [String]
  package let precedence: [(id: String, words: String)]
  package let readings: [(id: String, text: String)]
  package let sources: [(id: ReferenceID, text: String)]
  package let otherRules: [(id: RuleID, title: String)]
}

/// Makes review sheets from a rule book: the same values that judge records.
package struct ReviewSheets: Sendable {
  let book: RuleBook
  let describer: ConditionDescriber
  private let fingerprint: @Sendable (String) -> String

  /// - Parameter fingerprint: the hash of a canonical text; the hash function is the caller's.
  package init(book: RuleBook, fingerprint: @escaping @Sendable (String) -> String) {
    self.book = book
    describer = ConditionDescriber(book: book, inFull: true)
    self.fingerprint = fingerprint
  }

  package func sheet(of rule: Rule, in area: RuleArea) -> ReviewSheet {
    let hash = fingerprint(book.canonicalText(of: rule))
    let reading = RuleReading(of: rule)
    let deciding = RuleReading(of: rule.logic)
    let derived = closure(reading.derived)
    let decidingDerived = Set(closure(deciding.derived))
    var inputs: [ItemID] = []
    for item in reading.items + derived.flatMap(itemsOfDerived) where !inputs.contains(item) { inputs.append(item) }
    let decides = Set(deciding.items + decidingDerived.flatMap(itemsOfDerived))
    return ReviewSheet(
      rule: rule, area: area, intent: book.intent(of: rule), fingerprint: hash,
      status: book.status(of: rule.id, fingerprint: hash), logic: ConditionDescriber.folded(describer.outline(rule)),
      derived: derived.compactMap(definition), inputs: inputs.map { input($0, decides: decides.contains($0)) },
      medicines: reading.medicines.map(Words.code), thresholds: describer.thresholds(of: rule, in: book),
      sayings: sayings(rule),
      details: rule.details.map { named in
        (
          named.name, describer.words(named.detail),
          describer.definitions(named.detail, besides: describer.outline(rule))
        )
      },
      questions: rule.questions.map { ($0.text, $0.items) },
      tests: rule.testGroups.map { group in
        (group.tests.map { book.dictionary.lab($0)?.name ?? Words.item($0) }, group.condition.map(describer.sentence))
      }, alsoAsked: rule.alsoAsked, levels: rule.levels.map(level),
      amplifiers: rule.amplifiers.map(describer.sentence),
      precedence: precedence(touching: rule.id),
      readings: rule.readings.map { ($0, book.readings[$0] ?? "") },
      sources: rule.citations.map { ($0, book.references[$0] ?? "") },
      otherRules: reading.rules.filter { $0 != rule.id }.map { id in
        (id, book.rules.first { $0.id == id }?.title ?? "not in the book")
      })
  }

  /// Derived items with those that they read in turn.
  private func closure(_ items: [ItemID]) -> [ItemID] {
    var found: [ItemID] = []
    var open = items
    while !open.isEmpty {
      let next = open.removeFirst()
      guard !found.contains(next) else { continue }
      found.append(next)
      open += tree(of: next).map { RuleReading(of: $0).derived } ?? []
    }
    return found
  }

  private func tree(of item: ItemID) -> Any? {
    if let number = book.derivedNumbers.first(where: { $0.id == item }) { return number.quantity }
    return book.derivedCodes.first { $0.id == item }?.choices
  }

  private func itemsOfDerived(_ item: ItemID) -> [ItemID] { tree(of: item).map { RuleReading(of: $0).items } ?? [] }

  private func definition(_ item: ItemID) -> (name: String, id: ItemID, lines: [OutlineLine])? {
    if let number = book.derivedNumbers.first(where: { $0.id == item }) {
      return (Words.item(item), item, [OutlineLine(0, describer.words(number.quantity))])
    }
    guard let code = book.derivedCodes.first(where: { $0.id == item }) else { return nil }
    let choices = code.choices.flatMap { choice in
      describer.outline(choice.condition, 1, lead: "“\(Words.code(choice.words))” when ")
    }
    return (
      Words.item(item), item,
      [OutlineLine(0, "As recorded; otherwise the first of these whose condition is met:")] + choices
    )
  }

  private func input(_ item: ItemID, decides: Bool) -> ReviewSheet.Input {
    if let test = book.dictionary.lab(item) {
      return .init(
        item: item, question: test.name,
        answers: "test, \(ConditionDescriber.shown(test.unit))\(test.qualitative ? ", or positive / negative" : "")",
        decides: decides)
    }
    guard let field = book.dictionary.field(item) else {
      return .init(item: item, question: Words.item(item), answers: "", decides: decides)
    }
    let unit = field.unit.map { ", " + ConditionDescriber.shown($0) } ?? ""
    let codes =
      switch field.kind {
      // The whole vocabulary of the log stands in the list of fields; the logic names what counts.
      case .enumeration(let codes) where codes.count > 12, .set(let codes) where codes.count > 12:
        "one of \(codes.count) codes"
      default: field.kind.words
      }
    return .init(item: item, question: field.question, answers: codes + unit, decides: decides)
  }

  /// The phrases, main ones first for each value; an addition that stands for several values once.
  private func sayings(_ rule: Rule) -> [ReviewSheet.Saying] {
    var found: [ReviewSheet.Saying] = []
    for value in [Truth.met, .notMet, .notRecorded] {
      let phrases = rule.phrases.filter { $0.value == value }
      for phrase in phrases.filter({ !$0.isAddition }) + phrases.filter(\.isAddition) {
        let saying = ReviewSheet.Saying(
          values: [value], text: phrase.text, condition: phrase.condition.map(describer.sentence),
          lines: phrase.condition.map { describer.outline($0) } ?? [], isAddition: phrase.isAddition)
        let same = found.firstIndex {
          $0.isAddition && phrase.isAddition && $0.text == saying.text && $0.condition == saying.condition
        }
        if let same { found[same].values.append(value) } else { found.append(saying) }
      }
    }
    return found
  }

  private func level(_ level: Level) -> String {
    var words = "\(Wording.level(level.urgency)) (`\(level.urgency.rawValue)`)"
    if level.whileActive { words += ", while an entry or answer behind the flag is active" }
    if let condition = level.condition { words += ", when \(describer.sentence(condition))" }
    return words
  }

  /// Lines that differ in their trigger alone are one line.
  private func precedence(touching rule: RuleID) -> [(id: String, words: String)] {
    var groups: [(line: Precedence, triggers: [RuleID])] = []
    for line in book.precedence(touching: rule) {
      let same = groups.firstIndex { group in
        group.line.id == line.id && group.line.rules == line.rules && group.line.whileOpen == line.whileOpen
          && group.line.reach == line.reach && group.line.qualification == line.qualification
          && group.line.notice == line.notice && group.line.unprinted == line.unprinted
      }
      if let same { groups[same].triggers.append(line.trigger) } else { groups.append((line, [line.trigger])) }
    }
    return groups.map { ($0.line.id, words($0.line, $0.triggers)) }
  }

  private func words(_ line: Precedence, _ triggers: [RuleID]) -> String {
    let others = line.rules.map { "`\($0)`" }.joined(separator: ", ")
    let place =
      switch line.reach {
      case .anywhere: ""
      case .sameSite: ", for symptoms at the same site"
      case .sameLimb: ", for symptoms of the same limb"
      }
    let names = triggers.map { "`\($0)`" }.joined(separator: " or ")
    let start = "while \(names) is met\(line.whileOpen ? " or open" : "")\(place), "
    if let words = line.qualification { return start + "“\(words)” is put before the words of \(others)" }
    return start + "these are withheld from print: \(others)"
      + (line.unprinted.isEmpty
        ? "" : "; nothing is printed of \(line.unprinted.map { "`\($0)`" }.joined(separator: ", "))")
      + (line.notice.map { "; the report says “\($0)”" } ?? "")
  }
}
