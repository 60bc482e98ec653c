/// A JSON value to be written: objects keep the order in which they were made, so that equal values give equal bytes.
package indirect enum JSONValue: Sendable, Equatable {
  case string(String)
  case number(Double)
  case bool(Bool)
  case array([JSONValue])
  case object([Member])

  package struct Member: Sendable, Equatable {
    package let key: String
    package let value: JSONValue

    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// Indented by two spaces; whatever fits into `width` columns stands on one line.
  package func pretty(width: Int = 120) -> String {
    var out = ""
    write(into: &out, indent: 0, column: 0, width: width)
    return out + "\n"
  }

  private func write(into out: inout String, indent: Int, column: Int, width: Int) {
    let line = compact
    // The comma that may follow counts too.
    if column + line.utf8.count < width {
      out += line
      return
    }
    let inner = String(repeating: " ", count: indent + 2)
    switch self {
    case .array(let items):
      out += "["
      for (position, item) in items.enumerated() {
        out += (position == 0 ? "\n" : ",\n") + inner
        item.write(into: &out, indent: indent + 2, column: indent + 2, width: width)
      }
      out += "\n" + String(repeating: " ", count: indent) + "]"
    case .object(let members):
      out += "{"
      for (position, member) in members.enumerated() {
        let key = JSONValue.quoted(member.key) + ": "
        out += (position == 0 ? "\n" : ",\n") + inner + key
        member.value.write(into: &out, indent: indent + 2, column: indent + 2 + key.utf8.count, width: width)
      }
      out += "\n" + String(repeating: " ", count: indent) + "}"
    case .string, .number, .bool: out += line
    }
  }

  /// On one line, with a space after every comma and colon.
  package var compact: String {
    switch self {
    case .string(let text): JSONValue.quoted(text)
    case .number(let number): JSONValue.plain(number)
    case .bool(let flag): flag ? "true" : "false"
    case .array(let items): "[" + items.map(\.compact).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { JSONValue.quoted($0.key) + ": " + $0.value.compact }.joined(separator: ", ") + "}"
    }
  }

  /// A finite number as people write it: `40`, not `40.0`.
  package static func plain(_ number: Double) -> String {
    Int(exactly: number).map { "\($0)" } ?? "\(number)"
  }

  private static func quoted(_ text: String) -> String {
    // Nearly all strings hold nothing to escape.
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    if isPlain { return "\"\(text)\"" }
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral text: String) { self = .string(text) }
  package init(floatLiteral number: Double) { self = .number(number) }
  package init(integerLiteral number: Int) { self = .number(Double(number)) }
  package init(booleanLiteral flag: Bool) { self = .bool(flag) }
  package init(arrayLiteral items: JSONValue...) { self = .array(items) }
  package init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { Member($0, $1) })
  }

  package static func strings(_ texts: some Sequence<String>) -> JSONValue { .array(texts.map { .string($0) }) }

  /// The object of both; anything else is left as it is.
  func adding(_ more: JSONValue) -> JSONValue {
    if case .object(let mine) = self, case .object(let others) = more { .object(mine + others) } else { self }
  }
}
