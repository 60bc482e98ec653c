import Diagnostics
import Foundation
import Testing

@testable import TemplateEngine

/// COMPATIBILITY.md says what is so: its counts are those of the specification's tests, and every row of its table does what it says.
@Suite struct CompatibilityTests {
  /// The cells of every row of all tables.
  static let rows: [[String]] = {
    let file = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "../../../COMPATIBILITY.md")
    let text = (try? String(contentsOf: file.standardizedFileURL, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { $0.hasPrefix("|") }.map { line in
      line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }()

  @Test func theCountsAreThoseOfTheTests() {
    for module in SpecificationTests.modules {
      #expect(Self.rows.contains([module.name, "\(module.count)", "\(module.count)"]), "\(module.name)")
    }
    let total = SpecificationTests.modules.reduce(0) { $0 + $1.count }
    #expect(Self.rows.contains(["**all that is implemented**", "**\(total)**", "**\(total)**"]))
  }

  @Test func theTableIsThere() { #expect(Self.rows.filter { $0.count == 4 }.count == 25) }

  @Test(arguments: rows.filter { $0.count == 4 && $0[1].hasPrefix("`") })
  func bothModesDoWhatTheRowSays(row: [String]) throws {
    let template = String(row[1].dropFirst().dropLast())
    let set = TemplateSet([
      TemplateSource(name: "t.md.mustache", text: template),
      TemplateSource(name: "box.md.mustache", text: "{{$content}}empty{{/content}}"),
    ])
    let labs: [UntypedValue] = [["name": "Ferritin", "value": "12"], ["name": "TSH", "value": "2.1"]]
    let values: UntypedValue = [
      "title": "Salt & <b>", "subtitle": nil, "smoker": true, "patient": ["name": "Jo"], "labs": .list(labs),
    ]
    #expect(
      outcome { () throws(TemplateFaults) in
        ([], try UntypedTemplate("t.md.mustache", in: set), { try $0.render(values) })
      } == row[2], "without a shape: \(template)")
    let record = try Fixture.record(["title": .text("Salt & <b>")])
    #expect(
      outcome { () throws(TemplateFaults) in
        let checked = try TemplateChecker(shape: Fixture.report).check("t.md.mustache", in: set)
        return (checked.warnings, checked, { try $0.render(record) })
      } == row[3], "typed: \(template)")
  }

  /// What a mode does, in the words of the table.
  private func outcome<Template>(
    _ make: () throws(TemplateFaults) -> (warnings: [Diagnostic], Template, (Template) throws -> [UInt8])
  ) -> String {
    do {
      let (warnings, template, render) = try make()
      let ids = warnings.map(\.id).filter { $0 != TemplateFaultKind.neverShown.rawValue }
      if !ids.isEmpty { return "warned: " + ids.map { "`\($0)`" }.joined(separator: " ") }
      let bytes = (try? render(template)) ?? Array("an error".utf8)
      return bytes.isEmpty ? "nothing" : "`" + String(decoding: bytes, as: UTF8.self) + "`"
    } catch {
      return "refused: " + error.diagnostics.map { "`\($0.id)`" }.joined(separator: " ")
    }
  }
}
