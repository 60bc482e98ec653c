import ClinicalRecord

// Conditions on medicines, laboratory results, measurements and supplied scores.
extension Evaluator {
  /// The position of the newest dated result; old ones only on request, undated ones only where old ones count (basis P13).
  func newest(_ test: ItemID, evenOld: Bool) -> Int? {
    guard let results = prepared.labs[test] else { return nil }
    var newest: Int?
    for position in results {
      guard let date = prepared.record.labs[position].date, date <= prepared.record.asOf else { continue }
      if let known = newest, let before = prepared.record.labs[known].date, before >= date { continue }
      newest = position
    }
    guard let newest = newest ?? (evenOld ? results.last : nil) else { return nil }
    return evenOld || !isOld(newest) ? newest : nil
  }

  /// The dated results of a test of at most so many days ago, oldest first.
  func results(_ test: ItemID, withinDays days: Int) -> [Int] {
    (prepared.labs[test] ?? 0..<0).filter { position in
      prepared.record.labs[position].date.map { (0...days).contains($0.days(to: prepared.record.asOf)) } ?? false
    }
  }

  /// Those of the results within the days that were taken on the newest day.
  func newestDay(_ test: ItemID, withinDays days: Int) -> [Int] {
    let found = results(test, withinDays: days)
    let newest = found.compactMap { prepared.record.labs[$0].date }.max()
    return found.filter { prepared.record.labs[$0].date == newest }
  }

  /// Older than the test's limit, or undated.
  func isOld(_ position: Int) -> Bool {
    guard let date = prepared.record.labs[position].date,
      let limit = index.book.dictionary.lab(prepared.record.labs[position].id)?.staleAfterDays
    else { return true }
    return date.days(to: prepared.record.asOf) > limit
  }

  func currentResult(_ item: ItemID) -> [EvidenceRef] {
    if let result = newest(item, evenOld: false) { return [EvidenceRef(.lab, result)] }
    return newestMeasurement(item).map { [$0] } ?? []
  }

  /// The newest dated value; undated scores never count as current (basis part D), undated measurements do.
  func newestMeasurement(_ item: ItemID) -> EvidenceRef? {
    let scores = (prepared.scores[item] ?? 0..<0).filter { prepared.record.scores[$0].date != nil }
    if let score = scores.max(by: { before(prepared.record.scores[$0], prepared.record.scores[$1]) }) {
      return EvidenceRef(.score, score)
    }
    return (prepared.measurements[item] ?? 0..<0)
      .max { before(prepared.record.measurements[$0], prepared.record.measurements[$1]) }.map {
        EvidenceRef(.measurement, $0)
      }
  }

  /// A supplied score without a day; nothing once a dated one is on file.
  func undatedScore(_ item: ItemID) -> EvidenceRef? {
    guard let scores = prepared.scores[item], !scores.contains(where: { prepared.record.scores[$0].date != nil }) else {
      return nil
    }
    return scores.last.map { EvidenceRef(.score, $0) }
  }

  func measurement(_ ref: EvidenceRef) -> Measurement {
    ref.kind == .score ? prepared.record.scores[ref.position] : prepared.record.measurements[ref.position]
  }

  private func before(_ a: Measurement, _ b: Measurement) -> Bool {
    (a.date?.number ?? .min) < (b.date?.number ?? .min)
  }

