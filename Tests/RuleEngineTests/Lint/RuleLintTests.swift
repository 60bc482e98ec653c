import ClinicalRecord
import RuleEngine
import Testing

/// Each kind of finding, seen once in a book that has the fault, and not in one that does not.
@Suite struct RuleLintTests {
  private static func ids(
    _ rules: [Rule], references: [ReferenceID: String] = ["s": "Source 2020"], age: Int = 10,
    precedence: [Precedence] = [], context: [ItemID: String] = [:]
  ) throws -> [String] {
    let book = RuleBook(
      version: "test", areas: [RuleArea("area", "Area", rules)], derivedCodes: [],
      derivedNumbers: [DerivedNumber("age", .age(at: nil))], precedence: precedence, references: references,
      dictionary: FieldDictionary(
        fields: [
          Field("q", in: .answers, "Is it so?", .enumeration(["yes", "no"])),
          Field("n", in: .answers, "How many?", .number), Field("ageYears", in: .person, "Age", .integer),
          Field("birthDate", in: .person, "Birth date", .day),
        ], labs: []), contextItems: context)
    let day = try #require(Day(iso: "2026-03-02"))
    return RuleLint(book).findings(guidelineAge: age, asOf: day).map(\.id).filter { $0 != "unread-input" }
  }

  private static func rule(_ condition: Condition, _ id: RuleID = "a") -> Rule {
    Rule(id, "Title", condition).cites("s", basis: .memory)
  }

  @Test func aSoundBookHasNoFindings() throws {
    #expect(try Self.ids([Self.rule(.yes("q")).says("Recorded.")]) == [])
  }

  @Test(arguments: [
    (Condition.all([.yes("q"), .not(.yes("q"))]), "contradiction"), (.all([.yes("q"), .no("q")]), "contradiction"),
    (.all([.item("n") > 5, .item("n") <= 5]), "contradiction"),
    (.all([.item("n") >= 6, .item("n") <= 5]), "contradiction"),
    (.atLeast(3, [.yes("q"), .item("n") > 1]), "contradiction"), (.any([.yes("q"), .yes("q")]), "duplicate-condition"),
    (.item("q", in: ["maybe"]), "unknown-code"), (.yes("x"), "unknown-item"), (.rule("b"), "unknown-rule"),
  ]) func theLogicIsChecked(condition: Condition, expected: String) throws {
    #expect(try Self.ids([Self.rule(condition)]) == [expected])
  }

  @Test func limitsThatMeetAreNoContradiction() throws {
    #expect(try Self.ids([Self.rule(.all([.item("n") >= 5, .item("n") <= 5]))]) == [])
  }

  @Test func unreachableWordsAndLevels() throws {
    let rule = Self.rule(.yes("q"))
    #expect(try Self.ids([rule.says("A.").says("B.")]) == ["phrase-never-chosen"])
    #expect(try Self.ids([rule.says("A.", when: .yes("q")).says("B.", when: .yes("q"))]) == ["phrase-never-chosen"])
    #expect(try Self.ids([Self.rule(.recorded("q")).says("B.", if: .notMet)]) == ["phrase-never-chosen"])
    #expect(try Self.ids([rule.level(.soon).level(.urgent)]) == ["unreachable-branch"])
    #expect(try Self.ids([rule.level(.soon, whileActive: true).level(.urgent)]) == [])
    let choice = Detail.choice([.init(.yes("q"), "a"), .init(.yes("q"), "b")], otherwise: "c")
    #expect(try Self.ids([rule.detail("d", choice)]) == ["unreachable-branch"])
  }

  @Test func idsAndReferences() throws {
    let rule = Self.rule(.yes("q"))
    #expect(try Self.ids([rule, rule]) == ["duplicate-rule"])
    #expect(try Self.ids([rule], precedence: [Precedence("P1", while: "a", withhold: ["z"])]) == ["unknown-rule"])
    #expect(try Self.ids([rule.cites("t", basis: .memory)]) == ["unknown-reference"])
    #expect(try Self.ids([rule.settled(by: "A99")]) == ["unknown-reading"])
    #expect(
      try Self.ids([Rule("a", "T", .item("n") > 1)], references: [:]) == ["no-citation", "threshold-without-citation"])
    #expect(try Self.ids([Rule("a", "T", .yes("q"))], references: [:]) == ["no-citation"])
    #expect(try Self.ids([rule], references: ["s": "S 2020", "t": "T 2020"]) == ["uncited-reference"])
    #expect(try Self.ids([rule], context: ["q": "read after all"]) == ["stale-context-item"])
  }

  @Test func theAgeOfSources() throws {
    let rule = Self.rule(.yes("q"))
    #expect(try Self.ids([rule], references: ["s": "S 2016"]) == [])
    #expect(try Self.ids([rule], references: ["s": "S 2015"]) == ["old-guideline"])
    #expect(try Self.ids([rule], references: ["s": "S 2015, updated 2023"]) == [])
    #expect(try Self.ids([rule], references: ["s": "S 2015"], age: 11) == [])
    #expect(try Self.ids([rule], references: ["s": "S"]) == ["no-year"])
    #expect(try Self.ids([rule], references: ["s": "Project default: ours"]) == [])
  }

  @Test(arguments: [
    ("Sleep Med 2014;15:860-873. doi 10.1016/j.sleep.2024.03.025", 2014), ("NICE NG23 2015, updated Nov 2024", 2024),
    ("Clin 1992;45:1101-1109", 1992), ("NICE NG100", nil), ("e1910154", nil),
  ]) func theYearOfASource(text: String, year: Int?) { #expect(RuleLint.year(of: text) == year) }
}
