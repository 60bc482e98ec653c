import ClinicalRecord
import Diagnostics
import Testing

@testable import RecordReaders

@Suite struct ValueFaultTests {
  private static func entry(_ members: String) -> String {
    #""log": [{"entryDate": "2026-02-01", "symptomKind": "jointPain", "# + members + "}]"
  }

  @Test(arguments: [
    Marked("wrong-kind", in: #""log": ▶{}"#), Marked("wrong-kind", in: #""answers": ▶[]"#),
    Marked("wrong-kind", in: #""log": [▶3]"#), Marked("null-value", in: #""log": ▶null"#),
    Marked("null-value", in: entry(#""severity": ▶null"#)),
    Marked("wrong-kind", in: entry(#""severity": ▶"7""#)),
    Marked("wrong-kind", in: entry(#""severity": ▶{"value": 7}"#)),
    Marked("not-whole", in: entry(#""severity": ▶7.5"#)), Marked("out-of-range", in: entry(#""severity": ▶11"#)),
    Marked("out-of-range", in: entry(#""severity": ▶-1"#)),
    Marked("number-too-large", in: entry(#""calfCm": ▶1e999"#)),
    Marked("number-too-large", in: entry(#""calfCm": ▶"# + String(repeating: "9", count: 400))),
    Marked("out-of-range", in: entry(#""calfCm": ▶1e15"#)), Marked("implausible-value", in: entry(#""calfCm": ▶71.5"#)),
    Marked("wrong-kind", in: entry(#""onsetTime": ▶2310"#)),
    Marked("impossible-time", in: entry(#""onsetTime": ▶"24:00""#)),
    Marked("impossible-time", in: entry(#""onsetTime": ▶"9:00""#)),
    Marked("wrong-kind", in: entry(#""ongoing": ▶true"#)), Marked("wrong-kind", in: entry(#""ongoing": ▶1"#)),
    Marked("outside-set", in: entry(#""ongoing": ▶"Yes""#)), Marked("outside-set", in: entry(#""ongoing": ▶"""#)),
    Marked("outside-set", in: entry(#""side": ▶"centre""#)),
    Marked("wrong-kind", in: entry(#""triggers": ▶"stress""#)),
    Marked("outside-set", in: entry(#""triggers": ["stress", ▶"heat"]"#)),
    Marked("outside-set", in: entry(#""triggers": [▶"unsure"]"#)),
    Marked("wrong-kind", in: entry(#""triggers": [▶3]"#)),
    Marked("repeated-code", in: entry(#""triggers": ["stress", ▶"stress"]"#)),
    Marked("none-beside-others", in: entry(#""triggers": ▶["stress", "none"]"#)),
    Marked("wrong-kind", in: entry(#""freeText": ▶3"#)), Marked("empty-text", in: entry(#""freeText": ▶" \n ""#)),
    Marked("control-character", in: entry(#""freeText": ▶"a\u0000b""#)),
    Marked("control-character", in: entry(#""freeText": ▶"a\u001bb""#)),
    Marked("direction-mark", in: entry(#""freeText": ▶"a\u202eb""#)),
    Marked("direction-mark", in: entry("\"freeText\": ▶\"a\u{2066}b\"")),
    Marked("text-too-long", in: entry(#""freeText": ▶""# + String(repeating: "é", count: 1001) + "\"")),
    Marked("text-too-long", in: entry(#""freeText": ▶""# + String(repeating: #"\u00e9"#, count: 1001) + "\"")),
    Marked("wrong-kind", in: entry(#""recordedAt": ▶20260201"#)),
    Marked("impossible-date", in: entry(#""recordedAt": ▶"2026-02-01T25:00""#)),
    Marked("impossible-date", in: entry(#""recordedAt": ▶"2026-02-01 evening""#)),
    Marked("wrong-kind", in: #""answers": {"qJointSites": ▶["knee"]}"#.replacing("▶[", with: "[▶")),
    Marked("wrong-kind", in: #""answers": {"qJointSites": ▶{}}"#.replacing("▶{}", with: "▶3")),
    Marked("outside-set", in: #""answers": {"qJointSites": [{"site": ▶"nee"}]}"#),
    Marked("repeated-code", in: #""answers": {"qJointSites": [{"site": "knee"}, ▶{"site": "knee"}]}"#),
    Marked("outside-set", in: #""answers": {"qUrge": {"value": "yes", "by": ▶"nurse"}}"#),
    Marked("wrong-respondent", in: #""answers": {"clinExcluded": {"value": "yes", "by": ▶"patient"}}"#),
    Marked("wrong-respondent", in: #""scores": [{"id": "vcssTotal", "value": 3, "by": ▶"carer"}]"#),
    Marked("outside-set", in: #""measurements": [{"bpSystolic": 140, "bpDiastolic": 80, "by": ▶"nurse"}]"#),
    Marked("impossible-date", in: #""answers": {"qUrge": {"value": "yes", "date": ▶"2025-13-01"}}"#),
    Marked("impossible-date", in: #""history": {"lmpDate": ▶"01.02.2025"}"#),
    Marked("wrong-count", in: #""scores": [{"id": "rls6Items", "value": ▶[1, 2]}]"#),
    Marked("wrong-count", in: #""scores": [{"id": "rls6Items", "value": ▶[1, 2, 3, 4]}]"#),
    Marked("out-of-range", in: #""scores": [{"id": "rls6Items", "value": [1, 2, ▶11]}]"#),
    Marked("wrong-kind", in: #""scores": [{"id": "koos", "value": ▶45}]"#),
    Marked("out-of-range", in: #""scores": [{"id": "koos", "value": {"pain": ▶101}}]"#),
    Marked("outside-set", in: #""scores": [{"id": ▶"irls", "value": 4}]"#),
    Marked("outside-set", in: #""medications": [{"medClass": ▶"ssr"}]"#),
  ])
  func places(file: Marked) { file.check() }

  @Test(arguments: [
    Marked("after-as-of", in: #""log": [{"entryDate": ▶"2026-03-03", "symptomKind": "jointPain"}]"#),
    Marked("recorded-before-entry", in: entry(#""recordedAt": ▶"2026-01-31T10:00""#)),
    Marked("after-as-of", in: entry(#""recordedAt": ▶"2026-03-03""#)),
    Marked("symptom-on-free-day", in: entry(#""dayCheckIn": ▶"noSymptoms""#)),
    Marked("after-as-of", in: #""answers": {"qUrge": {"value": "yes", "date": ▶"2026-03-03"}}"#),
    Marked("future-date", in: #""history": {"lmpDate": ▶"2026-03-03"}"#),
    Marked("future-date", in: #""answers": {"qJointOnsetDate": {"value": ▶"2027-01-01"}}"#),
    Marked(
      "stop-before-start",
      in: #""medications": [{"medName": "A", "medStopDate": ▶"2025-01-01", "medStartDate": "2025-01-02"}]"#),
    Marked(
      "change-before-start",
      in: #""medications": [{"medName": "A", "medStartDate": "2025-01-02", "medChangeDate": ▶"2025-01-01"}]"#),
    Marked("future-date", in: #""medications": [{"medName": "A", "medStartDate": ▶"2026-03-10"}]"#),
    Marked("after-as-of", in: #""labs": [{"labId": "rf", "labValue": "negative", "labDate": ▶"2026-03-03"}]"#),
    Marked("after-as-of", in: #""measurements": [{"bmi": 30, "date": ▶"2026-03-03"}]"#),
    Marked("after-as-of", in: #""scores": [{"id": "irlsTotal", "value": 30, "date": ▶"2026-03-03"}]"#),
    Marked("pressure-order", in: #""measurements": [{"bpSystolic": ▶80, "bpDiastolic": 120, "date": "2026-02-01"}]"#),
    Marked(
      "pressure-order",
      in: #""measurements": [{"id": "bpDiastolic", "value": 120}, {"id": "bpSystolic", "value": ▶120}]"#),
    Marked(
      "age-disagrees",
      file: #"{"legbrief": 1, "person": {"reportDate": "2026-03-02", ▶"ageYears": 40, "birthDate": "1974-05-01"}}"#),
    Marked(
      "after-as-of", file: #"{"legbrief": 1, "person": {"reportDate": "2026-03-02", "birthDate": ▶"2026-05-01"}}"#),
    Marked("unknown-lab", in: #""labs": [{"labId": ▶"iron", "labValue": 3, "labUnit": "ug/L"}]"#),
    Marked("unknown-unit", in: #""labs": [{"labId": "ferritin", "labValue": 3, "labUnit": ▶"mmol/L"}]"#),
    Marked("missing-unit", in: #""labs": [{"labId": "ferritin", "labValue": ▶3}]"#),
    Marked("needs-number", in: #""labs": [{"labId": "ferritin", "labValue": ▶"positive"}]"#),
    Marked("outside-set", in: #""labs": [{"labId": "rf", "labValue": ▶"pos"}]"#),
    Marked(
      "reference-order",
      in: #""labs": [{"labId": "ferritin", "labValue": 30, "labUnit": "ug/L", "labRefLow": ▶200, "labRefHigh": 15}]"#),
    Marked("implausible-value", in: #""labs": [{"labId": "haemoglobin", "labValue": ▶120, "labUnit": "g/dL"}]"#),
  ])
  func contradictions(file: Marked) { file.check() }

  @Test func warningsAloneLeaveTheRecord() throws {
    let result = Marked("implausible-value", in: Self.entry(#""calfCm": ▶71.5"#)).check()
    #expect(result.diagnostics.map(\.severity) == [.warning])
    let record = try #require(result.record)
    #expect(record.log.first?.values["calfCm"]?.value == .number(71.5, written: "71.5"))
  }

  @Test func allFaultsOfAFileComeInOneRunInTheOrderOfTheirPlaces() {
    Marked(
      "unknown-field", "outside-set", "after-as-of", "unknown-unit", "out-of-range",
      in: #"""
        "scores": [{▶"xx": 3, "irlsTotal": 4}],
        "log": [{"entryDate": "2026-02-01", "symptomKind": ▶"pain"}, {"entryDate": ▶"2027-02-01", "dayCheckIn": "noSymptoms"}],
        "labs": [{"labId": "ferritin", "labValue": 3, "labUnit": ▶"IU"}],
        "answers": {"qOnsetAge": ▶200}
        """#
    ).check()
  }

  @Test func thePrintedFormNamesFieldPlaceAndRemedyAndHidesValues() throws {
    let text =
      "{\"legbrief\": 1, \"person\": {\"reportDate\": \"2026-03-02\", \"personId\": \"SECRET\"},\n  \"answers\": {\"qUrge\": \"yess\", \"qOnsetAge\": 31}}"
    let diagnostic = try #require(TestReader.read(text).diagnostics.first)
    #expect(
      DiagnosticPrinter.text(diagnostic) == """
        record.json:2:24: error: "qUrge" has a code that is not in its set [outside-set]
          2 |   "answers": {"qUrge": "·", "qOnsetAge": ·}}
            |                        ^~~
          help: did you mean "yes"?

        """)
  }
}
