import ClinicalRecord
import Diagnostics

/// What can be wrong with a record, as facts; `RecordFault+Words.swift` makes the sentences.
///
/// A case names fields, limits and accepted codes, and never what was written: the written text is looked up, for near names only,
/// when the fault is printed (promise 7).
enum RecordFault: Sendable {
  // The file.
  case syntax(TokenTape.Fault.Kind)
  case fileTooBig(limit: Int)
  case notAnObject(isArray: Bool)
  case unsupportedVersion
  case noAsOf

  // Names.
  case unknownSection
  case unknownField(RecordSection)
  case unknownMember(of: String, allowed: [String])
  case duplicateKey
  case duplicateEntry
  case missingMember(String, of: String)
  case missingSymptom
  case missingMedicine

  // Values.
  case wrongKind(String, expected: Expectation, isNumber: Bool)
  case booleanAnswer(String)
  case nullValue(String)
  case emptyText(String)
  case outsideSet(String, allowed: [String])
  case impossible(String, ClosedRange<Double>, unit: String?)
  case implausible(String, ClosedRange<Double>, unit: String?)
  case notWhole(String)
  case numberTooLarge(String)
  case impossibleDay(String)
  case impossibleTime(String)
  case textTooLong(String, limit: Int)
  case controlCharacter(String)
  case directionMark(String)
  case repeated(String)
  case noneBesideOthers(String)
  case wrongCount(String, expected: Int)
  case wrongRespondent(String, allowed: [String])

  // Values that contradict each other.
  case afterAsOf(String)
  case inTheFuture(String)
  case recordedBeforeEntry
  case stopBeforeStart
  case changeBeforeStart
  case symptomOnFreeDay
  case ageDisagrees
  case pressureOrder

  // Laboratory.
  case unknownLab
  case unknownUnit(lab: String, accepted: [String])
  case missingUnit(lab: String, accepted: [String])
  case needsNumber(lab: String)
  case referenceOrder

  /// What a field is written as.
  enum Expectation: Sendable {
    case object, list, code, codes, answer, number, whole, day, dayOrTime, time, text, joints, joint, numbers, subscales
    case numberOrResult, value
  }

  var severity: Diagnostic.Severity {
    switch self {
    case .emptyText, .implausible, .directionMark, .repeated, .noneBesideOthers, .inTheFuture, .changeBeforeStart,
      .symptomOnFreeDay, .ageDisagrees, .pressureOrder:
      .warning
    default: .error
    }
  }

  /// False for a fault of the file as a whole, which has no line to show.
  var hasPlace: Bool {
    switch self {
    case .fileTooBig, .syntax(.empty), .syntax(.outOfMemory): false
    default: true
    }
  }
}
