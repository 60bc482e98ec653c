import Diagnostics
import Testing

@testable import TemplateEngine

@Suite struct RenderLimitTests {
  @Test(arguments: [("{{#words}}{{.}}{{/words}}", 20_000), ("{{title}}", 5), ("literal", 7)])
  func outputOfTheLimitIsAllowedAndAByteMoreIsNot(text: String, bytes: Int) throws {
    let record = try Fixture.record(["words": try .texts([String](repeating: "ab", count: 10_000), Fixture.word)])
    var limits = TemplateLimits()
    limits.outputBytes = bytes
    #expect(try Template(text: text, limits: limits).check().render(record).count == bytes)
    limits.outputBytes = bytes - 1
    let template = try Template(text: text, limits: limits).check()
    var output: [UInt8] = [1, 2]
    let error = #expect(throws: RenderError.self) { try template.render(record, into: &output) }
    #expect(error?.reason == .outputTooLong(limit: bytes - 1))
    #expect(
      error?.description == "template \"t.md.mustache\" writes more than \(bytes - 1) bytes, the limit \"outputBytes\"")
    #expect(output == [1, 2])
  }

  /// Sections inside each other over one list: a page that would take longer than anyone waits, with and without a byte of output.
  @Test(arguments: [("x", "outputBytes"), ("", "renderedTags"), ("{{title}}", "renderedTags")])
  func aHostileTemplateEnds(body: String, limit: String) throws {
    let depth = 12
    let text =
      String(repeating: "{{#words}}", count: depth) + body + String(repeating: "{{/words}}", count: depth)
    let words = Value.list(try (0..<100).map { _ in try Fixture.word.record([".": .text("w")]) })
    var limits = TemplateLimits()
    limits.outputBytes = 1 << 14
    limits.renderedTags = 300_000
    let template = try Template(text: text, limits: limits).check()
    let record = try Fixture.record(["words": words, "title": .text(String(repeating: " ", count: 1 << 16))])
    let error = #expect(throws: RenderError.self) { try template.render(record) }
    #expect(error?.description.contains("\"\(limit)\"") == true)
  }

  /// Every line of one literal gets the indentation of its partial.
  @Test func indentationCannotMultiplyATemplate() {
    var limits = TemplateLimits()
    limits.placedBytes = 50_000
    let partials = ["p.md.mustache": String(repeating: "x\n", count: 10_000)]
    let template = Template(
      text: String(repeating: " ", count: 10_000) + "{{>p}}\n", partials: partials, limits: limits)
    #expect(template.diagnostics.map(\.id).contains("template-limit"))
  }
}
