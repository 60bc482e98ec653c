import ArgumentParser
import ClinicalRecord
import ClinicalRules

struct FieldsCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields",
    abstract: "Lists what a record may hold: every field with its question, kind, unit and range.",
    discussion: """
      EXAMPLES
        legbrief fields > fields.md
        legbrief fields --json-schema > record.schema.json
      """)

  @Flag(help: "Print the JSON Schema of a record, for editors and form builders.")
  var jsonSchema = false

  var diagnosticsFormat: DiagnosticsFormat { .text }

  func run(in session: Session) throws -> RunStatus {
    try session.write(jsonSchema ? LegbriefFields.dictionary.jsonSchema() : LegbriefFields.dictionary.page())
    return .success
  }
}
