import ClinicalRecord

// Conditions on medicines, laboratory results, measurements and supplied scores.
extension Evaluator {
  /// The newest dated result; old ones only on request, undated ones only where old ones count (basis P13).
  func newest(_ test: ItemID, evenOld: Bool) -> LabResult? {
    let results = record.labs.filter { $0.id == test }
    let dated = results.filter { $0.date.map { $0 <= record.asOf } == true }.max { a, b in
      (a.date?.number ?? 0) < (b.date?.number ?? 0)
    }
    guard let newest = dated ?? (evenOld ? results.last : nil) else { return nil }
    return evenOld || !isOld(newest) ? newest : nil
  }

  /// The dated results of a test of at most so many days ago, oldest first.
  func results(_ test: ItemID, withinDays days: Int) -> [LabResult] {
    record.labs.filter { result in
      guard result.id == test, let date = result.date else { return false }
      return (0...days).contains(date.days(to: record.asOf))
    }
  }

  /// Those of the results within the days that were taken on the newest day.
  func newestDay(_ test: ItemID, withinDays days: Int) -> [LabResult] {
    let found = results(test, withinDays: days)
    let newest = found.compactMap(\.date).max()
    return found.filter { $0.date == newest }
  }

  /// Older than the test's limit, or undated.
  func isOld(_ result: LabResult) -> Bool {
    guard let date = result.date, let limit = book.dictionary.lab(result.id)?.staleAfterDays else { return true }
    return date.days(to: record.asOf) > limit
  }

  func currentResultEvidence(_ item: ItemID) -> [Evidence] {
    if let result = newest(item, evenOld: false) { return [evidence(result)] }
    return newestMeasurement(item).map { [evidence($0)] } ?? []
  }

  func evidence(_ result: LabResult) -> Evidence {
    Evidence(.lab, result.id, date: result.date, value: result.written, place: result.place)
  }

  /// The newest dated value; undated scores never count as current (basis part D), undated measurements do.
  func newestMeasurement(_ item: ItemID) -> Measurement? {
    if let score = record.scores.filter({ $0.id == item && $0.date != nil }).max(by: { before($0, $1) }) {
      return score
    }
    return record.measurements.filter { $0.id == item }.max(by: { before($0, $1) })
  }

  /// A supplied score without a day; nothing once a dated one is on file.
  func undatedScore(_ item: ItemID) -> Measurement? {
    let scores = record.scores.filter { $0.id == item }
    return scores.contains { $0.date != nil } ? nil : scores.last
  }

  private func before(_ a: Measurement, _ b: Measurement) -> Bool {
    (a.date?.number ?? .min) < (b.date?.number ?? .min)
  }

  func evidence(_ found: Measurement) -> Evidence {
    let isScore = record.scores.contains(found)
    let unit = book.dictionary.field(found.id)?.unit.map { " \($0)" } ?? ""
    return Evidence(
      isScore ? .score : .measurement, found.id, date: found.date, value: display(found.value) + unit,
      place: found.place)
  }

  func evaluateResults(_ condition: Condition, _ subject: Explanation.Subject) -> Explanation {
    switch condition {
    case .medication(let query): return medication(query, subject)
    case .medicinesRecord(let fields, let query): return medicinesRecord(fields, query, subject)
    case .aboveReference(let test, let fallback):
      guard let result = newest(test, evenOld: false), case .number(let value) = result.value,
        let limit = result.referenceHigh ?? fallback
      else { return Explanation(subject, .notRecorded, missing: [test]) }
      return Explanation(subject, value > limit ? .met : .notMet, evidence: [evidence(result)])
    case .belowReference(let test, let fallback):
      guard let result = newest(test, evenOld: false), case .number(let value) = result.value,
        let limit = result.referenceLow ?? fallback
      else { return Explanation(subject, .notRecorded, missing: [test]) }
      return Explanation(subject, value < limit ? .met : .notMet, evidence: [evidence(result)])
    case .positiveResult(let test):
      guard let result = newest(test, evenOld: false) else {
        return Explanation(subject, .notRecorded, missing: [test])
      }
      switch result.value {
      case .positive(let positive): return Explanation(subject, positive ? .met : .notMet, evidence: [evidence(result)])
      case .number(let value):
        guard let limit = result.referenceHigh else {
          return Explanation(
            subject, .notRecorded, evidence: [evidence(result)], missing: [test], note: "upper limit not recorded")
        }
        return Explanation(subject, value > limit ? .met : .notMet, evidence: [evidence(result)])
      }
    case .fresh(let test):
      if let result = newest(test, evenOld: false) { return Explanation(subject, .met, evidence: [evidence(result)]) }
      let old = newest(test, evenOld: true)
      return Explanation(
        subject, .notMet, evidence: old.map { [evidence($0)] } ?? [], missing: [test],
        note: old == nil ? "not recorded" : "old result", isPositive: false)
    case .notOnFile(let item):
      let found = newestMeasurement(item).map(evidence) ?? newest(item, evenOld: true).map(evidence)
      return Explanation(
        subject, found == nil ? .met : .notMet, evidence: found.map { [$0] } ?? [], missing: found == nil ? [item] : [],
        note: found == nil ? "not recorded" : nil, isPositive: false)
    case .anyOldResult:
      let newest = newestOfEach()
      guard !newest.isEmpty else { return Explanation(subject, .notRecorded, missing: ["labId"]) }
      let old = newest.filter(isOld)
      return Explanation(subject, old.isEmpty ? .notMet : .met, evidence: (old.isEmpty ? newest : old).map(evidence))
    default: return Explanation(subject, .notRecorded)
    }
  }

