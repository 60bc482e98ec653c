import Diagnostics
import Foundation
import Testing

@testable import TemplateEngine

/// What the articles of the documentation state in tables and `rendered` blocks is so.
///
/// The blocks of code are compared with `Examples/template-engine` by `Scripts/library-example`.
@Suite struct ArticleTests {
  // MARK: Escaping

  /// `template ← text → written` below a heading that names the dialect.
  struct Rendered: CustomTestStringConvertible, Sendable {
    var dialect: Dialect
    var template: String
    var text: String
    var written: String
    var testDescription: String { "\(dialect): \(template) ← \(text)" }
  }

  static let rendered: [Rendered] = {
    var rows: [Rendered] = []
    var dialect: Dialect?
    for line in Article.lines("Escaping") {
      if line.hasPrefix("### ") { dialect = Dialect.allCases.first { line == "### " + $0.words.capitalizedFirst } }
      let parts = line.components(separatedBy: " ← ").flatMap { $0.components(separatedBy: " → ") }
      guard let dialect, parts.count == 3, line.contains(" ← ") else { continue }
      // The columns are filled up with spaces.
      let unescaped = parts.map { String($0.reversed().drop { $0 == " " }.reversed()).replacing("⏎", with: "\n") }
      rows.append(Rendered(dialect: dialect, template: unescaped[0], text: unescaped[1], written: unescaped[2]))
    }
    return rows
  }()

  @Test func everyLineIsRead() {
    #expect(Self.rendered.count == Article.lines("Escaping").count { $0.contains(" ← ") })
    #expect(Set(Self.rendered.map(\.dialect)) == Set(Dialect.allCases))
  }

  @Test(arguments: rendered)
  func escaping(_ row: Rendered) throws {
    let shape = RecordShape("example", [.init("x", .text)])
    let name = "t" + row.dialect.suffix
    let template = try TemplateChecker(shape: shape)
      .check(name, in: TemplateSet([TemplateSource(name: name, text: row.template)]))
    let bytes = try template.render(shape.record(["x": .text(row.text)]))
    #expect(String(decoding: bytes, as: UTF8.self) == row.written)
  }

  /// The rows of "Where no value can stand".
  static let refused = Article.rows("Escaping", header: ["place", "template"])

  @Test func someAreRefused() { #expect(refusedDialects == ["Markdown", "HTML"]) }

  private var refusedDialects: Set<String> {
    Set(Self.refused.compactMap { $0[0].split(separator: ":").first.map(String.init) })
  }

  @Test(arguments: refused)
  func misplaced(_ row: [String]) {
    let dialect: Dialect = row[0].hasPrefix("HTML") ? .html : .markdown
    let shape = RecordShape("example", [.init("x", .text)])
    let name = "t" + dialect.suffix
    let set = TemplateSet([TemplateSource(name: name, text: row[1])])
    let ids = TemplateChecker(shape: shape).outcome(of: name, in: set).diagnostics.filter { $0.severity == .error }.map(
      \.id)
    #expect(ids == ["misplaced-value"])
  }

  // MARK: Checking

  static let faults = Article.rows("Checking", header: ["id", "rule", "example"])

  /// The ids that the sentence below the table calls warnings.
  static let warnings: Set<String> = {
    let sentence = Article.lines("Checking").first { $0.contains("are warnings, the others errors") } ?? ""
    return Set(sentence.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element))
  }()

  @Test func everyFaultIsListed() {
    #expect(Self.faults.map { $0[0] } == TemplateFaultKind.allCases.map(\.rawValue))
    #expect(Self.faults.map { $0[1] } == TemplateFaultKind.allCases.map(\.rule))
  }

  @Test(arguments: faults.filter { $0[2] != "" })
  func example(_ row: [String]) {
    let loan = RecordShape("loan", [.init("title", .text), .init("fine", .optional(.text)), .init("isWanted", .flag)])
    let letter = RecordShape(
      "letter",
      [
        .init("reader", .text), .init("loans", .list(loan)), .init("returnBox", .optional(.text)),
        .init("letterhead", .markup(.html)), .init("library", .record(RecordShape("library", [.init("name", .text)]))),
      ])
    let set = TemplateSet([
      TemplateSource(name: "t.md.mustache", text: row[2]),
      TemplateSource(name: "frame.md.mustache", text: "{{$page}}{{$title}}{{/title}}{{/page}}"),
      TemplateSource(name: "circle.md.mustache", text: "{{> circle}}"),
    ])
    let diagnostics = TemplateChecker(shape: letter).outcome(of: "t.md.mustache", in: set).diagnostics
    #expect(diagnostics.map(\.id) == [row[0]], "\(diagnostics.map(DiagnosticPrinter.text).joined())")
    #expect(diagnostics.map(\.severity) == [Self.warnings.contains(row[0]) ? .warning : .error])
  }

  // MARK: Limits

  @Test func everyLimitIsListed() {
    var limits: [String: String] = [:]
    for case (let name?, let value as Int) in Mirror(reflecting: TemplateLimits()).children {
      limits[name] = String(value)
    }
    let listed = Article.rows("Limits", header: ["limit", "default", "beyond it"]).map { row in
      (row[0].replacing("TemplateLimits/", with: ""), row[1])
    }
    #expect(Dictionary(uniqueKeysWithValues: listed) == limits)
  }
}

/// Reads an article of the documentation.
private enum Article {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Sources/TemplateEngine/TemplateEngine.docc").standardizedFileURL

  static func lines(_ name: String) -> [String] {
    let text = (try? String(contentsOf: folder.appending(path: name + ".md"), encoding: .utf8)) ?? ""
    return text.components(separatedBy: "\n")
  }

  /// The rows of the table with that header, without backticks.
  static func rows(_ name: String, header: [String]) -> [[String]] {
    func cells(_ line: String) -> [String] {
      line.components(separatedBy: "|").dropFirst().dropLast().map {
        $0.trimmingCharacters(in: .whitespaces).trimmingCharacters(in: ["`"])
      }
    }
    let lines = lines(name)
    guard let start = lines.firstIndex(where: { cells($0) == header }) else { return [] }
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map(cells)
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
