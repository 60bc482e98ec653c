import Diagnostics
import Testing

@testable import RecordReaders

@Suite struct NameFaultTests {
  @Test(arguments: [
    Marked("unknown-section", in: #"▶"anwsers": {}"#),
    Marked("unknown-field", in: #""answers": {▶"qUrgee": "yes"}"#),
    Marked("unknown-field", in: #""answers": {▶"severity": 3}"#),
    Marked("unknown-field", in: #""answers": {"qUrge": {"value": "yes", ▶"when": "2026-01-01"}}"#),
    Marked("unknown-field", in: #""answers": {"qJointSites": [{"site": "knee", ▶"sid": "left"}]}"#),
    Marked("unknown-field", in: #""log": [{"entryDate": "2026-02-01", "symptomKind": "jointPain", ▶"pain": 3}]"#),
    Marked("unknown-field", in: #""medications": [{"medName": "A", ▶"name": "B"}]"#),
    Marked("unknown-field", in: #""labs": [{"labId": "rf", "labValue": "negative", ▶"unit": "B"}]"#),
    Marked("unknown-field", in: #""measurements": [{"bmi": 30, ▶"note": "B"}]"#),
    Marked("unknown-field", in: #""measurements": [{"id": "bmi", "value": 30, ▶"bmi": 30}]"#),
    Marked("unknown-field", in: #""scores": [{"id": "koos", "value": {▶"pian": 3}}]"#),
    Marked("unknown-field", "duplicate-key", in: #""answers": {▶"x": 1, ▶"x": 2}"#),
    Marked("duplicate-key", in: #""answers": {"qUrge": "yes", ▶"qUrge": "no"}"#),
    Marked("duplicate-key", in: #""answers": {"qUrge": "yes", ▶"q\u0055rge": "no"}"#),
    Marked("duplicate-key", in: #""answers": {}, ▶"answers": {}"#),
    Marked("duplicate-key", in: #""answers": {"qUrge": {"value": "yes", ▶"value": "no"}}"#),
    Marked("duplicate-key", in: #""labs": [{"labId": "rf", "labValue": "negative", ▶"labId": "rf"}]"#),
    Marked("duplicate-key", in: #""measurements": [{"bmi": 30, ▶"bmi": 31}]"#),
    Marked(
      "duplicate-entry",
      in:
        #""log": [{"entryId": "a", "entryDate": "2026-02-01", "symptomKind": "jointPain"}, {"entryId": ▶"a", "entryDate": "2026-02-02", "symptomKind": "jointPain"}]"#
    ),
    Marked("missing-field", file: #"▶{"person": {"reportDate": "2026-03-02"}}"#),
    Marked("missing-field", in: #""log": [▶{"symptomKind": "jointPain"}]"#),
    Marked("missing-field", in: #""log": [▶{"entryDate": "2026-02-01"}]"#),
    Marked("missing-field", in: #""answers": {"qUrge": ▶{"date": "2026-02-01"}}"#),
    Marked("missing-field", in: #""answers": {"qJointSites": [▶{"side": "left"}]}"#),
    Marked("missing-field", in: #""medications": [▶{"medRoute": "oral"}]"#),
    Marked("missing-field", in: #""labs": [▶{"labValue": 3, "labUnit": "g/L"}]"#),
    Marked("missing-field", in: #""labs": [▶{"labId": "ferritin", "labUnit": "ug/L"}]"#),
    Marked("missing-field", in: #""measurements": [▶{"id": "bmi"}]"#),
    Marked("missing-field", in: #""measurements": [▶{"date": "2026-02-01"}]"#),
    Marked("missing-field", in: #""measurements": [▶{"value": 3}]"#),
    Marked("unsupported-version", file: #"{"legbrief": ▶2, "person": {"reportDate": "2026-03-02"}}"#),
    Marked("wrong-kind", file: #"{"legbrief": ▶"1", "person": {"reportDate": "2026-03-02"}}"#),
    Marked("no-as-of", file: #"▶{"legbrief": 1}"#),
    Marked("no-as-of", file: #"{"legbrief": 1, "person": ▶{"ageYears": 50}}"#),
    Marked("impossible-date", file: #"{"legbrief": 1, "person": {"reportDate": ▶"2026-02-30"}}"#),
  ])
  func places(file: Marked) { file.check() }

  @Test(arguments: [
    (#""anwsers": {}"#, #"did you mean "answers"?"#),
    (#""answers": {"qUrgee": 1}"#, #"did you mean "qUrge"?"#),
    (#""answers": {"severity": 1}"#, #"move it to "log""#),
    (#""labs": [{"labId": "feritin", "labValue": 3, "labUnit": "ug/L"}]"#, #"did you mean "ferritin"?"#),
    (#""log": [{"entryDate": "2026-02-01", "symptomKind": "jointPian"}]"#, #"did you mean "jointPain"?"#),
    (#""medications": [{"medClass": ["ssris"]}]"#, #"did you mean "ssri"?"#),
    (#""answers": {"qUrge": true}"#, #"write "yes" or "no""#),
    (#""answers": {"qUrge": null}"#, "leave the field out when nothing was recorded"),
    (#""answers": {"qOnsetAge": "31"}"#, "write the number without quotes, unit or thousands separator"),
    (#""labs": [{"labId": "haemoglobin", "labValue": 3, "labUnit": "mg"}]"#, #"expected "g/L" or "g/dL""#),
  ])
  func remedies(sections: String, remedy: String) {
    let result = TestReader.read(#"{"legbrief": 1, "person": {"reportDate": "2026-03-02"}, "# + sections + "}")
    #expect(result.diagnostics.first?.remedy == remedy)
  }

  @Test func bothWaysToNameTheDayAreOffered() throws {
    let result = TestReader.read(#"{"legbrief": 1}"#)
    let remedy = try #require(result.diagnostics.first?.remedy)
    #expect(remedy.contains("--as-of"))
    #expect(remedy.contains("reportDate"))
  }

  @Test func aSecondKeyNamesTheFirstPlace() throws {
    let result = TestReader.read("{\"legbrief\": 1,\n \"legbrief\": 1}")
    let fault = try #require(result.diagnostics.first { $0.id == "duplicate-key" })
    #expect(fault.location?.line == 2)
    #expect(fault.notes.first?.location?.text == "record.json:1:2")
  }
}
