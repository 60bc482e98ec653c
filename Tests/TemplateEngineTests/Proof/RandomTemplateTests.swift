import CCmark
import Testing

@testable import TemplateEngine

/// Whatever template passes the checker, no text in it makes a link, an image or HTML that a harmless word does not make.
@Suite struct RandomTemplateTests {
  private static let pieces = [
    "`", "`", "``", "```", "```\n", "~~~\n", "\n", "\n", "\n\n", "> ", "- ", "1. ", "2. ", "    ", "  ", " ", " ", "[",
    "[a](", "](", "]: ",
    ")", "(", "<", ">", "<b ", "c=\"", "\"", "'", "<!--", "-->", "</b>", "<div>", "<pre>", "</pre>", "|", "| ",
    "|---|\n", "\\", "*", "**", "_",
    "&", "#", "!", "a", "b ", "http://x/", "?q=", ":", "javascript:", "=", "{{text}}", "{{text}}", "{{text}}",
    "{{text}}", "`{{html}}`",
    "[a]({{text}})", "{{#rows}}", "{{/rows}}", "{{#rows}}\n", "\n{{/rows}}\n", "{{#yes}}", "{{/yes}}", "{{#no}}",
    "{{/no}}",
  ]
  private static let texts = [
    "<i>x</i>", "[q](javascript:x)", "![q](x)", "`", "```", "~~~", "a]: javascript:x", "](javascript:x)",
    "(javascript:x)", "|", "a|<i>|", "\\", "\\`<i>",
    "# <i>", "\" onx=\" <i>", "'> <i>", "--> <i>", "</pre> <i>", "!", "&lt;i>", "javascript:x", " <i>",
  ]

  /// Sections are closed where they must be, so that more templates pass.
  private static func template(_ generator: inout TextGenerator) -> String {
    var open: [String] = []
    var text = ""
    for _ in 0..<(3 + generator.below(14)) {
      let piece = pieces[generator.below(pieces.count)]
      if piece.contains("{{#") { open.append(piece.contains("rows") ? "rows" : piece.contains("yes") ? "yes" : "no") }
      if piece.contains("{{/") {
        guard let name = open.popLast() else { continue }
        text += piece.hasPrefix("\n") ? "\n{{/\(name)}}\n" : "{{/\(name)}}"
      } else {
        text += piece
      }
    }
    return text + open.reversed().map { "{{/\($0)}}" }.joined()
  }

  /// What would act on a page, without the texts in it.
  private static func active(_ parsed: ParsedMarkup) -> [String] {
    let tree = String(decoding: parsed.tree, as: UTF8.self)
    return tree.split(separator: "\u{1}").compactMap { node in
      let kind = node.prefix { $0 != " " }
      return ["html_inline", "html_block", "link", "image"].contains(kind) ? String(kind) : nil
    }
  }

  @Test func noTextActsInAnyTemplateThatPasses() throws {
    var generator = TextGenerator(seed: 17)
    var passed = 0
    var failures = 0
    for _ in 0..<ProofTexts.randomCount * 20 where failures < 5 {
      let template = RandomTemplateTests.template(&generator)
      guard template.contains("{{text}}") || template.contains("{{html}}"),
        let context = try? ProofContext(template, .markdown)
      else { continue }
      passed += 1
      // One of the two values may be empty, so that the template's own markup stands together otherwise.
      for filled in [[ReadAs.text, .html], [.text], [.html]] {
        func parse(_ text: String?) throws -> (markdown: [UInt8], parsed: ParsedMarkup) {
          let record = try ProofContext.record { filled.contains($0) ? text ?? $0.word : "" }
          let markdown = try context.checked.render(record)
          return (markdown, ParsedMarkup(markdown: markdown))
        }
        let expected = RandomTemplateTests.active(try parse(nil).parsed)
        for text in RandomTemplateTests.texts {
          let (markdown, parsed) = try parse(text)
          let isDangerous = parsed.addresses.contains { ReadAs.isDangerous($0) && !template.contains("javascript:") }
          if RandomTemplateTests.active(parsed) == expected && !isDangerous { continue }
          failures += 1
          Issue.record(
            "\(text.debugDescription) in \(template.debugDescription)\n\(String(decoding: markdown, as: UTF8.self))")
          break
        }
      }
    }
    #expect(passed > ProofTexts.randomCount / 4)
  }
}
