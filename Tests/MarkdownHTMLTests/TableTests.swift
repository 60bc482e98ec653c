import Testing

@testable import MarkdownHTML

@Suite struct TableTests {
  @Test(arguments: [
    Case("one column", "| a |\n| - |\n| b |", table("a", ["b"])),
    Case("no outer pipes", "a | b\n--- | ---\nc | d", table("a|b", ["c|d"])),
    Case(
      "alignment", "a|b|c\n:-|:-:|-:",
      "<table>\n<thead>\n<tr>\n<th align=\"left\">a</th>\n<th align=\"center\">b</th>\n<th align=\"right\">c</th>\n</tr>\n</thead>\n</table>\n"
    ),
    Case("empty cells stay", "|a||c|\n|-|-|-|\n||b||", table("a||c", ["|b|"])),
    Case("a short row is filled, a long one cut", "|a|b|\n|-|-|\n|1|\n|1|2|3|", table("a|b", ["1|", "1|2"])),
    Case("an escaped backslash frees the pipe", "|a|b|\n|-|-|\n|x\\\\|y|", table("a|b", ["x\\|y"])),
    Case("a pipe in a code span divides", "|a|b|\n|-|-|\n|`x|y`|", table("a|b", ["`x|y`"])),
    Case("markup does not reach into the next cell", "|a|b|\n|-|-|\n|*x|y*|", table("a|b", ["*x|y*"])),
    Case("a cell is not a heading, list or closing hash", "|a|b|\n|-|-|\n|# x #|- y|", table("a|b", ["# x #|- y"])),
    Case("a backslash ends a cell", "|a|\n|-|\n|x\\ |", table("a", ["x\\"])),
    Case(
      "links of the document hold in cells", "|a|\n|-|\n|[x]|\n\n[x]: https://example.org",
      table("a", ["<a href=\"https://example.org\">x</a>"])),
    Case("the text above is a paragraph", "text\n|a|\n|-|\n|b|", "<p>text</p>\n" + table("a", ["b"])),
    Case("a break below ends it", "|a|\n|-|\n|b|\n---", table("a", ["b"]) + "<hr />\n"),
    Case(
      "a fence below ends it", "|a|\n|-|\n|b|\n```\n|c|\n```", table("a", ["b"]) + "<pre><code>|c|\n</code></pre>\n"),
    Case("a heading below ends it", "|a|\n|-|\n|b|\n# c", table("a", ["b"]) + "<h1>c</h1>\n"),
    Case("a list below ends it", "|a|\n|-|\n|b|\n- c", table("a", ["b"]) + "<ul>\n<li>c</li>\n</ul>\n"),
    Case("indented code below ends it", "|a|\n|-|\n|b|\n    c", table("a", ["b"]) + "<pre><code>c\n</code></pre>\n"),
    Case("a tag below ends it", "|a|\n|-|\n<div>", table("a", []) + "<!-- raw HTML omitted -->\n"),
    Case(
      "an automatic link is a cell", "|a|\n|-|\n<https://e.org>",
      table("a", ["<a href=\"https://e.org\">https://e.org</a>"])),
    Case("two tables", "|a|\n|-|\n|b|\n\n|c|\n|-|\n|d|", table("a", ["b"]) + table("c", ["d"])),
    Case("in a quote", "> |a|\n> |-|\n> |b|", "<blockquote>\n" + table("a", ["b"]) + "</blockquote>\n"),
    Case(
      "a lazy line leaves the table of a quote", "> |a|\n> |-|\nx",
      "<blockquote>\n" + table("a", []) + "</blockquote>\n<p>x</p>\n"),
    Case(
      "in a list item", "- |a|\n  |-|\n  |b|\n- c", "<ul>\n<li>\n" + table("a", ["b"]) + "</li>\n<li>c</li>\n</ul>\n"),
    Case("CR and CRLF end lines", "|a|\r|-|\r\n|b|\r\rc", table("a", ["b"]) + "<p>c</p>\n"),
    Case("behind a byte order mark", "\u{FEFF}|a|\n|-|\n|b|", table("a", ["b"])),
  ])
  func isATable(_ row: Case) throws {
    #expect(try convert(row.markdown, with: MarkdownConverter(dialect: .github)) == row.html)
  }

  @Test(arguments: [
    Case("hyphens alone underline a heading", "a\n---", "<h2>a</h2>\n"),
    Case("too few delimiters", "|a|b|\n|-|", "<p>|a|b|\n|-|</p>\n"),
    Case("a delimiter cell without hyphens", "|a|\n|:|", "<p>|a|\n|:|</p>\n"),
    Case("a hyphen and a space open a list", "a|b\n- |-", "<p>a|b</p>\n<ul>\n<li>|-</li>\n</ul>\n"),
    Case("no header", "|-|\n|b|", "<p>|-|\n|b|</p>\n"),
    Case("the header is a heading", "# a|b\n-|-", "<h1>a|b</h1>\n<p>-|-</p>\n"),
    Case("in a fence", "```\n|a|\n|-|\n|b|\n```", "<pre><code>|a|\n|-|\n|b|\n</code></pre>\n"),
    Case("in indented code", "    |a|\n    |-|", "<pre><code>|a|\n|-|\n</code></pre>\n"),
    Case("in a comment", "<!--\n|a|\n|-|\n-->", "<!-- raw HTML omitted -->\n"),
    Case(
      "a fence does not spoil the table below it", "```\n|a|\n|-|\n```\n\n|b|\n|-|",
      "<pre><code>|a|\n|-|\n</code></pre>\n" + table("b", [])),
    Case(
      "a row leaves the list item", "- x\n\n  |a|\n  |-|\n|b|",
      "<ul>\n<li>\n<p>x</p>\n<p>|a|\n|-|\n|b|</p>\n</li>\n</ul>\n"),
    Case("the delimiters leave the list item", "- a|b\n-|-", "<ul>\n<li>a|b\n-|-</li>\n</ul>\n"),
  ])
  func isNoTable(_ row: Case) throws {
    #expect(try convert(row.markdown, with: MarkdownConverter(dialect: .github)) == row.html)
  }

  @Test func thePageNamesColumnsAndBoldRowsAndFramesBoldCells() throws {
    #expect(
      try convert("|Area|n|\n|-|-:|\n|**Legs**|1|\n|x **y**|**2**|") == """
        <div class="table" role="group" aria-label="Table" tabindex="0">
        <table>
        <thead>
        <tr>
        <th scope="col">Area</th>
        <th scope="col" class="right">n</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <th scope="row"><strong>Legs</strong></th>
        <td class="right">1</td>
        </tr>
        <tr>
        <td>x <strong>y</strong></td>
        <td class="right status"><strong>2</strong></td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
  }
}

/// GitHub's markup of a table without alignment; `|` divides cells.
private func table(_ header: String, _ rows: [String]) -> String {
  func row(_ cells: String, _ tag: String) -> String {
    let parts = cells.split(separator: "|", omittingEmptySubsequences: false)
    return "<tr>\n" + parts.map { "<\(tag)>\($0)</\(tag)>\n" }.joined() + "</tr>\n"
  }
  let body = rows.map { row($0, "td") }.joined()
  return "<table>\n<thead>\n" + row(header, "th") + "</thead>\n" + (rows.isEmpty ? "" : "<tbody>\n\(body)</tbody>\n")
    + "</table>\n"
}
