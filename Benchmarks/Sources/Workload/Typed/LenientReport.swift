import TemplateEngine

/// The workload without shapes, with the templates as they are.
struct LenientReport {
  private let template: UntypedTemplate
  private let values: [UntypedValue]
  private let data: [UntypedData]

  init(templates: [String: String], views: [[String: JSONValue]]) throws {
    let sources = templates.map { TemplateSource(name: $0 + ".mustache", text: $1) }
    template = try UntypedTemplate("report.mustache", in: TemplateSet(sources))
    values = views.map { .object(UntypedObject($0.mapValues(UntypedValue.init))) }
    data = try values.map { try UntypedData($0) }
  }

  /// Renders a value as a program gets it from JSON, which is what the other engines are given.
  func renderValue(_ view: Int) throws -> [UInt8] { try template.render(values[view]) }

  /// Renders a value that was laid out beforehand.
  func renderData(_ view: Int) throws -> [UInt8] { try template.render(data[view]) }
}

extension UntypedValue {
  init(_ value: JSONValue) {
    switch value {
    case .flag(let flag): self = .bool(flag)
    case .number(let number): self = .number(String(number))
    case .text(let text): self = .string(text)
    case .list(let list): self = .list(list.map(UntypedValue.init))
    case .object(let object): self = .object(UntypedObject(object.mapValues(UntypedValue.init)))
    }
  }
}
