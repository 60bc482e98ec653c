import ClinicalRecord

/// What a condition came to. While answers are only tried, this is all that is kept of it.
struct Outcome {
  var truth: Truth
  /// Something recorded speaks for the rule; it makes a rule without a value "open" (basis 0.4).
  var isPositive: Bool
  /// The condition or one below it holds a conflict.
  var hasConflict: Bool
  /// Its row of the findings; -1 where none is kept.
  var row: Int32
}

/// One row of the findings of a record: what stands behind the value of one condition. ``Explanation`` is made of such rows when somebody asks for it.
struct Finding: Sendable {
  enum Subject: Sendable {
    case condition(Condition)
    indirect case step(Step)
  }

  /// How the value of the parts bears on evidence and on what is missing.
  enum Shape: Sendable {
    case plain
    /// Of a conjunction that one part has settled, the open parts miss nothing.
    case conjunction
    /// Of parts that are read in turn, those that say nothing miss nothing once one speaks.
    case ordered
    /// The parts may have another value than the whole.
    case turned
  }

  var subject: Subject
  var shape: Shape
  var truth: Truth
  var isPositive: Bool
  var evidence: Run
  /// Items that were not recorded, or answered "unsure".
  var missing: Run
  /// Position among the conflicts; -1 for none.
  var conflict: Int32
  var hasConflict: Bool
  var note: Note
  /// The rows below it: the first, and from there each one's `next`; -1 for none.
  var firstChild: Int32
  var next: Int32 = -1
}

/// Positions of a list that is shared by all findings of a record.
struct Run: Sendable {
  var start: Int32
  var end: Int32

  static let none = Run(start: 0, end: 0)
  var isEmpty: Bool { start == end }
  var positions: Range<Int> { Int(start)..<Int(end) }
}

/// The parts of a condition, as they are judged one after the other.
struct Parts {
  var count = 0
  var isPositive = false
  var hasConflict = false
  var first: Int32 = -1
  var last: Int32 = -1
}

/// A step that the engine adds to a rule's conditions.
enum Step: Sendable {
  case redFlag
  case speaksAgainstNo
  case answeredNo(ItemID)
  case everyAnswerIsNo
  case logCovers(RuleID)
  case allGrounds
  case measuredTogether
  case resultOnFile
  case site(String?)
  /// A rule that refers to itself, or that the book lacks.
  case noRule(RuleID)

  var words: String {
    switch self {
    case .redFlag: "red flag"
    case .speaksAgainstNo: "speaks against a no"
    case .answeredNo(let item): "\(item) answered no"
    case .everyAnswerIsNo: "every screening question answered no"
    case .logCovers(let rule): "log covers its days (\(rule))"
    case .allGrounds: "all of these grounds"
    case .measuredTogether: "measured together"
    case .resultOnFile: "a result is on file"
    case .site(let site): site.map { "at \(Words.code($0))" } ?? "no site named"
    case .noRule(let rule): rule.name
    }
  }
}

/// What to know about a value, such as "mixed: 4 of 12 entries"; put into words only for a reader.
enum Note: Sendable {
  case none
  case words(String)
  case asked(String)
  case interval(Interval)
  case entries(Int)
  case fitting(Int, of: Int)
  case nothingFits(of: Int)
  case blankPlaces(Int)
  case tooFew(Int, of: Int, minimum: Int)
  case mixed(Int, of: Int)
  case daysAtOneSite(Int)
  case daysAtMost(Int, of: Int)
  case coveredDays(Int, of: Int)
  /// The code of a derived item.
  case code(String)
  /// The value of another rule.
  case value(Truth)

  func words(for subject: Finding.Subject) -> String? {
    switch self {
    case .none: nil
    case .words(let words): words
    case .asked(let code): "asked, \(code)"
    case .interval(let interval):
      interval.isExact ? format(interval.low) : "\(format(interval.low)) to \(format(interval.high))"
    case .entries(let count): count == 1 ? "1 entry" : "\(count) entries"
    case .fitting(let count, let all): "\(count) of \(all) entries"
    case .nothingFits(let looked): "none of \(looked) entries fits"
    case .blankPlaces(let open): "\(open) entries with site, side or detail not recorded"
    case .tooFew(let count, let all, let minimum): "\(count) of \(all) entries; fewer than \(minimum)"
    case .mixed(let count, let all): "mixed: \(count) of \(all) entries"
    case .daysAtOneSite(let days): "\(days) days at one site"
    case .daysAtMost(let days, let looked): "at most \(days) days at one site, of \(looked) entries"
    case .coveredDays(let observed, let total): "\(observed) of \(total) days"
    case .code(let code):
      if case .condition(.derived(let item, _)) = subject { "\(item): \(code)" } else { code }
    case .value(let truth):
      if case .condition(.rule(let id, _)) = subject { "\(id): \(truth.rawValue)" } else { truth.rawValue }
    }
  }
}