  mutating func evaluateResults(_ condition: Condition) -> Outcome {
    switch condition {
    case .medication(let query): return medication(query, condition)
    case .medicinesRecord(let fields, let query): return medicinesRecord(fields, query, condition)
    case .aboveReference(let test, let fallback):
      guard let result = newest(test, evenOld: false), case .number(let value) = prepared.record.labs[result].value
      else { return found(condition, .notRecorded, missing: missing(test)) }
      // The result is there: what is missing is the limit to read it by.
      guard let limit = prepared.record.labs[result].referenceHigh ?? fallback else {
        return found(
          condition, .notRecorded, evidence: evidence(EvidenceRef(.lab, result)), missing: missing("labRefHigh"),
          note: .words("upper limit not recorded"))
      }
      return found(condition, value > limit ? .met : .notMet, evidence: evidence(EvidenceRef(.lab, result)))
    case .belowReference(let test, let fallback):
      guard let result = newest(test, evenOld: false), case .number(let value) = prepared.record.labs[result].value,
        let limit = prepared.record.labs[result].referenceLow ?? fallback
      else { return found(condition, .notRecorded, missing: missing(test)) }
      return found(condition, value < limit ? .met : .notMet, evidence: evidence(EvidenceRef(.lab, result)))
    case .positiveResult(let test):
      guard let result = newest(test, evenOld: false) else {
        return found(condition, .notRecorded, missing: missing(test))
      }
      let evidence = evidence(EvidenceRef(.lab, result))
      switch prepared.record.labs[result].value {
      case .positive(let positive): return found(condition, positive ? .met : .notMet, evidence: evidence)
      case .number(let value):
        guard let limit = prepared.record.labs[result].referenceHigh else {
          return found(
            condition, .notRecorded, evidence: evidence, missing: missing("labRefHigh"),
            note: .words("upper limit not recorded"))
        }
        return found(condition, value > limit ? .met : .notMet, evidence: evidence)
      }
    case .fresh(let test):
      if let result = newest(test, evenOld: false) {
        return found(condition, .met, evidence: evidence(EvidenceRef(.lab, result)))
      }
      let old = newest(test, evenOld: true)
      return found(
        condition, .notMet, evidence: old.map { evidence(EvidenceRef(.lab, $0)) } ?? .none, missing: missing(test),
        note: .words(old == nil ? "not recorded" : "old result"), isPositive: false)
    case .notOnFile(let item):
      let ref = newestMeasurement(item) ?? newest(item, evenOld: true).map { EvidenceRef(.lab, $0) }
      guard let ref else {
        return found(condition, .met, missing: missing(item), note: .words("not recorded"), isPositive: false)
      }
      return found(condition, .notMet, evidence: evidence(ref), isPositive: false)
    case .anyOldResult:
      let newest = newestOfEach()
      guard !newest.isEmpty else { return found(condition, .notRecorded, missing: missing("labId")) }
      let old = newest.filter(isOld)
      return found(
        condition, old.isEmpty ? .notMet : .met,
        evidence: evidence((old.isEmpty ? newest : old).map { EvidenceRef(.lab, $0) }))
    default: return found(condition, .notRecorded)
    }
  }

  /// The newest result of every test on file, by test.
  func newestOfEach() -> [Int] { prepared.labs.items.sorted().compactMap { newest($0, evenOld: true) } }

  private mutating func medication(_ query: MedicationQuery, _ condition: Condition) -> Outcome {
    let taken = medicines(query)
    if !taken.fitting.isEmpty {
      var cited = evidence(medicines: taken.fitting, query)
      // The day that the medicines are set against carries the value as they do.
      if case .answered(let item)? = query.timing?.onset { cited = joined(cited, evidence(for: item)) }
      return found(condition, .met, evidence: cited)
    }
    if !taken.undecided.isEmpty {
      return found(
        condition, .notRecorded, evidence: evidence(medicines: taken.undecided, query),
        missing: missing(undecidedBy(query, taken.undecided)), note: .words("dates or route not recorded"),
        isPositive: true)
    }
    // Absence counts only where the list was confirmed complete (basis B5).
    if case .code("yes")? = recorded(.medListComplete) {
      return found(condition, .notMet, evidence: evidence(for: .medListComplete))
    }
    return found(
      condition, .notRecorded, evidence: evidence(medicines: taken.others, query), missing: missing(.medListComplete),
      note: taken.others.isEmpty ? .none : .words("taken, but not at the time asked for"), isPositive: false)
  }

  private mutating func medicinesRecord(
    _ fields: [ItemID], _ query: MedicationQuery, _ condition: Condition
  ) -> Outcome {
    let taken = medicines(query).fitting
    guard !taken.isEmpty else { return medication(query, condition) }
    let open = fields.filter { field in taken.contains { !prepared.record.medications[$0].records(field) } }
    return found(
      condition, open.isEmpty ? .met : .notRecorded, evidence: evidence(medicines: taken, query),
      missing: missing(open), isPositive: false)
  }

  /// The day of the medicines that a date names; nil where none of them is dated.
  func day(_ date: MedicationDate, of query: MedicationQuery) -> (day: Day, medicine: Int)? {
    let medicines = date == .stop ? ofClass(query) : medicines(query).fitting
    let dated = medicines.compactMap { position -> (day: Day, medicine: Int)? in
      let medicine = prepared.record.medications[position]
      let day: Day? =
        switch date {
        case .start: medicine.start
        case .startOrChange: [medicine.start, medicine.change].compactMap { $0 }.max()
        case .stop: medicine.stop
        }
      guard let day, day <= prepared.record.asOf else { return nil }
      return (day, position)
    }
    return date == .start ? dated.min { $0.day < $1.day } : dated.max { $0.day < $1.day }
  }

