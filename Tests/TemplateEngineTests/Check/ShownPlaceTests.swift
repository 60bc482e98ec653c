import Testing

@testable import TemplateEngine

/// Which places a reader sees.
@Suite struct ShownPlaceTests {
  /// Whether what would follow the text is shown.
  static func isShown(after literal: String, _ dialect: Dialect) -> Bool {
    var place = PlaceTracker(dialect)
    _ = place.read(Array(literal.utf8)[...])
    return place.isShown
  }

  @Test(arguments: [
    "", "a ", "[", "[a](b) ", "`", "```\n", "| ", "# ", "a [b] ![c](d) ", "![a]\n\n", "!\\[", "\\![", "[a]: b\n\n",
  ])
  func markdownThatIsSeen(_ literal: String) { #expect(Self.isShown(after: literal, .markdown)) }

  @Test(arguments: [
    "[a](", "[a](https://b/", "[a](b \"", "![", "![a](", "![a [b] ", "[a]: ", "[a\nb]: ", "<!-- ", "<div>", "a <b c=\"",
  ])
  func markdownThatNobodySees(_ literal: String) { #expect(!Self.isShown(after: literal, .markdown)) }

  @Test(arguments: [
    "", "<p>", "<p hidden>a</p>", "<img hidden>", "<textarea>", "<title>a</title>",
    "<template><template></template></template>",
    "<details open>", "<svg><defs/>", "<p style=\"color:red\">", "<div hidden><div></div></div>", "<a hidden=\"\"></a>",
  ])
  func htmlThatIsSeen(_ literal: String) { #expect(Self.isShown(after: literal, .html)) }

  @Test(arguments: [
    "<p title=\"", "<a href=\"", "<title>", "<template>", "<select><option>", "<div hidden><div></div>",
    "<div HIDDEN=a><p>", "<style>",
    "<!-- ", "<template><template></template>", "<details>", "<dialog>", "<svg><defs>",
    "<p style=\"a: b; Display : none\">", "<p hidden>a<p>",
    "<div popover>",
  ])
  func htmlThatNobodySees(_ literal: String) { #expect(!Self.isShown(after: literal, .html)) }

  @Test func aSectionMayHide() {
    var place = PlaceTracker(.html)
    _ = place.read(Array("<p".utf8)[...])
    let start = place
    place.beginSection(repeats: false)
    _ = place.read(Array(" hidden=\"\"".utf8)[...])
    let isSame = place.endSection(from: start, repeats: false)
    #expect(isSame)
    _ = place.read(Array(">".utf8)[...])
    #expect(!place.isShown)
  }
}
