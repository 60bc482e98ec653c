import ClinicalRecord

// Conditions on the symptom log.
extension Evaluator {
  mutating func evaluateLog(_ condition: Condition) -> Outcome {
    switch condition {
    case .entries(let query, let count, let otherwise): return entries(condition, query, count, otherwise)
    case .daysAtOneSite(let query, let count, let first): return daysAtOneSite(condition, query, count, first)
    case .share(let query): return share(condition, query)
    case .side(let query, let sides):
      let found = side(query)
      guard let side = found.side else { return self.found(condition, .notRecorded, missing: missing("side")) }
      return self.found(
        condition, sides.contains(side) ? .met : .notMet, evidence: found.evidence, note: .words(side))
    case .log(let quality): return evaluate(quality, condition)
    case .freeText(let hints): return freeText(hints, condition)
    default: return found(condition, .notRecorded)
    }
  }

  private mutating func entries(
    _ condition: Condition, _ query: EntryQuery, _ count: Int, _ otherwise: Truth
  ) -> Outcome {
    let (fitting, open, looked) = prepared.log.matches(query, at: site)
    let item = ItemID.symptomKind
    let found = fitting.count
    if found >= count {
      return self.found(condition, .met, evidence: evidence(fitting, item), note: .entries(found))
    }
    // A positive sign whose place is blank leaves the row open (settled reading A03).
    if !open.isEmpty {
      return self.found(
        condition, .notRecorded, evidence: joined(evidence(fitting, item), evidence(open, item)),
        missing: missingFields(open), note: .blankPlaces(open.count), isPositive: true)
    }
    return self.found(
      condition, otherwise, evidence: evidence(fitting, item),
      missing: otherwise == .notRecorded ? missing(query.condition?.signs ?? [item]) : .none,
      note: found == 0 ? .nothingFits(of: looked) : .fitting(found, of: count), isPositive: found > 0)
  }

  /// Days are counted for each site and side; entries without a place could belong to any of them and leave the count open (settled readings A03, A09).
  private mutating func daysAtOneSite(
    _ condition: Condition, _ query: EntryQuery, _ count: Int, _ exceptFirst: EntryQuery
  ) -> Outcome {
    struct Site: Hashable {
      var site: String
      var side: String
    }
    let entries = prepared.log.entries
    func place(_ position: Int) -> Site? {
      let entry = entries[position]
      guard let site = entry.site, site != "other", let side = entry.side, side != "unknown" else { return nil }
      return Site(site: site, side: side)
    }
    func day(_ position: Int) -> Day { entries[position].date }
    let (fitting, open, looked) = prepared.log.matches(query, at: site)
    let first = prepared.log.matches(exceptFirst, at: site).fitting
    var placed: [Site: [Int]] = [:]
    for position in fitting { if let site = place(position) { placed[site, default: []].append(position) } }
    let placeless = fitting.filter { place($0) == nil } + Array(open)
    let placelessDays = Set(placeless.map(day))

    var reached = EntrySet()
    var most = 0
    var possible = placelessDays.count
    for (site, positions) in placed {
      var days = Set(positions.map(day))
      if let earliest = days.min(), first.contains(where: { day($0) == earliest && place($0) == site }) {
        days.remove(earliest)
      }
      most = max(most, days.count)
      possible = max(possible, days.union(placelessDays).count)
      if days.count >= count {
        for position in positions where days.contains(day(position)) { reached.insert(position) }
      }
    }
    let item = ItemID.symptomKind
    if !reached.isEmpty {
      return found(condition, .met, evidence: evidence(reached, item), note: .daysAtOneSite(most))
    }
    guard !placeless.isEmpty, possible >= count else {
      return found(condition, .notMet, note: .daysAtMost(most, of: looked))
    }
    return found(
      condition, .notRecorded, evidence: joined(evidence(fitting, item), evidence(open, item)),
      missing: missingFields(placeless), note: .daysAtMost(most, of: looked), isPositive: true)
  }

