import ClinicalRecord

/// What a quantity came to.
struct Reading {
  var interval: Interval?
  var evidence: [Evidence] = []
  var missing: [ItemID] = []
}

// Quantities: numbers recorded, derived, counted or measured.
extension Evaluator {
  mutating func read(_ quantity: Quantity) -> Reading {
    switch quantity {
    case .item(let item):
      guard case .number(let value, _)? = lookup(item)?.item.value else { return Reading(missing: [item]) }
      return Reading(interval: Interval(value), evidence: evidence(for: item))
    case .derived(let item):
      if case .number(let value, _)? = lookup(item)?.item.value {
        return Reading(interval: Interval(value), evidence: evidence(for: item))
      }
      guard let number = numbers[item] else { return Reading(missing: [item]) }
      if let known = derivedNumbers[item] { return known }
      let reading = read(number.quantity)
      derivedNumbers[item] = reading
      return reading
    case .lab(let test, let evenOld):
      guard let result = newest(test, evenOld: evenOld), case .number(let value) = result.value else {
        return Reading(missing: [test])
      }
      return Reading(interval: Interval(value), evidence: [evidence(result)])
    case .lowestLab(let test, let days): return extreme(of: newestDay(test, withinDays: days), test) { $0 < $1 }
    case .highestLab(let test, let days): return extreme(of: newestDay(test, withinDays: days), test) { $0 > $1 }
    case .labMultiple(let test):
      guard let result = newest(test, evenOld: false), case .number(let value) = result.value else {
        return Reading(missing: [test])
      }
      guard let upper = result.referenceHigh, upper > 0 else {
        return Reading(evidence: [evidence(result)], missing: ["labRefHigh"])
      }
      return Reading(interval: Interval(value / upper), evidence: [evidence(result)])
    case .measurement(let item):
      guard let found = newestMeasurement(item), let value = found.number else { return Reading(missing: [item]) }
      return Reading(interval: Interval(value), evidence: [evidence(found)])
    case .score(let item, let form):
      guard let found = newestMeasurement(item), found.date != nil, found.form == form, let value = found.number else {
        return Reading(missing: [item])
      }
      return Reading(interval: Interval(value), evidence: [evidence(found)])
    case .undatedScore(let item):
      guard let found = undatedScore(item), let value = found.number else { return Reading(missing: [item]) }
      return Reading(interval: Interval(value), evidence: [evidence(found)])
    case .monthsSince(let item):
      guard case .day(let day)? = lookup(item)?.item.value else { return Reading(missing: [item]) }
      return Reading(interval: Interval(day.months(to: record.asOf)), evidence: evidence(for: item))
    case .monthsBetween(let from, let to): return monthsBetween(from, to)
    case .monthsSinceMedicine(let date, let query):
      guard let (day, medicine) = day(date, of: query) else {
        return Reading(missing: [date == .stop ? "medStopDate" : "medStartDate"])
      }
      return Reading(interval: Interval(day.months(to: record.asOf)), evidence: [evidence(medicine, query)])
    case .monthsSinceResult(let item):
      if let found = newestMeasurement(item), let day = found.date {
        return Reading(interval: Interval(day.months(to: record.asOf)), evidence: [evidence(found)])
      }
      guard let result = newest(item, evenOld: true), let day = result.date else { return Reading(missing: [item]) }
      return Reading(interval: Interval(day.months(to: record.asOf)), evidence: [evidence(result)])
    case .age(let item): return age(at: item)
    case .fixed(let number): return Reading(interval: Interval(number))
    case .firstRecorded(let parts):
      var missing: [ItemID] = []
      for part in parts {
        let reading = read(part)
        if reading.interval != nil { return reading }
        missing += reading.missing
      }
      return Reading(missing: unique(missing))
    case .smallest(let parts):
      var readings: [Reading] = []
      for part in parts { readings.append(read(part)) }
      let known = readings.compactMap(\.interval)
      guard let low = known.map(\.low).min(), let high = known.map(\.high).min() else {
        return Reading(missing: unique(readings.flatMap(\.missing)))
      }
      return Reading(interval: Interval(low: low, high: high), evidence: unique(readings.flatMap(\.evidence)))
    case .when(let condition, let part):
      let gate = evaluate(condition)
      guard gate.truth == .met else {
        return Reading(missing: gate.truth == .notRecorded ? unique(gate.allMissing) : [])
      }
      var reading = read(part)
      reading.evidence = unique(gate.decidingEvidence + reading.evidence)
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
      let evidence = unique(above.evidence + below.evidence)
      guard let top = above.interval, let bottom = below.interval, bottom.low > 0 else {
        return Reading(evidence: evidence, missing: unique(above.missing + below.missing))
      }
      return Reading(interval: Interval(low: top.low / bottom.high, high: top.high / bottom.low), evidence: evidence)
    case .minus(let first, let second):
      let (whole, part) = (read(first), read(second))
      let evidence = unique(whole.evidence + part.evidence)
      guard let high = whole.interval, let low = part.interval else {
        return Reading(evidence: evidence, missing: unique(whole.missing + part.missing))
      }
      return Reading(interval: Interval(low: high.low - low.high, high: high.high - low.low), evidence: evidence)
    case .points(let points), .recordedPoints(let points):
      return self.points(points, recordedOnly: quantity == .recordedPoints(points))
    case .median, .largest, .difference, .sites, .observedDays: return readLog(quantity)
    }
  }

