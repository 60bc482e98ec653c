import ClinicalRecord

/// What a quantity came to.
struct Reading: Sendable {
  var interval: Interval?
  var evidence = Run.none
  var missing = Run.none
}

// Quantities: numbers recorded, derived, counted or measured.
extension Evaluator {
  mutating func read(_ quantity: Quantity) -> Reading {
    switch quantity {
    case .item(let item):
      guard case .number(let value, _)? = recorded(item) else { return Reading(missing: missing(item)) }
      return Reading(interval: Interval(value), evidence: evidence(for: item))
    case .derived(let item):
      if case .number(let value, _)? = recorded(item) {
        return Reading(interval: Interval(value), evidence: evidence(for: item))
      }
      guard let number = index.numbers.position(of: item) else { return Reading(missing: missing(item)) }
      if let known = derivedNumbers.values[number] { return known }
      let reading = whole { $0.read($0.index.numbers.values[number].quantity) }
      derivedNumbers.values[number] = reading
      return reading
    case .lab(let test, let evenOld):
      guard let result = newest(test, evenOld: evenOld), case .number(let value) = prepared.record.labs[result].value
      else {
        return Reading(missing: missing(test))
      }
      return Reading(interval: Interval(value), evidence: evidence(EvidenceRef(.lab, result)))
    case .lowestLab(let test, let days): return extreme(of: newestDay(test, withinDays: days), test) { $0 < $1 }
    case .highestLab(let test, let days): return extreme(of: newestDay(test, withinDays: days), test) { $0 > $1 }
    case .labMultiple(let test):
      guard let result = newest(test, evenOld: false), case .number(let value) = prepared.record.labs[result].value
      else {
        return Reading(missing: missing(test))
      }
      guard let upper = prepared.record.labs[result].referenceHigh, upper > 0 else {
        return Reading(evidence: evidence(EvidenceRef(.lab, result)), missing: missing("labRefHigh"))
      }
      return Reading(interval: Interval(value / upper), evidence: evidence(EvidenceRef(.lab, result)))
    case .measurement(let item):
      guard let found = newestMeasurement(item), let value = measurement(found).number else {
        return Reading(missing: missing(item))
      }
      return Reading(interval: Interval(value), evidence: evidence(found))
    case .score(let item, let form):
      guard let found = newestMeasurement(item) else { return Reading(missing: missing(item)) }
      let score = measurement(found)
      guard score.date != nil, score.form == form, let value = score.number else {
        return Reading(missing: missing(item))
      }
      return Reading(interval: Interval(value), evidence: evidence(found))
    case .undatedScore(let item):
      guard let found = undatedScore(item), let value = measurement(found).number else {
        return Reading(missing: missing(item))
      }
      return Reading(interval: Interval(value), evidence: evidence(found))
    case .monthsSince(let item):
      guard case .day(let day)? = recorded(item) else { return Reading(missing: missing(item)) }
      return Reading(interval: Interval(day.months(to: prepared.record.asOf)), evidence: evidence(for: item))
    case .monthsBetween(let from, let to): return monthsBetween(from, to)
    case .monthsSinceMedicine(let date, let query):
      guard let (day, medicine) = day(date, of: query) else {
        return Reading(missing: missing(date == .stop ? "medStopDate" : "medStartDate"))
      }
      return Reading(
        interval: Interval(day.months(to: prepared.record.asOf)), evidence: evidence(medicines: [medicine], query))
    case .monthsSinceResult(let item):
      if let found = newestMeasurement(item), let day = measurement(found).date {
        return Reading(interval: Interval(day.months(to: prepared.record.asOf)), evidence: evidence(found))
      }
      guard let result = newest(item, evenOld: true), let day = prepared.record.labs[result].date else {
        return Reading(missing: missing(item))
      }
      return Reading(
        interval: Interval(day.months(to: prepared.record.asOf)), evidence: evidence(EvidenceRef(.lab, result)))
    case .age(let item): return age(at: item)
    case .fixed(let number): return Reading(interval: Interval(number))
    case .firstRecorded(let parts):
      var open: [Run] = []
      for part in parts {
        let reading = read(part)
        if reading.interval != nil { return reading }
        open.append(reading.missing)
      }
      return Reading(missing: uniqueMissing(open))
    case .smallest(let parts):
      var readings: [Reading] = []
      for part in parts { readings.append(read(part)) }
      let known = readings.compactMap(\.interval)
      guard let low = known.map(\.low).min(), let high = known.map(\.high).min() else {
        return Reading(missing: uniqueMissing(readings.map(\.missing)))
      }
      return Reading(interval: Interval(low: low, high: high), evidence: unique(readings.map(\.evidence)))
    case .when(let condition, let part):
      let gate = evaluate(condition)
      guard gate.truth == .met else {
        return Reading(missing: gate.truth == .notRecorded ? allMissing(gate) : .none)
      }
      var reading = read(part)
      reading.evidence = unique([decidingEvidence(gate), reading.evidence])
      return reading
    case .divided(let part, let divisor):
      var reading = read(part)
      reading.interval = reading.interval.map { Interval(low: $0.low / divisor, high: $0.high / divisor) }
      return reading
    case .rounded(let part):
      var reading = read(part)
      reading.interval = reading.interval.map { Interval(low: $0.low.rounded(), high: $0.high.rounded()) }
      return reading
    case .quotient(let part, let divisor):
      let (above, below) = (read(part), read(divisor))
      let evidence = unique([above.evidence, below.evidence])
      guard let top = above.interval, let bottom = below.interval, bottom.low > 0 else {
        return Reading(evidence: evidence, missing: uniqueMissing([above.missing, below.missing]))
      }
      return Reading(interval: Interval(low: top.low / bottom.high, high: top.high / bottom.low), evidence: evidence)
    case .minus(let first, let second):
      let (whole, part) = (read(first), read(second))
      let evidence = unique([whole.evidence, part.evidence])
      guard let high = whole.interval, let low = part.interval else {
        return Reading(evidence: evidence, missing: uniqueMissing([whole.missing, part.missing]))
      }
      return Reading(interval: Interval(low: high.low - low.high, high: high.high - low.low), evidence: evidence)
    case .points(let points): return self.points(points, recordedOnly: false)
    case .recordedPoints(let points): return self.points(points, recordedOnly: true)
    case .median, .largest, .difference, .sites, .observedDays: return readLog(quantity)
    }
  }

