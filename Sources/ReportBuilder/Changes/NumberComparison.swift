import ClinicalRecord
import RuleEngine

/// Numbers that differ by the least difference or more: days and severity of symptoms, supplied scores, results.
struct NumberComparison {
  let dictionary: FieldDictionary

  private typealias Line = ReportChanges.Line
  private typealias Symptom = PeriodSummary.Symptom
  private typealias Reading = PeriodSummary.Reading

  /// By kind of change, then symptoms before scores before results.
  func lines(from before: PeriodSummary.Numbers, to now: PeriodSummary.Numbers) -> [ReportChanges.Line] {
    let found =
      symptoms(from: before, to: now)
      + readings(from: before.scores, to: now.scores, compare: score)
      + readings(from: before.results, to: now.results, compare: result)
    return found.enumerated().sorted { a, b in
      let (first, second) = (order(a.element.kind), order(b.element.kind))
      return first == second ? a.offset < b.offset : first < second
    }.map(\.element)
  }

  /// What has a direction comes first.
  private func order(_ kind: ReportChanges.Kind) -> Int {
    switch kind {
    case .worse: 0
    case .better: 1
    case .changed: 2
    case .new, .newlyRecorded: 3
    case .resolved, .noLongerRecorded: 4
    }
  }

  // MARK: Symptoms

  private func symptoms(from before: PeriodSummary.Numbers, to now: PeriodSummary.Numbers) -> [Line] {
    let earlier = Dictionary(before.symptoms.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
    let later = Dictionary(now.symptoms.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
    let observed = (before: before.observedDays, now: now.observedDays)
    return Set(earlier.keys).union(later.keys).sorted().flatMap { kind -> [Line] in
      let none = Symptom(kind: kind, days: 0, entries: 0, severity: nil)
      let (old, new) = (earlier[kind] ?? none, later[kind] ?? none)
      return [days(kind, old, new, observed), severity(kind, old, new)].compactMap { $0 }
    }
  }

  private func days(
    _ kind: String, _ old: Symptom, _ new: Symptom, _ observed: (before: Int, now: Int)
  ) -> Line? {
    guard let change = change(kind, old, new, observed) else { return nil }
    func words(_ symptom: Symptom, _ observed: Int) -> String {
      guard observed > 0 else { return "not recorded (no day observed)" }
      let share = (Double(symptom.days) / Double(observed) * 100).rounded()
      let entries = "\(symptom.entries) \(symptom.entries == 1 ? "entry" : "entries")"
      return "\(symptom.days) of \(observed) observed days (\(JSONValue.plain(share)) %), \(entries)"
    }
    return Line(
      kind: change, title: "\(Words.code(kind)), days with it", before: words(old, observed.before),
      now: words(new, observed.now), rule: nil)
  }

  private func change(
    _ kind: String, _ old: Symptom, _ new: Symptom, _ observed: (before: Int, now: Int)
  ) -> ReportChanges.Kind? {
    // Days that nobody observed say nothing about the symptom.
    if observed.before == 0 { return observed.now > 0 && new.days > 0 ? .newlyRecorded : nil }
    if observed.now == 0 { return old.days > 0 ? .noLongerRecorded : nil }
    let difference = Double(new.days) / Double(observed.now) - Double(old.days) / Double(observed.before)
    let areEnough = min(observed.before, observed.now) >= ChangeThresholds.observedDays
    let isLarge = abs(difference) >= ChangeThresholds.shareOfDays - 1e-9
    if isLarge, areEnough, !ChangeThresholds.kindsWithoutDirection.contains(kind) {
      return difference > 0 ? .worse : .better
    }
    if old.entries == 0 { return .newlyRecorded }
    guard isLarge else { return nil }
    return new.entries == 0 && !areEnough ? .noLongerRecorded : .changed
  }

  private func severity(_ kind: String, _ old: Symptom, _ new: Symptom) -> Line? {
    guard let before = old.severity, let now = new.severity else { return nil }
    let difference = now.median - before.median
    guard abs(difference) >= ChangeThresholds.medianSeverity else { return nil }
    let areEnough = min(before.count, now.count) >= ChangeThresholds.severityEntries
    func words(_ found: PeriodSummary.Severity) -> String {
      let range = "range \(JSONValue.plain(found.low)) to \(JSONValue.plain(found.high))"
      return "median \(JSONValue.plain(found.median)), \(range), n \(found.count)"
    }
    return Line(
      kind: areEnough ? (difference > 0 ? .worse : .better) : .changed,
      title: "\(Words.code(kind)), severity (0 to 10)", before: words(before), now: words(now), rule: nil)
  }

  // MARK: Scores and results

  private func readings(
    from before: [Reading], to now: [Reading], compare: (Reading, Reading) -> ReportChanges.Kind?
  ) -> [Line] {
    let earlier = Dictionary(before.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let later = Dictionary(now.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let keys = Set(earlier.keys).union(later.keys).sorted { $0.lexicographicallyPrecedes($1) }
    return keys.compactMap { key in
      let kind: ReportChanges.Kind? =
        switch (earlier[key], later[key]) {
        case (nil, .some): .newlyRecorded
        case (.some, nil): .noLongerRecorded
        case (let old?, let new?): compare(old, new)
        case (nil, nil): nil
        }
      guard let kind, let either = later[key] ?? earlier[key] else { return nil }
      return Line(
        kind: kind, title: title(of: either), before: words(earlier[key]), now: words(later[key]), rule: nil)
    }
  }

  private func title(of reading: Reading) -> String {
    let form = reading.form.map { " (form \($0))" } ?? ""
    guard let instrument = dictionary.instrument(of: reading.item) else { return Words.item(reading.item) + form }
    // What a scale adds after its range and direction stands in the table of scores.
    let scale = instrument.scale.prefix { $0 != ";" }
    return "\(dictionary.field(reading.item)?.question ?? instrument.name)\(form), \(scale)"
  }

  private func words(_ reading: Reading?) -> String {
    guard let reading else { return "not recorded" }
    let unit = dictionary.field(reading.item)?.unit.map { " \($0)" } ?? ""
    return "\(reading.written)\(unit) on \(reading.date.iso)"
  }

  /// Worse or better only by a total whose direction is known.
  private func score(_ old: Reading, _ new: Reading) -> ReportChanges.Kind? {
    guard let before = old.value, let now = new.value else { return old.written == new.written ? nil : .changed }
    guard before != now else { return nil }
    let scale = dictionary.field(new.item)?.possible
    if let scale {
      let least = (scale.upperBound - scale.lowerBound) * ChangeThresholds.shareOfScale
      guard abs(now - before) >= least - 1e-9 else { return nil }
    }
    guard scale != nil, let direction = dictionary.instrument(of: new.item)?.direction else { return .changed }
    return (now > before) == (direction == .higherIsWorse) ? .worse : .better
  }

  private func result(_ old: Reading, _ new: Reading) -> ReportChanges.Kind? {
    guard let before = old.value, let now = new.value else { return old.written == new.written ? nil : .changed }
    guard before != now else { return nil }
    return abs(now - before) >= abs(before) * ChangeThresholds.shareOfResult - 1e-9 ? .changed : nil
  }
}
