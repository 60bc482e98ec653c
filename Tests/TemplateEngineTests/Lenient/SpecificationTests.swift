import Diagnostics
import Foundation
import Testing

@testable import TemplateEngine

/// Every case of the seven modules of the Mustache specification that this project implements, read in place.
///
/// The folder is named by the environment variable `MUSTACHE_SPEC`; without it, `../shared/conformance/mustache-spec` beside the package.
/// Source: https://github.com/mustache/spec
@Suite struct SpecificationTests {
  struct Module: Sendable, CustomTestStringConvertible {
    var name: String
    var count: Int
    var testDescription: String { name }
  }

  static let modules = [
    Module(name: "comments", count: 12), Module(name: "delimiters", count: 14),
    Module(name: "interpolation", count: 42),
    Module(name: "inverted", count: 22), Module(name: "partials", count: 12), Module(name: "sections", count: 34),
    Module(name: "~inheritance", count: 27),
  ]

  static let folder =
    ProcessInfo.processInfo.environment["MUSTACHE_SPEC"].map { URL(filePath: $0) }
    ?? URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "../../../../shared/conformance/mustache-spec").standardizedFileURL

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  @Test(
    .enabled(if: isThere, "the Mustache specification is not there; name its folder in MUSTACHE_SPEC"),
    arguments: modules)
  func everyCaseGivesWhatTheSpecificationExpects(module: Module) throws {
    let data = try Data(contentsOf: Self.folder.appending(path: module.name + ".json"))
    let file = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let cases = try #require(file["tests"] as? [[String: Any]])
    #expect(cases.count == module.count)
    for test in cases {
      let name = try #require(test["name"] as? String)
      let partials = test["partials"] as? [String: String] ?? [:]
      let template = UntypedCase(text: try #require(test["template"] as? String), partials: partials)
      let rendered = try template.render(UntypedValue(json: test["data"] ?? NSNull()))
      #expect(rendered == test["expected"] as? String, "\(module.name): \(name)")
    }
  }

  @Test func theModulesHaveAllTheirCases() {
    #expect(Self.modules.reduce(0) { $0 + $1.count } == 163)
  }
}
