import RuleEngine
import Testing

/// The tables of basis 0.2; T met, F not met, U not recorded.
@Suite struct TruthTests {
  static func truth(_ letter: Character) -> Truth {
    switch letter {
    case "T": .met
    case "F": .notMet
    default: .notRecorded
    }
  }

  @Test(arguments: [("T", "F"), ("F", "T"), ("U", "U")])
  func not(value: String, expected: String) {
    for (a, b) in zip(value, expected) { #expect(!Self.truth(a) == Self.truth(b)) }
  }

  @Test(arguments: [
    ("TT", "T", "T"), ("TF", "F", "T"), ("TU", "U", "T"), ("FF", "F", "F"), ("FU", "F", "U"), ("UU", "U", "U"),
    ("", "T", "F"), ("TTU", "U", "T"), ("UFT", "F", "T"),
  ])
  func allAndAny(values: String, all: String, any: String) {
    for order in [values, String(values.reversed())] {
      #expect(Truth.all(order.map(Self.truth)) == Self.truth(all.first ?? "U"))
      #expect(Truth.any(order.map(Self.truth)) == Self.truth(any.first ?? "U"))
    }
  }

  @Test(arguments: [
    (2, "TTF", "T"), (2, "TFF", "F"), (2, "TUF", "U"), (2, "UUF", "U"), (2, "UFF", "F"), (0, "", "T"), (1, "", "F"),
    (3, "TTU", "U"), (3, "TTUU", "U"), (1, "UUT", "T"),
  ])
  func atLeast(count: Int, values: String, expected: String) {
    #expect(Truth.atLeast(count, values.map(Self.truth)) == Self.truth(expected.first ?? "U"))
  }

  @Test(arguments: [
    (Interval(2), Comparison.atLeast, 2.0, Truth.met), (Interval(1), .atLeast, 2, .notMet),
    (Interval(low: 1, high: 2), .atLeast, 2, .notRecorded), (Interval(low: 2, high: 9), .atLeast, 2, .met),
    (Interval(low: -2, high: 1), .atLeast, 2, .notMet), (Interval(75), .atMost, 75, .met),
    (Interval(75.01), .atMost, 75, .notMet), (Interval(low: 3, high: 5), .equal, 4, .notRecorded),
    (Interval(4), .equal, 4, .met), (Interval(low: 5, high: 6), .equal, 4, .notMet), (Interval(4), .less, 4, .notMet),
    // What binary fractions make of 33.3 − 30.3, 3.4 / 68 and 0.1 + 0.2.
    (Interval(33.3 - 30.3), .atLeast, 3, .met), (Interval(33.3 - 30.3), .less, 3, .notMet),
    (Interval(3.4 / 68), .atLeast, 0.05, .met), (Interval(0.1 + 0.2), .greater, 0.3, .notMet),
    (Interval(0.1 + 0.2), .equal, 0.3, .met), (Interval(0), .greater, 1e-12, .notMet),
    (Interval(2.9999), .atLeast, 3, .notMet), (Interval(.infinity), .less, 3, .notMet),
  ])
  func intervalsCompareOnlyWhereEveryValueAgrees(
    interval: Interval, comparison: Comparison, limit: Double, expected: Truth
  ) {
    #expect(interval.compare(comparison, limit) == expected)
  }
}
