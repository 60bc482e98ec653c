import Foundation

@testable import TemplateEngine

/// A template without a shape, and what it gives.
struct UntypedCase {
  var text: String
  var partials: [String: String] = [:]
  var limits = TemplateLimits()

  func template() throws(TemplateFaults) -> UntypedTemplate {
    // A name that no partial can have.
    let sources = [TemplateSource(name: "", text: text)] + partials.map { TemplateSource(name: $0, text: $1) }
    return try UntypedTemplate("", in: TemplateSet(sources), limits: limits)
  }

  func render(_ value: UntypedValue) throws -> String {
    String(decoding: try template().render(value), as: UTF8.self)
  }
}

extension UntypedValue {
  /// A value as Foundation reads it from JSON.
  init(json: Any) {
    switch json {
    case let text as String: self = .string(text)
    case let number as NSNumber:
      // CFBoolean is an NSNumber whose type is that of a C boolean.
      self = String(cString: number.objCType) == "c" ? .bool(number.boolValue) : .number(number.stringValue)
    case let values as [Any]: self = .list(values.map(UntypedValue.init(json:)))
    case let values as [String: Any]: self = .object(UntypedObject(values.mapValues(UntypedValue.init(json:))))
    default: self = .null
    }
  }
}
