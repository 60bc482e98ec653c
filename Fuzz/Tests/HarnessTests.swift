import Testing

@testable import TemplateFuzz

/// The harness sees what it is there to see.
@Suite struct HarnessTests {
  @Test func anInputIsTakenApart() {
    let input = FuzzInput("{{> a}}\n---\n--- a\nx\n\n--- b\n--- =\nq\n--- c d\nr".utf8)
    #expect(String(decoding: input.template, as: UTF8.self) == "{{> a}}\n---")
    #expect(input.partials.map(\.name) == ["a", "b"])
    #expect(input.partials.map { String(decoding: $0.bytes, as: UTF8.self) } == ["x\n", ""])
    #expect(input.text == "q\n--- c d\nr")
  }

  @Test(arguments: ["", "a", "a\n", "\n\n", "--- a", "--- a\n"]) func anInputWithoutPartsIsOneTemplate(text: String) {
    let input = FuzzInput(text.utf8)
    #expect(String(decoding: input.template, as: UTF8.self) == (text.hasPrefix("---") ? "" : text))
    #expect(input.text == nil)
  }

  /// The field 0 holds the text.
  static func difference(_ page: String, _ text: String, _ hostile: String, isFromMarkdown: Bool = false) -> String? {
    let comparison = PageComparison(texts: { $0 == 0 ? Array(text.utf8) : [] }, isFromMarkdown: isFromMarkdown)
    let harmless = page.replacing("@", with: FuzzTexts.word(0))
    return comparison.difference(
      HTMLToken.tokens(of: Array(harmless.utf8)), HTMLToken.tokens(of: Array(hostile.utf8)))
  }

  @Test(arguments: [
    ("<p>@</p>", "<b>", "<p>&lt;b&gt;</p>"), ("<p>@</p>", "", "<p></p>"), ("<p title='@'>", "'", "<p title='&#39;'>"),
    ("<a href=\"@\">", "x:y", "<a href=\"#unsafe-address\">"), ("<a href=\"@\">", "y", "<a href=\"y\">"),
    ("<!-- a --><title>@</title>", "<i>", "<!-- a --><title>&lt;i></title>"), ("&lt;@", "a", "&#60;a"),
  ])
  func theSamePageIsTheSame(page: String, text: String, hostile: String) {
    #expect(Self.difference(page, text, hostile) == nil)
  }

  @Test(arguments: [
    ("<p>@</p>", "<b>", "<p><b></p>"), ("<p>@</p>", "a", "<p>b</p>"), ("<p>@</p>", "a", "<p>a</p><p>"),
    ("<p title='@'>", "'", "<p title='''>"), ("<p title=\"@\">", "a", "<p title=\"a\" b=\"\">"),
    ("<a href=\"@\">", "javascript:a", "<a href=\"java\tscript:a\">"),
    ("<a href=\"@\">", "javascript:a", "<a href=\" JAVASCRIPT:a\">"),
    ("<a href=\"@\">", "javascript:a", "<a href=\"javascript&#58;a\">"),
    ("<script src='@'></script>", "a", "<script src='a'></script>"), ("<p onclick='@'>", "a", "<p onclick='a'>"),
    ("<p style='@'>", "a", "<p style='a'>"), ("<p @>", "a", "<p a>"), ("<p>@", "<!--", "<p><!--"),
    ("<!--@-->", "a", "<!--a-->"), ("<style>@</style>", "a", "<style>a</style>"),
    ("<title>@</title>", "</title>", "<title></title></title>"), ("&@", "lt;", "&lt;"), ("<p>@</p>", "a", "<p>a</p"),
  ])
  func anotherPageIsSeen(page: String, text: String, hostile: String) {
    #expect(Self.difference(page, text, hostile) != nil)
  }

  @Test(arguments: [
    ("<p>a<em>@</em></p>", "(b", "<p>a*(b*</p>", true), ("<p>@</p>", " a  b ", "<p>ab</p>", true),
    ("<p><code>@</code></p>", "`", "<p><code>ˋ</code></p>", true),
    ("<p>@</p>", "*a*", "<p><em>a</em></p>", false), ("<p>@</p>", "[a](b)", "<p><a href=\"b\">a</a></p>", false),
    ("<p>@</p>", "# a", "<h1>a</h1>", false), ("<p>@</p>", "`a`", "<p><code>a</code></p>", false),
    ("<p>@</p>", "a|b", "<table><tr><td>a</td></tr></table>", false),
    ("<p><a href='b'>@</a></p>", "a", "<p><a href='data:b'>a</a></p>", false),
  ])
  func markdownMayFoldAndMayNotChange(page: String, text: String, hostile: String, isSame: Bool) {
    #expect((Self.difference(page, text, hostile, isFromMarkdown: true) == nil) == isSame)
  }
}
