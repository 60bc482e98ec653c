import ClinicalRecord
package import RuleEngine

// A summary of verdicts that were just made.
extension PeriodSummary {
  package init(_ verdicts: Verdicts) {
    record = verdicts.record.identifier
    asOf = verdicts.record.asOf
    ruleSet = verdicts.bookVersion
    let digest = EvidenceDigest(verdicts)
    rules = verdicts.all.map { RuleStanding($0, digest) }
    numbers = Numbers(verdicts.record)
  }
}

extension PeriodSummary.RuleStanding {
  /// The word of a measure's caution that keeps its line from print.
  static let withheldCaution = "withheld"

  fileprivate init(_ verdict: Verdict, _ digest: EvidenceDigest) {
    id = verdict.id
    value = verdict.value
    urgency = verdict.urgency
    isOpen = verdict.isOpen
    isWithheld =
      verdict.suppressedBy != nil
      || verdict[detail: "caution"] == .text(PeriodSummary.RuleStanding.withheldCaution)
    status = verdict.urgency == nil ? nil : ReportComposer.status(verdict)
    text = ReportComposer.phrase(verdict, digest)
    percent = if case .number(let share)? = verdict[detail: "percent"] { share } else { nil }
  }
}

extension PeriodSummary.Numbers {
  init(_ record: PatientRecord) {
    let first = record.asOf.adding(days: 1 - ChangeThresholds.windowDays)
    let items = record.log.filter { $0.date >= first && $0.date <= record.asOf }
    var byKind: [String: [LogEntry]] = [:]
    for entry in items { if let kind = entry.kind { byKind[kind, default: []].append(entry) } }
    observedDays = Set(items.map(\.date)).count
    symptoms = byKind.sorted { $0.key < $1.key }.map { kind, entries in
      PeriodSummary.Symptom(
        kind: kind, days: Set(entries.map(\.date)).count, entries: entries.count,
        severity: PeriodSummary.Severity(entries.compactMap(\.severity)))
    }
    scores = PeriodSummary.Numbers.newest(record.scores.compactMap(PeriodSummary.Reading.init))
    results = PeriodSummary.Numbers.newest(
      record.labs.compactMap(PeriodSummary.Reading.init) + record.measurements.compactMap(PeriodSummary.Reading.init))
  }

  /// The newest of every item and form, by item and form; of two on one day the later in the record's order.
  private static func newest(_ readings: [PeriodSummary.Reading]) -> [PeriodSummary.Reading] {
    var found: [[String]: PeriodSummary.Reading] = [:]
    for reading in readings {
      let key = reading.key
      if let known = found[key], known.date > reading.date { continue }
      found[key] = reading
    }
    return found.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }
}

extension PeriodSummary.Severity {
  /// Nil for no values.
  init?(_ values: [Double]) {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    count = sorted.count
    median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    low = first
    high = last
  }
}

extension PeriodSummary.Reading {
  var key: [String] { [item.name, form ?? ""] }

  fileprivate init?(_ result: LabResult) {
    guard let date = result.date else { return nil }
    let value: Double? = if case .number(let number) = result.value { number } else { nil }
    self.init(item: result.id, form: nil, value: value, written: result.written, date: date)
  }

  /// Nil for an undated value, which never counts as current (basis part D), and for one that is no number.
  fileprivate init?(_ found: Measurement) {
    guard let date = found.date else { return nil }
    let written: String
    switch found.value {
    case .number(_, let text): written = text
    case .numbers(let numbers): written = numbers.map(JSONValue.plain).joined(separator: ", ")
    case .subscales(let scales):
      written = scales.map { "\($0.name) \(JSONValue.plain($0.value))" }.joined(separator: ", ")
    case .code(let code): written = Words.code(code)
    default: return nil
    }
    self.init(item: found.id, form: found.form, value: found.number, written: written, date: date)
  }
}
