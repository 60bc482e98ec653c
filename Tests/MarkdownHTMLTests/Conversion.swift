import Testing

@testable import MarkdownHTML

/// One row of a table of tests: Markdown and the HTML that it must give.
struct Case: CustomTestStringConvertible, Sendable {
  var name: String
  var markdown: String
  var html: String

  init(_ name: String, _ markdown: String, _ html: String) {
    self.name = name
    self.markdown = markdown
    self.html = html
  }

  var testDescription: String { name }
}

func convert(_ markdown: String, with converter: MarkdownConverter = MarkdownConverter()) throws -> String {
  String(decoding: try converter.html(Array(markdown.utf8)), as: UTF8.self)
}
