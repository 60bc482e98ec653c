import ClinicalRecord
import ClinicalRules
import Diagnostics
import RecordReaders
import RecordWriters
import SyntheticCohort
import Testing

/// A record that is written and read again is the same record, without a fault.
@Suite struct RecordEncoderTests {
  static let dictionary = LegbriefFields.dictionary
  static let asOf = Day(iso: "2026-03-02") ?? Day(number: 0)

  @Test(arguments: 1...150) func whatIsWrittenReadsAsTheSame(number: Int) throws {
    let cohort = SyntheticCohort(dictionary: Self.dictionary, seed: 11, asOf: Self.asOf)
    let encoder = RecordEncoder(dictionary: Self.dictionary)
    let text = encoder.json(cohort.record(number)).pretty()
    let result = RecordReader(dictionary: Self.dictionary).read(
      SourceText(file: "record.json", bytes: Array(text.utf8)), asOf: nil)
    let errors = result.diagnostics.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map { "\($0.id) \($0.message)" }) in patient \(number)")
    let record = try #require(result.record)
    #expect(record.asOf == Self.asOf)
    #expect(encoder.json(record).pretty() == text, "patient \(number)")
  }
}
