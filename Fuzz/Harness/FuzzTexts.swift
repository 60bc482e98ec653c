import TemplateEngine

/// A text, and how it reads: some characters are printed as others in every dialect.
struct FuzzText: Sendable {
  let text: String
  let seen: [UInt8]

  init(_ text: String) {
    self.text = text
    seen = FuzzText.printed(text)
  }

  private static let shape = RecordShape("text", [.init("text", .text)])

  private static let template: CheckedTemplate? = {
    let name = "text" + Dialect.plain.suffix
    return try? TemplateChecker(shape: shape).check(
      name, in: TemplateSet([TemplateSource(name: name, text: "{{text}}")]))
  }()

  private static func printed(_ text: String) -> [UInt8] {
    guard let record = try? shape.record(["text": .text(text)]) else { return [] }
    return (try? template?.render(record)) ?? []
  }
}

/// The texts that are put into the fields of a record.
enum FuzzTexts {
  /// A harmless word, another for every field, that occurs nowhere else.
  static func word(_ field: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return "Zq\(letters[field / 26 % 26])\(letters[field % 26])z"
  }

  /// What every word begins with.
  static let wordStart = Array("Zq".utf8)

  /// What a patient's text could try; each takes the place of every word.
  static let attacks = [
    "</p><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "--> <i> <!--",
    "javascript:alert(1)", "https://a.example/?b=c&d=e#f (g)", "//a.example\\b", "a | b || c", "# a #", "> a", "- a",
    "1. a",
    "+", "===", "---", ":-:", "***", "```", "~~~ a", "`a` ``b``", "[a](javascript:b)", "![a](b)", "[a]: b",
    "<https://a.example>",
    "!", "\\", "a\n\n    b\n# c", "\r\n- a\r", "&amp;", "&", "lt;", "#60;", "*a* _b_ **c**",
    "\u{202E}a\u{2066}\u{200B}\u{FEFF}b",
    "\u{0}\u{1B}[31m\u{7F}\u{85}", "  a  ", "\u{A0}a\u{3000}", "{{title}} {{#x}}", "]]>", "(b)", "a\u{2028}b\u{2029}c",
    "é̂😀\u{301}",
  ]

  /// Empty and long ones.
  static let sizes = ["", " ", String(repeating: "x|", count: 60)]

  /// The text with every word replaced by what stands in its field.
  static func substituting(_ text: [UInt8], _ value: (Int) -> [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if let field = field(of: text, at: index) {
        result += value(field)
        index += 5
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// Whether a word stands in the text.
  static func hasWord(_ text: [UInt8]) -> Bool { text.indices.contains { field(of: text, at: $0) != nil } }

  private static func field(of text: [UInt8], at index: Int) -> Int? {
    guard text[index] == wordStart[0], index + 5 <= text.count, text[index + 1] == wordStart[1],
      text[index + 4] == UInt8(ascii: "z")
    else { return nil }
    let (high, low) = (Int(text[index + 2]) - 0x61, Int(text[index + 3]) - 0x61)
    guard (0..<26).contains(high), (0..<26).contains(low) else { return nil }
    return high * 26 + low
  }
}