  /// The medicines of the query's classes, whatever else it asks.
  private func ofClass(_ query: MedicationQuery) -> [Int] {
    prepared.record.medications.indices.filter { position in
      prepared.record.medications[position].classes.contains(where: query.classes.contains)
    }
  }

  /// The medicines of the classes, by whether they fit the period and the timing.
  func medicines(_ query: MedicationQuery) -> (fitting: [Int], undecided: [Int], others: [Int]) {
    var fitting: [Int] = []
    var undecided: [Int] = []
    var others: [Int] = []
    for position in ofClass(query) {
      let medicine = prepared.record.medications[position]
      guard query.routes.isEmpty || medicine.route.map(query.routes.contains) ?? true else { continue }
      guard isInPeriod(medicine, query.period) else {
        others.append(position)
        continue
      }
      let isOfRoute = query.routes.isEmpty || medicine.route != nil
      switch query.timing.map({ fits(medicine, $0) }) ?? .met {
      case .met where isOfRoute: fitting.append(position)
      case .met, .notRecorded: undecided.append(position)
      case .notMet: others.append(position)
      }
    }
    return (fitting, undecided, others)
  }

  /// How the medicine's date stands to the onset of the symptom.
  private func fits(_ medicine: Medication, _ timing: MedicationQuery.Timing) -> Truth {
    let dates: [Day]
    switch timing.date {
    case .start: dates = [medicine.start].compactMap { $0 }
    case .startOrChange: dates = [medicine.start, medicine.change].compactMap { $0 }
    case .stop:
      dates = [medicine.stop].compactMap { $0 }
      // What is still taken was not stopped before anything.
      if dates.isEmpty, medicine.isCurrent(on: prepared.record.asOf) { return .notMet }
    }
    guard !dates.isEmpty else { return timing.undatedFits ? .met : .notRecorded }
    guard let onset = onset(timing.onset) else { return .notRecorded }
    let isNear = dates.contains { $0 <= onset && $0.days(to: onset) <= timing.withinDays ?? .max }
    return isNear ? .met : .notMet
  }

  /// What would decide whether the medicines fit.
  private func undecidedBy(_ query: MedicationQuery, _ positions: [Int]) -> [ItemID] {
    guard explains else { return [] }
    let undecided = positions.map { prepared.record.medications[$0] }
    var missing: [ItemID] = []
    if !query.routes.isEmpty, undecided.contains(where: { $0.route == nil }) { missing.append("medRoute") }
    guard let timing = query.timing else { return missing }
    if case .answered(let item) = timing.onset, onset(timing.onset) == nil { missing.append(item) }
    let isDated = undecided.allSatisfy { (timing.date == .stop ? $0.stop : $0.start) != nil }
    if !isDated || missing.isEmpty { missing.append(timing.date == .stop ? "medStopDate" : "medStartDate") }
    return missing
  }

  private func onset(_ onset: MedicationQuery.Timing.Onset) -> Day? {
    switch onset {
    case .logged(let query): return self.onset(query)
    case .answered(let item):
      guard case .day(let day)? = recorded(item) else { return nil }
      return day
    }
  }

  private func isInPeriod(_ medicine: Medication, _ period: MedicationQuery.Period) -> Bool {
    if period == .ever || medicine.isCurrent(on: prepared.record.asOf) { return true }
    guard case .currentOrStoppedWithin(let days) = period, let stop = medicine.stop else { return false }
    return stop.days(to: prepared.record.asOf) <= days
  }

  /// The day of the first entry of these in the whole log.
  func onset(_ query: EntryQuery) -> Day? {
    var whole = query
    whole.window = .wholeLog
    return prepared.log.matches(whole, at: site).fitting.first.map { prepared.record.log[$0].date }
  }
}

extension Medication {
  /// Whether something usable stands in the field.
  fileprivate func records(_ field: ItemID) -> Bool {
    switch field.name {
    case "medName": name != nil
    case "medRoute": route != nil
    case "medDose": dose != nil
    case "medStartDate": start != nil
    case "medChangeDate": change != nil
    case "medStopDate": stop != nil
    case "medAdherence": adherence != nil
    case "medReason": reason != nil
    default: false
    }
  }
}
