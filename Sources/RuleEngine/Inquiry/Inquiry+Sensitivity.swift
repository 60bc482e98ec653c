package import ClinicalRecord

// Flip-sensitivity: which single recorded answer, entry, log day, medicine or result a value rests on.
extension Inquiry {
  /// Removes every recorded thing that may bear on the rule, one at a time, and gives answers every other value.
  package func sensitivity(of verdict: Verdict, _ verdicts: Verdicts) -> Sensitivity {
    let record = verdicts.record
    var found: [Dependence] = []
    func offer(_ subject: Dependence.Subject, _ change: Dependence.Change, _ changed: PatientRecord) {
      let after = value(of: verdict.id, changed)
      if after != verdict.value { found.append(Dependence(subject: subject, change: change, after: after)) }
    }
    for item in dependencies.items[verdict.id] ?? [] {
      guard let recorded = record.answers[item] ?? record.history[item] ?? record.person[item] else { continue }
      if case .unanswered = recorded.value { continue }
      let subject = Dependence.Subject.answer(item, recorded.value)
      offer(subject, .removed, record.replacing(item, with: nil))
      for answer in answers(for: item, record) where answer != recorded.value {
        offer(subject, .answered(answer), record.replacing(item, with: answer))
      }
    }
    for position in record.log.indices {
      let entry = record.log[position]
      // Where every entry of the day is alike to the rule, the day says it once.
      offer(
        .entry(id: entry.id, entry.date, kind: entry.kind, entry.place), .removed,
        record.with(log: record.log.enumerated().filter { $0.offset != position }.map(\.element)))
    }
    for day in Set(record.log.map(\.date)).sorted() {
      let kept = record.log.filter { $0.date != day }
      offer(.day(day, entries: record.log.count - kept.count), .removed, record.with(log: kept))
    }
    for position in record.medications.indices {
      let medicine = record.medications[position]
      var fewer = record.medications
      fewer.remove(at: position)
      offer(
        .medicine(name: Words.medicine(medicine, []), medicine.place), .removed, record.with(medications: fewer))
    }
    for position in record.labs.indices {
      var fewer = record.labs
      let result = fewer.remove(at: position)
      offer(.result(result.id, result.date, result.place), .removed, record.with(labs: fewer))
    }
    for position in record.measurements.indices {
      var fewer = record.measurements
      let result = fewer.remove(at: position)
      offer(.result(result.id, result.date, result.place), .removed, record.with(measurements: fewer))
    }
    for position in record.scores.indices {
      var fewer = record.scores
      let result = fewer.remove(at: position)
      offer(.result(result.id, result.date, result.place), .removed, record.with(scores: fewer))
    }
    return Sensitivity(rule: verdict.id, value: verdict.value, dependences: found)
  }

  /// Judged anew, because a changed log changes what any rule sees.
  private func value(of rule: RuleID, _ record: PatientRecord) -> Truth {
    var evaluator = Evaluator(index: index, record: record)
    return evaluator.value(of: rule).truth
  }
}

extension PatientRecord {
  /// The record with one answer, history item or item of the person changed, or taken out for nil.
  package func replacing(_ item: ItemID, with value: ItemValue?) -> PatientRecord {
    var changed = self
    func put(_ items: inout [ItemID: RecordedItem]) { items[item] = value.map { RecordedItem($0) } }
    if answers[item] != nil {
      put(&changed.answers)
    } else if history[item] != nil {
      put(&changed.history)
    } else if person[item] != nil {
      put(&changed.person)
    } else {
      put(&changed.answers)
    }
    return changed
  }

  /// The record with other lists in place of its own.
  func with(
    log: [LogEntry]? = nil, medications: [Medication]? = nil, labs: [LabResult]? = nil,
    measurements: [Measurement]? = nil, scores: [Measurement]? = nil
  ) -> PatientRecord {
    PatientRecord(
      file: file, asOf: asOf, person: person, log: log ?? self.log, answers: answers, history: history,
      medications: medications ?? self.medications, labs: labs ?? self.labs,
      measurements: measurements ?? self.measurements, scores: scores ?? self.scores)
  }
}
