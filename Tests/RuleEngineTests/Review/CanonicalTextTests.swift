import ClinicalRecord
import RuleEngine
import Testing

/// What a fingerprint is made of: the same for equal rules, another for any change of what the rule comes to.
@Suite struct CanonicalTextTests {
  private static let limit = Rule("a", "A", .lab("ferritin", evenOld: false) <= 75).says("Low.").cites(
    "s", basis: .memory)

  private static func book(
    _ rules: [Rule], derived: [DerivedNumber] = [], precedence: [Precedence] = [], source: String = "S 2020",
    signOffs: [SignOff] = []
  ) -> RuleBook {
    RuleBook(
      version: "test", areas: [RuleArea("area", "Area", rules)], derivedCodes: [], derivedNumbers: derived,
      precedence: precedence, references: ["s": source],
      dictionary: FieldDictionary(
        fields: [Field("q", in: .answers, "Is it so?", .bool3)],
        labs: [LabDefinition("ferritin", "Ferritin", unit: "ug/L", staleAfterDays: 180)]), signOffs: signOffs)
  }

  private static func text(_ rule: Rule, _ others: [Rule] = [], derived: [DerivedNumber] = []) -> String {
    book([rule] + others, derived: derived).canonicalText(of: rule)
  }

  @Test func isReadable() {
    #expect(
      CanonicalText.of(Condition.all([.yes("q"), .not(.no("q"))])) == #"all((item(q ("yes")) not(item(q ("no")))))"#)
    #expect(
      CanonicalText.of(Quantity.lab("ferritin", evenOld: false) <= 75) == "compare(lab(ferritin false) atMost 75)")
    #expect(CanonicalText.of("a \"b\"\n") == #""a \"b\"\n""#)
  }

  @Test func leavesOutWhatIsNotUsed() {
    let text = CanonicalText.of(Self.limit)
    #expect(!text.contains("levels"))
    #expect(!text.contains("isProvisional"))
  }

  @Test func changesWithEveryPart() {
    let changed: [Rule] = [
      Rule("a", "A", .lab("ferritin", evenOld: false) <= 76).says("Low.").cites("s", basis: .memory),
      Rule("a", "A", .lab("ferritin", evenOld: false) < 75).says("Low.").cites("s", basis: .memory),
      Rule("a", "A", .lab("ferritin", evenOld: true) <= 75).says("Low.").cites("s", basis: .memory),
      Rule("a", "B", .lab("ferritin", evenOld: false) <= 75).says("Low.").cites("s", basis: .memory),
      Self.limit.says("Lower.", if: .notMet), Self.limit.level(.soon), Self.limit.amplified(by: [.yes("q")]),
      Self.limit.cites("s", basis: .project), Self.limit.provisional(), Self.limit.asks("Q?", about: "q"),
      Self.limit.considers(tests: "ferritin"), Self.limit.settled(by: "A01"), Self.limit.marking(75, as: .project),
    ]
    let texts = ([Self.limit] + changed).map { Self.text($0) }
    #expect(Set(texts).count == texts.count)
    #expect(Self.text(Self.limit) == Self.text(Self.limit))
  }

  @Test func holdsTheRulesAndDerivedItemsBehindIt() {
    let rule = Rule("a", "A", .rule("b"))
    let middle = Rule("b", "B", .rule("c"))
    let far = Rule("c", "C", .derived("years") >= 1)
    let other = Rule("c", "C", .derived("years") >= 2)
    let years = DerivedNumber("years", .item("q"))
    let before = Self.text(rule, [middle, far], derived: [years])
    #expect(before != Self.text(rule, [middle, other], derived: [years]))
    #expect(before != Self.text(rule, [middle, far], derived: [DerivedNumber("years", .divided(.item("q"), by: 12))]))
    #expect(before == Self.text(rule, [middle, far, Rule("d", "D", .yes("q"))], derived: [years]))
  }

  @Test func endsForRulesThatReferToEachOther() {
    let rule = Rule("a", "A", .rule("b"))
    #expect(Self.text(rule, [Rule("b", "B", .rule("a"))]).contains("reads rule"))
    #expect(!Self.text(Rule("a", "A", .rule("a"))).contains("reads rule"))
  }

  @Test func changesWithSourceAndPrecedence() {
    let plain = Self.book([Self.limit]).canonicalText(of: Self.limit)
    #expect(plain != Self.book([Self.limit], source: "S 2021").canonicalText(of: Self.limit))
    let line = Precedence("P1", while: "b", withhold: ["a"])
    #expect(plain != Self.book([Self.limit], precedence: [line]).canonicalText(of: Self.limit))
    let elsewhere = Precedence("P1", while: "b", withhold: ["c"])
    #expect(plain == Self.book([Self.limit], precedence: [elsewhere]).canonicalText(of: Self.limit))
  }

  @Test func aSignatureHoldsForOneFingerprint() throws {
    let day = try #require(Day(iso: "2026-03-02"))
    let book = Self.book(
      [Self.limit], signOffs: [SignOff("a", by: "A clinician, GP", on: day, fingerprint: "one")])
    #expect(book.status(of: "a", fingerprint: "one") == .reviewed(by: "A clinician, GP", on: day, fingerprint: "one"))
    #expect(book.status(of: "a", fingerprint: "two") == .draft)
    #expect(book.status(of: "b", fingerprint: "one") == .draft)
  }
}
