import ClinicalRecord

// What fills the gaps of phrases, in words.
extension ConditionDescriber {
  package func words(_ detail: Detail) -> String {
    switch detail {
    case .entryCount(let query): "number of log entries of \(words(query))"
    case .sharePercent(let query): "share in percent of \(words(query))"
    case .shareCount(let query): "number of \(words(query))"
    case .shareTotal(let query): "number of log entries of \(list(query.kinds)) that record \(Words.item(query.field))"
    case .frequency(let kinds, let window):
      "days with \(list(kinds)) for each week of observed days, \(words(window)); not calculated below 14 observed days"
    case .median(let item, let query): "median \(Words.item(item)) of log entries of \(words(query))"
    case .medianCode(let item, let ranked, let query):
      "median \(Words.item(item)) (ranked \(ranked.map(Words.code).joined(separator: ", "))) of log entries of \(words(query))"
    case .low(let quantity): "lowest value that the record allows of: \(words(quantity))"
    case .high(let quantity): "highest value that the record allows of: \(words(quantity))"
    case .number(let quantity, _): words(quantity)
    case .count(let conditions, let truth): "how many are \(words(truth)) of: \(names(conditions))"
    case .names(let conditions, let truth): "those that are \(words(truth)) of: \(names(conditions))"
    case .choice(let choices, let otherwise) where choices.isEmpty: "“\(otherwise)”"
    case .choice(let choices, let otherwise):
      choices.map { "“\($0.words)” when \(sentence($0.condition))" }.joined(separator: "; ") + "; else “\(otherwise)”"
    case .value(let item): "recorded value of \(name(item))"
    case .codesOf(let item): "recorded choices of \(name(item))"
    case .date(let item): "date of \(name(item))"
    case .lab(let test): "newest result of \(name(test)), marked where old"
    case .labDate(let test): "date of the newest result of \(name(test))"
    case .scoreDate(let item): "date of \(name(item)), or “undated”"
    case .scoreChange(let item): "change of \(name(item)) since the dated score before it"
    case .valueDays(let items): "dates of the newest values of \(items.map(name).joined(separator: ", "))"
    case .medicines(let query): "medicines: \(words(query))"
    case .medicineStarts(let query): "start of the medicines: \(words(query))"
    case .medicineStart(let query): "earliest start of the medicines: \(words(query))"
    case .medicineStop(let query): "latest stop of the medicines: \(words(query))"
    case .medicineCourse(let query): "dose, route, dates and adherence of the medicines: \(words(query))"
    case .sites(let item, let query, _): "sites in \(name(item)) and in log entries of \(words(query))"
    case .sitesWhere(let sites, let condition, let truth):
      "sites of \(name(sites.answer)) or the log at which this is \(words(truth)): \(sentence(condition))"
    case .metRules(let rules): "titles of those that are met of the rules \(rules.map(\.name).joined(separator: ", "))"
    case .logFigure(let figure): words(figure)
    case .conflicts: "items on which answers and log disagree"
    case .oldResults: "results older than their limit, with their age in months"
    case .quotes: "the sentences, quoted"
    case .onsetAgainst(let medicines, let entries):
      "first log entry of \(words(entries)) against the start of \(words(medicines))"
    case .unanswered(let items): "those not answered of: \(items.map(name).joined(separator: ", "))"
    }
  }

  /// What the names of a list stand for, where the logic does not say it.
  package func definitions(_ detail: Detail, besides logic: [OutlineLine]) -> [OutlineLine] {
    let conditions: [Condition] =
      switch detail {
      case .names(let conditions, _), .count(let conditions, _): conditions
      default: []
      }
    let known = Set(logic.map(\.text))
    return conditions.map { outline($0) }.filter { lines in
      lines.first.map { line in line.text.contains(" — ") && !known.contains(line.text) } ?? false
    }.flatMap { $0 }
  }

  private func names(_ conditions: [Condition]) -> String { conditions.map(sentence).joined(separator: "; ") }

  private func words(_ query: ShareQuery) -> String {
    "log entries of \(list(query.kinds)), \(words(query.window)), in which \(Words.item(query.field)) is \(list(query.values))"
  }

  private func words(_ figure: Detail.LogFigure) -> String {
    switch figure {
    case .observedDays: "days with an entry or a check-in"
    case .days: "days of the window since the first log item"
    case .retrospectivePercent: "percent of symptom entries written more than a day later"
    case .gaps: "first and last day of each gap"
    case .entries: "number of symptom entries"
    }
  }
}
