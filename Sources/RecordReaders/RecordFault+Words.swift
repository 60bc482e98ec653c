import ClinicalRecord
import Diagnostics

/// The sentences of a fault: what is wrong and what was expected, and what to do about it.
struct FaultWords: Sendable {
  var message: String
  var remedy: String?

  init(_ message: String, _ remedy: String? = nil) {
    self.message = message
    self.remedy = remedy
  }
}

extension RecordFault {
  func words(at range: Range<Int>, in context: FaultContext) -> FaultWords {
    switch self {
    case .syntax(let fault): fault.words
    case .fileTooBig(let limit): FaultWords("a record file has at most \(limit >> 20) MB")
    case .notAnObject(let isArray):
      isArray
        ? FaultWords(
          "one file holds one patient: expected an object, found a list",
          "write each patient into a file of its own")
        : FaultWords(
          "a record is an object that starts with \"{\"", #"the smallest record is {"legbrief": 1}"#)
    case .unsupportedVersion:
      FaultWords("\"legbrief\" names the version of the record format, and this program reads version 1", "write 1")
    case .noAsOf:
      FaultWords(
        "the day on which the report ends is not known",
        "pass --as-of YYYY-MM-DD, or record \"reportDate\" in \"person\"")
    case .unknownSection, .unknownField, .unknownMember, .duplicateKey, .duplicateEntry, .missingMember,
      .missingSymptom, .missingMedicine:
      nameWords(at: range, in: context)
    case .afterAsOf, .inTheFuture, .recordedBeforeEntry, .stopBeforeStart, .changeBeforeStart, .symptomOnFreeDay,
      .ageDisagrees, .pressureOrder:
      contradictionWords
    case .unknownLab, .unknownUnit, .missingUnit, .needsNumber, .referenceOrder:
      laboratoryWords(at: range, in: context)
    default: valueWords(at: range, in: context)
    }
  }

  private func nameWords(at range: Range<Int>, in context: FaultContext) -> FaultWords {
    let name = context.name(at: range).map { " \"\($0)\"" } ?? ""
    func near(_ names: [String]) -> String? { NearestNames.question(for: context.written(at: range), among: names) }
    switch self {
    case .unknownSection:
      let sections = RecordSection.allCases.map(\.rawValue)
      return FaultWords("unknown section\(name)", near(sections) ?? "the sections are \(list(sections))")
    case .unknownField(let section):
      let elsewhere = context.name(at: range).flatMap { name in
        RecordSection.allCases.first { $0 != section && context.vocabulary[$0].table.position(of: name) != nil }
      }
      if let elsewhere {
        return FaultWords(
          "\(name.dropFirst()) does not belong to \"\(section.rawValue)\"", "move it to \"\(elsewhere.rawValue)\"")
      }
      return FaultWords(
        "unknown field\(name) in \"\(section.rawValue)\"",
        near(context.vocabulary[section].table.names) ?? "legbrief fields lists the fields that exist")
    case .unknownMember(let owner, let allowed):
      return FaultWords("unknown field\(name) in \(owner)", near(allowed) ?? "expected \(list(allowed))")
    case .duplicateKey: return FaultWords("the key\(name) stands twice in the same object", "keep one of the two")
    case .duplicateEntry:
      return FaultWords("two log entries have the same \"entryId\"", "give every entry an id of its own")
    case .missingMember(let member, let owner): return FaultWords("\(owner) needs \"\(member)\"")
    case .missingSymptom:
      return FaultWords(
        "a log entry needs \"symptomKind\" or \"dayCheckIn\"",
        #"write "dayCheckIn": "noSymptoms" for a day without symptoms"#)
    default: return FaultWords("a medication needs \"medName\" or \"medClass\"")
    }
  }

  private func valueWords(at range: Range<Int>, in context: FaultContext) -> FaultWords {
    switch self {
    case .wrongKind(let field, let expected, let isNumber):
      FaultWords("\"\(field)\" must be \(expected.words)", expected.remedy(isNumber: isNumber))
    case .booleanAnswer(let field):
      FaultWords("\"\(field)\" must be \(Expectation.answer.words)", #"write "yes" or "no""#)
    case .nullValue(let field): FaultWords("\"\(field)\" is null", "leave the field out when nothing was recorded")
    case .emptyText(let field):
      FaultWords("\"\(field)\" is empty and counts as not recorded", "leave the field out when nothing was recorded")
    case .outsideSet(let field, let allowed):
      FaultWords(
        "\"\(field)\" has a code that is not in its set",
        NearestNames.question(for: context.written(at: range), among: allowed)
          ?? (allowed.count <= 12
            ? "expected \(list(allowed))" : "legbrief fields lists the \(allowed.count) codes that exist"))
    case .impossible(let field, let bounds, let unit):
      FaultWords("\"\(field)\" must be between \(text(bounds, unit))")
    case .implausible(let field, let bounds, let unit):
      FaultWords(
        "\"\(field)\" is outside the usual \(text(bounds, unit).replacing(" and ", with: " to "))", "check the number")
    case .notWhole(let field): FaultWords("\"\(field)\" must be a whole number")
    case .numberTooLarge(let field): FaultWords("\"\(field)\" has more digits than any measurement")
    case .impossibleDay(let field):
      FaultWords("\"\(field)\" must be a day that exists, written YYYY-MM-DD", "check the day, the month and the year")
    case .impossibleTime(let field): FaultWords("\"\(field)\" must be a clock time from 00:00 to 23:59, written HH:MM")
    case .textTooLong(let field, let limit): FaultWords("\"\(field)\" may have at most \(limit) characters")
    case .controlCharacter(let field): FaultWords("\"\(field)\" holds a control character", "remove it")
    case .directionMark(let field):
      FaultWords(
        "\"\(field)\" holds a mark that turns the reading direction",
        "the report prints the text without the mark's effect")
    case .repeated(let field): FaultWords("\"\(field)\" names the same code twice; it counts once")
    case .noneBesideOthers(let field): FaultWords("\"\(field)\" says \"none\" beside others", "keep either")
    case .wrongCount(let field, let expected): FaultWords("\"\(field)\" must have exactly \(expected) numbers")
    case .wrongRespondent(let field, let allowed):
      FaultWords("\"\(field)\" can be given by \(list(allowed, quoted: false)) only")
    default: FaultWords(id)
    }
  }

  private var contradictionWords: FaultWords {
    switch self {
    case .afterAsOf(let field):
      FaultWords(
        "\"\(field)\" is later than the day on which the report ends", "check the date, or choose a later --as-of")
    case .inTheFuture(let field):
      FaultWords("\"\(field)\" is later than the day on which the report ends", "check the date")
    case .recordedBeforeEntry: FaultWords("\"recordedAt\" is earlier than \"entryDate\"", "check both dates")
    case .stopBeforeStart: FaultWords("\"medStopDate\" is earlier than \"medStartDate\"", "check both dates")
    case .changeBeforeStart: FaultWords("\"medChangeDate\" is earlier than \"medStartDate\"", "check both dates")
    case .symptomOnFreeDay:
      FaultWords("the entry names a symptom and says \"noSymptoms\"", "write two entries, or leave one out")
    case .ageDisagrees:
      FaultWords(
        "\"ageYears\" and \"birthDate\" differ by more than a year",
        "check both; rules that need a day of birth use \"birthDate\"")
    default: FaultWords("\"bpSystolic\" is not above \"bpDiastolic\"", "check whether the two were exchanged")
    }
  }

  private func laboratoryWords(at range: Range<Int>, in context: FaultContext) -> FaultWords {
    switch self {
    case .unknownLab:
      FaultWords(
        "unknown laboratory test",
        NearestNames.question(for: context.written(at: range), among: context.vocabulary.labs.names)
          ?? "legbrief fields lists the tests that exist")
    case .unknownUnit(let lab, let accepted):
      FaultWords("the unit is not one of \"\(lab)\"", "expected \(list(accepted))")
    case .missingUnit(let lab, let accepted):
      FaultWords("the result of \"\(lab)\" needs \"labUnit\"", "expected \(list(accepted))")
    case .needsNumber(let lab): FaultWords("the result of \"\(lab)\" must be a number with a unit")
    default: FaultWords("\"labRefLow\" is above \"labRefHigh\"", "check whether the two were exchanged")
    }
  }

  /// `"a", "b" or "c"`.
  private func list(_ names: [String], quoted: Bool = true) -> String {
    let words = quoted ? names.map { "\"\($0)\"" } : names
    guard words.count > 1, let last = words.last else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  private func text(_ bounds: ClosedRange<Double>, _ unit: String?) -> String {
    func text(_ number: Double) -> String {
      let text = "\(number)"
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    return "\(text(bounds.lowerBound)) and \(text(bounds.upperBound))" + (unit.map { " \($0)" } ?? "")
  }
}
