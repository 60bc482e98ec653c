import ClinicalRecord
import ClinicalRules
import RuleEngine
import SyntheticCohort
import Testing

/// A cohort is the same for the same seed, marked as not real, and reaches the whole dictionary.
@Suite struct SyntheticCohortTests {
  static let dictionary = LegbriefFields.dictionary
  static let asOf = Day(iso: "2026-03-02") ?? Day(number: 0)
  static let cohort = SyntheticCohort(dictionary: dictionary, seed: 1, asOf: asOf)
  static let records = (1...900).map { cohort.record($0) }

  @Test func thePatientOfANumberIsTheSameHoweverManyAreDrawn() {
    let again = SyntheticCohort(dictionary: Self.dictionary, seed: 1, asOf: Self.asOf)
    for number in [900, 1, 450] {
      let (first, second) = (Self.records[number - 1], again.record(number))
      #expect(first.answers == second.answers && first.log == second.log && first.labs == second.labs)
      #expect(first.person == second.person && first.history == second.history && first.scores == second.scores)
    }
    let other = SyntheticCohort(dictionary: Self.dictionary, seed: 2, asOf: Self.asOf)
    #expect((1...20).contains { other.record($0).answers != Self.records[$0 - 1].answers })
  }

  @Test func everyPatientIsMarkedAsNotReal() {
    for record in Self.records { #expect(record.identifier.hasPrefix("SYN-")) }
    #expect(Set(Self.records.map(\.identifier)).count == Self.records.count)
  }

  @Test func everyItemOfTheDictionaryIsRecordedBySomebody() {
    var seen: Set<ItemID> = []
    for record in Self.records {
      seen.formUnion(record.person.keys)
      seen.formUnion(record.answers.keys)
      seen.formUnion(record.history.keys)
      seen.formUnion(record.measurements.map(\.id))
      seen.formUnion(record.scores.map(\.id))
      seen.formUnion(record.labs.map(\.id))
      for entry in record.log { seen.formUnion(entry.values.keys) }
    }
    let optional: Set<ItemID> = ["reportDate", "cycleDay", "entryId", "entryDate", "recordedAt"]
    let expected =
      Self.dictionary.fields.filter { ![.labs, .medications].contains($0.section) }.map(\.id)
      + Self.dictionary.labs.map(\.id)
    #expect(expected.filter { !seen.contains($0) && !optional.contains($0) }.map(\.name) == [])
  }

  @Test func everyClassOfMedicineIsTakenBySomebody() {
    guard case .set(let classes)? = Self.dictionary.field("medClass", in: .medications)?.kind else { return }
    let taken = Set(Self.records.flatMap { $0.medications.flatMap(\.classes) })
    #expect(classes.filter { !taken.contains($0) } == [])
  }
}
