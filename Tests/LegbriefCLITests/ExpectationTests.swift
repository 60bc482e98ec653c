import Testing

@testable import LegbriefCLI

/// What each example's README promises a clinician is what the verdicts committed beside it say: a golden file cannot be
/// consistent and wrong.
@Suite struct ExpectationTests {
  @Test(arguments: GoldenTests.examples) func theReadmeAgreesWithTheVerdicts(example: String) throws {
    let values = try Self.values(in: "Examples/\(example)/verdicts.json")
    var checked = 0
    for line in try Repository.text("Examples/\(example)/README.md").split(separator: "\n") {
      let cells = line.split(separator: "|").map { $0.drop { $0 == " " } }
      guard cells.count >= 2, let expected = Self.value(cells[1]) else { continue }
      for rule in cells[0].split(separator: "`").map(String.init) {
        // Areas of later rule sets are promised already.
        guard let value = values[rule] else { continue }
        #expect(value == expected, "\(rule)")
        checked += 1
      }
    }
    #expect(checked > 3)
  }

  /// The value that a cell opens with.
  private static func value(_ cell: Substring) -> String? {
    if cell.hasPrefix("met") { return "met" }
    if cell.hasPrefix("not met") { return "notMet" }
    if cell.hasPrefix("not recorded") { return "notRecorded" }
    return nil
  }

  /// The value of every rule, taken from the lines that the JSON writer makes.
  private static func values(in path: String) throws -> [String: String] {
    var values: [String: String] = [:]
    let parts = try Repository.text(path).split(separator: #""rule": ""#).dropFirst()
    for part in parts {
      // `rls.c4",  "value": "met", …`
      let strings = part.split(separator: "\"", maxSplits: 5, omittingEmptySubsequences: false)
      if strings.count > 4, strings[2] == "value" { values[String(strings[0])] = String(strings[4]) }
    }
    return values
  }
}
