import ClinicalRecord
import Diagnostics
import Testing

@testable import RecordReaders

/// Promise 7: no value of a patient in a diagnostic.
@Suite struct PrivacyTests {
  private static let sentinel = "Zyx-98765 Qwv"

  private func expectNoTrace(
    of secrets: [String], in text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let result = TestReader.read(text)
    #expect(!result.diagnostics.isEmpty, sourceLocation: sourceLocation)
    let printed = result.diagnostics.map(DiagnosticPrinter.text).joined()
    for secret in secrets { #expect(!printed.contains(secret), "\(printed)", sourceLocation: sourceLocation) }
  }

  @Test func everyFieldFilledWithASentinel() {
    let dictionary = TestDictionary.dictionary
    func object(_ ids: [String]) -> String {
      "{" + ids.map { "\"\($0)\": \"\(Self.sentinel)\"" }.joined(separator: ", ") + "}"
    }
    let s = Self.sentinel
    let text = """
      {"legbrief": "\(s)", "person": \(object(dictionary.ids(in: .person))), "\(s)": "\(s)",
       "log": [\(object(dictionary.ids(in: .log))), "\(s)"], "answers": \(object(dictionary.ids(in: .answers))),
       "history": \(object(dictionary.ids(in: .history))), "medications": [\(object(dictionary.ids(in: .medications)))],
       "labs": [\(object(["labId", "labValue", "labUnit", "labDate", "labRefLow", "labRefHigh", "labFasting", s]))],
       "measurements": [\(object(["id", "value", "date", "by", "form"])), \(object(dictionary.ids(in: .measurements)))],
       "scores": [\(object(dictionary.ids(in: .scores) + ["by"]))]}
      """
    expectNoTrace(of: [s, "98765", "Qwv", "Zyx"], in: text)
  }

  @Test(arguments: ["98765", "-98765.25", "true"]) func numbersAndTruthValuesAreHiddenToo(value: String) {
    let ids = TestDictionary.dictionary.ids(in: .log)
    let entry = ids.map { "\"\($0)\": \(value)" }.joined(separator: ", ")
    expectNoTrace(of: [value], in: #"{"legbrief": 1, "log": [{"# + entry + "}]}")
  }

  @Test(arguments: [
    #"{"legbrief": 1, "person": {"personId": "Zyxwv"} "log": [Zyxwv]}"#,
    #"{"legbrief": 1, "person": {"personId": Zyxwv, "ageYears": 12Zyxwv}}"#,
    #"{"legbrief": 1, "person": {"personId": "Zyxwv, "ageYears": "Zyxwv"}}"#,
    #"{"legbrief": 1, "person": {Zyxwv: "Zyxwv"}}"#,
    #"{"legbrief": 1, "person": {"personId": "Zyxwv"}} Zyxwv {"a": "Zyxwv"}"#,
    #"{"legbrief": 1, "person": {"personId": "a\qZyxwv"}}"#,
    #"{"legbrief": 1, "person": {"personId": "Zyxwv" : "Zyxwv"}}"#,
    #"{"legbrief": 1, "person": {"personId": 12"Zyxwv"}}"#,
    #"{"legbrief": 1, "person": {"personId": ["Zyxwv", [[{"Zyxwv d": "Zyxwv"#,
    "{\"legbrief\": 1, \"person\": {\"personId\": \"Zyxwv\n\", \"a\": \"Zyxwv\"}}",
    #"Zyxwv"#, #""Zyxwv""#, #"["Zyxwv"]"#,
  ])
  func brokenFilesShowNoValuesEither(text: String) {
    expectNoTrace(of: ["Zyxwv", "yxw"], in: text)
  }

  @Test func keysAreShownOnlyWhenTheyLookLikeIds() {
    let result = TestReader.read(
      #"{"legbrief": 1, "answers": {"qUrgency": 1, "Mrs Smith": 2, "9434765919": 3, "näme": 4}}"#)
    let printed = result.diagnostics.map(DiagnosticPrinter.text).joined()
    #expect(printed.contains("unknown field \"qUrgency\""))
    for secret in ["Smith", "9434765919", "näme"] { #expect(!printed.contains(secret)) }
  }
}
