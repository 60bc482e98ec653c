import Foundation
import Testing

@testable import TemplateEngine

/// A text in any place of HTML and SVG, and in tables of Markdown, is read by parsers of others as itself, between the same tags as a harmless word.
@Suite(.enabled(if: OtherParsers.command != nil, "needs python3-html5-parser, python3-html5lib and cmark-gfm"))
struct OtherParserProofTests {
  /// All places stand in one document, so that few documents are parsed; every place would show in its tree.
  private static func prove(
    _ places: [String], _ dialect: Dialect, as language: OtherParsers.Language, joinedBy separator: String,
    seed: UInt64,
    step: Int = 1
  ) throws {
    let texts = try ProofTexts.all(seed: seed).enumerated().filter { $0.offset % step == 0 }
      .map { try ProofText(language == .html5lib ? $0.element : OtherParsers.withoutNoncharacters($0.element)) }.filter
    { !ProofContext.isNothing($0.values) }
    let context = try ProofContext(places.joined(separator: separator), dialect)
    let documents =
      [try context.checked.render(ProofContext.words())] + (try texts.map { try context.checked.render($0.record) })
    let parsed = try OtherParsers.parse(language, documents)
    try #require(parsed.count == documents.count)
    let expected = ExpectedMarkup(parsed[0])
    try #require(expected.valueCount >= places.count)
    var failures = 0
    for (text, found) in zip(texts, parsed.dropFirst()) where failures < 3 {
      guard let difference = expected.difference(found, text.values) else { continue }
      failures += 1
      // Only the place that went wrong is worth reading.
      let culprit = try places.first { place in
        let alone = try ProofContext(place, dialect)
        let pair = try OtherParsers.parse(
          language, [try alone.checked.render(ProofContext.words()), try alone.checked.render(text.record)])
        return ExpectedMarkup(pair[0]).difference(pair[1], text.values) != nil
      }
      let alone = try culprit.map {
        String(decoding: try ProofContext($0, dialect).checked.render(text.record), as: UTF8.self)
      }
      Issue.record("\(text.text.debugDescription) in \(culprit ?? "all places together")\n\(alone ?? difference)")
    }
  }

  @Test func htmlReadsATextAsItself() throws {
    try OtherParserProofTests.prove(HTMLPlaces.fragments, .html, as: .html, joinedBy: "\n", seed: 5)
  }

  /// The same with a slow parser that shares no code with the other.
  @Test func html5libReadsATextAsItself() throws {
    try OtherParserProofTests.prove(HTMLPlaces.fragments, .html, as: .html5lib, joinedBy: "\n", seed: 6, step: 17)
  }

  @Test(arguments: HTMLPlaces.documents) func aWholePageReadsATextAsItself(page: String) throws {
    try OtherParserProofTests.prove([page], .html, as: .html, joinedBy: "", seed: 7)
  }

  @Test func tablesReadATextAsItself() throws {
    try OtherParserProofTests.prove(TablePlaces.all, .markdown, as: .gfm, joinedBy: "\n\n", seed: 9)
  }

  /// What libcmark reads, libcmark-gfm reads as well, and its HTML holds no element that the template does not ask for.
  @Test func htmlMadeFromMarkdownReadsATextAsItself() throws {
    let places = (MarkdownPlaces.blocks + MarkdownPlaces.inline).enumerated().filter { $0.offset % 3 == 0 }.map(
      \.element)
    let more = (MarkdownPlaces.code + MarkdownPlaces.links + MarkdownPlaces.sections).enumerated()
      .filter { $0.offset % 3 == 0 && !$0.element.hasSuffix("```\n{{code}}") }.map(\.element)
    let separator = "\n\n<!-- -->\n\n"
    try OtherParserProofTests.prove(places + more, .markdown, as: .gfm, joinedBy: separator, seed: 11)
  }
}

