import ArgumentParser
import ClinicalRecord
import ClinicalRules

/// `legbrief fields`: the vocabulary of records.
struct FieldsCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields", abstract: "Print every field that a record may hold: question, kind, unit, range, codes.")

  @Flag(name: .long, help: "Print the JSON Schema (draft 2020-12) of record format 1 instead.")
  var jsonSchema = false

  func run(_ console: Console) -> ExitStatus {
    let dictionary = LegbriefFields.dictionary
    return console.print(jsonSchema ? dictionary.jsonSchema() : dictionary.page()) ? .done : .cannotStart
  }
}
