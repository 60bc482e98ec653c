import RuleEngine
import Testing

/// The words of basis F4 and P15, whole words only, and the wordings that are allowed all the same.
@Suite struct BarredWordsTests {
  @Test(arguments: [
    ("She has restless legs.", ["has"]), ("Pain is caused by veins.", ["caused by"]),
    ("Due to menopause.", ["due to menopause"]),
    ("This rules out a clot.", ["rules out"]), ("A reassuring sign.", ["reassuring"]), ("Result normal.", ["normal"]),
    ("A clot is unlikely.", ["unlikely"]), ("The test confirms it.", ["confirms"]),
    ("Consistent with the menopause", ["consistent with the menopause"]), ("Hashed, abnormal, confirmed complete", []),
    ("Not recorded.", []), ("DVT {is} {has} likely", []),
  ]) func statements(text: String, expected: [String]) {
    #expect(BarredWords.found(in: text, as: .statement) == expected)
  }

  @Test func ofMissingDataNoIsBarredToo() {
    #expect(BarredWords.found(in: "No ulcer.", as: .ofMissing) == ["no"])
    #expect(BarredWords.found(in: "No ulcer.", as: .statement) == [])
    #expect(BarredWords.found(in: "Notes, not recorded.", as: .ofMissing) == [])
    #expect(
      BarredWords.found(in: "No red flag met on what was recorded. Not asked: {list}.", as: .ofMissing) == [])
  }

  @Test func aQuestionAssertsNothing() {
    #expect(BarredWords.found(in: "Has your womb been removed?", as: .question) == [])
    #expect(BarredWords.found(in: "Is it caused by veins?", as: .question) == ["caused by"])
  }

  @Test func prescribedWordingsAreAllowed() {
    for text in [
      "A normal CRP, RF or anti-CCP does not exclude it.", "Wells between 0 and 1; unlikely on recorded items.",
      "NG158, unlikely: D-dimer first.", "unlikely", "T -0.5 at hip, 2026-01-02: normal.",
    ] {
      #expect(BarredWords.found(in: text, as: .statement) == [], "\(text)")
    }
    #expect(
      BarredWords.found(in: "A normal CRP, RF or anti-CCP does not exclude it. All normal.", as: .statement) == [
        "normal"
      ])
  }

  @Test func everyAllowedWordingHasAReason() {
    for (words, why) in BarredWords.allowed { #expect(!why.isEmpty && !words.isEmpty) }
  }
}
