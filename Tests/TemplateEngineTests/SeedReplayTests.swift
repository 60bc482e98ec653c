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

  static let items = RecordShape.texts("item")

  /// `title` is a text that may be absent, or one that is always there: a section needs the first, a bare tag the second.
  enum Title: CaseIterable { case optional, always }

  static func shape(_ title: Title) -> RecordShape {
    RecordShape("seed", [Field("title", title == .always ? .text : .optional(.text)), Field("items", .list(items))])
  }

  static let hostile = "a | b\n# <i>*c*</i> ``` [d](javascript:e) {{f}}"

  static func render(
    _ seed: Seed, ending: String, title: Title
  ) throws -> (bytes: [UInt8]?, diagnostics: [Diagnostic]) {
    let bytes = Array(try Data(contentsOf: folder.appending(path: seed.name)))
    let name = seed.name.replacing(".mustache", with: ".\(ending).mustache")
    let set = TemplateSet([
      TemplateSource(name: name, text: SourceText(file: seed.name, bytes: bytes)),
      TemplateSource(name: "lines.\(ending).mustache", text: "{{#items}}\n- {{.}}\n{{/items}}\n"),
    ])
    let checker = TemplateChecker(shape: shape(title))
    let checked: CheckedTemplate
    do { checked = try checker.check(name, in: set) } catch { return (nil, error.diagnostics) }
    let record = try checker.shape.record([
      "title": title == .always ? .text(hostile) : .optional(hostile), "items": try .texts(["g", "-->"], items),
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
    for title in Title.allCases {
      let result = try SeedReplayTests.render(seed, ending: ending, title: title)
      let again = try SeedReplayTests.render(seed, ending: ending, title: title)
      #expect(result.bytes == again.bytes)
      let printed = result.diagnostics.map(DiagnosticPrinter.text).joined()
      guard let bytes = result.bytes else {
        #expect(result.diagnostics.contains { $0.severity == .error })
        #expect(result.diagnostics.allSatisfy { $0.location?.file == seed.name }, "\(printed)")
        continue
      }
      // A value never turns into markup of its own; in code Markdown has none. The proof tests look closer.
      let text = String(decoding: bytes, as: UTF8.self).replacing("\\<", with: "").replacing("\\[", with: "")
      guard ending == "html" || (!text.contains("~~~") && !text.contains("`a")) else { continue }
      #expect(!text.contains("<i>"), "\(text)")
      #expect(ending == "html" || !text.contains("[d"), "\(text)")
    }
  }

  @Test(arguments: seeds.filter { $0.verdict == "yes" }) func goodSeedRenders(seed: Seed) throws {
    let results = try Title.allCases.map { try SeedReplayTests.render(seed, ending: "md", title: $0) }
    let printed = results.flatMap(\.diagnostics).map(DiagnosticPrinter.text).joined()
    #expect(results.contains { $0.bytes != nil }, "\(printed)")
  }

  @Test(arguments: seeds.filter { $0.verdict == "no" }) func badSeedIsRefused(seed: Seed) throws {
    // A place in HTML is only bad where the template is HTML.
    let ending = seed.name.hasPrefix("html-") || seed.name.hasPrefix("tag-in-") ? "html" : "md"
    for title in Title.allCases {
      #expect(try SeedReplayTests.render(seed, ending: ending, title: title).bytes == nil)
    }
  }
}
