import ClinicalRecord
import ClinicalRules
import RuleCases
import RuleEngine
import Testing

@testable import RuleAssurance

/// The check itself is checked: a table with a hole lets a flip through, a full one does not.
@Suite struct MutationTests {
  private static let rule = Rule("test.rule", "Test") {
    Condition.yes("qUrgeToMove")
    Quantity.item("ageYears") >= 50
  }

  private static func survivors(_ rule: Rule, _ rows: String) -> [String] {
    let book = RuleBook(
      version: "test", areas: [RuleArea("test", "Test", [rule])], derivedCodes: [], derivedNumbers: [],
      precedence: [], references: [:], dictionary: LegbriefFields.dictionary)
    let table = CaseTable(
      "# \(rule.id)\n\n| case | qUrgeToMove | ageYears | expect | level |\n|---|---|---|---|---|\n\(rows)")
    let cases = PreparedCases([table], book)
    #expect(table.faults.isEmpty && cases.unusable.isEmpty)
    return MutationCheck(book, cases).check(rule, "test").survivors.map(\.flip)
  }

  @Test func aFullTableNoticesEveryFlip() {
    let rows = "| a | yes | 50 | met | |\n| b | yes | 49 | notMet | |\n| c | no | 50 | notMet | |\n"
    #expect(MutationTests.survivors(MutationTests.rule, rows) == [])
  }

  @Test func aTableWithoutTheLimitMissesItsShift() {
    let rows = "| a | yes | 60 | met | |\n| b | yes | 49 | notMet | |\n| c | no | 60 | notMet | |\n"
    #expect(MutationTests.survivors(MutationTests.rule, rows) == [">= 50 becomes >= 51"])
  }

  @Test func aTableOfPositiveRowsMissesTheConnective() {
    let rows = "| a | yes | 50 | met | |\n| b | yes | 49 | notMet | |\n"
    #expect(MutationTests.survivors(MutationTests.rule, rows) == ["part 1 dropped"])
  }

  @Test func levelsAreFlippedToo() {
    let flag = MutationTests.rule.level(.sameDay, when: Quantity.item("ageYears") >= 70).level(.soon)
    let weak = "| a | yes | 50 | met | soon |\n| b | yes | 49 | notMet | |\n| c | no | 50 | notMet | |\n"
    #expect(!MutationTests.survivors(flag, weak).isEmpty)
    let full = weak + "| d | yes | 70 | met | sameDay |\n| e | yes | 69 | met | soon |\n"
    #expect(MutationTests.survivors(flag, full) == [])
  }

  @Test func aSharedConditionIsFlippedInAllItsPlaces() {
    let yes = Condition.yes("qUrgeToMove")
    let rule = Rule("test.rule", "Test", yes).says("Urge.", when: yes)
    let flips = Flipper(LegbriefRules.book).flips(rule)
    #expect(flips.count == 1)
    #expect(flips.first?.value.phrases.first?.condition == .no("qUrgeToMove"))
  }

  @Test func noFlipLeavesTheRuleAsItWas() {
    let flipper = Flipper(LegbriefRules.book)
    for rule in LegbriefRules.book.rules { #expect(flipper.flips(rule).allSatisfy { $0.value != rule }) }
  }

  @Test func aReasonStandsForOneFlipOrForAnyRest() {
    let reasons = Reasons("| rule | place | flip | reason |\n|---|---|---|---|\n| a.b | any 1 | x* | same value |\n")
    #expect(reasons.reason("a.b", "any 1", "xyz") == "same value" && reasons.reason("a.b", "any 2", "xyz") == nil)
    #expect(reasons.stale([["a.b", "any 2", "xyz"]]) == [3] && reasons.stale([["a.b", "any 1", "x"]]) == [])
    #expect(!Reasons("| a.b | any 1 | x | |\n").faults.isEmpty)
  }
}
