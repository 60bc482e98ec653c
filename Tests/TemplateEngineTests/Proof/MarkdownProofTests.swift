import Diagnostics
import Testing

@testable import TemplateEngine

/// A text in any place of Markdown is read by libcmark as itself, between the same marks as a harmless word.
@Suite struct MarkdownProofTests {
  /// Every text with what must be read, made once.
  static let texts: [ProofText] = ProofTexts.all(seed: 3).compactMap { try? ProofText($0) }
    .filter { !ProofContext.isNothing($0.values) }

  @Test func theCorpusIsThere() {
    #expect(ProofTexts.attacks.count > 700)
    #expect(MarkdownProofTests.texts.count > ProofTexts.attacks.count * 8 / 10)
  }

  @Test(arguments: MarkdownPlaces.all) func aTextIsReadAsItself(template: String) throws {
    let context = try ProofContext(template, .markdown)
    let expected = ExpectedMarkup(ParsedMarkup(markdown: try context.checked.render(ProofContext.words())))
    try #require(expected.valueCount > 0)
    var failures = 0
    for text in MarkdownProofTests.texts where failures < 3 {
      let bytes = try context.checked.render(text.record)
      guard let difference = expected.difference(ParsedMarkup(markdown: bytes), text.values) else { continue }
      failures += 1
      Issue.record(
        "\(text.text.debugDescription) in \(template.debugDescription)\n\(String(decoding: bytes, as: UTF8.self))\n\(difference)"
      )
    }
  }

  /// Of a text of white space nothing is left, whatever it is.
  @Test(arguments: MarkdownPlaces.all) func whiteSpaceIsNothing(template: String) throws {
    let context = try ProofContext(template, .markdown)
    let nothing = try context.checked.render(ProofContext.record { _ in "" })
    for text in [" ", "\n", "\t \r\n", "\u{85}\u{2028}\u{1B}", "    "] {
      #expect(try context.checked.render(ProofContext.record { _ in text }) == nothing)
    }
  }
}

enum MarkdownPlaces {
  static let all = blocks + inline + code + links + sections

  static let blocks = [
    "{{text}}", "a\n{{text}}\nb", "{{text}}\n===", "{{text}}\n---", "a\n\n{{text}}\n\nb", "{{text}}\n\n{{text}}",
    "  {{text}}",
    "a\n    {{text}}", "# {{text}}", "## {{text}} ##", "### a {{text}} #", "#{{text}}", "- {{text}}", "-{{text}}",
    "- a\n- {{text}}\n  {{text}}",
    "* {{text}}\n\n  {{text}}", "1. {{text}}", "1{{text}}", "10) a\n11) {{text}}", "- - {{text}}", "> {{text}}",
    ">{{text}}",
    "> a\n> {{text}}\n{{text}}", "> - {{text}}\n>   # {{text}}", "- a\n\n  > {{text}}", "- a\n    - {{text}}",
    "---\n{{text}}\n***",
    "| {{text}} | {{text}} |", "{{text}}\r\n{{text}}\r\n",
  ]

  static let inline = [
    "a {{text}} b", "{{text}} {{text}}", "{{text}}{{text}}", "({{text}})", "\"{{text}}\"", "{{text}}: {{text}}.",
    "a:{{text}}!", "!{{text}}",
    "**{{text}}**", "*{{text}}* {{text}}", "_{{text}}_", "**a {{text}}** ({{text}})", "***{{text}}***", "~{{text}}~",
    "=={{text}}==",
    "a*b {{text}} c*d", "[{{text}}](u)", "[a {{text}} b](u \"t\")", "![{{text}}](u)",
    "[Zq]: u\n\n[{{text}}] [Zq] {{text}}", "\\[{{text}}\\](u)",
    "a & {{text}}; b", "{{text}};", "a < {{text}} > b", "\\\\{{text}}\\\\", "a\\\n{{text}}", "a  \n{{text}}  \nb",
    "See <a href=\"x\">{{text}}</a>", "{{text}} <b title=\"c\">d</b>".replacing("{{text}} <b", with: "a {{text}} <b"),
    "x^{{text}}^ 5{{text}}mg",
  ]

