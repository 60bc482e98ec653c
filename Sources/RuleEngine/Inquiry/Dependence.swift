package import ClinicalRecord

/// One recorded thing on which the value of a rule rests: were it absent or different, the value would be another.
package struct Dependence: Sendable, Hashable {
  package enum Subject: Sendable, Hashable {
    /// An answer, history item or item of the person.
    case answer(ItemID, ItemValue)
    case entry(id: String?, Day, kind: String?, Place)
    /// Every entry of one day.
    case day(Day, entries: Int)
    case medicine(name: String, Place)
    /// A result, measurement or supplied score.
    case result(ItemID, Day?, Place)
  }

  package enum Change: Sendable, Hashable {
    case removed
    case answered(ItemValue)
  }

  package let subject: Subject
  package let change: Change
  /// The value that the rule would have.
  package let after: Truth
}

/// What the value of one rule rests on.
package struct Sensitivity: Sendable {
  package let rule: RuleID
  package let value: Truth
  /// In the order of the record: answers, entries, days, medicines, results.
  package let dependences: [Dependence]

  /// What the value needs: without any one of these it would be another.
  package var pillars: [Dependence.Subject] {
    var found: [Dependence.Subject] = []
    let removed = dependences.filter { $0.change == .removed }.map(\.subject)
    let singleDays = Set(
      removed.compactMap { subject -> Day? in if case .entry(_, let day, _, _) = subject { day } else { nil } })
    for subject in removed {
      // A day is named only where it takes all of its entries.
      if case .day(let day, _) = subject, singleDays.contains(day) { continue }
      found.append(subject)
    }
    return found
  }
}
