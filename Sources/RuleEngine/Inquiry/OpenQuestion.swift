package import ClinicalRecord

/// A question that was not answered and whose answer would change a criterion or flag, with what each answer would do.
package struct OpenQuestion: Sendable, Hashable {
  /// Why it stands where it stands; the order is that of print.
  package enum Rank: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// It may raise what the page says: the level of a met flag, or a flag with a higher level than any that is met.
    case raises
    /// It adds a weight to a met flag: a point of its score, or an amplifier.
    case weighs
    /// A red flag that something recorded speaks for.
    case openFlag
    case flag
    /// Alone it decides a criterion.
    case decides
    /// It decides a criterion together with other answers.
    case helps
    /// A detail, of a matter that a plainer question opens first.
    case detail
    /// It changes no value, but a rule that is met or open lists it.
    case beside

    package static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
  }

  /// What one answer does to one rule.
  package struct Effect: Sendable, Hashable {
    package let item: ItemID
    package let answer: ItemValue
    package let rule: RuleID
    package let before: Truth
    package let after: Truth
    /// The rule becomes open: something speaks for it.
    package let opens: Bool
    /// The level that a flag has after it.
    package let level: Urgency?
    /// A met flag stays met and weighs more: by its level, a point of its score or an amplifier.
    package let weighsMore: Bool
    /// The other answer that it takes, where one alone changes nothing.
    package let together: Companion?
  }

  package struct Companion: Sendable, Hashable {
    package let item: ItemID
    package let answer: ItemValue
  }

  /// More than one where a rule asks for several in one sentence.
  package internal(set) var items: [ItemID]
  package let wording: String
  /// The rule that gives it its rank and its wording.
  package let rule: RuleID
  package let rank: Rank
  /// Only a clinician may answer it.
  package let isForClinician: Bool
  /// It was asked; the answer was "unsure".
  package let wasUnsure: Bool
  package internal(set) var effects: [Effect]
  /// Rules that it decides only together with other answers.
  package internal(set) var helps: [RuleID]
}
