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
      version: "test",
      areas: [RuleArea("redFlags", "Red flags", role: .redFlags, flags), RuleArea("test", "Test", gate: gate, rules)],
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

  /// A met flag first: what raises its level, then what adds points or amplifiers, unsure answers behind unasked ones.
  @Test(arguments: [
    (["qOne": "yes"], ["qTwo raises", "qPain weighs", "qWarm weighs", "qChest flag"]),
    (["qOne": "yes", "qTwo": "unsure"], ["qTwo raises", "qPain weighs", "qWarm weighs", "qChest flag"]),
    (["qOne": "yes", "qPain": "unsure"], ["qTwo raises", "qWarm weighs", "qPain weighs", "qChest flag"]),
    (["qOne": "yes", "qTwo": "yes"], ["qPain weighs", "qWarm weighs", "qChest flag"]),
    (["qOne": "yes", "qTwo": "no"], ["qPain weighs", "qWarm weighs", "qChest flag"]),
    // Not met, or settled as "no": nothing to raise.
    (["qOne": "no"], ["qChest flag"]),
  ])
  func whatAMetFlagWaitsForComesFirst(answers: [ItemID: String], expected: [String]) {
    let head = Rule(
      "rf.head", "Head",
      RedFlag(
        answers: .yes("qOne"), findings: [.recordedPoints([Points(1, .yes("qPain"))]) >= 2],
        notMetWhen: .everyAnswerIsNo(["qOne"]))
    ).level(.emergency, when: .yes("qTwo")).level(.sameDay).amplified(by: [.yes("qWarm")])
    let questions = Self.ask(Self.book([], flags: [Self.lung, head]), Judging.record(answers))
    #expect(questions.map { "\($0.items[0]) \($0.rank)" } == expected)
    #expect(questions.filter { $0.rank <= .weighs }.allSatisfy { $0.effects.contains(where: \.weighsMore) })
  }

  @Test func anAnswerThatRaisesSaysTheLevel() {
    let head = Rule("rf.head", "Head", RedFlag(answers: .yes("qOne"), notMetWhen: .everyAnswerIsNo(["qOne"])))
      .level(.emergency, when: .yes("qTwo")).level(.soon)
    let effects = Self.ask(Self.book([], flags: [head]), Judging.record(["qOne": "yes"])).flatMap(\.effects)
    #expect(effects.map(\.answer) == [.code("yes")], "a \"no\" takes nothing away")
    #expect(effects.map(\.level) == [.emergency])
  }

  @Test(arguments: [
    // An open flag that could stand higher than the met one is not kept waiting.
    (Urgency.soon, ["qPain raises", "qWarm weighs"]), (.emergency, ["qWarm weighs", "qPain openFlag"]),
  ])
  func anOpenFlagOfAHigherLevelComesBeforeWeights(level: Urgency, expected: [String]) {
    let met = Rule("rf.met", "Met", RedFlag(answers: .yes("qOne"), notMetWhen: .everyAnswerIsNo(["qOne"])))
      .level(level).amplified(by: [.yes("qWarm")])
    let open = Rule(
      "rf.open", "Open", RedFlag(answers: .all([.yes("qTwo"), .yes("qPain")]), notMetWhen: .everyAnswerIsNo(["qTwo"]))
    ).level(.sameDay)
    let questions = Self.ask(Self.book([], flags: [met, open]), Judging.record(["qOne": "yes", "qTwo": "yes"]))
    #expect(questions.map { "\($0.items[0]) \($0.rank)" } == expected)
  }

  /// A gate, an amplifier or a circumstance on record lends a flag weight; who somebody is does not, nor does a "no".
  @Test(
    arguments: [
      ([:], "qChest"), (["qTwo": "yes"], "qWarm"), (["qTwo": "no"], "qChest"), (["qOne": "yes"], "qPain"),
    ] as [([ItemID: String], ItemID)])
  func aFlagThatSomethingSpeaksForIsAskedAboutFirst(recorded: [ItemID: String], first: ItemID) {
    let skin = Rule(
      "rf.skin", "Skin",
      RedFlag(
        answers: .any([.yes("qWarm"), .all([.context(.yes("qOne")), .yes("qPain")])]),
        notMetWhen: .everyAnswerIsNo(["qWarm"]))
    ).level(.soon).amplified(by: [.yes("qTwo")])
    let questions = Self.ask(Self.book([], flags: [Self.lung, skin]), Judging.record(recorded))
    #expect(questions.first?.items == [first])
  }

  @Test(
    arguments: [
      // Asked by the yes/no question first; asked itself once that is "yes".
      (nil, ["qWound decides", "weeks detail"]), ("yes", ["weeks decides"]), ("no", ["weeks detail"]),
      ("unsure", ["qWound decides", "weeks detail"]),
    ] as [(String?, [String])])
  func aDetailWaitsForThePlainerQuestion(lead: String?, expected: [String]) {
    let rule = Rule(
      "wound", "Wound", .any([.yes("qWound"), .all([.compare(.item("weeks"), .atLeast, 2), .no("qOne")])]))
    let long = Rule("long", "Long", .compare(.item("weeks"), .atLeast, 2))
    let book = RuleBook(
      version: "test", areas: [RuleArea("test", "Test", lead == "yes" ? [long] : [rule, long])], derivedCodes: [],
      derivedNumbers: [], precedence: [], references: [:],
      dictionary: FieldDictionary(
        fields: [
          Field("weeks", in: .answers, "For how many weeks?", .integer, possible: 0...600).detail(of: "qWound"),
          Field("qWound", in: .answers, "Is there a wound?", .bool3),
        ], labs: []))
    let record = Judging.record(lead.map { ["qWound": $0] } ?? [:])
    #expect(Self.ask(book, record).map { "\($0.items[0]) \($0.rank)" } == expected)
  }

  @Test func whatIsSettledIsNotAsked() {
    let rule = Rule("any", "Any", .any([.yes("qOne"), .yes("qTwo")]))
    #expect(Self.ask(Self.book([rule]), Judging.record(["qOne": "yes"])).isEmpty)
  }
}
