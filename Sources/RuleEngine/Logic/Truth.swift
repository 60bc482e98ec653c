/// The three values of a criterion. Missing is never negative: only an explicit "no", or a result on the other side of a threshold, is `notMet`.
///
/// The operators are Kleene's strong three-valued logic (basis 0.2). There is deliberately no way to turn a `Truth` into a `Bool`.
package enum Truth: String, Sendable, Hashable, CaseIterable {
  case met, notMet, notRecorded

  package static prefix func ! (value: Truth) -> Truth {
    switch value {
    case .met: .notMet
    case .notMet: .met
    case .notRecorded: .notRecorded
    }
  }

  /// `notMet` if one of the two is, else `notRecorded` if one is, else `met`.
  func and(_ other: Truth) -> Truth {
    if self == .notMet || other == .notMet { return .notMet }
    return self == .met ? other : self
  }

  /// `met` if one of the two is, else `notRecorded` if one is, else `notMet`.
  func or(_ other: Truth) -> Truth {
    if self == .met || other == .met { return .met }
    return self == .notMet ? other : self
  }

  /// `notMet` if any is, else `notRecorded` if any is, else `met`.
  package static func all(_ values: some Sequence<Truth>) -> Truth {
    var result = Truth.met
    for value in values {
      if value == .notMet { return .notMet }
      if value == .notRecorded { result = .notRecorded }
    }
    return result
  }

  /// `met` if any is, else `notRecorded` if any is, else `notMet`.
  package static func any(_ values: some Sequence<Truth>) -> Truth {
    var result = Truth.notMet
    for value in values {
      if value == .met { return .met }
      if value == .notRecorded { result = .notRecorded }
    }
    return result
  }

  /// `met` if at least `count` are, `notMet` if even the unrecorded ones could not make up the count, else `notRecorded`.
  package static func atLeast(_ count: Int, _ values: some Sequence<Truth>) -> Truth {
    var met = 0
    var open = 0
    for value in values {
      if value == .met { met += 1 }
      if value == .notRecorded { open += 1 }
    }
    return atLeast(count, met: met, open: open)
  }

  /// The same from how many are met and how many not recorded.
  static func atLeast(_ count: Int, met: Int, open: Int) -> Truth {
    if met >= count { return .met }
    return met + open < count ? .notMet : .notRecorded
  }
}
