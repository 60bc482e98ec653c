import ClinicalRecord
import Diagnostics
import Testing

@testable import RecordReaders

@Suite struct RecordValueTests {
  private func answer(_ json: String, _ id: ItemID) throws -> ItemValue? {
    try TestReader.record("\"answers\": {\"\(id.name)\": \(json)}").answers[id]?.value
  }

  @Test(arguments: [
    (#""yes""#, ItemValue.code("yes")), (#""no""#, .code("no")), (#""unsure""#, .unanswered("unsure")),
    (#""unknown""#, .unanswered("unknown")), (#""preferNotToSay""#, .unanswered("preferNotToSay")),
    (#""y\u0065s""#, .code("yes")),
  ])
  func threeValuedAnswers(json: String, value: ItemValue) throws {
    #expect(try answer(json, "qUrge") == value)
  }

  @Test(arguments: [
    ("qMoveRelief", #""onlyInPast""#, ItemValue.code("onlyInPast")),
    ("qMoveRelief", #""unsure""#, .unanswered("unsure")),
    ("qHrtPreference", #""unsure""#, .code("unsure")), ("qHrtPreference", #""notAsked""#, .unanswered("notAsked")),
    ("qHrtPreference", #""unknown""#, .unanswered("unknown")), ("qHrtPreference", #""wants""#, .code("wants")),
    ("qHrtChange", #""unsure""#, .unanswered("unsure")), ("qOnsetAge", "31", .number(31, written: "31")),
    ("qOnsetAge", "31.0", .number(31, written: "31.0")), ("qOnsetAge", #""unsure""#, .unanswered("unsure")),
    ("qJointSites", #""unknown""#, .unanswered("unknown")), ("qJointSites", "[]", .joints([])),
    (
      "qJointSites", #"[{"side": "left", "site": "knee"}, {"site": "hand"}]"#,
      .joints([JointSite(site: "knee", side: "left"), JointSite(site: "hand")])
    ),
  ])
  func answersByKind(id: String, json: String, value: ItemValue) throws {
    #expect(try answer(json, ItemID(id)) == value)
  }

  @Test func anAnswerMayCarryDateAndRespondent() throws {
    let record = try TestReader.record(
      #""answers": {"qUrge": {"by": "carer", "date": "2026-02-20", "value": "yes"}, "qCrampHard": "no"}"#)
    let dated = try #require(record.answers["qUrge"])
    #expect(dated.value == .code("yes"))
    #expect(dated.by == .carer)
    #expect(dated.date == Day(iso: "2026-02-20"))
    #expect(record.answers["qCrampHard"]?.date == nil)
  }

  @Test func placesAreThoseOfTheKeysAndOfTheEntries() throws {
    let text =
      "{\"legbrief\": 1, \"person\": {\"reportDate\": \"2026-03-02\"},\n \"answers\": {\"qUrge\": \"yes\"},\n"
      + " \"log\": [\n  {\"entryDate\": \"2026-02-01\", \"symptomKind\": \"jointPain\"}]}"
    let record = try #require(TestReader.read(text).record)
    #expect(record.answers["qUrge"]?.place == Place(line: 2, column: 14))
    #expect(record.log.first?.place == Place(line: 4, column: 3))
    #expect(record.log.first?.values["symptomKind"]?.place == Place(line: 4, column: 31))
    #expect(record.file == "record.json")
  }

  @Test func aLogEntryKeepsItsFrameApartFromItsValues() throws {
    let record = try TestReader.record(
      #""log": [{"severity": 7, "entryId": "a1", "recordedAt": "2026-02-03T09:15:00+01:00", "symptomKind": "muscleCramp", "side": "unknown", "entryDate": "2026-02-01", "onsetTime": "03:10", "relievedByRest": "notTried"}]"#
    )
    let entry = try #require(record.log.first)
    #expect(entry.id == "a1")
    #expect(entry.date == Day(iso: "2026-02-01"))
    #expect(entry.recordedAt == Day(iso: "2026-02-03"))
    #expect(entry.isRetrospective)
    #expect(entry.side == "unknown")
    #expect(entry.values["side"]?.value == .unanswered("unknown"))
    #expect(entry.values["relievedByRest"]?.value == .unanswered("notTried"))
    #expect(entry.values["onsetTime"]?.value == .time(190))
    #expect(Set(entry.values.keys.map(\.name)) == ["severity", "symptomKind", "side", "onsetTime", "relievedByRest"])
  }

  @Test func textKeepsItsCharacters() throws {
    let record = try TestReader.record(
      #""log": [{"entryDate": "2026-02-01", "symptomKind": "jointPain", "freeText": "\"a\\b\/\b\f" }]"#
        .replacing(#"\b\f"#, with: #"\n\t\u00e9\ud83d\ude00ü"#))
    #expect(record.log.first?.values["freeText"]?.value == .text("\"a\\b/\n\té😀ü"))
  }

  @Test func aBlankTextIsNotRecorded() throws {
    let record = try TestReader.record(
      #""log": [{"entryDate": "2026-02-01", "symptomKind": "jointPain", "freeText": " "}]"#)
    #expect(record.log.first?.values["freeText"] == nil)
  }

  @Test func laboratoryResultsComeInTheCanonicalUnit() throws {
    let record = try TestReader.record(
      #""labs": [{"labId": "haemoglobin", "labValue": 11.40, "labUnit": "g/dl", "labDate": "2026-02-01", "labRefLow": 12, "labRefHigh": 15.5, "labFasting": "unsure"}, {"labId": "rf", "labValue": "positive"}, {"labId": "rf", "labValue": 14, "labUnit": "IU/mL"}, {"labId": "ferritin", "labValue": 22, "labUnit": "µg/L"}]"#
    )
    let haemoglobin = try #require(record.labs.first { $0.id == "haemoglobin" })
    #expect(haemoglobin.value == .number(114))
    #expect(haemoglobin.written == "11.40 g/dl")
    #expect(haemoglobin.referenceLow == 120)
    #expect(haemoglobin.referenceHigh == 155)
    #expect(haemoglobin.fasting == "unsure")
    #expect(record.labs.filter { $0.id == "rf" }.map(\.value) == [.number(14), .positive(true)])
    #expect(record.labs.first { $0.id == "ferritin" }?.value == .number(22))
  }

  @Test func medicinesAcceptOneClassOrSeveral() throws {
    let record = try TestReader.record(
      #""medications": [{"medName": "B", "medClass": ["ssri", "snri"], "medRoute": "unknown"}, {"medName": "A", "medClass": "statin", "medStopDate": "2027-01-01"}]"#
    )
    #expect(record.medications.map(\.classes) == [["statin"], ["ssri", "snri"]])
    #expect(record.medications.last?.route == nil)
  }

  @Test func measurementsAreReadFromBothForms() throws {
    let record = try TestReader.record(
      #""measurements": [{"bpSystolic": 142, "date": "2026-02-01", "bpDiastolic": 88, "by": "clinician"}, {"value": 31.5, "id": "bmi"}], "scores": [{"koos": {"sport": 20, "pain": 45.5}}, {"id": "rls6Items", "value": [1, 2, 3], "form": "7"}]"#
    )
    #expect(record.measurements.map(\.id) == ["bmi", "bpDiastolic", "bpSystolic"])
    #expect(record.measurements.map(\.number) == [31.5, 88, 142])
    #expect(record.measurements.map(\.by) == [nil, .clinician, .clinician])
    #expect(record.measurements.last?.date == Day(iso: "2026-02-01"))
    #expect(
      record.scores.map(\.value) == [
        .subscales([.init(name: "pain", value: 45.5), .init(name: "sport", value: 20)]), .numbers([1, 2, 3]),
      ])
    #expect(record.scores.map(\.form) == [nil, "7"])
  }

  @Test func theGivenDayWinsOverTheReportDate() throws {
    let day = try #require(Day(iso: "2026-06-01"))
    let text = #"{"legbrief": 1, "person": {"reportDate": "2026-03-02"}, "history": {"lmpDate": "2026-05-01"}}"#
    #expect(TestReader.read(text, asOf: day).record?.asOf == day)
    #expect(TestReader.read(text, asOf: day).diagnostics.isEmpty)
    #expect(TestReader.read(text).diagnostics.map(\.id) == ["future-date"])
    #expect(TestReader.read(#"{"legbrief": 1}"#, asOf: day).record?.asOf == day)
  }

  @Test(arguments: [
    "0", "-0", "7", "36.5", "0.1", "1e3", "1E-2", "123456789012345678", "0.30000000000000004", "5e-324",
    "1.7976931348623157e308", "2.5e-1", "100000000000000000000000",
  ])
  func numbersAreThoseOfTheStandardLibrary(text: String) {
    let bytes = Array(text.utf8)
    #expect(Scalars.number(0..<bytes.count, in: bytes) == Double(text))
  }
}
