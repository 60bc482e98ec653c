package import ClinicalRecord
import SeededNumbers

/// Patients that nobody is: drawn from presentations over the whole dictionary, the same for the same seed and number.
///
/// The patient of a number does not depend on how many are drawn, so that a large cohort can be made in parts. Every id begins with
/// `SYN-`. Figures are chosen to exercise rules, not to describe any population.
package struct SyntheticCohort: Sendable {
  private let dictionary: FieldDictionary
  private let seed: UInt64
  private let asOf: Day

  package init(dictionary: FieldDictionary, seed: UInt64, asOf: Day) {
    self.dictionary = dictionary
    self.seed = seed
    self.asOf = asOf
  }

  /// The patient of a number, counted from 1.
  package func record(_ number: Int) -> PatientRecord {
    var draft = Draft(
      dictionary: dictionary, numbers: SplitMix64(seed: seed &* 0xD134_2543_DE82_EF95 &+ UInt64(number)), asOf: asOf)
    draft.person(id: SyntheticCohort.identifier(seed: seed, number))
    // One patient in twelve recorded next to nothing.
    guard !draft.chance(8) else { return draft.record() }
    let all = Presentation.all
    for _ in 0..<draft.pick(1...3) {
      if let presentation = draft.numbers.pick(all) { presentation.apply(&draft) }
    }
    draft.diary()
    draft.background()
    if draft.chance(15) { draft.contradict() }
    if draft.chance(20) { draft.incidentals() }
    if draft.chance(25) { draft.awkwardText() }
    if draft.chance(20) { draft.forget() }
    return draft.record()
  }

  /// `SYN-SEED-000001`.
  package static func identifier(seed: UInt64, _ number: Int) -> String {
    let digits = String(number)
    return "SYN-\(seed)-" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
  }
}
