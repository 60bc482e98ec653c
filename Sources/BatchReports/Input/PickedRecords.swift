import ClinicalRecord
import Diagnostics
import RecordReaders

/// The records of the patients that a list names, in the order of the list; a patient without a record is told as a fault.
package struct PickedRecords: RecordInput {
  private let clinic: PersonList
  private var found: [String: IncomingRecord] = [:]
  /// Places of a second record of a patient.
  private var doubles: [String: RecordPlace] = [:]
  private var unreadable = 0
  private var position = 0

  /// Reads the whole input once; what it keeps is what the list names.
  package init(_ clinic: PersonList, from input: any RecordInput, jobs: Int) {
    self.clinic = clinic
    let wanted = Set(clinic.entries.map(\.person))
    var input = input
    while true {
      let window = input.window(of: 64 * jobs)
      if window.isEmpty { break }
      let people = Parallel.map(window, jobs: jobs, PickedRecords.person)
      for (incoming, person) in zip(window, people) {
        guard let person else {
          unreadable += 1
          continue
        }
        guard wanted.contains(person) else { continue }
        if found[person] == nil { found[person] = incoming } else { doubles[person] = incoming.place }
      }
    }
  }

  package var count: Int? { clinic.entries.count }

  package mutating func next() -> IncomingRecord? {
    guard position < clinic.entries.count else { return nil }
    let entry = clinic.entries[position]
    position += 1
    let place = RecordPlace(file: clinic.file, line: entry.row)
    guard let incoming = found[entry.person] else {
      return IncomingRecord(place: place, content: .fault(missing(place)))
    }
    if let double = doubles[entry.person] {
      return IncomingRecord(
        place: place,
        content: .fault(
          Diagnostic(
            .error, id: "same-person",
            "the person of this row of the list has two records: \(incoming.place.words) and \(double.words)",
            at: SourceLocation(file: clinic.file, line: entry.row, column: 1), remedy: "remove one of the two")))
    }
    return incoming
  }

  private func missing(_ place: RecordPlace) -> Diagnostic {
    let others = unreadable == 0 ? "" : "; \(unreadable) records could not be read, and one of them may be it"
    return Diagnostic(
      .error, id: "no-record", "there is no record of the person of this row of the list\(others)",
      at: SourceLocation(file: place.file, line: place.line ?? 1, column: 1),
      remedy: "check the spelling of personId; \"legbrief check\" tells what is wrong with a record")
  }

  private static func person(of incoming: IncomingRecord) -> String? {
    guard case .bytes(let bytes, let decoder) = incoming.content else { return nil }
    let source = SourceText(file: incoming.place.file, bytes: bytes, firstLine: incoming.place.line ?? 1)
    // A day far ahead: which day the report ends on does not matter here.
    return decoder.read(source, asOf: nil).record?.identifier
  }
}
