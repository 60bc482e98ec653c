import ClinicalRecord
import Diagnostics
import PreviewServer
import RuleEngine

/// What stands behind the statements of a report: for each rule its words, which tell a statement of the page, and its evidence with
/// the lines of the record's file.
struct WhyData {
  let value: JSONValue

  /// - Parameter places: the lines of templates by statement.
  init(_ verdicts: Verdicts, _ places: [[SourceLocation]], _ text: RecordText) {
    let first = (text.line ?? 1) - 1
    value = .object([
      .init("file", .string(text.file)),
      .init("rules", .array(verdicts.all.map { WhyData.rule($0, firstLine: first) })),
      .init(
        "places",
        .array(
          places.map { lines in
            .array(
              Dictionary(grouping: lines, by: \.file).sorted { $0.key < $1.key }.map { file, lines in
                .string(file + ":" + Set(lines.map(\.line)).sorted().map(String.init).joined(separator: ","))
              })
          })),
    ])
  }

  private static func rule(_ verdict: Verdict, firstLine: Int) -> JSONValue {
    .object([
      .init("id", .string(verdict.id.name)), .init("title", .string(verdict.rule.title)),
      .init("value", .string(words(verdict.value))), .init("text", .string(verdict.text)),
      .init("ask", .array(verdict.ask.map { .string($0) })),
      .init("tests", .array(verdict.considerTest.map { .string($0.name) })),
      .init("missing", .array(verdict.missing.map { .string($0.name) })),
      .init("sources", .array(verdict.rule.citations.map { .string($0.name) })),
      .init(
        "evidence",
        .array(
          verdict.evidence.map { evidence in
            .object([
              .init("item", .string(evidence.item.name)), .init("value", .string(evidence.value)),
              .init("date", .string(evidence.date?.iso ?? "")),
              .init("line", .number(Double(evidence.place.line + firstLine))),
              .init("column", .number(Double(evidence.place.column))),
            ])
          })),
    ])
  }

  private static func words(_ value: Truth) -> String {
    switch value {
    case .met: "met"
    case .notMet: "not met"
    case .notRecorded: "not recorded"
    }
  }
}
