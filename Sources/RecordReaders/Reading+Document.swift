import ClinicalRecord
import Diagnostics

/// The whole file: its sections, and the day on which the report ends.
extension Reading {
  private static let sections = ByteTable(["legbrief"] + RecordSection.allCases.map(\.rawValue))

  /// The record; what it holds is only worth something when no errors were found.
  mutating func document() -> PatientRecord? {
    guard let root = tokens.first else { return nil }
    guard root.kind == .objectStart else {
      if root.kind != .invalid {
        faults.add(.notAnObject(isArray: root.kind == .arrayStart), at: root.start..<root.start + 1)
      }
      return nil
    }
    let (version, sections) = topLevel()
    checkVersion(version)

    // The person comes first, wherever it stands: its report date is needed to judge every other date.
    let given = asOf
    let person = items(sections[.person], in: .person)
    if asOf == nil, case .day(let day)? = person["reportDate"]?.value { asOf = day }
    checkAsOf(given: given, person: sections[.person])
    checkPerson(person, sections[.person])

    let answers = items(sections[.answers], in: .answers)
    let history = items(sections[.history], in: .history)
    let log = self.log(sections[.log])
    let medications = self.medications(sections[.medications])
    let labs = self.labs(sections[.labs])
    let measurements = self.measurements(sections[.measurements], in: .measurements)
    let scores = self.measurements(sections[.scores], in: .scores)
    guard let asOf, !faults.hasErrors else { return nil }
    return PatientRecord(
      file: Reading.fileName(source.file), asOf: asOf, person: person, log: log, answers: answers, history: history,
      medications: medications, labs: labs, measurements: measurements, scores: scores)
  }

  /// The index of the value of `legbrief` and of each section.
  private mutating func topLevel() -> (version: Int?, sections: [RecordSection: Int]) {
    var seen = Seen(Reading.sections)
    var version: Int?
    var sections: [RecordSection: Int] = [:]
    var current = member(of: 0, after: nil)
    while let key = current {
      current = member(of: 0, after: key)
      guard let position = position(of: key, in: Reading.sections, &seen, unknown: .unknownSection) else { continue }
      if position == 0 { version = key + 1 } else { sections[RecordSection.allCases[position - 1]] = key + 1 }
    }
    return (version, sections)
  }

  private mutating func checkVersion(_ index: Int?) {
    guard let index else {
      return missing(.missingMember("legbrief", of: "a record"), at: 0)
    }
    guard expect(.number, at: index, "legbrief", .whole) else { return }
    if Scalars.number(tokens[index].range, in: bytes) != 1 { fault(.unsupportedVersion, at: index) }
  }

  /// Without a day there is no record; a report date that was written, but wrongly, has its fault already.
  private mutating func checkAsOf(given: Day?, person: Int?) {
    guard asOf == nil, given == nil else { return }
    if let person, tokens[person].kind == .objectStart {
      var current = member(of: person, after: nil)
      while let key = current {
        current = member(of: person, after: key)
        if JSONText.string(tokens[key], in: bytes) == "reportDate" { return }
      }
    }
    missing(.noAsOf, at: person ?? 0)
  }

  /// The name without folders.
  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
