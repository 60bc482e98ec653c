import Foundation
import Testing

/// The page says what the Markdown says, word for word: read from the files of the examples, each in its own way.
@Suite struct SameFactsTests {
  private static let folder = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined() + "/Examples"

  static let documents: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    .flatMap { example in ["report", "brief", "patient", "referral"].map { "\(example)/\($0)" } }
    .filter { FileManager.default.fileExists(atPath: "\(folder)/\($0).html") }

  @Test(arguments: documents) func wordsAreTheSame(document: String) throws {
    let markdown = try String(contentsOfFile: "\(Self.folder)/\(document).md", encoding: .utf8)
    let page = try String(contentsOfFile: "\(Self.folder)/\(document).html", encoding: .utf8)
    let (written, shown) = (Self.words(ofMarkdown: markdown), try Self.words(ofPage: page))
    let difference = shown.difference(from: written)
    #expect(difference.isEmpty, "\(difference.prefix(8))")
    #expect(written.count > 100)
  }

  private static func words(ofMarkdown text: String) -> [Substring] {
    var isFigure = false
    var lines: [String] = []
    let source = text.split(separator: "\n").map(String.init)
    for (number, line) in source.enumerated() {
      if line.hasPrefix("```") {
        isFigure.toggle()
        continue
      }
      if isFigure || line.allSatisfy({ "|-: ".contains($0) }) { continue }
      var line = line.replacing("\\]", with: " ").replacing(#/^(> ?)+/#, with: "").replacing(
        #/^ *(-|\d+\.) /#, with: "")
      if line.hasPrefix("[!") {
        // A box whose first line is bold alone has that for its title.
        let first = source[(number + 1)...].drop { $0 == ">" }.prefix { $0.hasPrefix("> ") }.map { $0.dropFirst(2) }
          .joined(separator: " ")
        if first.contains(/^\*\*[^*]*\*\*$/) { continue }
        line = line.dropFirst(2).dropLast().capitalized
      }
      line = line.replacing(/\]\([^)]*\)/, with: "").replacing(/\\(.)/) { $0.output.1 }
      lines.append(String(line))
    }
    return words(lines.joined(separator: "\n"))
  }

  private static func words(ofPage text: String) throws -> [Substring] {
    let start = try #require(text.ranges(of: "<main id=\"page_content\">").first).upperBound
    let end = try #require(text.ranges(of: "</main>").last).lowerBound
    var body = String(text[start..<end]).replacing("<wbr>", with: "").replacing(/(?s)<figure.*?<\/figure>/, with: " ")
      .replacing(
        /<[^>]*>/, with: " ")
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      body = body.replacing(entity, with: character)
    }
    return words(body)
  }

  /// Letters and digits only: where a mark stands beside a tag decides nothing.
  private static func words(_ text: String) -> [Substring] { text[...].split { !$0.isLetter && !$0.isNumber } }
}
