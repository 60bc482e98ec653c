import Testing

@testable import MarkdownHTML

/// What the dialect of the page adds to CommonMark.
@Suite struct PageTests {
  @Test(arguments: [
    Case(
      "a first line in bold alone is the title", "> [!CAUTION]\n>\n> **Call *now***\n>\n> - fever",
      """
      <div class="alert alert-caution" role="note">
      <p class="alert-title">
      Call <em>now</em>
      </p>
      <ul>
      <li>fever</li>
      </ul>
      </div>

      """),
    Case(
      "an alert has a title in words", "> [!CAUTION]\n> **Fever** since Monday",
      """
      <div class="alert alert-caution" role="note">
      <p class="alert-title">Red &lt;flags&gt;</p>
      <p><strong>Fever</strong> since Monday</p>
      </div>

      """),
    Case(
      "the marker may stand alone and in small letters", "> [!note]\n>\n> - a",
      """
      <div class="alert alert-note" role="note">
      <p class="alert-title">Note</p>
      <ul>
      <li>a</li>
      </ul>
      </div>

      """),
    Case("text behind the marker: a quote", "> [!NOTE] a", "<blockquote>\n<p>[!NOTE] a</p>\n</blockquote>\n"),
    Case("nothing but the marker: a quote", "> [!TIP]", "<blockquote>\n<p>[!TIP]</p>\n</blockquote>\n"),
    Case("an unknown kind: a quote", "> [!DANGER]\n> a", "<blockquote>\n<p>[!DANGER]\na</p>\n</blockquote>\n"),
    Case(
      "a marker in bold: a quote", "> **[!TIP]**\n> a",
      "<blockquote>\n<p><strong>[!TIP]</strong>\na</p>\n</blockquote>\n"),
    Case(
      "a marker that the patient wrote, escaped upstream, on a line of its own: a quote", "a\n\n> \\[!CAUTION\\]\n> a",
      "<p>a</p>\n<blockquote>\n<p>[!CAUTION]\na</p>\n</blockquote>\n"),
    Case(
      "the same in part: a quote", "> [!CAUTION\\]\n> a\n\n> \\[!CAUTION]\n> a",
      "<blockquote>\n<p>[!CAUTION]\na</p>\n</blockquote>\n<blockquote>\n<p>[!CAUTION]\na</p>\n</blockquote>\n"),
    Case(
      "a marker that the patient wrote, escaped upstream: a quote", "> \\[!CAUTION]x\n> a",
      "<blockquote>\n<p>[!CAUTION]x\na</p>\n</blockquote>\n"),
  ])
  func alert(_ row: Case) throws {
    var converter = MarkdownConverter()
    converter.alertTitles[.caution] = "Red <flags>"
    #expect(try convert(row.markdown, with: converter) == row.html)
  }

  @Test(arguments: [
    Case(
      "a statement and its evidence lead to each other",
      "[Flag](#rf.dvt)\n\n|A|\n|-|\n|**Clot** [rf.dvt](#evidence.rf.dvt)|\n\n- [rf.dvt](#rf.dvt) e1",
      """
      <p><a href="#rf.dvt">Flag</a></p>
      <div class="table" role="group" aria-label="Table" tabindex="0">
      <table>
      <thead>
      <tr>
      <th scope="col">A</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <th scope="row"><strong>Clot</strong> <a id="rf.dvt" href="#evidence.rf.dvt">rf.dvt</a></th>
      </tr>
      </tbody>
      </table>
      </div>
      <ul>
      <li><a id="evidence.rf.dvt" href="#rf.dvt">rf.dvt</a> e1</li>
      </ul>

      """),
    Case(
      "an id is given once", "[a](#evidence.x.y) [b](#evidence.x.y)",
      "<p><a id=\"x.y\" href=\"#evidence.x.y\">a</a> <a href=\"#evidence.x.y\">b</a></p>\n"),
    Case(
      "a link behind other words of an item is no place", "- see [a](#x.y)",
      "<ul>\n<li>see <a href=\"#x.y\">a</a></li>\n</ul>\n"),
    Case(
      "a name without a full stop could be that of a heading: no place", "[a](#evidence.method)",
      "<p><a href=\"#evidence.method\">a</a></p>\n"),
    Case(
      "a name with other characters: no place", "[a](#evidence.x.y_z%22)",
      "<p><a href=\"#evidence.x.y_z%22\">a</a></p>\n"),
    Case(
      "a link to itself is the place of its name, unless evidence is that already",
      "|A|\n|-|\n|[x.y](#x.y) [e](#evidence.x.y)|\n",
      """
      <div class="table" role="group" aria-label="Table" tabindex="0">
      <table>
      <thead>
      <tr>
      <th scope="col">A</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td><a id="x.y" href="#x.y">x.y</a> <a href="#evidence.x.y">e</a></td>
      </tr>
      </tbody>
      </table>
      </div>

      """),
    Case(
      "other words that lead to a name are no place", "[The row](#x.y) [x.y](#x.z)",
      "<p><a href=\"#x.y\">The row</a> <a href=\"#x.z\">x.y</a></p>\n"),
  ])
  func pairedPlaces(_ row: Case) throws {
    #expect(try convert(row.markdown, with: MarkdownConverter()) == row.html)
  }

