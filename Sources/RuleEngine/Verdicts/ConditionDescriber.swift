import ClinicalRecord

/// Says a condition in plain words, for explanations and review sheets.
package struct ConditionDescriber: Sendable {
  let dictionary: FieldDictionary
  private let titles: [RuleID: String]
  let derivedNumbers: [ItemID: Quantity]
  /// True where long lists of codes are written out; otherwise the first five stand for all.
  private let listsAll: Bool

  /// - Parameter inFull: every code of a list is written, as a review sheet needs it.
  package init(book: RuleBook, inFull: Bool = false) {
    dictionary = book.dictionary
    titles = Dictionary(book.rules.map { ($0.id, $0.title) }) { first, _ in first }
    derivedNumbers = Dictionary(book.derivedNumbers.map { ($0.id, $0.quantity) }) { first, _ in first }
    listsAll = inFull
  }

  package func words(_ condition: Condition) -> String {
    switch condition {
    case .all: "all of"
    case .any: "any of"
    case .not: "not"
    case .atLeast(let count, _): "at least \(count) of"
    case .named(let words, _): words
    case .item(let item, []): "nothing that \(name(item)) can be answered with"
    case .item(let item, let codes): "\(name(item)) is \(list(codes))"
    case .recorded(let item): "\(name(item)) is recorded"
    case .itemHolds(let item, let count, let codes): "\(name(item)) holds at least \(count) of \(list(codes))"
    case .compare(let quantity, .atLeast, 0) where isKnownIdiom(quantity): "\(words(quantity)) is recorded"
    case .compare(let quantity, let comparison, let limit):
      "\(words(quantity)) is \(words(comparison)) \(amount(limit, of: quantity))"
    case .derived(let item, let codes): "\(Words.item(item)) is \(list(codes))"
    case .entries(let query, let count, let otherwise):
      "at least \(count) log \(count == 1 ? "entry" : "entries") of \(words(query)); "
        + (count == 1 ? "none means " : "fewer mean ") + words(otherwise)
    case .daysAtOneSite(let query, let count, let first):
      "at least \(count) days at one site and side with \(words(query)), the first of them left out where it is "
        + words(first)
    case .share(let query) where query.metFrom <= .leastNonzeroMagnitude && query.notMetTo == 0:
      "any log entry\(query.kinds.isEmpty ? "" : " of \(list(query.kinds))") in which \(Words.item(query.field)) is "
        + "\(query.values.isEmpty ? "one of no values" : list(query.values)), \(words(query.window)); not met where entries record "
        + "it and none is so; otherwise not recorded" + (query.condition.map { ", where \(words($0))" } ?? "")
    case .share(let query):
      "log entries\(query.kinds.isEmpty ? "" : " of \(list(query.kinds))") in which \(Words.item(query.field)) is \(list(query.values)), "
        + "\(words(query.window)): met from \(percent(query.metFrom)), not met up to \(percent(query.notMetTo)), "
        + "with at least \(query.minimum) entries that record it; otherwise not recorded"
        + (query.condition.map { ", where \(words($0))" } ?? "")
    case .side(let query, let sides): "side of \(list(query.kinds)) is \(list(sides)), \(words(query.window))"
    case .atAnySite(let sites, _): "at any site of \(Words.item(sites.answer)) or the log"
    case .medication(let query): "takes \(words(query))"
    case .medicinesRecord(let fields, let query):
      "\(fields.map(Words.item).joined(separator: ", ")) recorded for \(words(query))"
    case .aboveReference(let test, let fallback):
      "\(name(test)) above the laboratory's limit" + (fallback.map { " (\(format($0)) where none is given)" } ?? "")
    case .belowReference(let test, let fallback):
      "\(name(test)) below the laboratory's limit" + (fallback.map { " (\(format($0)) where none is given)" } ?? "")
    case .positiveResult(let test): "\(name(test)) positive"
    case .fresh(let test):
      "a result of \(name(test)) on file"
        + (dictionary.lab(test).map { ", dated within \($0.staleAfterDays) days" } ?? "")
    case .notOnFile(let item): "no value of \(name(item)) on file"
    case .rule(let id, let test):
      switch test {
      case .value: "rule \(name(id)) is met"
      case .isNotFalse: "rule \(name(id)) is met or not recorded"
      case .metOrOpen: "rule \(name(id)) is met or open"
      }
    case .merge(_, _, let topic): "the answer and the log together, on \(Words.item(ItemID(topic)))"
    case .firstRecorded: "the first of these that is recorded"
    case .decided: "met by the first, not met by the second"
    case .ifRecorded: "counts only where recorded"
    case .context: "circumstance, which by itself never leaves the rule open"
    case .log(let quality): words(quality)
    case .anyConflict: "any rule found answers and log in conflict"
    case .anyOldResult: "any result older than its limit"
    case .freeText: "words of the list in the patient's own text"
    }
  }

  /// The condition with its parts, in one line.
  package func fullWords(_ condition: Condition) -> String {
    switch condition {
    case .all(let parts): parts.map(fullWords).joined(separator: " and ")
    case .any(let parts): parts.map(fullWords).joined(separator: " or ")
    case .not(let part): "not: \(fullWords(part))"
    case .ifRecorded(let part), .context(let part): fullWords(part)
    case .atLeast(let count, let parts): "at least \(count) of: " + parts.map(fullWords).joined(separator: "; ")
    default: words(condition)
    }
  }

  /// The question as the patient reads it, with the id that the record uses; a test's name.
  func name(_ item: ItemID) -> String {
    if let test = dictionary.lab(item) { return test.name }
    guard let field = dictionary.field(item) else { return Words.item(item) }
    return "“\(field.question)” (\(item))"
  }

  /// The rule's id with its title, where the book has it.
  func name(_ rule: RuleID) -> String { rule.name + (titles[rule].map { " “\($0)”" } ?? "") }

  package func words(_ truth: Truth) -> String {
    switch truth {
    case .met: "met"
    case .notMet: "not met"
    case .notRecorded: "not recorded"
    }
  }

  func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  func list(_ codes: [String]) -> String {
    let codes = codes.map(Words.code)
    return codes.count <= 6 || listsAll
      ? codes.joined(separator: " or ") : codes.prefix(5).joined(separator: ", ") + " or \(codes.count - 5) more"
  }

  func words(_ window: Window) -> String {
    switch window {
    case .days(let days): "last \(days) days"
    case .wholeLog: "whole log"
    }
  }

  func words(_ query: EntryQuery) -> String {
    (query.kinds.isEmpty ? "any symptom" : list(query.kinds)) + ", " + words(query.window)
      + (query.condition.map { ", where \(words($0))" } ?? "")
  }

  func words(_ condition: EntryCondition) -> String {
    switch condition {
    case .all(let parts): parts.map { words($0) }.joined(separator: " and ")
    case .any(let parts): "(" + parts.map { words($0) }.joined(separator: " or ") + ")"
    case .kind(let kinds): "kind is \(list(kinds))"
    case .site(let sites): "site is \(list(sites))"
    case .theSite: "at the site looked at"
    case .side(let sides): "side is \(list(sides))"
    case .sign(let item, let codes), .code(let item, let codes): "\(Words.item(item)) is \(list(codes))"
    case .number(let item, let comparison, let limit):
      "\(Words.item(item)) is \(words(comparison)) \(amount(limit, of: .item(item)))"
    case .firstAtSite: "first at that site and side"
    }
  }

  func words(_ query: MedicationQuery) -> String {
    var words = list(query.classes)
    if !query.routes.isEmpty { words += " by \(list(query.routes))" }
    if case .currentOrStoppedWithin(let days) = query.period { words += ", now or until \(days) days ago" }
    if case .ever = query.period { words += ", whenever taken" }
    if let timing = query.timing {
      words += ", \(timing.date.rawValue) " + (timing.withinDays.map { "at most \($0) days " } ?? "") + "before "
      switch timing.onset {
      case .logged: words += "the onset in the log"
      case .answered(let item): words += Words.item(item)
      }
    }
    return words
  }

  func words(_ quality: LogQuality) -> String {
    switch quality {
    case .coverage(let days, let share):
      "log spans \(days) days or more and covers \(Int(share * 100)) % or more of its days"
    case .retrospective(let share): "\(Int(share * 100)) % or more of the entries written more than a day later"
    case .gap(let days): "a run of \(days) or more unobserved days"
    case .sparse(let entries): "fewer than \(entries) symptom entries"
    }
  }

  /// "At least 0" of something that is never below it asks only whether it is there.
  func isKnownIdiom(_ quantity: Quantity) -> Bool {
    switch quantity {
    case .item, .lab, .labMultiple, .measurement, .undatedScore, .derived, .age: true
    case .firstRecorded(let parts): parts.allSatisfy(isKnownIdiom)
    default: false
    }
  }
}
