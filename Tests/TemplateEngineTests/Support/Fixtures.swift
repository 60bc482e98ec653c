import Diagnostics
import Testing

@testable import TemplateEngine

typealias Field = RecordShape.Field

/// A small report with every kind of field.
enum Fixture {
  static let lab = RecordShape(
    "laboratory result",
    [
      Field("name", .text), Field("value", .text), Field("unit", .optional(.text)), Field("high", .flag),
      Field("note", .markup(.markdown)),
    ])
  static let practice = RecordShape("practice", [Field("city", .text), Field("phone", .optional(.text))])
  static let patient = RecordShape(
    "patient",
    [Field("name", .text), Field("practice", .record(practice)), Field("carer", .optional(.record(practice)))])
  static let word = RecordShape.texts("word")
  static let report = RecordShape(
    "report",
    [
      Field("title", .text), Field("subtitle", .optional(.text)), Field("smoker", .flag),
      Field("asked", .optional(.flag)), Field("body", .markup(.markdown)), Field("page", .markup(.html)),
      Field("patient", .record(patient)), Field("labs", .list(lab)), Field("words", .list(word)),
      Field("extra", .optional(.list(word))), Field("figure", .optional(.markup(.markdown))),
    ])

  static func lab(_ name: String, _ value: String, unit: String? = nil, high: Bool = false) throws -> Record {
    try lab.record([
      "name": .text(name), "value": .text(value), "unit": .optional(unit), "high": .flag(high),
      "note": .markup(Markup("*ok*", .markdown)),
    ])
  }

  /// A record of `report`, with other values where given.
  static func record(_ changes: [String: Value] = [:]) throws -> Record {
    let home = try practice.record(["city": .text("Bonn"), "phone": .absent])
    let labs = Value.list([try lab("Ferritin", "12", unit: "µg/L"), try lab("TSH", "2.1", high: true)])
    let values: [(name: String, value: Value)] = [
      ("title", .text("Visit")), ("subtitle", .absent), ("smoker", .flag(true)), ("asked", .absent),
      ("body", .markup(Markup("**b**", .markdown))), ("page", .markup(Markup("<b>p</b>", .html))),
      (
        "patient",
        .record(try patient.record(["name": .text("Jo"), "practice": .record(home), "carer": .absent]))
      ),
      ("labs", labs), ("words", try .texts(["a", "b"], word)), ("extra", .absent), ("figure", .absent),
    ]
    return try report.record(pairs: values.map { ($0.name, changes[$0.name] ?? $0.value) })
  }
}

/// What a template does, checked against `Fixture.report`.
struct Template {
  var name = "t.md.mustache"
  var text: String
  var partials: [String: String] = [:]
  var requirements: [Requirement] = []
  var limits = TemplateLimits()

  func check() throws(TemplateFaults) -> CheckedTemplate {
    let sources = [TemplateSource(name: name, text: text)] + partials.map { TemplateSource(name: $0, text: $1) }
    let checker = TemplateChecker(shape: Fixture.report, requirements: requirements, limits: limits)
    return try checker.check(name, in: TemplateSet(sources))
  }

  func render(_ changes: [String: Value] = [:]) throws -> String {
    String(decoding: try check().render(try Fixture.record(changes)), as: UTF8.self)
  }

  /// All diagnostics, also of a template that can be used.
  var diagnostics: [Diagnostic] {
    do { return try check().warnings } catch { return error.diagnostics }
  }
}

/// Text in which `▶` and `◀` mark where a fault is expected; the marks are taken out.
struct MarkedText {
  var text = ""
  /// `line:column` of every mark, in order.
  var places: [String] = []

  init(_ marked: String) {
    var (line, column) = (1, 1)
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "▶": places.append("\(line):\(column)")
      case "◀": break
      default:
        text.unicodeScalars.append(scalar)
        (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + String(scalar).utf8.count)
      }
    }
  }
}

/// A template with marked faults, and the ids that are expected at the marks, in order.
struct FaultCase: CustomTestStringConvertible, Sendable {
  var marked: String
  var ids: [String]
  var testDescription: String { marked }

  init(_ marked: String, _ ids: String...) {
    self.marked = marked
    self.ids = ids
  }

  func expect(name: String = "t.md.mustache", partials: [String: String] = [:], errorsOnly: Bool = false) {
    let source = MarkedText(marked)
    let found = Template(name: name, text: source.text, partials: partials).diagnostics
      .filter { !errorsOnly || $0.severity == .error }
    #expect(found.map(\.id) == ids, "\(found.map(DiagnosticPrinter.text).joined())")
    #expect(found.compactMap { $0.location.map { "\($0.line):\($0.column)" } } == source.places, "\(marked)")
  }
}
