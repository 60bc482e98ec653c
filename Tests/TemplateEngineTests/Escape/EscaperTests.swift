import Testing

@testable import TemplateEngine

@Suite struct EscaperTests {
  /// The text, what Markdown prints at the start of a line, and what it prints inside a line where that differs.
  @Test(
    arguments: [
      ("plain words, 1.5 mg (2 × daily)!", "plain words, 1.5 mg (2 × daily)!", nil),
      ("# heading", "\\# heading", "\\# heading"), ("#1 worry", "\\#1 worry", "#1 worry"),
      ("a #", "a \\#", nil), ("C#", "C#", nil),
      ("- x", "\\- x", "- x"), ("-5 °C", "-5 °C", nil), ("+ x", "\\+ x", "+ x"),
      ("===", "\\===", "==="), ("> x", "\\> x", "> x"), ("1. x", "1\\. x", "1. x"), ("23) x", "23\\) x", "23) x"),
      ("1.5", "1.5", nil), (". x", "\\. x", ". x"), ("* x", "\\* x", nil),
      ("***", "\\*\\*\\*", nil), ("2 * 3", "2 * 3", nil), ("2*3", "2\\*3", nil), ("a *b", "a \\*b", nil),
      ("snake_case_name", "snake_case_name", nil), ("_x_", "\\_x\\_", nil), ("a__b", "a\\_\\_b", nil),
      ("~~~", "\\~\\~\\~", nil), ("~~x~~", "\\~\\~x\\~\\~", nil), ("a ~ b", "a ~ b", nil),
      ("`code`", "\\`code\\`", nil), ("```", "\\`\\`\\`", nil), ("| pipes |", "\\| pipes \\|", nil),
      ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))", nil),
      ("![i](http://e/x.png)", "!\\[i\\](http://e/x.png)", nil), ("[x]: /u", "\\[x\\]: /u", nil),
      ("</script>", "\\</script>", nil), ("<http://e>", "\\<http://e>", nil), ("a < b > c", "a \\< b > c", nil),
      ("&lt;", "\\&lt;", nil), ("&#60;", "\\&#60;", nil), ("R & D", "R & D", nil), ("AT&T on", "AT&T on", nil),
      ("AT&T", "AT\\&T", nil), ("x &lt \n", "x \\&lt", nil), ("C:\\temp", "C:\\\\temp", nil),
      ("end\\", "end&#92;", nil), ("\\|", "\\\\\\|", nil),
      ("{{mustache}}", "{{mustache}}", nil), ("$x$", "$x$", nil),
      ("  padded  ", "padded", nil), ("    code", "code", nil), ("   ", "", nil), ("", "", nil),
      ("a\nb", "a b", nil), ("a\r\n\r\n# b", "a \\# b", nil), ("a\rb", "a b", nil),
      ("\u{2028}# x\u{2029}", "\\# x", "\\# x"),
      ("a\u{85}b\u{0B}c\u{0C}d\te", "a b c d e", nil), ("a\u{0}b\u{7F}c", "a\u{FFFD}b c", nil),
      ("abc\u{202E}fed\u{2066}x", "abc\u{FFFD}fed\u{FFFD}x", nil), ("&\u{200B}lt;", "\\&\u{FFFD}lt;", nil),
      ("x\u{E0041}y\u{FEFF}", "x\u{FFFD}y\u{FFFD}", nil), ("a\u{200D}b", "a\u{FFFD}b", nil),
      ("می\u{200C}خواهم 👩\u{200D}⚕️", "می\u{200C}خواهم 👩\u{200D}⚕️", nil),
      ("naïve – “quoted” … 5 µg", "naïve – “quoted” … 5 µg", nil),
    ] as [(String, String, String?)])
  func markdownReadsAsTheText(text: String, atLineStart: String, inside: String?) {
    #expect(Self.write(text, .markdown, after: "") == atLineStart)
    #expect(Self.write(text, .markdown, after: "line\n  > 1. ") == "line\n  > 1. " + atLineStart)
    #expect(Self.write(text, .markdown, after: "so: ") == "so: " + (inside ?? atLineStart))
    #expect(Self.write(text, .markdownInline, after: "- x: ") == "- x: " + (inside ?? atLineStart))
    #expect(Self.write(text, .markdownCell, after: "| ") == "| " + (inside ?? atLineStart))
  }

  /// A cell of hyphens could make a row a delimiter row, a line of hyphens could make a heading of the line before.
  @Test(arguments: ["---", "-", ":--", ":-: -", "--\u{85}"])
  func aRuleIsEscapedWhereItCouldAct(text: String) {
    let read = text.filter { $0 != "\u{85}" }
    #expect(Self.write(text, .markdown, after: "") == "\\" + read)
    #expect(Self.write(text, .markdownCell, after: "| ") == "| \\" + read)
    #expect(Self.write(text, .markdownInline, after: "x: ") == "x: " + read)
  }

  /// Half of a setext underline in the template, half in the text.
  @Test(arguments: [
    ("===", "===", "===\\==="), ("=", " = ", "=\\="), ("a =", "==", "a ==="), ("\u{FEFF}", "> a", "\u{FEFF}\\> a"),
  ])
  func aTextCannotCompleteAnUnderline(start: String, text: String, expected: String) {
    #expect(Self.write(text, .markdown, after: start) == expected)
  }

  @Test func twoTextsCannotJoinToABlock() {
    var output = OutputBuffer(capacity: 16)
    TextSink.append("12", .markdown, to: &output)
    TextSink.append(". x", .markdown, to: &output)
    #expect(String(decoding: output.bytes, as: UTF8.self) == "12\\. x")
  }

  @Test(arguments: [
    ("plain words", "plain words"), ("</script>", "&lt;/script&gt;"), ("a & b &lt;", "a &amp; b &amp;lt;"),
    ("\"'`=", "&quot;&#39;`="), ("a\u{0}b\u{1}c\nd\te\rf", "a\u{FFFD}b c\nd\te f"),
    ("x\u{202E}y\u{2028}z", "x\u{FFFD}y z"),
    ("[x](y) | # *", "[x](y) | # *"), ("", ""), ("<", "&lt;"), ("é – µ", "é – µ"),
  ])
  func htmlReadsAsTheText(text: String, expected: String) {
    #expect(Self.write(text, .html, after: "") == expected)
  }

  @Test(arguments: [("<b> & *x*\n\ty", "<b> & *x*\n\ty"), ("a\u{1B}[2Jb\u{202E}c\rd", "a [2Jb\u{FFFD}c d")])
  func plainTextCannotMoveTheCursor(text: String, expected: String) {
    #expect(Self.write(text, .plain, after: "") == expected)
  }

  private static func write(_ text: String, _ escape: Escape, after start: String) -> String {
    var output = OutputBuffer(capacity: 16)
    output.append(contentsOf: start.utf8)
    TextSink.append(text, escape, to: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }
}
