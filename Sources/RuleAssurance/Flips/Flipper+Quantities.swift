import ClinicalRecord
import RuleEngine

// Quantities: the windows, minimum counts and points in them; the conditions in them are flipped as conditions.
extension Flipper {
  func flips(_ quantity: Quantity) -> [Mutant<Quantity>] {
    switch quantity {
    case .lab(let test, let evenOld):
      return [Mutant("\(test): old results \(evenOld ? "no longer" : "also") count", .lab(test, evenOld: !evenOld))]
    case .lowestLab(let test, let days):
      return neighbours(days).map { Mutant("\(test): \(days) days becomes \($0)", .lowestLab(test, withinDays: $0)) }
    case .highestLab(let test, let days):
      return neighbours(days).map { Mutant("\(test): \(days) days becomes \($0)", .highestLab(test, withinDays: $0)) }
    case .firstRecorded(let parts):
      return (parts.drops("part") + parts.exchanges("part") + parts.flips("first recorded", \.self, flips)).map {
        $0.within("", Quantity.firstRecorded)
      }
    case .smallest(let parts):
      return (parts.drops("part") + parts.flips("smallest", \.self, flips)).map {
        $0.within("", Quantity.smallest)
      }
    case .when(let condition, let part):
      return [Mutant("the condition of a number dropped", part)]
        + flips(part).map { $0.within("", { .when(condition, $0) }) }
    case .divided(let part, let divisor): return flips(part).map { $0.within("", { .divided($0, by: divisor) }) }
    case .rounded(let part):
      return [Mutant("not rounded", part)] + flips(part).map { $0.within("", Quantity.rounded) }
    case .quotient(let part, let divisor):
      return flips(part).map { $0.within("above", { .quotient($0, divisor) }) }
        + flips(divisor).map { $0.within("below", { .quotient(part, $0) }) }
    case .minus(let first, let second):
      return flips(first).map { $0.within("first", { .minus($0, second) }) }
        + flips(second).map { $0.within("second", { .minus(first, $0) }) }
    case .points(let points): return flips(points).map { $0.within("", Quantity.points) }
    case .recordedPoints(let points): return flips(points).map { $0.within("", Quantity.recordedPoints) }
    case .median(let item, let query, let minimum):
      return neighbours(minimum).map {
        Mutant("median of at least \(minimum) becomes \($0)", .median(item, query, minimum: $0))
      } + flips(query).map { $0.within("", { .median(item, $0, minimum: minimum) }) }
    case .largest(let item, let query): return flips(query).map { $0.within("", { .largest(item, $0) }) }
    case .sites(let item, let query): return flips(query).map { $0.within("", { .sites(item, $0) }) }
    case .difference(let left, let right, let window):
      return flips(window).map { $0.within("", { .difference(left, right, $0) }) }
    case .observedDays(let window): return flips(window).map { $0.within("", Quantity.observedDays) }
    case .monthsSinceMedicine(let date, let query):
      return flips(query).map { $0.within("", { .monthsSinceMedicine(date, $0) }) }
    case .fixed(let number):
      return [number - 1, number + 1].map { Mutant("\(self.number(number)) becomes \(self.number($0))", .fixed($0)) }
    case .item, .labMultiple, .measurement, .score, .undatedScore, .derived, .monthsSince, .monthsBetween,
      .monthsSinceResult,
      .age:
      return []
    }
  }

  private func flips(_ points: [Points]) -> [Mutant<[Points]>] {
    points.drops("points line")
      + points.flips("points", \.points) { line in
        [Mutant("\(line.points) becomes \(line.points + 1)", line.points + 1)]
      }
  }

  /// How far a limit has to be shifted to pass the nearest value that a record can hold.
  func step(_ quantity: Quantity, _ limit: Double) -> (size: Double, isWhole: Bool) {
    isWhole(quantity) ? (1, true) : (abs(limit) >= 10 ? 1 : 0.1, false)
  }

  private func isWhole(_ quantity: Quantity) -> Bool {
    switch quantity {
    case .item(let item), .measurement(let item), .score(let item, _), .undatedScore(let item),
      .median(let item, _, _), .largest(let item, _):
      return dictionary.field(item)?.kind == .integer
    case .age, .fixed, .rounded, .points, .recordedPoints, .sites, .observedDays: return true
    case .derived(let item): return numbers[item].map { isWhole($0) } ?? false
    case .firstRecorded(let parts), .smallest(let parts): return parts.allSatisfy { isWhole($0) }
    case .when(_, let part): return isWhole(part)
    case .minus(let first, let second): return isWhole(first) && isWhole(second)
    case .lab, .lowestLab, .highestLab, .labMultiple, .monthsSince, .monthsBetween, .monthsSinceMedicine,
      .monthsSinceResult, .divided,
      .quotient,
      .difference:
      return false
    }
  }
}
