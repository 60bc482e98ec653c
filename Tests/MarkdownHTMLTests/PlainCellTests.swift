import Testing

@testable import MarkdownHTML

/// Cells that become HTML without libcmark say what libcmark would have said.
@Suite struct PlainCellTests {
  @Test(arguments: [
    Case("a quotation mark", "\"x\"", "<td>&quot;x&quot;</td>"),
    Case("hashes", "5 ##", "<td>5 ##</td>"),
    Case("spaces within", "x   y", "<td>x   y</td>"),
    Case("what only opens a line elsewhere", "- x", "<td>- x</td>"),
    Case("bold as a whole", "**x y**", "<td><strong>x y</strong></td>"),
    Case("bold that opens with a sign", "**✓ x**", "<td><strong>✓ x</strong></td>"),
    Case("no bold before a space", "** x**", "<td>** x**</td>"),
    Case("no bold before a space that does not break", "**\u{A0}x**", "<td>**\u{A0}x**</td>"),
    Case("no bold before a wide space", "**\u{2003}x**", "<td>**\u{2003}x**</td>"),
    Case("no bold before an ideographic space", "**\u{3000}x**", "<td>**\u{3000}x**</td>"),
    Case("no bold behind a space that does not break", "**x\u{A0}**", "<td>**x\u{A0}**</td>"),
    Case("bold twice", "**x** **y**", "<td><strong>x</strong> <strong>y</strong></td>"),
    Case("nothing between the marks", "****", "<td>****</td>"),
    Case("an entity", "x &amp; y", "<td>x &amp; y</td>"),
    Case("a lesser sign", "\\< 5", "<td>&lt; 5</td>"),
  ])
  func saysTheSame(_ row: Case) throws {
    let html = try convert("|a|b|\n|-|-|\n|x|\(row.markdown)|", with: MarkdownConverter(dialect: .github))
    #expect(html.split(separator: "\n").filter { $0.hasPrefix("<td>") } == ["<td>x</td>", Substring(row.html)])
  }

  @Test func bytesThatAreNotUTF8BecomeTheSignForThem() throws {
    let html = try MarkdownConverter(dialect: .github).html(Array("|a|b|\n|-|-|\n|x|y".utf8) + [0xFF, 0x7C])
    #expect(String(decoding: html, as: UTF8.self).contains("<td>y\u{FFFD}</td>"))
  }

  @Test func thePageMarksDaysAndLongWordsInThem() throws {
    let html = try convert("|a|b|\n|-|-|\n|x|to 2026-03-02|\n|**y**|**2026-03-02**|")
    #expect(html.contains("<td>to <time>2026-03-02</time></td>"))
    #expect(html.contains("<td class=\"status\"><strong><time>2026-03-02</time></strong></td>"))
  }
}
