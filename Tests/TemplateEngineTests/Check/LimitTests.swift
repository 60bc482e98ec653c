import Diagnostics
import Testing

@testable import TemplateEngine

/// Hostile templates give a diagnostic, in reasonable time.
@Suite(.timeLimit(.minutes(1))) struct LimitTests {
  @Test(arguments: [
    (String(repeating: "{{#smoker}}", count: 100_000), "template-limit"),
    (String(repeating: "{{#smoker}}", count: 101) + String(repeating: "{{/smoker}}", count: 101), "template-limit"),
    (String(repeating: "{{", count: 200_000), "unclosed-tag"),
    (String(repeating: "{{!\n", count: 100_000), "unclosed-tag"),
    (String(repeating: "{{{a}}\n", count: 100_000), "unclosed-tag"),
    (String(repeating: "{{a ", count: 100_000) + "}}", "unclosed-tag"),
    (String(repeating: "{{subtitle}}", count: 80_000), "optional-without-fallback"),
    ("{{" + String(repeating: "a.", count: 100_000) + "a}}", "bad-name"),
    ("{{/" + String(repeating: "a", count: 100_000) + "}}", "stray-section-end"),
    (String(repeating: "x", count: 1 << 20 + 1), "template-limit"),
    (String(repeating: "{{title}}", count: 110_000) + String(repeating: "x", count: 70_000), "template-limit"),
  ])
  func aHostileTemplateIsRefused(text: String, id: String) {
    let found = Template(text: text).diagnostics
    #expect(found.contains { $0.id == id })
    #expect(found.count <= TemplateLimits().faults + 1)
    #expect(found.contains { $0.id == "too-many-faults" } == (found.count > TemplateLimits().faults))
    #expect(found.allSatisfy { $0.message.utf8.count < 1000 })
  }

  @Test func partialsCannotMultiply() {
    var partials: [String: String] = ["p30.md.mustache": "x"]
    for level in 0..<30 { partials["p\(level).md.mustache"] = "{{>p\(level + 1)}}{{>p\(level + 1)}}" }
    #expect(Template(text: "{{>p0}}", partials: partials).diagnostics.map(\.id) == ["template-limit"])
  }

  /// Blocks that no block of the parent takes are work all the same: those of one tag, those of a tag that is placed often, and a long parent.
  @Test(arguments: [
    (placed: 1, blocks: 20_000, comments: 0, id: "unknown-block"),
    (placed: 1, blocks: 3000, comments: 20_000, id: "unknown-block"),
    (placed: 20_000, blocks: 2000, comments: 0, id: "template-limit"),
  ])
  func blocksAreCounted(placed: Int, blocks: Int, comments: Int, id: String) {
    let given = (0..<blocks).map { "{{$a\($0)}}{{/a\($0)}}" }.joined()
    let partials = [
      "p.md.mustache": "{{<q}}\(given){{/q}}",
      "q.md.mustache": "{{title}}" + String(repeating: "{{!}}\n", count: comments),
    ]
    let found = Template(text: String(repeating: "{{>p}}", count: placed), partials: partials).diagnostics
    #expect(found.map(\.id).contains(id))
  }

  /// Values of which only the end of a construct shows what they are are few, or refused.
  @Test(arguments: [
    ("t.md.mustache", "`", "{{#smoker}}{{title}}{{/smoker}}", "`"),
    ("t.md.mustache", "", "{{#smoker}}`{{title}}`{{/smoker}}", ""),
    ("t.html.mustache", "<a href=\"/", "{{#smoker}}/{{title}}{{/smoker}}", "\">"),
  ])
  func pendingValuesAreFew(name: String, start: String, repeated: String, end: String) {
    let found = Template(name: name, text: start + String(repeating: repeated, count: 10_000) + end).diagnostics
    #expect(found.map(\.id).contains("misplaced-value"))
    #expect(Template(text: String(repeating: "`{{title}}` ", count: 150)).diagnostics.isEmpty)
  }

  @Test func partialsCannotNestTooDeep() {
    var partials: [String: String] = ["p60.md.mustache": "x"]
    for level in 0..<60 { partials["p\(level).md.mustache"] = "{{>p\(level + 1)}}" }
    #expect(Template(text: "{{>p0}}", partials: partials).diagnostics.map(\.id) == ["template-limit"])
  }

  @Test func sectionsAreCountedAcrossPartials() {
    let open = String(repeating: "{{#smoker}}", count: 60)
    let close = String(repeating: "{{/smoker}}", count: 60)
    let found = Template(text: open + "{{>p}}" + close, partials: ["p.md.mustache": open + close]).diagnostics
    #expect(found.map(\.id) == ["template-limit"])
  }

  @Test func theLimitIsTheOnlyFaultThatIsTold() {
    let text = String(repeating: "{{#smoker}}", count: 101) + "x" + String(repeating: "{{/smoker}}", count: 101)
    let found = Template(text: text, requirements: [Requirement("labs", because: "x")]).diagnostics
    #expect(found.map(\.message) == ["sections may be nested at most 100 deep"])
  }

  @Test func aHundredSectionsAreFine() throws {
    let text =
      String(repeating: "{{#patient}}", count: 100) + "{{name}}" + String(repeating: "{{/patient}}", count: 100)
    #expect(try Template(text: text).render() == "Jo")
  }
}