enum HTMLPlaces {
  static let fragments = [
    "<p>{{html}}</p>", "<p>a {{html}} b</p>", "<p>{{html}}{{html}}</p>", "<p>({{html}})</p>",
    "<b>{{html}}</b>;{{html}};", "a < {{html}} > b",
    "<p title=\"{{html}}\" class='{{html}}' id=\"a {{html}}{{html}} b\">c</p>",
    "<p title = \"{{html}}\"\nclass=x data-y='{{html}}'/>c</p>",
    "<img alt='{{html}}' src=\"/a/{{part}}?b={{part}}\">", "<a href=\"{{address}}\">{{html}}</a>",
    "<a href=' {{address}}'>c</a>",
    "<a href='{{address}}/{{part}}#{{part}}' title='{{html}}'>c</a>",
    "<a href=\"https://x/{{part}}{{part}}\">{{html}}</a>",
    "<a href=\"mailto:{{part}}\">c</a><blockquote cite=\"{{address}}\">{{html}}</blockquote>",
    "<form action=\"{{address}}\"><button formaction='/{{part}}'>{{html}}</button></form>",
    "<video poster=\"{{address}}\" src=\"{{address}}\"></video>", "<input value=\"{{html}}\" placeholder='{{html}}'>",
    "<option value='{{html}}'>{{html}}</option>",
    "<textarea>a {{html}}</textarea>", "<pre>a {{html}}</pre>",
    "<table><tbody><tr><td title='{{html}}'>{{html}}</td></tr></tbody></table>",
    "<ul>{{#rows}}<li>{{html}}</li>{{/rows}}</ul>", "<p>{{#rows}}{{html}}, {{/rows}}</p>",
    "<p{{#yes}} class=\"{{html}}\"{{/yes}}{{#no}} id='c'{{/no}}>{{html}}</p>",
    "<p title=\"{{#rows}}{{html}} {{/rows}}\">c</p>", "<a href=\"{{#yes}}{{address}}{{/yes}}{{^yes}}#{{/yes}}\">c</a>",
    "<a href=\"/a/{{#rows}}{{part}}/{{/rows}}\">c</a>",
    "<!-- c --><p>{{html}}</p><!-->{{html}}<!-- c --!>{{html}}", "<? c ?>{{html}}</ d>{{html}}",
    "<script>if (a<b) \"c\"</script>{{html}}<style>a>b{}</style>{{html}}",
    "<meta name=\"description\" content=\"{{html}}\">", "<meta property='og:title' content='{{html}}'>",
    "<svg><g id=\"{{html}}\" x=\"1\"><text class='{{html}}'>{{html}}</text><title>{{html}}</title><desc>{{html}}</desc></g></svg>{{html}}",
    "<svg><a xlink:href=\"{{address}}\"><text>{{html}}</text></a><image href='/{{part}}'/></svg>",
    "<svg><style>a{b:c}</style><title/><text>{{html}}</text></svg>",
    "<svg><style><![CDATA[ a > b ]]></style><text>{{html}}</text><![CDATA[ <c \" ]]><text>{{html}}</text></svg>",
    "<math><mi title='{{html}}'>{{html}}</mi></math>{{html}}",
  ]

  static let documents = [
    "<!DOCTYPE html><html lang=\"{{html}}\"><head><meta charset=utf-8><title>{{html}}</title></head><body>{{html}}</body></html>",
    "<!DOCTYPE html>\n<title>a {{html}} b</title>\n<body class='{{html}}'>\n<p>{{html}}\n<p>{{html}}",
  ]
}

enum TablePlaces {
  static let all = [
    "| a | b |\n|---|---|\n| {{text}} | {{text}} |", "|a|b|\n|---|---|\n|{{text}}|{{text}}|\n|{{text}}|c|",
    "a | b\n--|--\n{{text}} | {{text}}\n{{text}}",
    "| {{text}} |\n|---|\n| c |", "{{text}} | a\n---|---\n{{text}} | {{text}}",
    "| a |\n|---|\n| `{{cellCode}}` |\n| x `{{cellCode}}{{cellCode}}` {{text}} |",
    "| a | b |\n|---|---|\n{{#rows}}\n| **{{text}}** {{text}} | {{text}}: *{{text}}* |\n{{/rows}}\n",
    "| a | b |\n|---|---|\n| [{{text}}]({{address}}) | [c](<#{{part}}>) |",
    "| a | b |\n|---|---|\n| {{#rows}}{{text}} {{/rows}} | {{#yes}}{{text}}{{/yes}}{{#no}}c{{/no}} |",
    "> | a |\n> |---|\n> | {{text}} |", "- | a |\n  |---|\n  | {{text}} |",
    "a\n{{text}}\n{{text}}", "a {{text}}\n{{text}}\nb", "a ~~{{text}}~~ {{text}}", "| a |\n|---|\n| \\| {{text}} \\| |",
    "| a |\n|---|\n| `\\{{cellCode}}` |".replacing("\\{{", with: "b {{"),
    "{{text}}\n\n|---|\n", "- [ ] {{text}}\n- {{text}}",
  ]
}
