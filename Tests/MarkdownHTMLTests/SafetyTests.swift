import Testing

@testable import MarkdownHTML

/// Whatever the text says: no raw HTML, nothing that loads, no crash, and time that grows with the length alone.
@Suite struct SafetyTests {
  @Test(arguments: [
    Case("a script is left out", "<script>alert(1)</script>", "<!-- raw HTML omitted -->\n"),
    Case("and in a cell", "|a|\n|-|\n|<img src=x>|", "X<td><!-- raw HTML omitted --></td>"),
    Case("javascript: becomes text", "[x](javascript:alert%281%29)", "<p>x</p>\n"),
    Case("in capitals too", "[x](JaVaScRiPt:a)", "<p>x</p>\n"),
    Case("data: and vbscript: become text", "[x](data:text/html,a) [y](vbscript:a)", "<p>x y</p>\n"),
    Case("a link that takes the protocol of the page becomes text", "[x](//e.org)", "<p>x</p>\n"),
    Case("a relative link becomes text", "[x](other.html)", "<p>x</p>\n"),
    Case("an image is its text", "![the *strip*](https://e.org/a.png \"t\")", "<p>the <em>strip</em></p>\n"),
    Case("an image in a link", "[![a](b)](#c)", "<p><a href=\"#c\">a</a></p>\n"),
    Case("a link in an image", "![[a](javascript:b)](c)", "<p>a</p>\n"),
    Case("places on the page stay", "[x](#red-flags)", "<p><a href=\"#red-flags\">x</a></p>\n"),
    Case(
      "web and mail stay", "<https://e.org> <a@e.org>",
      "<p><a href=\"https://e.org\">https://e.org</a> <a href=\"mailto:a@e.org\">a@e.org</a></p>\n"),
    Case("NUL", "a\0b", "<p>a\u{FFFD}b</p>\n"),
    Case("nothing", "", ""),
    Case("nothing but line ends", "\r\n\r\n\n", ""),
    Case("nothing but a byte order mark", "\u{FEFF}", ""),
    Case("a bar", "|", "<p>|</p>\n"),
    Case("a delimiter row at the start", "|-|", "<p>|-|</p>\n"),
    Case("a delimiter row below nothing", "\n|-|\n", "<p>|-|</p>\n"),
  ])
  func isHarmless(_ row: Case) throws {
    let html = try convert(row.markdown)
    if row.html.hasPrefix("X") {
      #expect(html.contains(row.html.dropFirst()))
    } else {
      #expect(html == row.html)
    }
  }

  @Test func bytesThatAreNotUTF8BecomeReplacementCharacters() throws {
    let html = try MarkdownConverter().html([
      0x23, 0x23, 0x20, 0xC3, 0x28, 0xFF, 0x0A, 0x7C, 0xFF, 0x7C, 0x0A, 0x7C, 0x2D, 0x7C,
    ])
    let text = String(validating: html, as: UTF8.self)
    #expect(text?.contains("<h2 id=\"\u{FFFD}\u{FFFD}\">\u{FFFD}(\u{FFFD}</h2>") == true)
    #expect(text?.contains("<th scope=\"col\">\u{FFFD}</th>") == true)
  }

  /// Each takes well under a second in a debug build; one that grows with the square would take minutes.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      Case("a long paragraph", String(repeating: "word ", count: 2_000_000), "word"),
      Case("brackets", String(repeating: "[", count: 100_000), "[["),
      Case(
        "images in images", String(repeating: "![", count: 100_000) + "a" + String(repeating: "](u)", count: 100_000),
        ""),
      Case("links that are dropped, side by side", String(repeating: "[a](b:c)", count: 50_000), "a"),
      Case("stars", String(repeating: "*", count: 100_000) + "a", "*"),
      Case(
        "emphasis in emphasis", String(repeating: "*_", count: 50_000) + "a" + String(repeating: "_*", count: 50_000),
        "a"),
      Case(
        "a table with 10,000 columns",
        String(repeating: "|a", count: 10_000) + "\n" + String(repeating: "|-", count: 10_000), "<p>|a"),
      Case(
        "rows that are nothing but padding",
        String(repeating: "|a", count: 64) + "\n" + String(repeating: "|-", count: 64) + "\n"
          + String(repeating: "x\n", count: 100_000), "<td>x</td>"),
      Case("delimiter rows", String(repeating: "|-|\n", count: 50_000), "<td>-</td>"),
      Case("heads without bodies", String(repeating: "|a|\n|-|\n\n", count: 20_000), "<th scope=\"col\">a</th>"),
      Case("tables in an open fence", "```\n" + String(repeating: "|a|\n|-|\n\n", count: 20_000), "|a|"),
      Case("the same heading", String(repeating: "## a\n", count: 20_000), "id=\"a-19999\""),
      Case("quotes in quotes", String(repeating: ">", count: 250) + "a", "<blockquote>"),
      Case(
        "links that expand",
        "[a]: /" + String(repeating: "u", count: 100_000) + "\n\n" + String(repeating: "[a] ", count: 50_000), "a"),
      Case("NUL", String(repeating: "\0", count: 100_000), "\u{FFFD}"),
    ])
  func doesNotGrowWithTheSquare(_ row: Case) throws {
    #expect(try convert(row.markdown).contains(row.html) || row.html.isEmpty)
  }

  @Test func deepNestingIsRefusedWithItsLine() {
    #expect(throws: MarkdownError.nestedTooDeeply(line: 2)) {
      try convert("a\n" + String(repeating: ">", count: 100_000))
    }
    #expect(throws: MarkdownError.nestedTooDeeply(line: 1)) {
      try convert(String(repeating: "- ", count: 100_000) + String(repeating: "\n", count: 100_000))
    }
  }

  @Test func aTextThatCouldFillTheMemoryIsRefused() {
    let bytes = [UInt8](repeating: 0x3E, count: Limits.documentBytes + 1)
    #expect(throws: MarkdownError.tooLong(bytes: bytes.count)) { try MarkdownConverter().html(bytes) }
  }
}
