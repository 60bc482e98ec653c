import ClinicalRecord
import ClinicalRules
import Foundation
import RuleEngine
import Testing

@testable import ReportBuilder

/// One line a patient: six columns in a fixed order, never without level and number of flags.
@Suite struct TriageTests {
  private static func check(_ patient: Documents.Patient, _ name: String) throws {
    let model = patient.model
    let text = try Documents.text(model, "triage")
    #expect(text.hasSuffix("\n") && text.split(separator: "\n").count == 1, "\(name): \(text)")
    #expect(text.unicodeScalars.count <= ReportComposer.triageWidth + 1, "\(name): \(text.count) \(text)")
    let columns = text.dropLast().components(separatedBy: " | ")
    #expect(columns.count == 6, "\(name): \(text)")
    guard columns.count == 6 else { return }
    // The level of the most urgent flag that is met; an open one is never behind "none met".
    if let level = model.redFlags.first?.level {
      #expect(columns[2].hasPrefix(level), "\(name)")
    } else if !model.openFlags.isEmpty {
      #expect(columns[2].hasPrefix("OPEN, ") && columns[2].hasSuffix(" if confirmed"), "\(name): \(columns[2])")
    } else {
      #expect(columns[2] == "none met; \(model.notAsked.count) not asked", "\(name)")
    }
    #expect(columns[3].hasPrefix("\(model.redFlags.count) met, \(model.openFlags.count) open"), "\(name)")
    if !model.redFlags.isEmpty || !model.openFlags.isEmpty {
      #expect(columns[3].contains("\(model.notAsked.count) not asked"), "\(name)")
    }
    #expect(columns[4].hasPrefix("RLS ") && columns[5].hasPrefix("log "), "\(name)")
  }

  @Test func everyExampleIsOneLine() throws {
    for (name, patient) in Documents.judgedExamples { try Self.check(patient, name) }
  }

  @Test func everySyntheticPatientIsOneLine() throws {
    for patient in Documents.cohort { try Self.check(patient, patient.record.identifier) }
  }

  @Test func awkwardRecordsAreOneLineToo() throws {
    try Self.check(Documents.flagged, "every flag")
    try Self.check(Documents.Patient(Documents.record()), "nothing")
    var record = Documents.everyFlag
    record.person["personId"] = RecordedItem(.text("a | b | c d e f g h i j k l m n o"))
    try Self.check(Documents.Patient(record), "bars in the id")
  }

  @Test(arguments: [
    ("one two three", 20, "one two three"), ("one two three", 10, "one two..."), ("onetwothree", 8, "onetw..."),
    ("a", 3, "a"), ("abcdef", 3, "..."),
  ])
  func cutBehindAWord(text: String, width: Int, expected: String) { #expect(Wording.cut(text, to: width) == expected) }
}
