import Diagnostics
import Testing

@Suite struct NearestNamesTests {
  static let names = ["severity", "entryDate", "symptomKind", "bodySite", "side", "qUrgeToMove", "medName"]

  @Test(arguments: [
    ("severty", ["severity"]), ("entrydate", ["entryDate"]), ("symptom_kind", ["symptomKind"]),
    ("bodySight", ["bodySite"]),
    ("sdie", ["side"]), ("medname", ["medName"]), ("xy", []), ("banana", []), ("", []),
    ("kind", ["symptomKind"]), ("site", ["side"]), ("patientSide", ["side"]),
    ("urge", ["qUrgeToMove"]), ("urg", []), ("medNameAndDose", ["medName"]), ("x", []),
  ])
  func suggestsWhatAPersonExpects(written: String, expected: [String]) {
    #expect(NearestNames.to(written, among: Self.names) == expected)
  }

  @Test(arguments: [("ky", ["key"]), ("ae", ["age"]), ("kq", []), ("k", []), ("keyy", ["key"])])
  func aNameOfThreeLettersIsNearWhenOneIsMissing(written: String, expected: [String]) {
    #expect(NearestNames.to(written, among: ["key", "age", "met", "unit"]) == expected)
  }

  @Test func theQuestionListsNames() {
    #expect(NearestNames.question(for: "sidees", among: ["side", "sides"]) == "did you mean \"sides\" or \"side\"?")
    #expect(NearestNames.question(for: "zzzz", among: Self.names) == nil)
  }
}