  /// The result that comes before every other one; of equal ones the newest.
  private func extreme(of results: [LabResult], _ test: ItemID, before: (Double, Double) -> Bool) -> Reading {
    var best: (value: Double, result: LabResult)?
    for result in results {
      guard case .number(let value) = result.value else { continue }
      if let known = best, before(known.value, value) { continue }
      best = (value, result)
    }
    guard let best else { return Reading(missing: [test]) }
    return Reading(interval: Interval(best.value), evidence: [evidence(best.result)])
  }

  private mutating func points(_ points: [Points], recordedOnly: Bool) -> Reading {
    var interval = Interval(0)
    var evidence: [Evidence] = []
    var missing: [ItemID] = []
    for line in points {
      let found = evaluate(line.condition)
      // A running score cites what scored; the full score also what did not.
      if found.truth == .met || !recordedOnly { evidence += found.decidingEvidence }
      switch found.truth {
      case .met:
        interval.low += Double(line.points)
        interval.high += Double(line.points)
      case .notMet: break
      case .notRecorded:
        missing += found.openItems
        if !recordedOnly {
          interval.low += Double(min(0, line.points))
          interval.high += Double(max(0, line.points))
        }
      }
    }
    return Reading(interval: interval, evidence: unique(evidence), missing: unique(missing))
  }

  /// Exact from the birth date; from `ageYears` to within a year (settled reading A29).
  private func age(at item: ItemID?) -> Reading {
    var day = record.asOf
    var evidenceOfDay: [Evidence] = []
    if let item {
      guard case .day(let found)? = lookup(item)?.item.value else { return Reading(missing: [item]) }
      day = found
      evidenceOfDay = evidence(for: item)
    }
    if case .day(let birth)? = lookup("birthDate")?.item.value {
      return Reading(
        interval: Interval(Double(birth.completedYears(to: day))),
        evidence: evidence(for: "birthDate") + evidenceOfDay)
    }
    guard case .number(let age, _)? = lookup("ageYears")?.item.value else { return Reading(missing: ["ageYears"]) }
    let evidence = evidence(for: "ageYears") + evidenceOfDay
    guard item != nil, day != record.asOf else { return Reading(interval: Interval(age), evidence: evidence) }
    let years = (day.months(to: record.asOf) / 12).rounded(.up)
    return Reading(
      interval: Interval(low: age - years, high: age - years + 1), evidence: evidence, missing: ["birthDate"])
  }

