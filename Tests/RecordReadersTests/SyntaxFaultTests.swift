import Diagnostics
import Testing

@testable import RecordReaders

@Suite struct SyntaxFaultTests {
  @Test(arguments: [
    Marked("empty-file", file: "▶"),
    Marked("empty-file", file: " \n\t▶"),
    Marked("not-a-record", file: "▶[]"),
    Marked("not-a-record", file: "▶[{\"legbrief\": 1}]"),
    Marked("not-a-record", file: "▶\"text\""),
    Marked("not-a-record", file: "▶17"),
    Marked("bad-literal", file: "▶hello"),
    Marked("truncated", file: "{▶"),
    Marked("truncated", file: "{\"legbrief\": 1▶"),
    Marked("truncated", file: "{\"legbrief\": 1,▶ \n"),
    Marked("truncated", file: "{\"legbrief\":▶"),
    Marked("unclosed-string", file: "{▶\"legbrief"),
    Marked("unclosed-string", in: "\"log\": [{\"freeText\": ▶\"no end,\n \"side\": \"left\"}]"),
    Marked("expected-value", file: "▶}"),
    Marked("expected-value", in: "\"log\":▶"),
    Marked("expected-value", in: "\"log\":▶, \"answers\": {}"),
    Marked("expected-value", in: "\"log\": [▶,]"),
    Marked("expected-key", in: "▶log: []"),
    Marked("expected-key", in: "▶'log': []"),
    Marked("expected-key", in: "▶, \"log\": []"),
    Marked("expected-key", in: "▶// no comments in JSON\n \"log\": []"),
    Marked("expected-colon", in: "\"log\" ▶[]"),
    Marked("expected-colon", in: "\"log\"▶"),
    Marked("expected-comma", in: "\"log\": [] ▶\"answers\": {}"),
    Marked(
      "expected-comma",
      in:
        "\"log\": [{\"entryDate\": \"2026-02-01\", \"dayCheckIn\": \"noSymptoms\"} ▶{\"entryDate\": \"2026-02-02\", \"dayCheckIn\": \"noSymptoms\"}]"
    ),
    Marked("expected-comma", in: "\"log\": [] ▶: 3"),
    Marked("trailing-comma", in: "\"log\": []▶,"),
    Marked("trailing-comma", in: "\"log\": [{\"entryDate\": \"2026-02-01\", \"dayCheckIn\": \"noSymptoms\"▶, }]"),
    Marked("wrong-bracket", in: "\"log\": [▶}"),
    Marked("wrong-bracket", in: "\"answers\": {▶]"),
    Marked("trailing-content", file: #"{"legbrief": 1, "person": {"reportDate": "2026-03-02"}} ▶x"#),
    Marked("trailing-content", file: #"{"legbrief": 1, "person": {"reportDate": "2026-03-02"}}▶}"#),
    Marked(
      "second-document", file: #"{"legbrief": 1, "person": {"reportDate": "2026-03-02"}}"# + "\n▶{\"legbrief\": 1}"),
  ])
  func structure(file: Marked) { file.check() }

  @Test(arguments: [
    "01", "+1", "-", "1.", ".5", "1e", "1e+", "0x10", "1_000", "1,5", "-a", "NaN", "Infinity", "12abc", "1\"a\"", "--1",
    "True", "None", "nul", "nulll", "undefined", "\u{FF11}",
  ])
  func valuesThatAreNotJSON(value: String) {
    let result = TestReader.read(#"{"legbrief": 1, "person": {"reportDate": "2026-03-02", "ageYears": \#(value)}}"#)
    #expect(result.record == nil)
    let ids = result.diagnostics.map(\.id)
    #expect(!Set(["bad-number", "bad-literal", "expected-key"]).isDisjoint(with: ids), "\(ids)")
  }

  @Test(arguments: [
    Marked(
      "bad-escape", in: #""log": [{"entryDate": "2026-02-01", "symptomKind": "jointPain", "freeText": "a▶\x41"}]"#),
    Marked(
      "bad-escape", in: #""log": [{"entryDate": "2026-02-01", "symptomKind": "jointPain", "freeText": "a▶\u12G4"}]"#),
    Marked("bad-escape", in: #""log": [{"entryDate": "2026-02-01", "symptomKind": "jointPain", "freeText": "▶\u12"}]"#),
    Marked(
      "lone-surrogate", in: #""log": [{"entryDate": "2026-02-01", "symptomKind": "jointPain", "freeText": "▶\ud800"}]"#),
    Marked(
      "lone-surrogate",
      in: #""log": [{"entryDate": "2026-02-01", "symptomKind": "jointPain", "freeText": "▶\udc00\ud800"}]"#),
    Marked(
      "lone-surrogate",
      in: #""log": [{"entryDate": "2026-02-01", "symptomKind": "jointPain", "freeText": "▶\ud800\u0041"}]"#),
    Marked(
      "raw-control-character",
      in: "\"log\": [{\"entryDate\": \"2026-02-01\", \"symptomKind\": \"jointPain\", \"freeText\": \"a▶\u{1}b\u{2}\"}]"),
    Marked(
      "raw-control-character",
      in: "\"log\": [{\"entryDate\": \"2026-02-01\", \"symptomKind\": \"jointPain\", \"freeText\": \"a▶\u{0}b\"}]"),
    Marked(
      "raw-control-character",
      in: "\"log\": [{\"entryDate\": \"2026-02-01\", \"symptomKind\": \"jointPain\", \"freeText\": \"a▶\tb\"}]"),
  ])
  func strings(file: Marked) { file.check() }

  @Test func faultsOfValuesDoNotHideThoseOfTheRest() {
    Marked(
      "bad-number", "bad-escape", "unknown-field", "trailing-comma",
      in:
        #""log": [{"entryDate": "2026-02-01", "symptomKind": "jointPain", "severity": ▶01, "freeText": "▶\q"}], "answers": {▶"qOther": "yes"}▶, "#
    ).check()
  }

  @Test func whatStandsBeforeATornPlaceIsStillChecked() {
    Marked("outside-set", "truncated", file: #"{"legbrief": 1, "log": [{"symptomKind": ▶"jointPian", "severity": 3▶"#)
      .check()
  }

  @Test(arguments: [
    [0xFF], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8], [0x80], [0xC3],
    [0xE2, 0x82],
  ])
  func bytesThatAreNotUTF8(bad: [UInt8]) throws {
    let start = Array(#"{"legbrief": 1, "person": {"reportDate": "2026-03-02", "personId": "é"#.utf8)
    let result = TestReader.read(start + bad + Array("\"}}".utf8))
    let first = try #require(result.diagnostics.first)
    #expect(first.id == "invalid-utf8")
    #expect(first.location?.column == start.count + 1)
    #expect(result.diagnostics.count == 1)
    #expect(result.record == nil)
  }

  @Test func aFileInUTF16IsNamedAsNotUTF8() {
    let bytes: [UInt8] = [0xFF, 0xFE] + "{\"legbrief\": 1}".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(TestReader.read(bytes).diagnostics.map(\.id) == ["invalid-utf8"])
  }
}