  @Test(arguments: [
    Case(
      "a day", "from 2026-02-28, to (2026-03-01).",
      "<p>from <time>2026-02-28</time>, to (<time>2026-03-01</time>).</p>\n"),
    Case("the day of a leap year", "2024-02-29", "<p><time>2024-02-29</time></p>\n"),
    Case(
      "no day of the calendar", "2026-02-29 and 2026-13-01, 0000-01-01",
      "<p>2026-02-29 and 2026-13-01, 0000-01-01</p>\n"),
    Case(
      "part of a longer number or name", "12026-02-28 2026-02-280 a-2026-02-28 2026-02-28-1",
      "<p>12026-02-28 2026-02-280 a-2026-02-28 2026-02-28-1</p>\n"),
    Case(
      "a word of 24 letters stays whole", String(repeating: "W", count: 24),
      "<p>\(String(repeating: "W", count: 24))</p>\n"),
    Case(
      "a longer one may be broken", String(repeating: "W", count: 40),
      "<p>\(String(repeating: "W", count: 16))<wbr>\(String(repeating: "W", count: 16))<wbr>WWWWWWWW</p>\n"),
    Case(
      "characters of several bytes stay whole", String(repeating: "Ж", count: 25),
      "<p>\(String(repeating: "Ж", count: 16))<wbr>\(String(repeating: "Ж", count: 9))</p>\n"),
    Case(
      "hyphens are places to break already", "hydroxy-chloroquine-sulphate-film-coated",
      "<p>hydroxy-chloroquine-sulphate-film-coated</p>\n"),
    Case(
      "what stands between the marks is escaped", "\\<b\\>2026-02-28 &amp; x",
      "<p>&lt;b&gt;<time>2026-02-28</time> &amp; x</p>\n"),
    Case("code stays as it is", "`2026-02-28`", "<p><code>2026-02-28</code></p>\n"),
  ])
  func textMarks(_ row: Case) throws { #expect(try convert(row.markdown) == row.html) }

  @Test(arguments: [
    Case("a drawing that was handed in", "``` figure strip\nJan o\n```", "<figure>\n<svg></svg>\n</figure>\n"),
    Case("none: its text form, escaped", "```figure other\n<b>\n```", "<pre class=\"figure-text\">&lt;b&gt;\n</pre>\n"),
    Case("a drawing with NUL: its text form", "```figure broken\nx\n```", "<pre class=\"figure-text\">x\n</pre>\n"),
    Case("no name: code", "```figure\nx\n```", "<pre><code class=\"language-figure\">x\n</code></pre>\n"),
  ])
  func figure(_ row: Case) throws {
    let converter = MarkdownConverter(figures: ["strip": Array("<svg></svg>".utf8), "broken": [60, 0]])
    #expect(try convert(row.markdown, with: converter) == row.html)
  }

  @Test(arguments: [
    Case(
      "each h2 opens a section, h1 closes it", "# T\n\n## A & *b*\n\nx\n\n### C\n\n## A b\n\n# U",
      """
      <h1>T</h1>
      <section aria-labelledby="a-b">
      <h2 id="a-b">A &amp; <em>b</em></h2>
      <p>x</p>
      <h3 id="c">C</h3>
      </section>
      <section aria-labelledby="a-b-1">
      <h2 id="a-b-1">A b</h2>
      </section>
      <h1>U</h1>

      """),
    Case(
      "neighbours that are lists stand side by side", "## A\n\n1. x\n\n## B\n\n1. y\n\n# C\n\n## D\n\n1. z",
      """
      <section aria-labelledby="a" class="half">
      <h2 id="a">A</h2>
      <ol>
      <li>x</li>
      </ol>
      </section>
      <section aria-labelledby="b" class="half">
      <h2 id="b">B</h2>
      <ol>
      <li>y</li>
      </ol>
      </section>
      <h1>C</h1>
      <section aria-labelledby="d">
      <h2 id="d">D</h2>
      <ol>
      <li>z</li>
      </ol>
      </section>

      """),
    Case(
      "headings in a quote open no section", "> ## A\n\n## A",
      """
      <blockquote>
      <h2 id="a">A</h2>
      </blockquote>
      <section aria-labelledby="a-1">
      <h2 id="a-1">A</h2>
      </section>

      """),
    Case(
      "no letters, no quotes in the id", "### \"><b>\n\n### …\n\n### !\n\n### A_B",
      """
      <h3 id="section">&quot;&gt;<!-- raw HTML omitted --></h3>
      <h3 id="…">…</h3>
      <h3 id="section-1">!</h3>
      <h3 id="ab">A_B</h3>

      """),
  ])
  func sections(_ row: Case) throws {
    #expect(try convert(row.markdown) == row.html)
  }

  @Test func aRepeatedSlugNeverMeetsAnother() {
    var slugs = SlugMaker()
    let given = ["a 1", "a", "a", "a", "a-2", ""].map { slugs.slug(for: Array($0.utf8)) }
    #expect(given == ["a-1", "a", "a-2", "a-3", "a-2-1", "section"])
  }
}