  static let code = [
    "`{{code}}`", "a `{{code}}` b", "``{{code}}``", "`a{{code}}b`", "`{{code}} {{code}}`", "`{{code}}{{code}}`",
    "# `{{code}}` #",
    "- `{{code}}`", "> `{{code}}` {{text}}", "{{text}} `{{code}}` {{text}}", "a [`{{code}}`](u)", "*`{{code}}`*",
    "`` ` {{code}} ``",
    "{{text}} `{{code}}`\n{{text}}", "\\`{{text}}` {{text}}".replacing("` {{text}}", with: " `{{code}}`"),
    "`a` `{{code}}`\n\n`{{code}}`",
    "```\n{{code}}\n```\n{{text}}", "```\na {{code}} b\n\n{{code}}\n```", "````x y\n{{code}}{{code}}\n````",
    "~~~\n{{tilde}}\n~~~\n`{{code}}`",
    "~~~~ ~x`\n{{tilde}}\n~~~\n{{tilde}}\n~~~~\n", "> ```\n> {{code}}\n> ```\n{{text}}",
    "> ```\n>{{code}}\n{{text}} `{{code}}`",
    "- ```\n  {{code}}\n  ```", "- a\n\n  ~~~\n  {{tilde}}\n  ~~~\n  {{text}}",
    "10. a\n\n    ```\n    {{code}}\n    ```",
    "   ```\n   {{code}}\n     {{code}}\n  ```".replacing("\n  ```", with: "\n   ```"),
    "> - ```\n>   {{code}}\n>   ```\n> {{text}}", "```\n{{code}}",
  ]

  static let links = [
    "[a]({{address}})", "[a](<{{address}}>)", "[{{text}}]( {{address}} \"t\")", "[a](#{{part}})",
    "[a](https://x/{{part}}?q={{part}}&r={{part}})",
    "[a]({{address}}/{{part}}#{{part}})", "[a](/{{part}}{{part}})", "![a]({{address}})", "# [a]({{address}}) {{text}}",
    "- [a](mailto:{{part}})",
    "[a](<x/y z/{{part}}>)", "[a]({{address}}?b=(c)&d=e)", "a [b]({{address}})({{text}}) `{{code}}`",
    "| [a]({{address}}) |",
  ]

  static let sections = [
    "{{#rows}}- {{text}}\n{{/rows}}", "{{#rows}}\n- {{text}}\n{{/rows}}\n", "{{#rows}}{{text}}, {{/rows}}",
    "{{#rows}}{{text}}{{/rows}}",
    "{{#rows}}{{text}}\n{{/rows}}", "{{#rows}}\n1. {{text}}\n\n   {{text}}\n{{/rows}}",
    "a{{#yes}} {{text}}{{/yes}}{{#no}}b{{/no}}{{text}}",
    "{{#yes}}# {{/yes}}{{text}}", "{{#no}}# {{/no}}{{text}}", "**{{#rows}}{{text}} {{/rows}}a**",
    "{{#rows}}`{{code}}` {{/rows}}",
    "`a {{#rows}}{{code}}, {{/rows}}`", "```\n{{#rows}}\n{{code}} {{code}}\n{{/rows}}\n```\n",
    "```\n{{#rows}}{{code}}, {{/rows}}\n```",
    "{{#rows}}\n```\n{{code}}\n```\n{{/rows}}", "{{#rows}}[a]({{address}}) {{/rows}}",
    "[a](/a/{{#rows}}{{part}}/{{/rows}})",
    "[a]({{#yes}}{{address}}{{/yes}}{{^yes}}#{{/yes}})", "> {{#rows}}{{text}} {{/rows}}",
    "{{#rows}}> {{text}}\n{{/rows}}\n{{text}}",
    "{{#rows}}| {{text}} | {{text}} |\n{{/rows}}",
    "{{#yes}}- {{/yes}}{{#yes}}{{text}}{{/yes}}\n{{#no}}x{{/no}}{{text}}",
  ]
}
