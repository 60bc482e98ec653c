/// What HTML says once its character references are decoded.
enum HTMLText {
  private static let named: [(name: [UInt8], character: UInt8, needsEnd: Bool)] = [
    (Array("amp".utf8), 0x26, false), (Array("lt".utf8), 0x3C, false), (Array("gt".utf8), 0x3E, false),
    (Array("quot".utf8), 0x22, false), (Array("apos".utf8), 0x27, true),
  ]

  /// Decodes numeric references and those of the five characters that HTML itself uses; others stay.
  static func decoded(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "&"), let (bytes, end) = reference(text, at: index + 1) {
        result += bytes
        index = end
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  private static func reference(_ text: [UInt8], at start: Int) -> (bytes: [UInt8], end: Int)? {
    func isEnd(_ index: Int) -> Bool { index < text.count && text[index] == UInt8(ascii: ";") }
    if start < text.count, text[start] == UInt8(ascii: "#") {
      let isHex = start + 1 < text.count && text[start + 1] | 0x20 == UInt8(ascii: "x")
      let first = start + (isHex ? 2 : 1)
      let digits = text[min(first, text.count)...].prefix {
        (0x30...0x39).contains($0) || (isHex && (0x61...0x66).contains($0 | 0x20))
      }
      guard !digits.isEmpty else { return nil }
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10) ?? 0xFFFD
      let scalar = value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
      return (Array(String(scalar).utf8), digits.endIndex + (isEnd(digits.endIndex) ? 1 : 0))
    }
    for (name, character, needsEnd) in named where text[start...].starts(with: name) {
      let end = start + name.count
      if isEnd(end) { return ([character], end + 1) }
      if !needsEnd { return ([character], end) }
    }
    return nil
  }

  /// Without white space of any script, which Markdown folds and drops, and with plain characters for those that look like them in code.
  static func folded(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 <= 0x20 || $0 >= 0x80 }) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where !scalar.properties.isWhitespace {
      scalars.append(lookAlikes[scalar] ?? scalar)
    }
    return Array(String(scalars).utf8)
  }

  private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = ["\u{2CB}": "`", "\u{2DC}": "~", "\u{29F5}": "\\"]
}
