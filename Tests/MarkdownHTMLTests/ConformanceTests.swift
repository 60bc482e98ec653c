import Foundation
import Testing

@testable import MarkdownHTML

/// The table examples of the GitHub Flavored Markdown specification, read in place from the folder beside the package.
@Suite struct ConformanceTests {
  struct Example: Decodable, Sendable {
    var markdown: String
    var html: String
  }

  static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/conformance/gfm-tables.json").standardizedFileURL

  @Test(.enabled(if: FileManager.default.fileExists(atPath: file.path), "gfm-tables.json is not beside the package"))
  func tablesAreThoseOfTheSpecification() throws {
    let examples = try JSONDecoder().decode([Example].self, from: Data(contentsOf: Self.file))
    #expect(examples.count == 8)
    for example in examples {
      #expect(try convert(example.markdown, with: MarkdownConverter(dialect: .github)) == example.html)
    }
  }
}
