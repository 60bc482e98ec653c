package import ClinicalRecord
package import Diagnostics

/// Diagnostics for tools: one object each, with the place as numbers.
package enum DiagnosticJSON {
  package static func value(_ diagnostic: Diagnostic) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("severity", .string(diagnostic.severity.rawValue)), .init("id", .string(diagnostic.id)),
      .init("message", .string(diagnostic.message)),
    ]
    if let location = diagnostic.location { members += place(location) }
    if let remedy = diagnostic.remedy { members.append(.init("remedy", .string(remedy))) }
    if !diagnostic.notes.isEmpty {
      members.append(
        .init(
          "notes",
          .array(
            diagnostic.notes.map { note in
              .object([.init("message", .string(note.message))] + (note.location.map(place) ?? []))
            })))
    }
    return .object(members)
  }

  private static func place(_ location: SourceLocation) -> [JSONValue.Member] {
    [
      .init("file", .string(location.file)), .init("line", .number(Double(location.line))),
      .init("column", .number(Double(location.column))),
    ]
  }
}