  private func monthsBetween(_ from: ItemID, _ to: ItemID) -> Reading {
    guard case .day(let start)? = lookup(from)?.item.value, case .day(let end)? = lookup(to)?.item.value else {
      return Reading(missing: [from, to].filter { evidence(for: $0).isEmpty })
    }
    return Reading(interval: Interval(start.months(to: end)), evidence: evidence(for: from) + evidence(for: to))
  }

  private func readLog(_ quantity: Quantity) -> Reading {
    switch quantity {
    case .median(let item, let query, let minimum):
      let found = numbers(item, query)
      guard found.count >= max(1, minimum) else { return Reading(missing: [item]) }
      return Reading(
        interval: Interval(median(found.map(\.value))), evidence: found.map { logEvidence($0.entry, item) })
    case .largest(let item, let query):
      let found = numbers(item, query)
      guard let largest = found.max(by: { $0.value < $1.value }) else { return Reading(missing: [item]) }
      return Reading(interval: Interval(largest.value), evidence: [logEvidence(largest.entry, item)])
    case .difference(let left, let right, let window): return difference(left, right, window)
    case .sites(let item, let query): return sites(item, query)
    case .observedDays(let window):
      guard !log.entries.isEmpty else { return Reading(missing: ["dayCheckIn"]) }
      return Reading(interval: Interval(Double(log.observedDays(in: window))), evidence: firstAndLastEntry())
    default: return Reading()
    }
  }

  func numbers(_ item: ItemID, _ query: EntryQuery) -> [(entry: LogEntry, value: Double)] {
    log.matches(query).fitting.compactMap { entry in
      if case .number(let value, _)? = entry.values[item]?.value { return (entry, value) }
      return nil
    }
  }

  func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard let last = sorted.last else { return 0 }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : ((middle > 0 ? sorted[middle - 1] : last) + sorted[middle]) / 2
  }

  /// Left and right may stand in two entries of the same day.
  private func difference(_ left: ItemID, _ right: ItemID, _ window: Window) -> Reading {
    var byDay: [Day: (left: (LogEntry, Double)?, right: (LogEntry, Double)?)] = [:]
    for entry in log.items(in: window) {
      if case .number(let value, _)? = entry.values[left]?.value {
        byDay[entry.date, default: (nil, nil)].left = (entry, value)
      }
      if case .number(let value, _)? = entry.values[right]?.value {
        byDay[entry.date, default: (nil, nil)].right = (entry, value)
      }
    }
    var best: (difference: Double, evidence: [Evidence])?
    for (_, pair) in byDay.sorted(by: { $0.key < $1.key }) {
      guard let (leftEntry, leftValue) = pair.left, let (rightEntry, rightValue) = pair.right else { continue }
      let difference = abs(leftValue - rightValue)
      if difference > best?.difference ?? -1 {
        best = (difference, [logEvidence(leftEntry, left), logEvidence(rightEntry, right)])
      }
    }
    guard let best else { return Reading(missing: [left, right]) }
    return Reading(interval: Interval(best.difference), evidence: best.evidence)
  }

  private func sites(_ item: ItemID, _ query: EntryQuery) -> Reading {
    let named = siteNames(item, query)
    guard !named.isEmpty else { return Reading(missing: [item]) }
    let logged = log.matches(query).fitting.filter { $0.site != nil }
    return Reading(
      interval: Interval(Double(named.count)),
      evidence: evidence(for: item) + logged.map { logEvidence($0, "bodySite") })
  }

  /// Distinct sites of an answer and of the log, in alphabetical order.
  func siteNames(_ item: ItemID, _ query: EntryQuery) -> [String] {
    var names: Set<String> = []
    switch lookup(item)?.item.value {
    case .joints(let joints): names.formUnion(joints.map(\.site))
    case .codes(let codes): names.formUnion(codes)
    default: break
    }
    names.formUnion(log.matches(query).fitting.compactMap(\.site))
    return names.sorted()
  }
}
