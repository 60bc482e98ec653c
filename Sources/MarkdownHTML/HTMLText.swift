/// Text as it may stand between tags and in a quoted attribute.
enum HTMLText {
  static func escaped(_ text: String) -> String {
    String(decoding: escaped(Array(text.utf8)), as: UTF8.self)
  }

  static func escaped(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    append(text.span, to: &result)
    return result
  }

  static func append(_ text: Span<UInt8>, to result: inout [UInt8]) {
    var copied = 0
    for position in text.indices where isSpecial(text[position]) {
      copy(text.extracting(copied..<position), to: &result)
      append(text[position], to: &result)
      copied = position + 1
    }
    copy(text.extracting(copied..<text.count), to: &result)
  }

  static func append(_ byte: UInt8, to result: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "&"): result += "&amp;".utf8
    case UInt8(ascii: "<"): result += "&lt;".utf8
    case UInt8(ascii: ">"): result += "&gt;".utf8
    case UInt8(ascii: "\""): result += "&quot;".utf8
    default: result.append(byte)
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"")
  }

  private static func copy(_ text: Span<UInt8>, to result: inout [UInt8]) {
    text.withUnsafeBufferPointer { result.append(contentsOf: $0) }
  }
}