  private mutating func share(_ condition: Condition, _ query: ShareQuery) -> Outcome {
    let found = prepared.log.share(query, at: site)
    let (fitting, recorded) = (found.fitting.count, found.recorded.count)
    let evidence = evidence(found.recorded, query.field)
    guard recorded >= max(1, query.minimum) else {
      return self.found(
        condition, .notRecorded, evidence: evidence, missing: missing(query.field),
        note: recorded == 0 ? .none : .tooFew(fitting, of: recorded, minimum: query.minimum), isPositive: fitting > 0)
    }
    let share = Double(fitting) / Double(recorded)
    if share >= query.metFrom {
      return self.found(condition, .met, evidence: evidence, note: .fitting(fitting, of: recorded))
    }
    if share <= query.notMetTo {
      return self.found(condition, .notMet, evidence: evidence, note: .fitting(fitting, of: recorded))
    }
    return self.found(
      condition, .notRecorded, evidence: evidence, missing: missing(query.field), note: .mixed(fitting, of: recorded),
      isPositive: true)
  }

  private mutating func missingFields(_ open: some Sequence<Int>) -> Run {
    guard explains else { return .none }
    var (lacksSite, lacksSide) = (false, false)
    for position in open {
      let entry = prepared.record.log[position]
      if entry.site == nil || entry.site == "other" { lacksSite = true }
      if entry.side == nil || entry.side == "unknown" { lacksSide = true }
    }
    if !lacksSite, !lacksSide { return missing("worseThanUsual") }
    return missing((lacksSite ? ["bodySite"] : []) + (lacksSide ? ["side"] : []))
  }

  /// Basis 0.3 `sideOf`, with the sides of an answer counted where the query names one.
  mutating func side(_ query: SideQuery) -> (side: String?, evidence: Run) {
    let known = ["left", "right", "both"]
    var sides: [String] = []
    var positions: [Int] = []
    for position in prepared.log.entries(of: query.kinds, in: query.window) {
      guard let side = prepared.record.log[position].side, known.contains(side) else { continue }
      sides.append(side)
      positions.append(position)
    }
    var evidence = evidence(positions, "side")
    if let item = query.joints, case .joints(let joints)? = recorded(item) {
      let answered = joints.compactMap(\.side).filter(known.contains)
      sides += answered
      if !answered.isEmpty { evidence = joined(evidence, self.evidence(for: item)) }
    }
    guard !sides.isEmpty else { return (nil, .none) }
    let left = sides.count { $0 == "left" }
    let right = sides.count { $0 == "right" }
    if left == sides.count { return ("left", evidence) }
    if right == sides.count { return ("right", evidence) }
    if sides.contains("both") || (4 * left >= sides.count && 4 * right >= sides.count) {
      return ("bilateral", evidence)
    }
    return ("mixed", evidence)
  }

  private mutating func evaluate(_ quality: LogQuality, _ condition: Condition) -> Outcome {
    let symptoms = prepared.log.symptoms
    if case .sparse(let limit) = quality {
      // Met with an empty log as well (settled reading A26).
      return found(
        condition, symptoms.count < limit ? .met : .notMet, evidence: firstAndLastEntry(),
        missing: symptoms.isEmpty ? missing(.symptomKind) : .none, note: .entries(symptoms.count))
    }
    guard !prepared.log.entries.isEmpty else { return found(condition, .notRecorded, missing: missing("dayCheckIn")) }
    switch quality {
    case .coverage(let days, let share):
      let observed = prepared.log.observedDays(in: .month)
      let total = prepared.log.days(in: .month)
      let isMet = prepared.log.days(in: .wholeLog) >= days && Double(observed) >= share * Double(total)
      return found(
        condition, isMet ? .met : .notMet, evidence: firstAndLastEntry(), note: .coveredDays(observed, of: total))
    case .retrospective(let share):
      let dated = symptoms.filter { prepared.record.log[$0].recordedAt != nil }
      guard !dated.isEmpty else { return found(condition, .notRecorded, missing: missing("recordedAt")) }
      let late = symptoms.filter { prepared.record.log[$0].isRetrospective }
      let isMet = Double(late.count) >= share * Double(symptoms.count)
      return found(
        condition, isMet ? .met : .notMet, evidence: evidence(isMet ? late : dated, .entryDate),
        note: .fitting(late.count, of: symptoms.count))
    case .gap(let days):
      let gaps = prepared.log.gaps(in: .month, atLeast: days)
      return found(
        condition, gaps.isEmpty ? .notMet : .met, evidence: firstAndLastEntry(),
        note: .words(gaps.map { "\($0.lowerBound.iso) to \($0.upperBound.iso)" }.joined(separator: ", ")))
    case .sparse: return found(condition, .notRecorded)
    }
  }
}
