import ClinicalRecord
import Diagnostics
import Testing

@testable import RecordReaders

/// A file whose faults are marked: `▶` stands before the place of each expected one, in the order of the places.
struct Marked: Sendable, CustomTestStringConvertible {
  let text: String
  let expected: [String]

  /// - Parameters:
  ///   - expected: the ids of the faults in the order of the marks.
  ///   - sections: what follows the version and a person with a report date.
  init(_ expected: String..., in sections: String) {
    self.init(expected, #"{"legbrief": 1, "person": {"reportDate": "2026-03-02"}, "# + "\n" + sections + "}")
  }

  init(_ expected: String..., file: String) { self.init(expected, file) }

  private init(_ expected: [String], _ text: String) {
    self.text = text
    self.expected = expected
  }

  var testDescription: String { expected.joined(separator: ", ") + ": " + text.suffix(60) }

  /// Reads the file without its marks, and compares ids and places.
  @discardableResult
  func check(sourceLocation: Testing.SourceLocation = #_sourceLocation) -> RecordReader.Result {
    var bytes: [UInt8] = []
    var marks: [Int] = []
    for scalar in text.unicodeScalars {
      if scalar == "▶" { marks.append(bytes.count) } else { bytes += Array(String(scalar).utf8) }
    }
    let source = SourceText(file: "record.json", bytes: bytes)
    let result = TestReader.reader.read(source, asOf: nil)
    let wanted = zip(marks, expected).map { "\(source.location(at: $0).text) \($1)" }
    let found = result.diagnostics.map { "\($0.location?.text ?? "") \($0.id)" }
    #expect(marks.count == expected.count, "every expected fault has a mark", sourceLocation: sourceLocation)
    #expect(found == wanted, sourceLocation: sourceLocation)
    #expect(
      (result.record == nil) == result.diagnostics.contains { $0.severity == .error }, sourceLocation: sourceLocation)
    return result
  }
}

enum TestReader {
  static let reader = RecordReader(dictionary: TestDictionary.dictionary)

  static func read(_ text: String, asOf: Day? = nil) -> RecordReader.Result { read(Array(text.utf8), asOf: asOf) }

  static func read(_ bytes: [UInt8], asOf: Day? = nil) -> RecordReader.Result {
    reader.read(SourceText(file: "record.json", bytes: bytes), asOf: asOf)
  }

  /// The record of a file whose sections are given after the version and a report date; fails on any error.
  static func record(_ sections: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws
    -> PatientRecord
  {
    let result = read(#"{"legbrief": 1, "person": {"reportDate": "2026-03-02"}, "# + sections + "}")
    let errors = result.diagnostics.map(DiagnosticPrinter.text).joined()
    return try #require(result.record, "\(errors)", sourceLocation: sourceLocation)
  }
}

/// What a record says, without where it was written.
struct Content: Hashable {
  var asOf: Day
  var items: [[ItemID: RecordedItem]]
  var log: [LogEntry]
  var medications: [Medication]
  var labs: [LabResult]
  var measurements: [[Measurement]]

  init(_ record: PatientRecord) {
    func unplaced(_ items: [ItemID: RecordedItem]) -> [ItemID: RecordedItem] {
      items.mapValues { RecordedItem($0.value, date: $0.date, by: $0.by) }
    }
    func unplaced<Row>(_ rows: [Row], _ place: WritableKeyPath<Row, Place>) -> [Row] {
      rows.map { row in
        var row = row
        row[keyPath: place] = .none
        return row
      }
    }
    asOf = record.asOf
    items = [record.person, record.answers, record.history].map(unplaced)
    log = record.log.map {
      LogEntry(id: $0.id, date: $0.date, recordedAt: $0.recordedAt, values: unplaced($0.values))
    }
    medications = unplaced(record.medications, \.place)
    labs = unplaced(record.labs, \.place)
    measurements = [unplaced(record.measurements, \.place), unplaced(record.scores, \.place)]
  }
}
