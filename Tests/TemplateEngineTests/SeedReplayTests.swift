import Diagnostics
import Foundation
import Testing

@testable import TemplateEngine

/// Every template of `seeds/templates`, under each ending: it renders, or it is refused with a place; it never crashes.
///
/// What is expected of a seed stands in the table of its README; a row without a file, or a file without a row, fails.
@Suite struct SeedReplayTests {
  struct Seed: CustomTestStringConvertible, Sendable {
    var name: String
    /// The middle column: `yes`, `no`, or `parses` for a seed that names what this shape lacks.
    var verdict: String
    var testDescription: String { name }
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../seeds/templates").standardizedFileURL

  static let seeds: [Seed] = {
    let text = (try? String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)) ?? ""
    return text.components(separatedBy: "\n").compactMap { row in
      let cells = row.components(separatedBy: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count > 4, cells[1].hasSuffix(".mustache`") else { return nil }
      return Seed(name: cells[1].replacing("`", with: ""), verdict: cells[3])
    }
  }()

  /// As the README has it: `title` an optional text, `items` a list of text.
  static let items = RecordShape.texts("item")
  static let shape = RecordShape("seed", [Field("title", .optional(.text)), Field("items", .list(items))])

  static func render(_ seed: Seed, ending: String) throws -> (bytes: [UInt8]?, diagnostics: [Diagnostic]) {
    let bytes = Array(try Data(contentsOf: folder.appending(path: seed.name)))
    let name = seed.name.replacing(".mustache", with: ".\(ending).mustache")
    let set = TemplateSet([TemplateSource(name: name, text: SourceText(file: seed.name, bytes: bytes))])
    let checked: CheckedTemplate
    do { checked = try TemplateChecker(shape: shape).check(name, in: set) } catch { return (nil, error.diagnostics) }
    let record = try shape.record([
      "title": .optional("a | b\n# <i>*c*</i> ``` [d](javascript:e) {{f}}"), "items": try .texts(["g", "-->"], items),
    ])
    return (try checked.render(record), checked.warnings)
  }

  @Test func everyFileHasARow() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: SeedReplayTests.folder.path)
    #expect(Set(files.filter { $0.hasSuffix(".mustache") }) == Set(SeedReplayTests.seeds.map(\.name)))
    #expect(SeedReplayTests.seeds.count == Set(SeedReplayTests.seeds.map(\.name)).count)
    #expect(Set(SeedReplayTests.seeds.map(\.verdict)) == ["yes", "no", "parses"])
  }

  @Test(arguments: seeds, ["md", "html"]) func rendersOrIsRefused(seed: Seed, ending: String) throws {
    let result = try SeedReplayTests.render(seed, ending: ending)
    let printed = result.diagnostics.map(DiagnosticPrinter.text).joined()
    guard let bytes = result.bytes else {
      #expect(result.diagnostics.contains { $0.severity == .error })
      #expect(result.diagnostics.allSatisfy { $0.location?.file == seed.name }, "\(printed)")
      return
    }
    // A value never turns into markup of its own.
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("<i>"), "\(text)")
    #expect(!text.contains("](javascript:"), "\(text)")
    #expect(!text.contains("{{f}}") || ending == "html", "\(text)")
  }

  @Test(arguments: seeds.filter { $0.verdict == "no" }) func badSeedIsRefused(seed: Seed) throws {
    // A place in HTML is only bad where the template is HTML.
    let ending = seed.name.hasPrefix("html-") || seed.name.hasPrefix("tag-in-") ? "html" : "md"
    #expect(try SeedReplayTests.render(seed, ending: ending).bytes == nil)
  }

  @Test(arguments: seeds) func sameInputSameBytes(seed: Seed) throws {
    let (first, second) = (
      try SeedReplayTests.render(seed, ending: "md"), try SeedReplayTests.render(seed, ending: "md")
    )
    #expect(first.bytes == second.bytes)
    #expect(first.diagnostics.map(\.id) == second.diagnostics.map(\.id))
  }
}
