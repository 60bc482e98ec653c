package import ClinicalRecord
package import RuleEngine

/// What must hold for every record, whoever the patient is (basis F5, 1 to 5), found out by changing records and judging them again.
package struct RecordProperties: Sendable {
  /// A property that a record breaks.
  package struct Breach: Sendable, Hashable {
    package let record: String
    package let rule: RuleID
    package let words: String
  }

  /// What judging a number of records showed.
  package struct Tally: Sendable {
    package var records = 0
    package var judgements = 0
    package var flagsMet = 0
    package var breaches: [Breach] = []
    /// Patterns with a level (basis C1 to C4) that one removal turned to not met: an older result, or the log, then says so. They are
    /// no flags of basis C5: their value follows from the newest or first source alone.
    package var patternsCleared = 0
    /// How often each rule came out with each value.
    package var values: [RuleID: [Truth: Int]] = [:]

    package init() {}

    package mutating func add(_ other: Tally) {
      records += other.records
      judgements += other.judgements
      flagsMet += other.flagsMet
      breaches += other.breaches
      patternsCleared += other.patternsCleared
      for (rule, counts) in other.values {
        values[rule, default: [:]].merge(counts) { $0 + $1 }
      }
    }
  }

  private let judge: RuleJudge
  /// Flags whose "no" needs no result (basis C5, settled reading A04): forgetting a result may clear them.
  private let withoutResults: Set<RuleID>
  /// Rules about the log itself change with any entry.
  private let aboutTheLog: Set<RuleID>

  package init(_ book: RuleBook, aboutTheLog area: String, needNoResult: Set<RuleID>) {
    withoutResults = needNoResult
    judge = RuleJudge(book)
    aboutTheLog = Set(book.areas.filter { $0.id == area }.flatMap { $0.rules.map(\.id) })
  }

  /// Judges the record, and again for each removal of one thing, for one more entry, and in reverse order.
  ///
  /// - Parameter removals: how many of the things recorded are taken away, one at a time, evenly spread.
  package func examine(_ record: PatientRecord, removals: Int, into tally: inout Tally) {
    tally.records += 1
    let verdicts = judged(record, &tally)
    func breach(_ rule: RuleID, _ words: String) {
      tally.breaches.append(Breach(record: record.identifier, rule: rule, words: words))
    }
    for verdict in verdicts.all {
      tally.values[verdict.id, default: [:]][verdict.value, default: 0] += 1
      if verdict.evidence.isEmpty, verdict.missing.isEmpty {
        breach(verdict.id, "neither evidence nor what is missing")
      }
      if verdict.rule.details.contains(where: { verdict.text.contains("{\($0.name)}") }) {
        breach(verdict.id, "prints a placeholder: \(verdict.text)")
      }
    }
    let flags = verdicts.all.filter { $0.rule.isRedFlag && $0.value == .met }
    tally.flagsMet += flags.count
    if !flags.isEmpty {
      for (words, fewer) in RecordProperties.without(record, at: removals) {
        let after = judged(fewer, &tally)
        for flag in flags where after[flag.id]?.value == .notMet {
          guard flag.rule.isSafetyFlag else {
            tally.patternsCleared += 1
            continue
          }
          if words != "a result" || !withoutResults.contains(flag.id) { breach(flag.id, "cleared without \(words)") }
        }
      }
    }
    if let more = RecordProperties.withUnrelatedEntry(record) {
      let after = judged(more, &tally)
      for verdict in verdicts.all where !aboutTheLog.contains(verdict.id) {
        if after[verdict.id]?.value != verdict.value {
          breach(verdict.id, "changed to \(after[verdict.id]?.value.rawValue ?? "nothing") by an unrelated entry")
        }
      }
    }
    let reversed = judged(RecordProperties.reversed(record), &tally)
    for verdict in verdicts.all {
      guard let other = reversed[verdict.id] else { continue }
      if other.value != verdict.value || other.text != verdict.text || other.evidence != verdict.evidence {
        breach(verdict.id, "depends on the order of entries")
      }
    }
  }

  private func judged(_ record: PatientRecord, _ tally: inout Tally) -> Verdicts {
    tally.judgements += 1
    return judge.judge(record)
  }

  /// The record without one thing, for evenly spread things: answers, history, medicines, results, measurements, person. Log entries
  /// stay: on a covered log "no entry fits" is a "no" (basis C5). A list of medicines that lost one is no longer a confirmed one.
  private static func without(_ record: PatientRecord, at count: Int) -> [(String, PatientRecord)] {
    var all: [(String, PatientRecord)] = []
    func add(_ words: String, _ change: (inout Parts) -> Void) {
      var parts = Parts(record)
      change(&parts)
      all.append((words, parts.record(like: record)))
    }
    let keys = [
      record.answers.keys.sorted().map { ("answer \($0)", 0, $0) },
      record.history.keys.sorted().map { ("history \($0)", 1, $0) },
      record.person.keys.sorted().map { ("person \($0)", 2, $0) },
    ].flatMap { $0 }
    let total =
      keys.count + record.medications.count + record.labs.count + record.measurements.count + record.scores.count
    guard total > 0 else { return [] }
    let step = max(1, total / max(1, count))
    for position in stride(from: 0, to: total, by: step) {
      var rest = position
      if rest < keys.count {
        let (words, section, key) = keys[rest]
        add(words) { parts in
          switch section {
          case 0: parts.answers[key] = nil
          case 1: parts.history[key] = nil
          default: parts.person[key] = nil
          }
        }
        continue
      }
      rest -= keys.count
      if rest < record.medications.count {
        add("a medicine") { parts in
          parts.medications.remove(at: rest)
          parts.history["medListComplete"] = nil
        }
        continue
      }
      rest -= record.medications.count
      if rest < record.labs.count {
        add("a result") { $0.labs.remove(at: rest) }
        continue
      }
      rest -= record.labs.count
      if rest < record.measurements.count {
        add("a measurement") { $0.measurements.remove(at: rest) }
      } else {
        add("a score") { $0.scores.remove(at: rest - record.measurements.count) }
      }
    }
    return all
  }

  /// An entry that says nothing about the legs, on a day that was observed anyway.
  private static func withUnrelatedEntry(_ record: PatientRecord) -> PatientRecord? {
    guard let day = record.log.last?.date else { return nil }
    var parts = Parts(record)
    parts.log.append(LogEntry(id: "unrelated", date: day, values: ["symptomKind": RecordedItem(.code("other"))]))
    return parts.record(like: record)
  }

  private static func reversed(_ record: PatientRecord) -> PatientRecord {
    var parts = Parts(record)
    parts.log.reverse()
    parts.medications.reverse()
    parts.labs.reverse()
    parts.measurements.reverse()
    parts.scores.reverse()
    return parts.record(like: record)
  }

  /// The parts of a record that can be taken away or put into another order.
  private struct Parts {
    var person, answers, history: [ItemID: RecordedItem]
    var log: [LogEntry]
    var medications: [Medication]
    var labs: [LabResult]
    var measurements, scores: [Measurement]

    init(_ record: PatientRecord) {
      person = record.person
      answers = record.answers
      history = record.history
      log = record.log
      medications = record.medications
      labs = record.labs
      measurements = record.measurements
      scores = record.scores
    }

    func record(like other: PatientRecord) -> PatientRecord {
      PatientRecord(
        file: other.file, asOf: other.asOf, person: person, log: log, answers: answers, history: history,
        medications: medications, labs: labs, measurements: measurements, scores: scores)
    }
  }
}