  /// The result that comes before every other one; of equal ones the newest.
  private mutating func extreme(of results: [Int], _ test: ItemID, before: (Double, Double) -> Bool) -> Reading {
    var best: (value: Double, result: Int)?
    for result in results {
      guard case .number(let value) = prepared.record.labs[result].value else { continue }
      if let known = best, before(known.value, value) { continue }
      best = (value, result)
    }
    guard let best else { return Reading(missing: missing(test)) }
    return Reading(interval: Interval(best.value), evidence: evidence(EvidenceRef(.lab, best.result)))
  }

  private mutating func points(_ points: [Points], recordedOnly: Bool) -> Reading {
    var interval = Interval(0)
    var evidence: [Run] = []
    var missing: [Run] = []
    for line in points {
      let outcome = evaluate(line.condition)
      // A running score cites what scored; the full score also what did not.
      if outcome.truth == .met || !recordedOnly { evidence.append(decidingEvidence(outcome)) }
      switch outcome.truth {
      case .met:
        interval.low += Double(line.points)
        interval.high += Double(line.points)
      case .notMet: break
      case .notRecorded:
        missing.append(openItems(outcome))
        if !recordedOnly {
          interval.low += Double(min(0, line.points))
          interval.high += Double(max(0, line.points))
        }
      }
    }
    return Reading(interval: interval, evidence: unique(evidence), missing: uniqueMissing(missing))
  }

  /// Exact from the birth date; from `ageYears` to within a year (settled reading A29).
  private mutating func age(at item: ItemID?) -> Reading {
    var day = prepared.record.asOf
    if let item {
      guard case .day(let found)? = recorded(item) else { return Reading(missing: missing(item)) }
      day = found
    }
    func evidence(_ birth: ItemID, _ evaluator: inout Evaluator) -> Run {
      let ofBirth = evaluator.evidence(for: birth)
      return evaluator.joined(ofBirth, item.map { evaluator.evidence(for: $0) } ?? .none)
    }
    if case .day(let birth)? = recorded(.birthDate) {
      return Reading(
        interval: Interval(Double(birth.completedYears(to: day))), evidence: evidence(.birthDate, &self))
    }
    guard case .number(let age, _)? = recorded(.ageYears) else {
      return Reading(missing: missing(.ageYears))
    }
    let cited = evidence(.ageYears, &self)
    guard item != nil, day != prepared.record.asOf else { return Reading(interval: Interval(age), evidence: cited) }
    let years = (day.months(to: prepared.record.asOf) / 12).rounded(.up)
    return Reading(
      interval: Interval(low: age - years, high: age - years + 1), evidence: cited, missing: missing(.birthDate))
  }

