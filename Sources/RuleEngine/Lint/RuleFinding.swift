package import ClinicalRecord

/// Something in a rule book that is wrong, or worth a second look.
package struct RuleFinding: Sendable, Hashable {
  package enum Severity: Sendable, Hashable { case error, warning }

  package var severity: Severity
  /// The kind, such as `unknown-rule`.
  package var id: String
  /// The rule, area, item or reference that it is about; a rule book has no lines.
  package var subject: String
  /// One sentence without a final period.
  package var message: String
  package var remedy: String?

  init(_ severity: Severity, _ id: String, _ subject: String, _ message: String, remedy: String? = nil) {
    self.severity = severity
    self.id = id
    self.subject = subject
    self.message = message
    self.remedy = remedy
  }
}

/// Checks a rule book against itself, its dictionary and its references; knows no medicine.
package struct RuleLint: Sendable {
  let book: RuleBook
  let ids: Set<RuleID>

  package init(_ book: RuleBook) {
    self.book = book
    ids = Set(book.rules.map(\.id))
  }

  /// Everything found, in book order, errors and warnings.
  ///
  /// - Parameters:
  ///   - guidelineAge: the years from which a source is called old.
  ///   - day: the day from which they are counted.
  package func findings(guidelineAge: Int, asOf day: Day) -> [RuleFinding] {
    var found = duplicates()
    for rule in book.rules {
      found +=
        references(rule) + vocabulary(rule.id.name, tree: rule) + branches(rule) + wording(rule) + citations(rule)
    }
    for code in book.derivedCodes { found += vocabulary(code.id.name, tree: code.choices) }
    for number in book.derivedNumbers { found += vocabulary(number.id.name, tree: number.quantity) }
    return found + bookReferences() + unreadInputs() + sources(guidelineAge: guidelineAge, asOf: day)
  }

  private func duplicates() -> [RuleFinding] {
    func repeated(_ names: [String]) -> [String] {
      var seen: Set<String> = []
      return names.filter { !seen.insert($0).inserted }
    }
    return repeated(book.rules.map(\.id.name)).map {
      RuleFinding(.error, "duplicate-rule", $0, "the id stands for two rules")
    }
      + repeated(book.areas.map(\.id)).map { RuleFinding(.error, "duplicate-area", $0, "the id stands for two areas") }
      + repeated((book.derivedCodes.map(\.id) + book.derivedNumbers.map(\.id)).map(\.name)).map {
        RuleFinding(.error, "duplicate-derived", $0, "the item is derived twice")
      }
      + repeated(book.dictionary.duplicates).map {
        RuleFinding(.error, "duplicate-field", $0, "the item is declared twice")
      }
  }

  private func references(_ rule: Rule) -> [RuleFinding] {
    RuleReading(of: rule).rules.filter { !ids.contains($0) }.map {
      RuleFinding(.error, "unknown-rule", rule.id.name, "refers to rule \($0), which is not in the book")
    }
  }

  /// Rule ids outside of rules: precedence, areas, signatures.
  private func bookReferences() -> [RuleFinding] {
    var found: [RuleFinding] = []
    func check(_ named: [RuleID], _ subject: String) {
      for rule in named where !ids.contains(rule) {
        found.append(RuleFinding(.error, "unknown-rule", subject, "names rule \(rule), which is not in the book"))
      }
    }
    for line in book.precedence { check([line.trigger] + line.rules, line.id) }
    for area in book.areas {
      check(area.keyRules + area.printedFirst + [area.gate, area.printedWhile].compactMap { $0 }, area.id)
    }
    check(book.signOffs.map(\.rule), "sign-offs")
    return Array(Set(found)).sorted { ($0.subject, $0.message) < ($1.subject, $1.message) }
  }

  private func citations(_ rule: Rule) -> [RuleFinding] {
    var found: [RuleFinding] = []
    if rule.citations.isEmpty {
      found.append(RuleFinding(.error, "no-citation", rule.id.name, "cites no source"))
      let described = ConditionDescriber(book: book).thresholds(of: rule, in: book)
      if let first = described.first {
        found.append(
          RuleFinding(
            .error, "threshold-without-citation", rule.id.name,
            "has a threshold and cites no source: \(first.subject) \(first.limit)"))
      }
    }
    for citation in rule.citations where book.references[citation] == nil {
      found.append(
        RuleFinding(.error, "unknown-reference", rule.id.name, "cites \(citation.name), which has no text"))
    }
    for reading in rule.readings where book.readings[reading] == nil {
      found.append(
        RuleFinding(.error, "unknown-reading", rule.id.name, "names settled reading \(reading), which has no text"))
    }
    return found
  }

  private func wording(_ rule: Rule) -> [RuleFinding] {
    var texts: [(String, BarredWords.Kind)] = [(rule.title, .statement)]
    texts += rule.phrases.map { ($0.text, $0.value == .notRecorded ? .ofMissing : .statement) }
    texts += rule.questions.map { ($0.text, .question) }
    for detail in TreeWalk.all(Detail.self, in: rule.details) {
      if case .choice(let choices, let otherwise) = detail {
        texts += choices.map { ($0.words, .statement) } + [(otherwise, .statement)]
      }
    }
    for condition in TreeWalk.all(Condition.self, in: [rule.logic, rule.details, rule.amplifiers] as [Any]) {
      if case .named(let words, _) = condition { texts.append((words, .statement)) }
    }
    for line in book.precedence where line.rules.first == rule.id {
      if let words = line.qualification { texts.append((words, .statement)) }
    }
    var found: [RuleFinding] = []
    for (text, kind) in texts {
      for word in BarredWords.found(in: text, as: kind) {
        found.append(
          RuleFinding(
            .error, "barred-word", rule.id.name, "says “\(word)” in “\(text)”",
            remedy: "say what was recorded; BarredWords names what is barred and what is allowed"))
      }
    }
    return found
  }
}
