/// The values that a quantity can still have, given what was recorded: one value when all is known, a range when points are unanswered or a date gives an age only to the year.
package struct Interval: Sendable, Hashable {
  package var low: Double
  package var high: Double

  package init(_ value: Double) {
    low = value
    high = value
  }

  package init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  package var isExact: Bool { low == high }

  /// `met` when every value of the interval satisfies the comparison, `notMet` when none does, else `notRecorded`.
  package func compare(_ comparison: Comparison, _ limit: Double) -> Truth {
    let (atLow, atHigh) = (comparison.holds(low, limit), comparison.holds(high, limit))
    if comparison == .equal {
      return isExact ? (atLow ? .met : .notMet) : (low...high ~= limit ? .notRecorded : .notMet)
    }
    if atLow && atHigh { return .met }
    return atLow || atHigh ? .notRecorded : .notMet
  }
}

/// A comparison of a quantity with a threshold.
package enum Comparison: String, Sendable, Hashable {
  case less = "<"
  case atMost = "<="
  case equal = "="
  case atLeast = ">="
  case greater = ">"

  /// Parts of a number that binary fractions alone bring about: 33.3 − 30.3 is 2.9999999999999964, and is at least 3 all the same.
  private static let rounding = 1e-9

  func holds(_ value: Double, _ limit: Double) -> Bool {
    let isSame = value == limit || abs(value - limit) <= Comparison.rounding * max(abs(value), abs(limit))
    return switch self {
    case .less: value < limit && !isSame
    case .atMost: value < limit || isSame
    case .equal: isSame
    case .atLeast: value > limit || isSame
    case .greater: value > limit && !isSame
    }
  }
}
