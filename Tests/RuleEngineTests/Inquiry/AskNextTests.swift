import ClinicalRecord
import RuleEngine
import Testing

/// "Ask next" over a book of a few rules, where a reader can see what should be asked.
@Suite struct AskNextTests {
  static let clot = Rule(
    "rf.clot", "Clot",
    RedFlag(
      answers: .any([.yes("qSwollen"), .all([.yes("qPain"), .yes("qWarm")])]),
      notMetWhen: .everyAnswerIsNo(["qSwollen", "qPain", "qWarm"]))
  ).level(.sameDay).asks("Is the leg swollen?", about: "qSwollen")
  static let lung = Rule(
    "rf.lung", "Lung", RedFlag(answers: .yes("qChest"), notMetWhen: .everyAnswerIsNo(["qChest"]))
  ).level(.emergency)

  static func book(_ rules: [Rule], flags: [Rule] = [], gate: RuleID? = nil, precedence: [Precedence] = []) -> RuleBook
  {
    let yesOrNo = ["qSwollen", "qPain", "qWarm", "qChest", "qOne", "qTwo"].map { name in
      Field(ItemID(name), in: .answers, "Question \(name)?", .bool3)
    }
    return RuleBook(
      version: "test", areas: [RuleArea("redFlags", "Red flags", flags), RuleArea("test", "Test", gate: gate, rules)],
      derivedCodes: [DerivedCode("stage", [.init(.yes("qOne"), "early")])],
      derivedNumbers: [DerivedNumber("months", .monthsSince("lastDay"))], precedence: precedence, references: [:],
      dictionary: FieldDictionary(
        fields: yesOrNo + [
          Field("minutes", in: .answers, "How many minutes?", .integer, possible: 0...600),
          Field("lastDay", in: .history, "When was the last day?", .day),
          Field("signs", in: .answers, "Which signs?", .set(["cold", "pale", "none"])),
          Field("judged", in: .history, "Is it excluded?", .bool3, respondents: [.clinician]),
        ], labs: []))
  }

  static func ask(_ book: RuleBook, _ record: PatientRecord = Judging.record()) -> [OpenQuestion] {
    Inquiry(book).askNext(RuleJudge(book).judge(record))
  }

  private func changes(_ questions: [OpenQuestion], _ item: ItemID) -> Set<String> {
    Set(
      questions.filter { $0.items.contains(item) }.flatMap(\.effects).map { effect in
        "\(effect.answer) \(effect.rule) \(effect.opens ? "open" : effect.after.rawValue)"
          + (effect.together.map { " with \($0.item)" } ?? "")
      })
  }

  @Test func flagsComeFirstByLevelThenWhatDecidesThenWhatHelps() {
    let questions = Self.ask(
      Self.book(
        [Rule("one", "One", .yes("qOne")), Rule("two", "Two", .all([.yes("minutesAsked"), .yes("qTwo")]))],
        flags: [Self.clot, Self.lung]))
    #expect(questions.map(\.items) == [["qChest"], ["qSwollen"], ["qPain"], ["qWarm"], ["qOne"], ["qTwo"]])
    #expect(questions.map(\.rank) == [.flag, .flag, .flag, .flag, .decides, .decides])
    #expect(questions[1].wording == "Is the leg swollen?", "the rule's own question")
    #expect(questions[0].wording == "Question qChest?", "the dictionary's where the rule has none")
  }

  @Test func anOpenFlagComesBeforeOneThatNothingSpeaksFor() {
    let questions = Self.ask(Self.book([], flags: [Self.clot, Self.lung]), Judging.record(["qPain": "yes"]))
    #expect(questions.first?.rank == .openFlag)
    #expect(questions.first?.rule == "rf.clot")
    #expect(questions.last?.items == ["qChest"])
    #expect(changes(questions, "qWarm").contains("code(\"yes\") rf.clot met"))
  }

  @Test func twoAnswersThatDecideOnlyTogetherAreNamedTogether() {
    let questions = Self.ask(Self.book([], flags: [Self.clot]))
    #expect(changes(questions, "qWarm").contains("code(\"yes\") rf.clot met with qPain"))
    #expect(changes(questions, "qPain").contains("code(\"yes\") rf.clot met with qWarm"))
    #expect(changes(questions, "qSwollen") == ["code(\"yes\") rf.clot met"])
  }

  @Test(arguments: [(Comparison.atLeast, 30.0), (.greater, 30), (.less, 30), (.atMost, 30)])
  func bothSidesOfALineAreTried(comparison: Comparison, limit: Double) {
    let questions = Self.ask(Self.book([Rule("long", "Long", .compare(.item("minutes"), comparison, limit))]))
    #expect(Set(questions.flatMap(\.effects).map(\.after)) == [.met, .notMet])
  }

  @Test func datesAndDerivedItemsAreTriedThroughTheRulesThatReadThem() {
    let questions = Self.ask(
      Self.book([
        Rule("late", "Late", .compare(.derived("months"), .atLeast, 12)),
        Rule("early", "Early", .derived("stage", in: ["early"])),
        Rule("again", "Again", .rule("late")),
      ]))
    #expect(Set(questions.first { $0.items == ["lastDay"] }?.effects.map(\.rule) ?? []) == ["late", "again"])
    #expect(changes(questions, "qOne") == ["code(\"yes\") early met"])
  }

  @Test func aSetIsTriedByItsCodesTogetherAndEmpty() {
    let questions = Self.ask(
      Self.book([Rule("two", "Two", .itemHolds("signs", atLeast: 2, of: ["cold", "pale"]))]))
    let found = changes(questions, "signs")
    #expect(found.contains("codes([\"cold\", \"pale\"]) two met"))
    #expect(found.contains("codes([\"none\"]) two notMet"))
  }

  @Test func whatOnlyAClinicianMayAnswerIsMarked() {
    let questions = Self.ask(Self.book([Rule("c", "C", .yes("judged"))]))
    #expect(questions.map(\.isForClinician) == [true])
  }

  @Test func anUnsureAnswerMayBeAskedAgainAndSaysSo() {
    let questions = Self.ask(Self.book([Rule("one", "One", .yes("qOne"))]), Judging.record(["qOne": "unsure"]))
    #expect(questions.map(\.wasUnsure) == [true])
  }

  @Test func nothingIsAskedBehindAGateThatIsNotMetOrForAWithheldRule() {
    let rules = [Rule("gate", "Gate", .yes("qOne")), Rule("two", "Two", .yes("qTwo"))]
    #expect(Self.ask(Self.book(rules, gate: "gate"), Judging.record(["qOne": "no"])).isEmpty)
    #expect(Self.ask(Self.book(rules, gate: "gate"), Judging.record(["qOne": "yes"])).map(\.items) == [["qTwo"]])
    let withheld = [Precedence("P2", while: "gate", withhold: ["two"])]
    #expect(Self.ask(Self.book(rules, precedence: withheld), Judging.record(["qOne": "yes"])).isEmpty)
  }

  @Test func oneWordingIsAskedOnceForAllItsItems() {
    let rule = Rule("both", "Both", .any([.yes("qOne"), .yes("qTwo")])).asks("One or two?", about: "qOne", "qTwo")
    let questions = Self.ask(Self.book([rule]))
    #expect(questions.map(\.items) == [["qOne", "qTwo"]])
  }

  @Test func whatIsSettledIsNotAsked() {
    let rule = Rule("any", "Any", .any([.yes("qOne"), .yes("qTwo")]))
    #expect(Self.ask(Self.book([rule]), Judging.record(["qOne": "yes"])).isEmpty)
  }
}
