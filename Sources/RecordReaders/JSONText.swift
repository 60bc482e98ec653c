/// The text of JSON strings: unescaping, counting, and what a text must not hold.
enum JSONText {
  /// The text between the quotes of `token`. The tape has checked every escape.
  static func string(_ token: TokenTape.Token, in bytes: [UInt8]) -> String {
    guard token.hasEscapes else { return String(decoding: bytes[token.content], as: UTF8.self) }
    return String(decoding: unescaped(bytes[token.content]), as: UTF8.self)
  }

  static func unescaped(_ content: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var index = content.startIndex
    while index < content.endIndex {
      let byte = content[index]
      guard byte == UInt8(ascii: "\\"), index + 1 < content.endIndex else {
        result.append(byte)
        index += 1
        continue
      }
      index += 2
      switch content[index - 1] {
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"):
        var value = codeUnit(content, at: index)
        index += 4
        if (0xD800..<0xDC00).contains(value), index + 6 <= content.endIndex {
          value = 0x10000 + (value - 0xD800) << 10 + (codeUnit(content, at: index + 2) & 0x3FF)
          index += 6
        }
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        result.append(contentsOf: String(scalar).utf8)
      case let other: result.append(other)
      }
    }
    return result
  }

  private static func codeUnit(_ content: ArraySlice<UInt8>, at index: Int) -> UInt32 {
    var value: UInt32 = 0
    for position in index..<min(index + 4, content.endIndex) {
      let byte = content[position]
      value = value << 4 | UInt32(byte <= UInt8(ascii: "9") ? byte & 0x0F : (byte & 0x0F) + 9)
    }
    return value
  }

  /// What a text holds, from one pass over its bytes.
  struct Survey {
    /// Unicode scalars, which is how limits are counted.
    var characters = 0
    var isBlank = true
    /// U+0000 to U+001F but for tab, line feed and carriage return.
    var hasControl = false
    /// Marks that embed, override or isolate a reading direction: U+202A–U+202E, U+2066–U+2069.
    var hasDirectionMark = false

    init(_ bytes: some Collection<UInt8>) {
      var last: UInt8 = 0
      var beforeLast: UInt8 = 0
      for byte in bytes {
        if byte & 0xC0 != 0x80 { characters += 1 }
        if byte > 0x20 {
          isBlank = false
        } else if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
          hasControl = true
        }
        if beforeLast == 0xE2 {
          if last == 0x80, (0xAA...0xAE).contains(byte) { hasDirectionMark = true }
          if last == 0x81, (0xA6...0xA9).contains(byte) { hasDirectionMark = true }
        }
        (beforeLast, last) = (last, byte)
      }
    }
  }
}
