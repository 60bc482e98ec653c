import ClinicalRecord
import RuleEngine
import Testing

/// The middle of a ranked code over log entries, which a rule prints as a figure.
@Suite struct MedianCodeTests {
  @Test(arguments: [
    (["aLot"], "a lot"), (["no", "aLot", "aLittle"], "a little"), (["no", "aLittle"], "no to a little"),
    (["worse", "aLot", "aLot", "worse"], "worse to a lot"), (["worse", "worse", "worse", "aLot"], "worse"),
    (["no", "aLot", "aLot", "aLot", "other"], "a lot"), ([], nil), (["other"], nil),
  ])
  func theMedianOfARankedCode(helped: [String], expected: String?) throws {
    let log = helped.enumerated().flatMap { day, code in
      Judging.entries("muscleAche", 1, daysAgo: day, ["reliefHelped": code])
    }
    let query = EntryQuery(["muscleAche"])
    let rule = Rule("test.rule", "Test", .logged(query))
      .detail("helped", .medianCode("reliefHelped", ranked: ["worse", "no", "aLittle", "aLot"], query))
    let verdict = try #require(Judging.verdict(rule, Judging.record(log: log)))
    #expect(verdict[detail: "helped"] == expected.map { .text($0) })
  }
}
