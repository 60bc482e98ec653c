import ClinicalRecord

// The figures and lists that phrases print.
extension Evaluator {
  /// Nil where the detail came to nothing: the phrase then says "not recorded".
  mutating func value(of detail: Detail) -> DetailValue? {
    switch detail {
    case .low(let quantity): return read(quantity).interval.map { .number($0.low) }
    case .high(let quantity): return read(quantity).interval.map { .number($0.high) }
    case .number(let quantity, let decimals):
      guard let interval = read(quantity).interval else { return nil }
      if interval.isExact { return .text(format(interval.low, decimals: decimals)) }
      return .text("\(format(interval.low, decimals: decimals)) to \(format(interval.high, decimals: decimals))")
    case .count(let conditions, let truth):
      var count = 0
      for condition in conditions where self.truth(of: condition) == truth { count += 1 }
      return .number(Double(count))
    case .names(let conditions, let truth):
      var names: [String] = []
      for condition in conditions where self.truth(of: condition) == truth { names.append(name(of: condition)) }
      return .list(unique(names))
    case .choice(let choices, let otherwise):
      for choice in choices where self.truth(of: choice.condition) == .met { return .text(choice.words) }
      return otherwise.isEmpty ? nil : .text(otherwise)
    case .metRules(let ids):
      var titles: [String] = []
      for id in ids where value(of: id).truth == .met && !isWithheld(id) {
        titles.append(index.title(of: id) ?? id.name)
      }
      return .list(titles)
    case .sitesWhere(let sites, let condition, let truth):
      var parts = Parts()
      let found = outcomes(of: condition, at: sites, into: &parts).filter { $0.outcome.truth == truth }
      let names = found.compactMap(\.site).map(Words.code)
      return names.isEmpty ? nil : .list(names)
    case .conflicts: return .list(conflictTopics())
    case .quotes(let hints): return .list(quotes(hints).map { "“\($0.text)”" })
    case .value(let item): return derivedWords(item)
    default: return recordedValue(of: detail)
    }
  }

  private mutating func derivedWords(_ item: ItemID) -> DetailValue? {
    if index.codes.position(of: item) != nil { return derivedCode(item).code.map { .text(Words.code($0)) } }
    guard let found = lookup(item) else { return nil }
    if case .unanswered(let code) = found.item.value { return .text("asked, \(Words.code(code))") }
    return .text(Words.code(found.item.value.display))
  }

  private mutating func conflictTopics() -> [String] {
    var topics: [String] = []
    for number in index.book.rules.indices where !inProgress.contains(number) {
      for conflict in findings.conflicts(of: value(ofRule: number).row) {
        topics.append(
          conflict.split(separator: ":").first.map { Words.item(ItemID(String($0))) } ?? index.rules[number].rule.title)
      }
    }
    return unique(topics)
  }

  private func recordedValue(of detail: Detail) -> DetailValue? {
    switch detail {
    case .entryCount(let query): return .number(Double(prepared.log.matches(query, at: site).fitting.count))
    case .sharePercent(let query):
      let (fitting, recorded) = prepared.log.share(query, at: site)
      guard !recorded.isEmpty else { return nil }
      return .number((100 * Double(fitting.count) / Double(recorded.count)).rounded())
    case .shareCount(let query): return .number(Double(prepared.log.share(query, at: site).fitting.count))
    case .shareTotal(let query): return .number(Double(prepared.log.share(query, at: site).recorded.count))
    case .frequency(let kinds, let window): return frequency(kinds, window)
    case .median(let item, let query):
      let found = numbers(item, query).map(\.value)
      guard let low = found.min(), let high = found.max() else { return nil }
      let middle = format(median(found))
      return .text(found.count == 1 ? middle : "\(middle) (range \(format(low)) to \(format(high)), n \(found.count))")
    case .medianCode(let item, let ranked, let query): return medianCode(item, ranked, query)
    case .codesOf(let item):
      switch recorded(item) {
      case .codes(let codes): return .list(codes.sorted().map(Words.code))
      case .joints(let joints):
        return .list(joints.sorted().map { ($0.side.map { "\($0) " } ?? "") + Words.code($0.site) })
      default: return nil
      }
    case .date(let item):
      guard case .day(let day)? = recorded(item) else { return nil }
      return .text(day.iso)
    case .lab(let test):
      guard let result = newest(test, evenOld: true) else { return nil }
      return .text(shown(prepared.record.labs[result]) + (isOld(result) ? " (old result)" : ""))
    case .labDate(let test):
      return newest(test, evenOld: true).map { .text(prepared.record.labs[$0].date?.iso ?? "undated") }
    case .scoreDate(let item):
      guard let score = prepared.record.scores.last(where: { $0.id == item }) else { return nil }
      return .text(newestMeasurement(item).flatMap { measurement($0).date?.iso } ?? score.date?.iso ?? "undated")
    case .scoreChange(let item): return scoreChange(item)
    case .valueDays(let items):
      let days = items.compactMap { item -> String? in
        if let found = newestMeasurement(item) { return measurement(found).date?.iso ?? "undated" }
        return newest(item, evenOld: true).map { prepared.record.labs[$0].date?.iso ?? "undated" }
      }
      return days.isEmpty ? nil : .text(unique(days).joined(separator: " and "))
    case .medicines(let query):
      let names = medicineNames(query)
      return names.isEmpty ? nil : .text(names)
    case .medicineStarts(let query):
      return .list(
        medicines(query).fitting.map { position in
          let medicine = prepared.record.medications[position]
          return Words.medicine(medicine, query.classes) + ", "
            + (medicine.start.map { "started \($0.iso)" } ?? "start not recorded")
            + (medicine.change.map { ", changed \($0.iso)" } ?? "")
        })
    case .medicineStart(let query): return day(.start, of: query).map { .text($0.day.iso) }
    case .medicineStop(let query): return day(.stop, of: query).map { .text($0.day.iso) }
    case .medicineCourse(let query):
      return .list(medicines(query).fitting.map { course(of: prepared.record.medications[$0]) })
    case .sites(let item, let query, let among):
      let names = siteNames(item, query).filter { among.isEmpty || among.contains($0) }
      return names.isEmpty ? nil : .list(names.map(Words.code))
    case .logFigure(let figure): return logFigure(figure)
    case .oldResults: return .list(newestOfEach().filter(isOld).map { oldResult(prepared.record.labs[$0]) })
    case .onsetAgainst(let query, let entries): return onset(of: entries, against: query)
    case .unanswered(let items): return .list(items.filter { !isUsable($0) }.map(Words.item))
    default: return nil
    }
  }

