import Diagnostics
import Testing

@testable import TemplateEngine

/// Marks that tell which line of a template printed what.
@Suite struct PlaceMarksTests {
  private static let shape = RecordShape(
    "report",
    [
      RecordShape.Field("title", .text), RecordShape.Field("link", .text),
      RecordShape.Field("rows", .list(RecordShape("row", [RecordShape.Field("name", .text)]))),
    ])

  /// The output with each mark as `<file:line>`.
  private func marked(_ text: String, partials: [String: String] = [:]) throws -> (shown: String, plain: String) {
    let sources = [("t.md.mustache", text)] + partials.map { ($0.key, $0.value) }
    let set = TemplateSet(sources.map { TemplateSource(name: $0.0, text: $0.1) })
    let checker = TemplateChecker(shape: PlaceMarksTests.shape)
    let record = try PlaceMarksTests.shape.record([
      "title": .text("Visit"), "link": .text("https://a.b/c"),
      "rows": .list(
        try ["x", "y"].map { name in
          try RecordShape("row", [RecordShape.Field("name", .text)]).record(["name": .text(name)])
        }),
    ])
    let marked = try checker.checkMarking("t.md.mustache", in: set)
    let output = String(decoding: try marked.template.render(record), as: UTF8.self)
    var (shown, plain) = ("", "")
    for scalar in output.unicodeScalars {
      if let number = PlaceMark.number(of: scalar) {
        let place = marked.places[number]
        shown += "<\(place.file.prefix { $0 != "." }):\(place.line)>"
      } else {
        shown.unicodeScalars.append(scalar)
        plain.unicodeScalars.append(scalar)
      }
    }
    let unmarked = try checker.check("t.md.mustache", in: set).render(record)
    #expect(Array(plain.utf8) == unmarked)
    return (shown, plain)
  }

  @Test(arguments: [
    ("a {{title}}\n", "a <t:1>Visit\n"), ("\n- {{title}}: {{title}}\n", "\n- Visit<t:2>: <t:2>Visit\n"),
    ("## Head\n\nWords.\n", "## Head<t:1>\n\nWords.<t:3>\n"),
    ("{{title}}\n", "Visit<t:1>\n"), ("{{title}}. {{title}}\n", "Visit. Visit<t:1>\n"),
    // What a mark could change is left alone.
    ("---\n", "---\n"), ("| a |\n| --- |\n| {{title}} |\n", "| a |\n| --- |\n| <t:3>Visit |\n"),
    ("[x]({{link}})\n", "[x](https://a.b/c)\n"), ("`{{title}}`\n", "`Visit`\n"), ("1. x\n", "1. x\n"),
    ("- x\n", "- x\n"),
    ("{{#rows}}\n- {{name}}\n{{/rows}}\n", "- x<t:2>\n- y<t:2>\n"),
    ("top\n\n{{> part}}\n", "top<t:1>\n\n- Visit<part:1>\n"),
  ])
  func everyTextAndEveryLineOfWordsHasItsPlace(template: String, expected: String) throws {
    #expect(try marked(template, partials: ["part.md.mustache": "- {{title}}\n"]).shown == expected)
  }

  @Test func withoutMarkingNothingIsMarked() throws {
    #expect(try marked("# {{title}}\n").plain == "# Visit\n")
    #expect(PlaceMark.number(of: "a") == nil)
    #expect(PlaceMark.scalar(0xFFFD) != nil && PlaceMark.scalar(0xFFFE) == nil)
  }

  @Test func faultsAreThoseOfTheOtherCheck() {
    let source = TemplateSource(name: "t.md.mustache", text: "{{titel}}")
    let checker = TemplateChecker(shape: PlaceMarksTests.shape)
    let set = TemplateSet([source])
    #expect(throws: TemplateFaults.self) { try checker.checkMarking("t.md.mustache", in: set) }
  }
}
