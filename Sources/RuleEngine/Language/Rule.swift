package import ClinicalRecord

/// One rule of a rule book: its logic, what it says, what it asks, where it comes from.
package struct Rule: Sendable, Hashable {
  package let id: RuleID
  package let title: String
  package var logic: Logic
  package var phrases: [Phrase] = []
  package var details: [NamedDetail] = []
  package var questions: [Question] = []
  /// Tests to consider while no fresh result is on file and the rule is met or open.
  package var testGroups: [TestGroup] = []
  /// The first level whose condition is met (or that has none) applies; empty for rules that are not flags.
  package var levels: [Level] = []
  /// Circumstances that make a flag weigh more; listed, never needed.
  package var amplifiers: [Condition] = []
  package var citations: [ReferenceID] = []
  package var basis: BasisMark = .memory
  /// True when a met value still needs a clinician's judgement.
  package var isProvisional = false
  /// While this is met, the judgement was made and the value is no longer provisional.
  package var settledWhen: Condition?
  /// True when the missing items are listed whatever the value.
  package var listsMissingAlways = false
  /// Items that decide nothing and are asked for: of a flag while it is not "no", of any other rule while it is met or open.
  package var alsoAsked: [ItemID] = []
  /// Settled readings (basis C12) that shaped the logic.
  package var readings: [String] = []
  /// What the rule is for, where that differs from its area.
  package var intent: RuleIntent?
  /// Thresholds whose mark is not ``basis``.
  package var thresholdMarks: [ThresholdMark] = []

  package enum Logic: Sendable, Hashable {
    case criterion(Condition)
    case redFlag(RedFlag)
  }

  /// A rule whose value is that of all conditions of the block.
  package init(_ id: RuleID, _ title: String, @ConditionBuilder _ conditions: () -> [Condition]) {
    let all = conditions()
    self.init(id, title, all.count == 1 ? all[0] : .all(all))
  }

  package init(_ id: RuleID, _ title: String, _ condition: Condition) {
    self.id = id
    self.title = title
    logic = .criterion(condition)
  }

  package init(_ id: RuleID, _ title: String, _ flag: RedFlag) {
    self.id = id
    self.title = title
    logic = .redFlag(flag)
  }

  /// Every test that the rule may consider.
  package var tests: [ItemID] { testGroups.flatMap(\.tests) }

  /// Printed among the flags: a red flag of basis C5, or a pattern with a level.
  package var isRedFlag: Bool { isSafetyFlag || !levels.isEmpty }

  /// A red flag of basis C5, whose "no" is on its own terms: what is missing never clears it.
  package var isSafetyFlag: Bool {
    if case .redFlag = logic { return true }
    return false
  }

  /// A line of level routine: printed below the flags and not counted as one (settled reading A09).
  package var isRoutineLine: Bool { !levels.isEmpty && levels.allSatisfy { $0.urgency == .routine } }
}

/// The logic of a red flag (basis C5): any part makes it met; it is `notMet` only on the terms that `notMetWhen` names.
package struct RedFlag: Sendable, Hashable {
  /// What a "no" needs, besides no part being met or left open by a log entry.
  package indirect enum Ground: Sendable, Hashable {
    /// An explicit "no" (or an empty set) to every one of the questions (settled reading A04).
    case everyAnswerIsNo([ItemID])
    /// A log that covers its days well enough, by this rule's verdict.
    case logCovers(RuleID)
    /// At least one of the results on file; with a number of days, dated within them.
    case anyResult([ItemID], withinDays: Int?)
    /// All of the measurements on file, the newest of each on the same day.
    case measuredTogether([ItemID])
    case all([Ground])
  }

  /// A circumstance without which the flag does not apply; recorded as absent, the flag is `notMet` (settled reading A12).
  package var gate: Condition?
  /// From questions; disagreement with the log keeps the positive (basis `safety`) and is noted.
  package var answers: Condition?
  package var log: Condition?
  /// Measurements and scores, which a "no" does not need.
  package var findings: [Condition]
  /// Signs that leave the flag open, without being enough for it, as long as it has no value.
  package var opensWith: Condition?
  /// While this is met, the flag is never `notMet`: something recorded speaks for it that is not enough to make it met.
  package var barsNo: Condition?
  /// Whether the answers and the log are about the same thing, so that one that says no and one that says yes disagree.
  package var logAsksTheSame: Bool
  package var notMetWhen: Ground

  package init(
    gate: Condition? = nil, answers: Condition? = nil, log: Condition? = nil, findings: [Condition] = [],
    opensWith: Condition? = nil, barsNo: Condition? = nil, logAsksTheSame: Bool = true, notMetWhen ground: Ground
  ) {
    self.gate = gate
    self.answers = answers
    self.log = log
    self.findings = findings
    self.opensWith = opensWith
    self.barsNo = barsNo
    self.logAsksTheSame = logAsksTheSame
    notMetWhen = ground
  }
}

/// Words of a rule for one of its values; `{name}` is filled from the detail of that name.
package struct Phrase: Sendable, Hashable {
  package var text: String
  package var value: Truth
  package var condition: Condition?
  /// Added after the main phrase instead of standing for it.
  package var isAddition: Bool
}

package struct NamedDetail: Sendable, Hashable {
  package var name: String
  package var detail: Detail
}

/// What to ask while something is missing.
package struct Question: Sendable, Hashable {
  package var text: String
  /// Asked while any of these is missing; empty means whenever the rule is not recorded.
  package var items: [ItemID]
}

/// Tests to consider together.
package struct TestGroup: Sendable, Hashable {
  package var tests: [ItemID]
  /// Considered only while this is met; nil for always.
  package var condition: Condition?
}

package struct Level: Sendable, Hashable {
  package var urgency: Urgency
  package var condition: Condition?
  /// True for a level that applies while an entry behind the flag is active (basis 0.3 `active`).
  package var whileActive: Bool
}

/// How sure a fact is (basis 0.1).
package enum BasisMark: String, Sendable, Hashable {
  /// Seen in a stored public page.
  case verified = "V"
  /// From memory of the literature, not re-read.
  case memory = "M"
  /// Project default.
  case project = "P"
}

/// The key of a reference of the rule book, such as `allen2014`.
package struct ReferenceID: Sendable, Hashable, ExpressibleByStringLiteral {
  package let name: String
  package init(stringLiteral name: String) { self.name = name }
  package init(_ name: String) { self.name = name }
}