  /// Codes outside the ranking do not count.
  private func medianCode(_ item: ItemID, _ ranked: [String], _ query: EntryQuery) -> DetailValue? {
    let ranks = prepared.log.matches(query, at: site).fitting.compactMap { position in
      LogView.value(of: item, in: prepared.record.log[position])?.first.flatMap(ranked.firstIndex(of:))
    }.sorted()
    guard !ranks.isEmpty else { return nil }
    let low = Words.code(ranked[ranks[(ranks.count - 1) / 2]])
    let high = Words.code(ranked[ranks[ranks.count / 2]])
    return .text(low == high ? low : "\(low) to \(high)")
  }

  /// No rate below 14 observed days (basis 0.3).
  private func frequency(_ kinds: [String], _ window: Window) -> DetailValue? {
    let observed = prepared.log.observedDays(in: window)
    guard observed > 0 else { return nil }
    let days = prepared.log.dayCount(prepared.log.entries(of: kinds, in: window))
    guard observed >= 14 else { return .text("\(days) of \(observed) observed days (no rate below 14)") }
    return .text(
      "\(format(7 * Double(days) / Double(observed), decimals: 1)) a week (\(days) of \(observed) observed days)")
  }

  /// An empty list without two dated scores, so that an addition that names it is left out.
  private func scoreChange(_ item: ItemID) -> DetailValue {
    let dated = prepared.record.scores.filter { $0.id == item && $0.date != nil }
      .sorted { ($0.date?.number ?? 0) < ($1.date?.number ?? 0) }
    guard let newest = dated.last, let before = dated.dropLast().last, let day = before.date,
      let now = newest.number, let then = before.number
    else { return .list([]) }
    if now == then { return .list(["as on \(day.iso)"]) }
    return .list(["\(format(abs(now - then))) \(now > then ? "higher" : "lower") than on \(day.iso)"])
  }

  private func shown(_ result: LabResult) -> String { index.book.shown(result, of: record) }

  private func oldResult(_ result: LabResult) -> String {
    guard let date = result.date else { return "\(Words.item(result.id)) is undated" }
    return "\(Words.item(result.id)) is \(Int(date.months(to: prepared.record.asOf))) months old"
  }

  private func course(of medicine: Medication) -> String {
    var parts = [Words.medicine(medicine, [])]
    if let dose = medicine.dose { parts.append(dose) }
    if let route = medicine.route { parts.append(Words.code(route)) }
    parts.append(medicine.start.map { "since \($0.iso)" } ?? "start not recorded")
    if let ended = medicine.ended(by: prepared.record.asOf) { parts.append(ended) }
    if let change = medicine.change { parts.append("changed \(change.iso)") }
    if let adherence = medicine.adherence, adherence != "stopped" { parts.append("taken \(Words.code(adherence))") }
    return parts.joined(separator: ", ")
  }

  private func logFigure(_ figure: Detail.LogFigure) -> DetailValue? {
    let symptoms = prepared.log.symptoms
    switch figure {
    case .entries: return .number(Double(symptoms.count))
    case .observedDays: return .number(Double(prepared.log.observedDays(in: .month)))
    case .days: return .number(Double(prepared.log.days(in: .month)))
    case .retrospectivePercent:
      guard !symptoms.isEmpty else { return nil }
      return .number(
        (100 * Double(symptoms.count { prepared.record.log[$0].isRetrospective }) / Double(symptoms.count)).rounded())
    case .gaps:
      return .list(prepared.log.gaps(in: .month, atLeast: 7).map { "\($0.lowerBound.iso) to \($0.upperBound.iso)" })
    }
  }

  private func onset(of entries: EntryQuery, against query: MedicationQuery) -> DetailValue? {
    guard let onset = onset(entries),
      let start = medicines(query).fitting.compactMap({ prepared.record.medications[$0].start }).min()
    else { return nil }
    let weeks = start.days(to: onset) / 7
    if onset < start { return .text("first logged before the start") }
    return .text(weeks == 0 ? "first logged within a week of the start" : "first logged \(weeks) weeks after the start")
  }
}
