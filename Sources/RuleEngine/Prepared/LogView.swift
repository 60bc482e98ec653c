import ClinicalRecord

/// The symptom log of one record seen through windows (basis 0.3), sorted once by kind, site, side and field, so that a query takes a few words of bits instead of a walk through all entries.
struct LogView: Sendable {
  let entries: [LogEntry]
  let asOf: Day
  /// Entries that name a symptom; the others are bare check-ins.
  let symptoms: EntrySet
  private let kinds: CodeColumn
  private let sites: CodeColumn
  private let sides: CodeColumn
  /// The part of the day, from the time of onset where there is one (basis `period(onsetTime)`).
  private let period: CodeColumn
  private let fields: ItemTable<Field>
  private let days: [Day]

  /// What the entries record of one field.
  private struct Field {
    var codes = CodeColumn()
    var numbers: [(position: Int, value: Double)] = []
    /// Entries whose field holds something usable of any kind.
    var usable = EntrySet()
  }

  init(_ record: PatientRecord) {
    entries = record.log
    asOf = record.asOf
    days = entries.map(\.date)
    var symptoms = EntrySet()
    var (kinds, sites, sides, period) = (CodeColumn(), CodeColumn(), CodeColumn(), CodeColumn())
    var fields = ItemTable<Field>(minimumCapacity: 32)
    for (position, entry) in entries.enumerated() {
      if let kind = entry.kind {
        symptoms.insert(position)
        kinds.add(kind, at: position)
      }
      if let site = entry.site { sites.add(site, at: position) }
      if let side = entry.side { sides.add(side, at: position) }
      for (item, recorded) in entry.values {
        let field = fields.position(of: item, adding: Field())
        if case .unanswered = recorded.value { continue }
        fields.values[field].usable.insert(position)
        switch recorded.value {
        case .code(let code): fields.values[field].codes.add(code, at: position)
        case .codes(let codes): fields.values[field].codes.add(codes, at: position)
        case .number(let value, _): fields.values[field].numbers.append((position, value))
        default: break
        }
      }
      if let codes = LogView.value(of: .period, in: entry) { period.add(codes, at: position) }
    }
    self.symptoms = symptoms
    self.kinds = kinds
    self.sites = sites
    self.sides = sides
    self.period = period
    self.fields = fields
  }

  /// The first day that a window holds.
  func start(of window: Window) -> Day {
    switch window {
    case .days(let days): asOf.adding(days: 1 - days)
    case .wholeLog: Day(number: .min / 2)
    }
  }

  /// The positions of a window's log items, oldest first.
  func positions(in window: Window) -> Range<Int> { firstPosition(from: start(of: window))..<entries.count }

  private func firstPosition(from day: Day) -> Int {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The entries of the kinds in the window, whatever else they show; no kinds means any symptom.
  func entries(of kinds: [String], in window: Window) -> EntrySet {
    var found = EntrySet()
    forEachBlock(of: kinds, in: window) { block, candidates in found.add(candidates, block: block) }
    return found
  }

  /// The entries of a query that fit, and those that a blank place or sign leaves open.
  ///
  /// - Parameter site: the site that is being looked at, for `EntryCondition.theSite`.
  func matches(_ query: EntryQuery, at site: String? = nil) -> (fitting: EntrySet, open: EntrySet, looked: Int) {
    var (fitting, open, looked) = (EntrySet(), EntrySet(), 0)
    forEachBlock(of: query.kinds, in: query.window) { block, candidates in
      looked += candidates.nonzeroBitCount
      let fit = query.condition.map { fits($0, Block(number: block, candidates: candidates, site: site)) } ?? .met
      fitting.add(candidates & fit.met, block: block)
      open.add(candidates & ~(fit.met | fit.notMet), block: block)
    }
    return (fitting, open, looked)
  }

  /// How many entries record the field, and in how many of them it has one of the values.
  func share(_ query: ShareQuery, at site: String? = nil) -> (fitting: EntrySet, recorded: EntrySet) {
    var (fitting, recorded) = (EntrySet(), EntrySet())
    guard let column = codes(of: query.field) else { return (fitting, recorded) }
    forEachBlock(of: query.kinds, in: query.window) { block, candidates in
      var found = candidates & column.recorded[block: block]
      if let condition = query.condition, found != 0 {
        found &= fits(condition, Block(number: block, candidates: found, site: site)).met
      }
      recorded.add(found, block: block)
      fitting.add(found & column.holding(query.values, block: block), block: block)
    }
    return (fitting, recorded)
  }

  /// The numbers of a field, by position.
  func numbers(of item: ItemID) -> [(position: Int, value: Double)] { fields[item]?.numbers ?? [] }

  /// The entries whose field holds something usable.
  func positions(recording item: ItemID) -> EntrySet { fields[item]?.usable ?? EntrySet() }

  /// Whether an entry of the window holds something usable in the field.
  func recordsUsably(_ item: ItemID, in window: Window) -> Bool {
    guard let usable = fields[item]?.usable else { return false }
    let positions = positions(in: window)
    return usable.contains { positions.contains($0) }
  }

  func codes(of item: ItemID) -> CodeColumn? { item == .period ? period : fields[item]?.codes }

  /// Days of the window with an entry of any kind or a check-in.
  func observedDays(in window: Window) -> Int { dayCount(positions(in: window)) }

  /// The days of entries that stand in the order of the log.
  func dayCount(_ positions: some Sequence<Int>) -> Int {
    var count = 0
    var last: Day?
    for position in positions where days[position] != last {
      last = days[position]
      count += 1
    }
    return count
  }

  /// The days of the window since the first log item, both ends counted (settled reading A05); 0 for an empty log.
  func days(in window: Window) -> Int {
    guard let first = days.first else { return 0 }
    return max(0, max(start(of: window), first).days(to: asOf) + 1)
  }

  /// Runs of unobserved days within the window since the first log item, oldest first.
  func gaps(in window: Window, atLeast length: Int) -> [ClosedRange<Day>] {
    guard let first = days.first else { return [] }
    var gaps: [ClosedRange<Day>] = []
    var next = max(start(of: window), first)
    for day in days[positions(in: window)] + [asOf.adding(days: 1)] {
      if next.days(to: day) >= length { gaps.append(next...day.adding(days: -1)) }
      next = day.adding(days: 1)
    }
    return gaps
  }

  /// The usable codes of a field of an entry; `period` is the part of the day (basis `period(onsetTime)`).
  static func value(of item: ItemID, in entry: LogEntry) -> [String]? {
    if item == .period {
      if case .time(let minutes)? = entry.values[.onsetTime]?.value {
        return [["night", "morning", "afternoon", "evening"][min(3, minutes / 360)]]
      }
      return value(of: .onsetPeriod, in: entry)
    }
    switch entry.values[item]?.value {
    case .code(let code): return [code]
    case .codes(let codes): return codes
    default: return nil
    }
  }
}

// Conditions on entries, for 64 entries at once.
extension LogView {
  /// Up to 64 entries that are looked at together.
  private struct Block {
    var number: Int
    /// One bit for each entry that is asked about.
    var candidates: UInt64
    var site: String?
  }

