import ClinicalRecord
import RuleEngine

// The patient's copy: the same flags as the clinician's, in the words of PatientWords, and no advice for the leg.
extension ReportComposer {
  private typealias Copy = ReportDocuments.PatientCopy

  func patientCopy(
    _ reading: ReportReading, _ model: ReportModel, questions: [OpenQuestion]
  ) -> ReportDocuments.PatientCopy {
    let verdicts = reading.verdicts
    let record = verdicts.record
    return Copy(
      now: steps(
        reading.flagGroups.flatMap { group in
          group.map { (group[0].urgency ?? .sameDay, $0, \PatientWords.Flag.sign) }
        }, record),
      unsettled: steps(
        reading.openVerdicts.map { (ifConfirmed($0), $0, isUrgentlyOpen($0) ? \.sign : \.openSign) }, record),
      unasked: steps(
        notAskedVerdicts(verdicts).map { (book.patientWords.flags[$0.id]?.whileOpen ?? .sameDay, $0, \.openSign) },
        record),
      holdsNothing: record.holdsNothing,
      always: book.patientWords.always.map { warning in
        Copy.Step(
          level: warning.level, action: help(warning.level, record),
          signs: warning.signs.map { .init(rule: nil, text: $0) })
      },
      recorded: recorded(record), symptoms: symptoms(verdicts), notAsked: notAskedWords(model.notAsked.count),
      coverage: coverageWords(verdicts), bring: bring(record),
      mayBeAsked: questions.filter { !$0.isForClinician && !$0.items.allSatisfy(reading.unprinted.contains) }
        .prefix(6).map { $0.wording.replacing(" (thrombophilia)", with: "") })
  }

  /// One step a level, the most urgent first; within it the flags in the order of the clinician's copy.
  private func steps(
    _ flags: [(level: Urgency, verdict: Verdict, words: KeyPath<PatientWords.Flag, String>)], _ record: PatientRecord
  ) -> [ReportDocuments.PatientCopy.Step] {
    Urgency.allCases.reversed().compactMap { level in
      let signs = flags.filter { $0.level == level }.map { flag in
        Copy.Sign(
          rule: flag.verdict.id,
          text: book.patientWords.flags[flag.verdict.id]?[keyPath: flag.words] ?? flag.verdict.rule.title + ".")
      }
      return signs.isEmpty ? nil : Copy.Step(level: level, action: help(level, record), signs: signs)
    }
  }

  /// What to do at a level, in the words of the record's locale pack.
  private func help(_ level: Urgency, _ record: PatientRecord) -> String {
    let pack = book.locale(of: record)?.id ?? "other"
    let lines = book.patientWords.help[pack] ?? book.patientWords.help["other"]
    return lines?[level] ?? Wording.level(level) + "."
  }

  private func recorded(_ record: PatientRecord) -> [String] {
    var lines: [String] = []
    let questions = book.dictionary.fields.count { $0.section == .answers && $0.respondents.contains(.patient) }
    let answered = book.dictionary.fields.count { field in
      guard field.section == .answers, field.respondents.contains(.patient), let item = record.answers[field.id] else {
        return false
      }
      if case .unanswered = item.value { return false }
      return true
    }
    lines.append("You answered \(answered) of \(questions) questions.")
    let taken = record.medications.count { $0.stop.map { $0 > record.asOf } ?? true }
    lines.append("You listed \(taken) \(taken == 1 ? "medicine" : "medicines") that you take now.")
    let results = record.labs.count
    lines.append("Your record holds \(results) test \(results == 1 ? "result" : "results").")
    return lines
  }

  private func symptoms(_ verdicts: Verdicts) -> [ReportDocuments.PatientCopy.Symptom] {
    let log = verdicts.record.log
    let days = Set(log.map(\.date)).count
    let notes = log.count { $0.kind != nil }
    var byKind: [String: [LogEntry]] = [:]
    for entry in log {
      if let kind = entry.kind { byKind[kind, default: []].append(entry) }
    }
    return byKind.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { kind, entries in
      Copy.Symptom(
        kind: book.patientWords.kinds[kind] ?? Words.code(kind), notes: "\(entries.count) of \(notes) notes",
        days: "\(Set(entries.map(\.date)).count) of \(days) days")
    }
  }

  private func coverageWords(_ verdicts: Verdicts) -> String {
    guard let days = observedDays(verdicts) else { return "You did not keep a diary, or it is not in this record." }
    return "In the last \(days.all) days you wrote in your diary on \(days.observed) days."
      + (days.observed < days.all ? " We do not know how you felt on the other days." : "")
  }

  private func notAskedWords(_ count: Int) -> String {
    switch count {
    case 0: "Something is written down on each of the warning signs in our list. Some questions may still be open."
    case 1: "You were not asked about 1 of the warning signs in our list, or were not sure."
    default: "You were not asked about \(count) of the warning signs in our list, or were not sure."
    }
  }

  private func bring(_ record: PatientRecord) -> [String] {
    var lines = ["This page."]
    let isComplete = record.history["medListComplete"]?.value == .code("yes")
    lines.append(
      "A list of all your medicines, with the doses. Add the ones you buy without a prescription."
        + (isComplete ? "" : " Your list here may not be complete."))
    lines.append(
      record.labs.isEmpty
        ? "Test results that you have at home, with their dates."
        : "Test results that you have at home, with their dates, also the new ones.")
    lines.append("Your diary, if you kept one.")
    lines.append("Your own questions. You can write them here.")
    return lines
  }
}

extension PatientRecord {
  /// Neither an answer nor an entry, medicine or result: only who the person is.
  fileprivate var holdsNothing: Bool {
    log.isEmpty && answers.isEmpty && history.isEmpty && medications.isEmpty && labs.isEmpty && measurements.isEmpty
      && scores.isEmpty
  }
}
