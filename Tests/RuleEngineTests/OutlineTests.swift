import ClinicalRecord
import RuleEngine
import Testing

/// The plain words of review sheets.
@Suite struct OutlineTests {
  private static let book = RuleBook(
    version: "test", areas: [RuleArea("area", "Area", [Rule("b", "Other rule", .yes("q"))])], derivedCodes: [],
    derivedNumbers: [DerivedNumber("stiff", .item("minutes"))], precedence: [], references: [:],
    dictionary: FieldDictionary(
      fields: [
        Field("q", in: .answers, "Is it so?", .bool3),
        Field("minutes", in: .answers, "How long?", .integer, unit: "minutes"),
      ], labs: [LabDefinition("ferritin", "Ferritin", unit: "ug/L", staleAfterDays: 180)]))
  private static let describer = ConditionDescriber(book: book, inFull: true)

  private static func outline(_ condition: Condition) -> String {
    describer.outline(condition).map { String(repeating: "  ", count: $0.depth) + $0.text }.joined(separator: "\n")
  }

  @Test func groupsNest() {
    let condition = Condition.any([
      .all([.yes("q"), .derived("stiff") >= 30]), .any([.lab("ferritin", evenOld: false) < 1]),
    ])
    #expect(
      Self.outline(condition) == """
        Any of:
          All of:
            “Is it so?” (q) is yes
            Stiff is at least 30 minutes
          Ferritin is below 1 µg/L
        """)
  }

  @Test func negationAndReferences() {
    #expect(Self.outline(.not(.rule("b"))) == "Not: rule b “Other rule” is met")
    #expect(Self.outline(.not(.ifRecorded(.yes("q")))) == "Unless recorded: “Is it so?” (q) is yes")
    #expect(Self.outline(.fresh("ferritin")) == "A result of Ferritin on file, dated within 180 days")
    #expect(Self.outline(.lab("ferritin", evenOld: true) >= 0) == "Ferritin (old results too) is recorded")
  }

  @Test func pointsAreListed() {
    #expect(
      Self.outline(.points([Points(1, .yes("q")), Points(-2, .rule("b"))]) <= 1) == """
        The sum over 2 items, unanswered ones with and without their points, is at most 1 point:
          1 point: “Is it so?” (q) is yes
          Minus 2 points: rule b “Other rule” is met
        """)
  }

  @Test func entriesSayWhatCounts() {
    let query = EntryQuery(["swelling"], where: .all([.side(["left"]), .number("severity", .atLeast, 8)]))
    #expect(
      Self.outline(.anEntryFits(query)) == """
        At least 1 log entry of swelling, last 28 days; none means not met; an entry counts where:
          All of:
            Side is left
            Severity is at least 8
        """)
  }

  @Test func redFlagsSayWhatANoNeeds() {
    let flag = RedFlag(gate: .yes("q"), answers: .yes("q"), notMetWhen: .everyAnswerIsNo(["q"]))
    let lines = Self.describer.outline(Rule("a", "A", flag)).map(\.text)
    #expect(lines.contains("Not met only when no part is met or left open by a log entry, and:"))
    #expect(lines.contains("Every one of these is answered no:"))
  }

  @Test func aGroupThatStoodBeforeIsNamed() {
    let group = ["a", "b", "c", "d", "e"].map { OutlineLine(1, $0) }
    let lines = [OutlineLine(0, "First:")] + group + [OutlineLine(0, "Second:")] + group + [OutlineLine(0, "f")]
    let folded = ConditionDescriber.folded(lines).map(\.text)
    #expect(
      folded == ["First:", "a", "b", "c", "d", "e", "Second — the 5 lines above from “a…” to “e…”", "f"])
  }

  @Test func namesOfAListAreDefinedWhereTheLogicDoesNotSayThem() {
    let list = Detail.names([Named("long", .derived("stiff") >= 60), .yes("q")], .met)
    let defined = Self.describer.definitions(list, besides: [])
    #expect(defined.map(\.text) == ["Long — stiff is at least 60 minutes"])
    #expect(Self.describer.definitions(list, besides: defined).isEmpty)
  }

  @Test func thresholdsHaveUnitAndMark() {
    let rule = Rule("a", "A", .all([.derived("stiff") >= 30, .lab("ferritin", evenOld: false) <= 75]))
      .cites("s", basis: .verified).marking(30, as: .project)
    let found = Self.describer.thresholds(of: rule, in: Self.book)
    #expect(found.map(\.limit) == ["at least 30 minutes", "at most 75 µg/L", "180 days"])
    #expect(found.map(\.mark) == [.project, .verified, .project])
  }
}
