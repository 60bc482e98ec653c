import Testing

@testable import TemplateEngine

@Suite struct UntypedValueTests {
  @Test(
    arguments: [
      (nil, "", false), (true, "true", true), (false, "false", false), (7, "7", true), (-0.5, "-0.5", true),
      (1e21, "1e+21", true),
      (.number("1.50"), "1.50", true), (0, "0", false), (-0.0, "-0.0", false), (.number("0e7"), "0e7", false),
      ("", "", false), ("0", "0", true), (" ", " ", true), ([], "", false), ([nil], "", true), ([:], "", true),
      (["a": nil], "", true),
    ] as [(UntypedValue, String, Bool)])
  func aValuePrintsAndCounts(value: UntypedValue, printed: String, isTrue: Bool) throws {
    #expect(try UntypedCase(text: "{{x}}").render(["x": value]) == printed)
    #expect(try UntypedCase(text: "{{^x}}false{{/x}}").render(["x": value]) == (isTrue ? "" : "false"))
  }

  @Test func namesOfAnObjectAreReplacedAppendedAndRemoved() {
    var object: UntypedObject = ["a": 1, "b": 2, "a": 3]
    #expect(object["a"] == 3 && object["b"] == 2 && object["c"] == nil)
    object["c"] = "new"
    object["b"] = nil
    object["a"] = 4
    #expect(object == ["a": 1, "a": 4, "c": "new"])
    object["a"] = nil
    #expect(object == UntypedObject(["c": "new"] as [String: UntypedValue]))
  }

  @Test func theRecentLayoutsDoNotMixUpNames() throws {
    // Objects whose number of names and length of the first name agree.
    let rows: [UntypedValue] = [
      ["ab": 1, "cd": 2], ["ab": 3, "xx": 4], ["xx": 5, "ab": 6], ["ab": 7, "cd": 8], ["ab": 9, "ab": 0],
    ]
    #expect(try UntypedCase(text: "{{#.}}{{ab}}{{cd}}{{xx}},{{/.}}").render(.list(rows)) == "12,34,65,78,0,")
  }
}
