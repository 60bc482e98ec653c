package import ClinicalRecord

/// The symptom log of one record seen through windows (basis 0.3).
struct LogView: Sendable {
  let entries: [LogEntry]
  let asOf: Day
  /// The site that is being looked at, for `EntryCondition.theSite`.
  var site: String?

  init(_ record: PatientRecord) {
    entries = record.log
    asOf = record.asOf
  }

  /// The first day that a window holds.
  func start(of window: Window) -> Day {
    switch window {
    case .days(let days): asOf.adding(days: 1 - days)
    case .wholeLog: Day(number: .min / 2)
    }
  }

  /// The log items of a window, oldest first.
  func items(in window: Window) -> ArraySlice<LogEntry> {
    let start = start(of: window)
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].date < start { low = middle + 1 } else { high = middle }
    }
    return entries[low...]
  }

  /// The entries of the kinds in the window, whatever else they show; no kinds means any symptom.
  func entries(of kinds: [String], in window: Window) -> [LogEntry] {
    items(in: window).filter { entry in
      guard let kind = entry.kind else { return false }
      return kinds.isEmpty || kinds.contains(kind)
    }
  }

  /// The entries of a query that fit, and those that a blank place or sign leaves open.
  func matches(_ query: EntryQuery) -> (fitting: [LogEntry], open: [LogEntry], looked: Int) {
    let candidates = entries(of: query.kinds, in: query.window)
    guard let condition = query.condition else { return (candidates, [], candidates.count) }
    var fitting: [LogEntry] = []
    var open: [LogEntry] = []
    for entry in candidates {
      switch fits(entry, condition) {
      case .met: fitting.append(entry)
      case .notRecorded: open.append(entry)
      case .notMet: break
      }
    }
    return (fitting, open, candidates.count)
  }

  func fits(_ entry: LogEntry, _ condition: EntryCondition) -> Truth {
    switch condition {
    case .all(let parts): return .all(parts.map { fits(entry, $0) })
    case .any(let parts): return .any(parts.map { fits(entry, $0) })
    case .kind(let kinds): return entry.kind.map { kinds.contains($0) } == true ? .met : .notMet
    case .site(let sites):
      guard let site = entry.site, site != "other" else { return .notRecorded }
      return sites.contains(site) ? .met : .notMet
    case .theSite: return entry.site != nil && entry.site == site ? .met : .notMet
    case .side(let sides):
      guard let side = entry.side, side != "unknown" else { return .notRecorded }
      return sides.contains(side) ? .met : .notMet
    case .sign(let item, let codes): return holds(entry, item, codes) ?? .notMet
    case .code(let item, let codes): return holds(entry, item, codes) ?? .notRecorded
    case .number(let item, let comparison, let limit):
      guard case .number(let value, _)? = entry.values[item]?.value else { return .notMet }
      return Interval(value).compare(comparison, limit)
    case .firstAtSite(let kinds):
      let hasEarlier = entries.prefix { $0.date < entry.date }.contains {
        $0.kind.map(kinds.contains) == true && $0.site == entry.site && $0.side == entry.side
      }
      return hasEarlier ? .notMet : .met
    }
  }

  /// Whether the entry's field holds one of the codes; nil where nothing usable is recorded.
  private func holds(_ entry: LogEntry, _ item: ItemID, _ codes: [String]) -> Truth? {
    LogView.value(of: item, in: entry).map { values in values.contains { codes.contains($0) } ? .met : .notMet }
  }

  /// The usable codes of a field of an entry; `period` is the part of the day (basis `period(onsetTime)`).
  static func value(of item: ItemID, in entry: LogEntry) -> [String]? {
    if item == "period" { return entry.partOfDay.map { [$0] } }
    switch entry.values[item]?.value {
    case .code(let code): return [code]
    case .codes(let codes): return codes
    default: return nil
    }
  }

  /// How many entries record the field, and in how many of them it has one of the values.
  func share(_ query: ShareQuery) -> (fitting: [LogEntry], recorded: [LogEntry]) {
    let recorded = entries(of: query.kinds, in: query.window).filter { entry in
      LogView.value(of: query.field, in: entry) != nil && query.condition.map { fits(entry, $0) == .met } ?? true
    }
    let fitting = recorded.filter { entry in
      LogView.value(of: query.field, in: entry)?.contains { query.values.contains($0) } == true
    }
    return (fitting, recorded)
  }

  /// Days of the window with an entry of any kind or a check-in.
  func observedDays(in window: Window) -> Int { Set(items(in: window).map(\.date)).count }

  /// The days of the window since the first log item, both ends counted (settled reading A05); 0 for an empty log.
  func days(in window: Window) -> Int {
    guard let first = entries.first?.date else { return 0 }
    return max(0, max(start(of: window), first).days(to: asOf) + 1)
  }

  /// Runs of unobserved days within the window since the first log item, oldest first.
  func gaps(in window: Window, atLeast length: Int) -> [ClosedRange<Day>] {
    guard let first = entries.first?.date else { return [] }
    var gaps: [ClosedRange<Day>] = []
    var next = max(start(of: window), first)
    for day in Set(items(in: window).map(\.date)).sorted() + [asOf.adding(days: 1)] {
      if next.days(to: day) >= length { gaps.append(next...day.adding(days: -1)) }
      next = day.adding(days: 1)
    }
    return gaps
  }
}

extension LogEntry {
  /// `night` (from midnight), `morning`, `afternoon` or `evening`: by the clock time, else as recorded (basis `period(onsetTime)`).
  package var partOfDay: String? {
    if case .time(let minutes)? = values["onsetTime"]?.value {
      return ["night", "morning", "afternoon", "evening"][min(3, minutes / 360)]
    }
    if case .code(let code)? = values["onsetPeriod"]?.value { return code }
    return nil
  }
}
