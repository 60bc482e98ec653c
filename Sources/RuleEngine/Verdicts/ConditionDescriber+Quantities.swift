import ClinicalRecord

// Numbers in words: what is compared, with what, in which unit.
extension ConditionDescriber {
  package func words(_ quantity: Quantity) -> String {
    switch quantity {
    case .item(let item): name(item)
    case .measurement(let item): Words.item(item)
    case .score(let item, let form): Words.item(item) + (form.map { ", form \($0)" } ?? ", form not recorded")
    case .undatedScore(let item): Words.item(item) + ", undated"
    case .derived(let item): Words.item(item)
    case .lab(let test, let evenOld):
      name(test) + (evenOld ? " (old results too)" : "")
    case .lowestLab(let test, let days), .highestLab(let test, let days):
      "\(name(test)), newest result of the last \(days) days,"
    case .labMultiple(let test): "\(name(test)) divided by the laboratory's upper limit"
    case .monthsSince(let item): "months since \(Words.item(item))"
    case .monthsBetween(let from, let to): "months from \(Words.item(from)) to \(Words.item(to))"
    case .monthsSinceMedicine(let date, let query): "months since the \(date.rawValue) of \(words(query))"
    case .monthsSinceResult(let item): "months since the newest \(Words.item(item))"
    case .age(let item):
      item.map { "age at \(Words.item($0))" } ?? "age in completed years, from the birth date or else as recorded"
    case .fixed(let number): format(number)
    case .firstRecorded(let parts): "first recorded of " + parts.map { words($0) }.joined(separator: ", ")
    case .smallest(let parts): "smallest of " + parts.map { words($0) }.joined(separator: ", ")
    case .when(_, let part): words(part)
    case .divided(let part, let divisor): "\(words(part)) / \(format(divisor))"
    case .rounded(let part): "\(words(part)), rounded to whole \(unit(of: part) ?? "units"),"
    case .quotient(let part, let divisor): "\(grouped(part)) / \(grouped(divisor))"
    case .minus(let first, .fixed(let number)): "\(words(first)) less \(amount(number, of: first))"
    case .minus(let first, let second): "\(words(first)) less \(words(second))"
    case .points(let points): "the sum over \(points.count) items, unanswered ones with and without their points,"
    case .recordedPoints(let points): "the sum over \(points.count) items, unanswered ones without points,"
    case .median(let item, let query, let minimum):
      "median \(Words.item(item)) of at least \(minimum) log entries of \(words(query))"
    case .largest(let item, let query): "largest \(Words.item(item)) of log entries of \(words(query))"
    case .difference(let left, let right, let window):
      "difference of \(Words.item(left)) and \(Words.item(right)) on one day, \(words(window))"
    case .sites(let item, let query): "number of sites in \(name(item)) and in log entries of \(words(query))"
    case .observedDays(let window): "observed days, \(words(window))"
    }
  }

  private func grouped(_ quantity: Quantity) -> String {
    switch quantity {
    case .divided, .minus: "(" + words(quantity) + ")"
    default: words(quantity)
    }
  }

  func words(_ comparison: Comparison) -> String {
    switch comparison {
    case .less: "below"
    case .atMost: "at most"
    case .equal: "exactly"
    case .atLeast: "at least"
    case .greater: "above"
    }
  }

  /// A threshold with the unit of what it limits.
  func amount(_ limit: Double, of quantity: Quantity) -> String {
    guard let unit = unit(of: quantity), unit != "ratio" else { return format(limit) }
    let one = limit == 1 && unit.hasSuffix("s") ? String(unit.dropLast()) : unit
    return format(limit) + (unit == "%" ? "%" : " " + one)
  }

  /// The unit of a quantity; nil for a count or a ratio.
  func unit(of quantity: Quantity) -> String? {
    switch quantity {
    case .item(let item), .measurement(let item), .median(let item, _, _), .largest(let item, _),
      .difference(let item, _, _):
      dictionary.field(item)?.unit.map(ConditionDescriber.shown)
    case .derived(let item): derivedNumbers[item].flatMap(unit)
    case .lab(let test, _), .lowestLab(let test, _), .highestLab(let test, _):
      dictionary.lab(test).map { ConditionDescriber.shown($0.unit) }
    case .monthsSince, .monthsBetween, .monthsSinceMedicine, .monthsSinceResult: "months"
    case .age: "years"
    case .firstRecorded(let parts), .smallest(let parts): parts.lazy.compactMap(unit).first
    case .when(_, let part), .rounded(let part): unit(of: part)
    case .minus(let part, _): unit(of: part)
    case .divided(let part, let divisor): divisor == 12 && unit(of: part) == "months" ? "years" : nil
    case .points, .recordedPoints: "points"
    case .observedDays: "days"
    case .labMultiple: "times"
    default: nil
    }
  }

  /// `ug/L` is printed as `µg/L`.
  package static func shown(_ unit: String) -> String {
    ["ug/", "umol/", "uIU/"].contains { unit.hasPrefix($0) } ? "µ" + unit.dropFirst() : unit
  }
}
