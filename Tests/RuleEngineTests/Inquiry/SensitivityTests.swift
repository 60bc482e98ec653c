import ClinicalRecord
import RuleEngine
import Testing

/// What a value rests on: one entry, one answer, or nothing single.
@Suite struct SensitivityTests {
  private static let rule = Rule(
    "rf.test", "Test",
    RedFlag(
      answers: .yes("qPain"), log: .anEntryFits(EntryQuery(["swelling"])), notMetWhen: .everyAnswerIsNo(["qPain"]))
  ).level(.sameDay)

  private func sensitivity(_ record: PatientRecord) throws -> Sensitivity {
    let book = AskNextTests.book([], flags: [Self.rule])
    let verdicts = RuleJudge(book).judge(record)
    return Inquiry(book).sensitivity(of: try #require(verdicts["rf.test"]), verdicts)
  }

  @Test func aFlagOfOneEntryRestsOnIt() throws {
    let found = try sensitivity(Judging.record(log: Judging.entries("swelling", 1, daysAgo: 10)))
    #expect(found.value == .met)
    #expect(found.pillars.count == 1)
    guard case .entry(_, let day, let kind, _)? = found.pillars.first else {
      Issue.record("an entry is expected")
      return
    }
    #expect(day.iso == "2026-02-20")
    #expect(kind == "swelling")
  }

  @Test func aFlagOfTwoDaysRestsOnNeither() throws {
    #expect(try sensitivity(Judging.record(log: Judging.entries("swelling", 2))).pillars.isEmpty)
  }

  @Test func twoEntriesOfOneDayRestOnTheDay() throws {
    let log = Judging.entries("swelling", 1, daysAgo: 3) + Judging.entries("swelling", 1, daysAgo: 3, ["side": "left"])
    let found = try sensitivity(Judging.record(log: log))
    guard case .day(let day, let entries)? = found.pillars.first else {
      Issue.record("a day is expected")
      return
    }
    #expect(found.pillars.count == 1)
    #expect(day.iso == "2026-02-27")
    #expect(entries == 2)
  }

  @Test func anAnswerIsTakenAwayAndTurnedRound() throws {
    let found = try sensitivity(Judging.record(["qPain": "yes"]))
    #expect(found.pillars == [.answer("qPain", .code("yes"))])
    #expect(
      found.dependences.map(\.after) == [.notRecorded, .notMet], "without it not recorded, with \"no\" not met")
    #expect(found.dependences.map(\.change) == [.removed, .answered(.code("no"))])
  }

  @Test func anAnswerAndAnEntryHoldEachOther() throws {
    let found = try sensitivity(Judging.record(["qPain": "yes"], log: Judging.entries("swelling", 1)))
    #expect(found.dependences.isEmpty)
  }
}