  private mutating func monthsBetween(_ from: ItemID, _ to: ItemID) -> Reading {
    guard case .day(let start)? = recorded(from), case .day(let end)? = recorded(to) else {
      return Reading(missing: missing([from, to].filter { !isUsable($0) }))
    }
    return Reading(
      interval: Interval(start.months(to: end)), evidence: joined(evidence(for: from), evidence(for: to)))
  }

  private mutating func readLog(_ quantity: Quantity) -> Reading {
    switch quantity {
    case .median(let item, let query, let minimum):
      let found = numbers(item, query)
      guard found.count >= max(1, minimum) else { return Reading(missing: missing(item)) }
      return Reading(
        interval: Interval(median(found.map(\.value))), evidence: evidence(found.map(\.position), item))
    case .largest(let item, let query):
      let found = numbers(item, query)
      guard let largest = found.max(by: { $0.value < $1.value }) else { return Reading(missing: missing(item)) }
      return Reading(interval: Interval(largest.value), evidence: evidence([largest.position], item))
    case .difference(let left, let right, let window): return difference(left, right, window)
    case .sites(let item, let query): return sites(item, query)
    case .observedDays(let window):
      guard !prepared.log.entries.isEmpty else { return Reading(missing: missing("dayCheckIn")) }
      return Reading(interval: Interval(Double(prepared.log.observedDays(in: window))), evidence: firstAndLastEntry())
    default: return Reading()
    }
  }

  func numbers(_ item: ItemID, _ query: EntryQuery) -> [(position: Int, value: Double)] {
    let fitting = prepared.log.matches(query, at: site).fitting
    return prepared.log.numbers(of: item).filter { fitting.contains($0.position) }
  }

  func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard let last = sorted.last else { return 0 }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : ((middle > 0 ? sorted[middle - 1] : last) + sorted[middle]) / 2
  }

  /// Left and right may stand in two entries of the same day.
  private mutating func difference(_ left: ItemID, _ right: ItemID, _ window: Window) -> Reading {
    let positions = prepared.log.positions(in: window)
    /// The last number of each day.
    func byDay(_ item: ItemID) -> [Day: (position: Int, value: Double)] {
      var found: [Day: (position: Int, value: Double)] = [:]
      for number in prepared.log.numbers(of: item) where positions.contains(number.position) {
        found[prepared.log.entries[number.position].date] = number
      }
      return found
    }
    let (lefts, rights) = (byDay(left), byDay(right))
    var best: (difference: Double, left: Int, right: Int)?
    for (day, first) in lefts.sorted(by: { $0.key < $1.key }) {
      guard let second = rights[day] else { continue }
      let difference = abs(first.value - second.value)
      if difference > best?.difference ?? -1 { best = (difference, first.position, second.position) }
    }
    guard let best else { return Reading(missing: missing([left, right])) }
    return Reading(
      interval: Interval(best.difference), evidence: joined(evidence([best.left], left), evidence([best.right], right)))
  }

  private mutating func sites(_ item: ItemID, _ query: EntryQuery) -> Reading {
    let named = siteNames(item, query)
    guard !named.isEmpty else { return Reading(missing: missing(item)) }
    let logged = prepared.log.matches(query, at: site).fitting.filter { prepared.log.entries[$0].site != nil }
    return Reading(
      interval: Interval(Double(named.count)), evidence: joined(evidence(for: item), evidence(logged, "bodySite")))
  }

  /// Distinct sites of an answer and of the log, in alphabetical order.
  func siteNames(_ item: ItemID, _ query: EntryQuery) -> [String] {
    var names: Set<String> = []
    switch recorded(item) {
    case .joints(let joints): names.formUnion(joints.map(\.site))
    case .codes(let codes): names.formUnion(codes)
    default: break
    }
    for position in prepared.log.matches(query, at: site).fitting {
      if let site = prepared.log.entries[position].site { names.insert(site) }
    }
    return names.sorted()
  }
}
