import Diagnostics

@testable import TemplateEngine

/// A template with values in one kind of place; the field that a value comes from says how it must be read, see ``ReadAs``.
struct ProofContext: Sendable {
  let template: String
  let checked: CheckedTemplate

  /// - Throws: `TemplateFaults` when the place is refused.
  init(_ template: String, _ dialect: Dialect) throws {
    self.template = template
    let name = "proof" + dialect.suffix
    let set = TemplateSet([TemplateSource(name: name, text: template)])
    checked = try TemplateChecker(shape: ProofContext.report).check(name, in: set)
  }

  private static let texts = ReadAs.allCases.map { RecordShape.Field($0.field, .text) }
  private static let row = RecordShape("row", texts)
  private static let report = RecordShape(
    "report",
    texts + [RecordShape.Field("rows", .list(row)), RecordShape.Field("yes", .flag), RecordShape.Field("no", .flag)])

  /// Every field holds the text that `value` gives it.
  static func record(_ value: (ReadAs) -> String) throws -> Record {
    let values = ReadAs.allCases.map { (name: $0.field, value: Value.text(value($0))) }
    let list = Value.list([try row.record(pairs: values), try row.record(pairs: values)])
    return try report.record(pairs: values + [("rows", list), ("yes", .flag(true)), ("no", .flag(false))])
  }

  static func words() throws -> Record { try record { $0.word } }

  /// Whether nothing of the text is left to be read; such a text can only be compared with one of its kind.
  static func isNothing(_ values: [ReadAs: [UInt8]]) -> Bool { values[.text]?.isEmpty ?? true }
}

/// One text as every place must read it.
struct ProofText {
  let text: String
  let values: [ReadAs: [UInt8]]
  let record: Record

  init(_ text: String) throws {
    self.text = text
    values = Dictionary(uniqueKeysWithValues: ReadAs.allCases.map { ($0, $0.map(text)) })
    record = try ProofContext.record { _ in text }
  }
}
