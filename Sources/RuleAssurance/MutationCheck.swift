import ClinicalRecord
package import RuleEngine

/// Flips every rule and derived item, one flip at a time, and asks the case tables whether they notice.
///
/// A flip is noticed when a row that holds for the book as it is fails for the flipped book: of the rule's own table, else of the tables
/// of rules that refer to it. Only the rule of the row is judged, with what it refers to.
package struct MutationCheck: Sendable {
  package struct Survivor: Sendable {
    package let rule: String
    package let place: String
    package let flip: String
    package var key: [String] { [rule, place, flip] }
  }

  /// What came of the flips of one rule or derived item.
  package struct Result: Sendable {
    package let subject: String
    package let area: String
    package var flips = 0
    package var noticedByOwn = 0
    package var noticedByOthers = 0
    package var survivors: [Survivor] = []
    package var noticed: Int { noticedByOwn + noticedByOthers }
  }

  private let book: RuleBook
  private let cases: PreparedCases
  private let flipper: Flipper
  private let references: References

  package init(_ book: RuleBook, _ cases: PreparedCases) {
    self.book = book
    self.cases = cases
    flipper = Flipper(book)
    references = References(book)
  }

  /// The results in book order, the derived items last; worked out in parallel.
  ///
  /// - Parameter isWanted: by area and subject, which rules to flip.
  package func run(_ isWanted: @Sendable (String, String) -> Bool = { _, _ in true }) async -> [Result] {
    var jobs: [@Sendable () -> Result] = []
    for area in book.areas {
      for rule in area.rules where isWanted(area.id, rule.id.name) { jobs.append { check(rule, area.id) } }
    }
    for code in book.derivedCodes where isWanted("derived", code.id.name) {
      jobs.append {
        check(code.id.name, flipper.flips(code).map { $0.within("", book.replacing) }, references.readers(of: code.id))
      }
    }
    for number in book.derivedNumbers where isWanted("derived", number.id.name) {
      jobs.append {
        check(
          number.id.name, flipper.flips(number).map { $0.within("", book.replacing) }, references.readers(of: number.id)
        )
      }
    }
    return await withTaskGroup(of: (Int, Result).self) { group in
      for (position, job) in jobs.enumerated() { group.addTask { (position, job()) } }
      var results: [(Int, Result)] = []
      for await result in group { results.append(result) }
      return results.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  package func check(_ rule: Rule, _ area: String) -> Result {
    var result = Result(subject: rule.id.name, area: area)
    let own = cases[rule.id]
    let others = references.dependents(of: rule.id).flatMap { cases[$0] }
    for mutant in flipper.flips(rule) {
      count(mutant.within("", book.replacing), own, others, in: &result)
    }
    return result
  }

  /// A derived item has no table of its own: the rules that read it are its tables.
  private func check(_ id: String, _ mutants: [Mutant<RuleBook>], _ readers: [RuleID]) -> Result {
    var result = Result(subject: id, area: "derived")
    let rows = readers.flatMap { cases[$0] }
    for mutant in mutants { count(mutant, [], rows, in: &result) }
    return result
  }

  private func count(
    _ mutant: Mutant<RuleBook>, _ own: [PreparedCases.Case], _ others: [PreparedCases.Case], in result: inout Result
  ) {
    let judge = RuleJudge(mutant.value)
    result.flips += 1
    if own.contains(where: { !$0.holds(by: judge) }) {
      result.noticedByOwn += 1
    } else if others.contains(where: { !$0.holds(by: judge) }) {
      result.noticedByOthers += 1
    } else {
      result.survivors.append(Survivor(rule: result.subject, place: mutant.place, flip: mutant.flip))
    }
  }
}
