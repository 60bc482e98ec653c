import ClinicalRecord

/// The conditions of all rules of a book by number, in the order in which they are judged: a condition, then its parts with all below them.
///
/// What judging found of a condition is kept under its number, so that trying an answer judges again only the conditions that read it.
struct ConditionNumbers: Sendable {
  /// No number: of conditions outside of a rule's logic, and of those that are judged for one site after the other.
  static let none = -1

  /// By rule, the number of the first condition of its logic.
  private(set) var first: [Int] = []
  /// How many conditions a condition counts, itself included.
  private(set) var sizes: [Int] = []
  /// False for a condition that looks at other rules without naming them, and for those above it: what it came to holds for one judging alone.
  private(set) var areKept: [Bool] = []

  init(_ rules: [Rule]) {
    for rule in rules {
      first.append(sizes.count)
      for condition in rule.logic.conditions { _ = add(condition) }
    }
  }

  /// The number of the condition behind another of the same list.
  func next(after number: Int) -> Int { number < 0 ? ConditionNumbers.none : number + sizes[number] }

  /// The number of the first part of a condition.
  static func firstPart(of number: Int) -> Int { number < 0 ? none : number + 1 }

  private mutating func add(_ condition: Condition) -> Bool {
    let number = sizes.count
    sizes.append(1)
    areKept.append(true)
    var isKept =
      switch condition {
      case .anyConflict, .freeText: false
      default: true
      }
    for part in condition.numberedParts where !add(part) { isKept = false }
    sizes[number] = sizes.count - number
    areKept[number] = isKept
    return isKept
  }
}

extension Condition {
  /// The parts that have numbers of their own, in the order in which they are judged.
  var numberedParts: [Condition] {
    switch self {
    case .all(let parts), .any(let parts), .atLeast(_, let parts), .firstRecorded(let parts): parts
    case .not(let part), .named(_, let part), .ifRecorded(let part), .context(let part): [part]
    case .merge(let answer, let log, _): [answer, log]
    case .decided(let met, let notMet): [met, notMet]
    default: []
    }
  }
}

extension Rule.Logic {
  /// The conditions of the logic as they are judged, one after the other.
  var conditions: [Condition] {
    switch self {
    case .criterion(let condition): [condition]
    case .redFlag(let flag): flag.conditions
    }
  }
}

extension RedFlag {
  var conditions: [Condition] {
    [answers, log].compactMap(\.self) + findings.map { .ifRecorded($0) }
      + [gate.map { .context($0) }, barsNo, opensWith].compactMap(\.self)
  }
}

/// What a condition came to, in one byte, without what stands behind it; 0 where it was not judged.
struct KnownOutcome: Sendable {
  private let bits: UInt8

  static let unknown = KnownOutcome(bits: 0)
  private init(bits: UInt8) { self.bits = bits }

  init(_ outcome: Outcome) {
    let truth: UInt8 =
      switch outcome.truth {
      case .met: 1
      case .notMet: 2
      case .notRecorded: 3
      }
    bits = truth | (outcome.isPositive ? 4 : 0) | (outcome.hasConflict ? 8 : 0)
  }

  var outcome: Outcome? {
    let truth: Truth
    switch bits & 3 {
    case 1: truth = .met
    case 2: truth = .notMet
    case 3: truth = .notRecorded
    default: return nil
    }
    return Outcome(truth: truth, isPositive: bits & 4 != 0, hasConflict: bits & 8 != 0, row: -1)
  }
}

/// A set of conditions by number.
struct ConditionSet: Sendable {
  private var words: [UInt64] = []

  func contains(_ number: Int) -> Bool {
    let word = number >> 6
    return word < words.count && words[word] & (1 << UInt64(number & 63)) != 0
  }

  mutating func insert(_ number: Int) {
    let word = number >> 6
    while words.count <= word { words.append(0) }
    words[word] |= 1 << UInt64(number & 63)
  }

  mutating func formUnion(_ other: ConditionSet) {
    while words.count < other.words.count { words.append(0) }
    for (word, bits) in other.words.enumerated() { words[word] |= bits }
  }
}