  /// For each of 64 entries whether it fits; one that is in neither is left open.
  private struct Fit {
    var met: UInt64
    var notMet: UInt64

    static let met = Fit(met: ~0, notMet: 0)
    init(met: UInt64, notMet: UInt64) {
      self.met = met
      self.notMet = notMet
    }
    /// What does not fit is a "no".
    init(_ met: UInt64) { self.init(met: met, notMet: ~met) }
  }

  /// Calls for each block of the window that holds entries of the kinds, with their bits.
  private func forEachBlock(of kinds: [String], in window: Window, _ body: (Int, UInt64) -> Void) {
    let positions = positions(in: window)
    guard !positions.isEmpty else { return }
    for block in (positions.lowerBound >> 6)...((positions.upperBound - 1) >> 6) {
      var candidates = kinds.isEmpty ? symptoms[block: block] : self.kinds.holding(kinds, block: block)
      if block == positions.lowerBound >> 6 { candidates &= ~0 << UInt64(positions.lowerBound & 63) }
      if candidates != 0 { body(block, candidates) }
    }
  }

  /// Whether the entry at the position fits, while no site is looked at.
  func fits(_ position: Int, _ condition: EntryCondition) -> Truth {
    let bit: UInt64 = 1 << UInt64(position & 63)
    let fit = fits(condition, Block(number: position >> 6, candidates: bit, site: nil))
    if fit.met & bit != 0 { return .met }
    return fit.notMet & bit != 0 ? .notMet : .notRecorded
  }

  private func fits(_ condition: EntryCondition, _ block: Block) -> Fit {
    switch condition {
    case .all(let parts):
      var all = Fit.met
      for part in parts {
        let fit = fits(part, block)
        all = Fit(met: all.met & fit.met, notMet: all.notMet | fit.notMet)
      }
      return all
    case .any(let parts):
      var any = Fit(0)
      for part in parts {
        let fit = fits(part, block)
        any = Fit(met: any.met | fit.met, notMet: any.notMet & fit.notMet)
      }
      return any
    case .kind(let wanted): return Fit(kinds.holding(wanted, block: block.number))
    case .site(let wanted): return place(sites, wanted, unknown: "other", block)
    case .theSite: return Fit(block.site.map { sites.holding($0, block: block.number) } ?? 0)
    case .side(let wanted): return place(sides, wanted, unknown: "unknown", block)
    case .sign(let item, let wanted): return Fit(codes(of: item)?.holding(wanted, block: block.number) ?? 0)
    case .code(let item, let wanted):
      guard let column = codes(of: item) else { return Fit(met: 0, notMet: 0) }
      let held = column.holding(wanted, block: block.number)
      return Fit(met: held, notMet: column.recorded[block: block.number] & ~held)
    case .number(let item, let comparison, let limit):
      var held: UInt64 = 0
      for (position, value) in fields[item]?.numbers ?? [] where position >> 6 == block.number {
        if Interval(value).compare(comparison, limit) == .met { held |= 1 << UInt64(position & 63) }
      }
      return Fit(held)
    case .firstAtSite(let wanted): return Fit(firstAtSite(wanted, block))
    }
  }

  /// A missing or unknown place leaves the entry open.
  private func place(_ column: CodeColumn, _ wanted: [String], unknown: String, _ block: Block) -> Fit {
    let unknown = column.holding(unknown, block: block.number)
    let held = column.holding(wanted, block: block.number) & ~unknown
    return Fit(met: held, notMet: column.recorded[block: block.number] & ~held & ~unknown)
  }

  /// The candidates before whose day no entry of the kinds stands at the same site and side.
  private func firstAtSite(_ wanted: [String], _ block: Block) -> UInt64 {
    let earlier = entries(of: wanted, in: .wholeLog)
    var found: UInt64 = 0
    for bit in 0..<64 where block.candidates >> UInt64(bit) & 1 == 1 {
      let entry = entries[64 * block.number + bit]
      let hasEarlier = earlier.contains { position in
        days[position] < entry.date && entries[position].site == entry.site && entries[position].side == entry.side
      }
      if !hasEarlier { found |= 1 << UInt64(bit) }
    }
    return found
  }
}
