import ClinicalRecord
import Diagnostics
import ReportBuilder

/// What can go wrong in a batch besides a record's own faults. Places and fields are named, values never.
enum BatchFault {
  static func sameName(_ place: RecordPlace, _ other: RecordPlace, _ order: BatchOrder) -> Diagnostic {
    let isPerson = order.naming.text == NamePattern.standard
    if order.naming.text == "{id}" {
      return Diagnostic(
        .error, id: "same-name",
        "the record \(place.words) would be written to the same files as \(other.words): its personId is the same, or differs in characters alone that no file name has",
        remedy:
          "if both are of one person remove one of the two; without --name, {pseudonym} tells any two ids apart")
    }
    return Diagnostic(
      .error, id: "same-name",
      isPerson
        ? "the record \(place.words) has the same personId as \(other.words): both would be written to the same files"
        : "the record \(place.words) would be written to the same files as \(other.words)",
      remedy: isPerson
        ? "remove one of the two, or name the files by place as well: --name {pseudonym}-{file}-{line}"
        : "add a part to --name that tells the two apart, such as {file} or {line}")
  }

  static func leak(in place: RecordPlace, of other: RecordPlace, _ field: ItemID) -> Diagnostic {
    var diagnostic = Diagnostic(
      .error, id: "leak",
      "the report of \(place.words) holds the \(field.name) of \(other.words): nothing of this window was put in place",
      remedy: "tell the makers of Legbrief: this is a defect of the program; no report of it left the batch")
    diagnostic.field = field.name
    return diagnostic
  }

  static func store(_ error: any Error, _ folder: String) -> Diagnostic {
    Diagnostic(
      .error, id: "batch-state", "the list of what \(folder) holds cannot be used: \(words(error))",
      remedy:
        "see that there is room and permission; if the list is damaged, remove \(folder)/.legbrief: all reports are then made again"
    )
  }

  private static func words(_ error: any Error) -> String {
    String("\(error)".prefix { $0 != "\n" && $0 != "-" }).trimmingSpaces
  }

  /// One line of the list of failures: place, field, kind and reason, and no value.
  static func line(_ place: RecordPlace, _ diagnostic: Diagnostic) -> String { value(place, diagnostic).compact }

  static func value(_ place: RecordPlace, _ diagnostic: Diagnostic) -> JSONValue {
    var members: [JSONValue.Member] = [.init("file", .string(place.file))]
    if let line = place.line { members.append(.init("record", .number(Double(line)))) }
    if let location = diagnostic.location {
      members += [.init("line", .number(Double(location.line))), .init("column", .number(Double(location.column)))]
    }
    if let field = diagnostic.field { members.append(.init("field", .string(field))) }
    members += [.init("id", .string(diagnostic.id)), .init("reason", .string(diagnostic.message))]
    if let remedy = diagnostic.remedy { members.append(.init("remedy", .string(remedy))) }
    return .object(members)
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
