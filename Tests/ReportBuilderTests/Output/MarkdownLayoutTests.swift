import MarkdownHTML
import Testing

@testable import ReportBuilder

@Suite struct MarkdownLayoutTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let markdown: String
    let laid: String

    init(_ description: String, _ markdown: String, _ laid: String) {
      testDescription = description
      self.markdown = markdown
      self.laid = laid
    }
  }

  private static let long = String(repeating: "word ", count: 19)
  private static let lead = String(repeating: "word ", count: 18) + "word"

  @Test(arguments: [
    Case(
      "columns stand in line, numbers to the right", "| A | n |\n|---|---:|\n| legs | 5 |\n| **x** | 12 |\n",
      "| A     |   n |\n| ----- | --: |\n| legs  |   5 |\n| **x** |  12 |\n"),
    Case(
      "characters of two columns", "| 名 | n |\n|---|---|\n| abcd | 1 |\n",
      "| 名   | n   |\n| ---- | --- |\n| abcd | 1   |\n"),
    Case(
      "a pipe behind a backslash divides no cell", "| a\\|b | c |\n|-|-|\n", "| a\\|b | c   |\n| ---- | --- |\n"),
    Case("rows that are no table stay", "| a | b |\n| c |\n", "| a | b |\n| c |\n"),
    Case("another number of delimiters: no table", "| a | b |\n|---|\n", "| a | b |\n|---|\n"),
    Case("a long line is broken", long + "end of it\n", lead + " end\nof it\n"),
    Case("an item goes on below its words", "- " + long + "of it\n", "- " + lead + " of\n  it\n"),
    Case("a numbered item too", "12. " + long + "of it\n", "12. " + lead + "\n    of it\n"),
    Case("a quotation goes on as one", "> " + long + "of it\n", "> " + lead + " of\n> it\n"),
    Case("no line begins with what opens a list", long + "xyz - of it\n", lead + " xyz -\nof it\n"),
    Case("nor with a number that would open one", long + "12. of it\n", lead + " 12.\nof it\n"),
    Case("nor with a heading", long + "xyz ## of it\n", lead + " xyz ##\nof it\n"),
    Case("no break behind a backslash", long + "x\\ of it\n", lead + " x\\ of\nit\n"),
    Case("headings stay", "# " + long + long + "\n", "# " + long + long + "\n"),
    Case(
      "fenced blocks stay", "```figure x\n" + long + long + "\n| a |\n```\n",
      "```figure x\n" + long + long + "\n| a |\n```\n"),
    Case("what may be code stays", "    " + long + long + "\n", "    " + long + long + "\n"),
    Case("a break of two spaces stays", long + "xyz end  \nx\n", lead + " xyz\nend  \nx\n"),
    Case("no line end at the end: none is added", "a", "a"),
    Case("nothing", "", ""),
  ])
  func layout(_ row: Case) {
    #expect(String(decoding: MarkdownLayout.lay(Array(row.markdown.utf8)), as: UTF8.self) == row.laid)
  }

  /// Words and marks in any order: as HTML, the laid text says what the text said.
  @Test func meaningStays() throws {
    let pieces = [
      "word", "longer-word", "- ", "12. ", "> ", "#", "**bold**", "`code span`", "\\", "|", "\n", "\n\n", "  \n",
      "[a](#b)", "---",
      "===", "*", "+", "1)", "é", "名前", "| a | b |\n|---|--:|\n| c | d |\n", "```\nx\n```\n", "<b>", "~~~", "    ", ":",
      "_x_",
      String(repeating: "more words ", count: 12),
    ]
    var seed: UInt64 = 7
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<24 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count]
        if seed >> 62 > 0 { text += " " }
      }
      let laid = MarkdownLayout.lay(Array(text.utf8))
      let (before, after) = (try words(of: Array(text.utf8)), try words(of: laid))
      #expect(
        before == after, "\(text.debugDescription) became \(String(decoding: laid, as: UTF8.self).debugDescription)")
    }
  }

  /// The HTML with every run of white space as one space.
  private func words(of markdown: [UInt8]) throws -> String {
    String(decoding: try MarkdownConverter().html(markdown), as: UTF8.self)
      .split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ")
  }
}