  /// The newest result of every test on file, by test.
  func newestOfEach() -> [LabResult] {
    Set(record.labs.map(\.id)).sorted().compactMap { newest($0, evenOld: true) }
  }

  private func medication(_ query: MedicationQuery, _ subject: Explanation.Subject) -> Explanation {
    let found = medicines(query)
    let evidence = found.fitting.map { self.evidence($0, query) }
    if !found.fitting.isEmpty { return Explanation(subject, .met, evidence: evidence) }
    if !found.undecided.isEmpty {
      return Explanation(
        subject, .notRecorded, evidence: found.undecided.map { self.evidence($0, query) },
        missing: undecidedBy(query, found.undecided), note: "dates or route not recorded", isPositive: true)
    }
    // Absence counts only where the list was confirmed complete (basis B5).
    if case .code("yes")? = lookup("medListComplete")?.item.value {
      return Explanation(subject, .notMet, evidence: self.evidence(for: "medListComplete"))
    }
    return Explanation(
      subject, .notRecorded, evidence: found.others.map { self.evidence($0, query) }, missing: ["medListComplete"],
      note: found.others.isEmpty ? nil : "taken, but not at the time asked for", isPositive: false)
  }

  private func medicinesRecord(
    _ fields: [ItemID], _ query: MedicationQuery, _ subject: Explanation.Subject
  ) -> Explanation {
    let taken = medicines(query).fitting
    guard !taken.isEmpty else { return medication(query, subject) }
    let missing = fields.filter { field in taken.contains { !$0.records(field) } }
    return Explanation(
      subject, missing.isEmpty ? .met : .notRecorded, evidence: taken.map { evidence($0, query) }, missing: missing,
      isPositive: false)
  }

  /// The day of the medicines that a date names; nil where none of them is dated.
  func day(_ date: MedicationDate, of query: MedicationQuery) -> (day: Day, medicine: Medication)? {
    let ofClass = record.medications.filter { $0.classes.contains(where: query.classes.contains) }
    let medicines = date == .stop ? ofClass : medicines(query).fitting
    let dated = medicines.compactMap { medicine -> (day: Day, medicine: Medication)? in
      let day: Day? =
        switch date {
        case .start: medicine.start
        case .startOrChange: [medicine.start, medicine.change].compactMap { $0 }.max()
        case .stop: medicine.stop
        }
      guard let day, day <= record.asOf else { return nil }
      return (day, medicine)
    }
    return date == .start ? dated.min { $0.day < $1.day } : dated.max { $0.day < $1.day }
  }

  /// The medicines of the classes, by whether they fit the period and the timing.
  func medicines(_ query: MedicationQuery) -> (fitting: [Medication], undecided: [Medication], others: [Medication]) {
    var fitting: [Medication] = []
    var undecided: [Medication] = []
    var others: [Medication] = []
    for medicine in record.medications where medicine.classes.contains(where: query.classes.contains) {
      guard query.routes.isEmpty || medicine.route.map(query.routes.contains) ?? true else { continue }
      guard isInPeriod(medicine, query.period) else {
        others.append(medicine)
        continue
      }
      let isOfRoute = query.routes.isEmpty || medicine.route != nil
      switch query.timing.map({ fits(medicine, $0) }) ?? .met {
      case .met where isOfRoute: fitting.append(medicine)
      case .met, .notRecorded: undecided.append(medicine)
      case .notMet: others.append(medicine)
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
      if dates.isEmpty, medicine.isCurrent(on: record.asOf) { return .notMet }
    }
    guard !dates.isEmpty else { return timing.undatedFits ? .met : .notRecorded }
    guard let onset = onset(timing.onset) else { return .notRecorded }
    let isNear = dates.contains { $0 <= onset && $0.days(to: onset) <= timing.withinDays ?? .max }
    return isNear ? .met : .notMet
  }

  /// What would decide whether the medicines fit.
  private func undecidedBy(_ query: MedicationQuery, _ undecided: [Medication]) -> [ItemID] {
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
      guard case .day(let day)? = lookup(item)?.item.value else { return nil }
      return day
    }
  }

  private func isInPeriod(_ medicine: Medication, _ period: MedicationQuery.Period) -> Bool {
    if period == .ever || medicine.isCurrent(on: record.asOf) { return true }
    guard case .currentOrStoppedWithin(let days) = period, let stop = medicine.stop else { return false }
    return stop.days(to: record.asOf) <= days
  }

  /// The day of the first entry of these in the whole log.
  func onset(_ query: EntryQuery) -> Day? {
    var whole = query
    whole.window = .wholeLog
    return log.matches(whole).fitting.first?.date
  }

  func evidence(_ medicine: Medication, _ query: MedicationQuery) -> Evidence {
    let classes = medicine.classes.filter(query.classes.contains).joined(separator: ", ")
    return Evidence(
      .medication, "medClass", date: medicine.start,
      value: medicine.name.map { "\($0) (\(classes))" } ?? classes, place: medicine.place)
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
