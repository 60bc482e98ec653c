import ClinicalRecord
import RuleEngine
import Testing

/// An entry that supports two patterns is named as such; one of another kind never is (basis P9).
@Suite struct EntryOverlapTests {
  private func overlap(_ first: [String], _ second: [String]) -> [EntryOverlap.Shared] {
    let book = RuleBook(
      version: "test",
      areas: [
        RuleArea(
          "one", "One",
          [Rule("one.a", "A", .logged(EntryQuery(first))), Rule("one.b", "B", .logged(EntryQuery(first)))]),
        RuleArea("two", "Two", [Rule("two.a", "C", .logged(EntryQuery(second)))]),
      ], derivedCodes: [], derivedNumbers: [], precedence: [], references: [:],
      dictionary: FieldDictionary(fields: [], labs: []))
    let log = Judging.entries("muscleCramp", 3) + Judging.entries("urgeToMove", 2, daysAgo: 1)
    return EntryOverlap(RuleJudge(book).judge(Judging.record(log: log)), book: book).of("one.a")
  }

  @Test func entriesSharedWithAnotherAreaAreCounted() {
    let shared = overlap(["muscleCramp", "urgeToMove"], ["urgeToMove"])
    #expect(shared.map(\.entries) == [2])
    #expect(shared.map(\.rules) == [["two.a"]])
  }

  /// What a rule takes over from another is one finding; so is an entry behind a measure that was tried.
  @Test(
    arguments: [(Condition.rule("one.a"), .patterns), (.logged(EntryQuery(["muscleCramp"])), .measures)]
      as [(Condition, RuleArea.Role)])
  func aRuleThatReadsTheOtherIsNoOverlap(second: Condition, role: RuleArea.Role) {
    let other = RuleArea("two", "Two", role: role, [Rule("two.a", "C", second)])
    let book = RuleBook(
      version: "test",
      areas: [RuleArea("one", "One", [Rule("one.a", "A", .logged(EntryQuery(["muscleCramp"])))]), other],
      derivedCodes: [], derivedNumbers: [], precedence: [], references: [:],
      dictionary: FieldDictionary(fields: [], labs: []))
    let verdicts = RuleJudge(book).judge(Judging.record(log: Judging.entries("muscleCramp", 3)))
    #expect(verdicts["two.a"]?.value == .met)
    #expect(EntryOverlap(verdicts, book: book).of("one.a").isEmpty)
    #expect(EntryOverlap(verdicts, book: book).of("two.a").isEmpty)
  }

  @Test func rulesOfTheSameAreaAreNoOverlap() { #expect(overlap(["muscleCramp"], ["jointPain"]).isEmpty) }

  @Test func anEntryIsNeverBothCrampAndUrge() { #expect(overlap(["muscleCramp"], ["urgeToMove"]).isEmpty) }
}
