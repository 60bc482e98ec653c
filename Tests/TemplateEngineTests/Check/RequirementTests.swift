import Diagnostics
import Testing

@testable import TemplateEngine

/// A required field cannot be left out or hidden; `labs`, `title` and `subtitle` stand for safety sections.
@Suite struct RequirementTests {
  static let labs = Requirement("labs", because: "labs matter")

  @Test(arguments: [
    "{{#labs}}{{name}}{{/labs}}", "{{#labs}}x{{/labs}}",
    "{{#labs}}{{#high}}{{name}}{{/high}}{{/labs}}{{^labs}}none{{/labs}}",
    "{{#patient}}{{#labs}}{{name}}{{/labs}}{{/patient}}", "{{>p}}", "{{#patient}}{{>p}}{{/patient}}",
    "{{#smoker}}{{>p}}{{/smoker}}{{^smoker}}{{>p}}{{/smoker}}",
    "{{#labs}}{{#smoker}}{{name}}{{/smoker}}{{^smoker}}-{{/smoker}}{{/labs}}",
    "{{#labs}}{{#smoker}}a{{/smoker}}-{{/labs}}",
    "{{#labs}}{{#patient}}{{#high}}H{{/high}}{{/patient}}{{/labs}}",
    "{{#smoker}}a{{/smoker}}b{{#smoker}}{{>p}}{{/smoker}}{{^smoker}}{{>p}}{{/smoker}}",
    "{{#smoker}}{{#asked}}{{>p}}{{/asked}}{{^asked}}{{>p}}{{/asked}}{{/smoker}}{{^smoker}}{{>p}}{{/smoker}}",
  ])
  func isPlaced(template: String) {
    #expect(Self.found(template) == [])
  }

  @Test(arguments: [
    ("", "1:1"), ("text", "1:1"), ("{{^labs}}none{{/labs}}", "1:1"), ("{{#labs}} \n {{/labs}}", "1:1"),
    ("{{!#labs}}x{{!/labs}}", "1:1"),
    ("{{#smoker}}{{#labs}}{{name}}{{/labs}}{{/smoker}}", "1:12"),
    ("{{^smoker}}{{#labs}}{{name}}{{/labs}}{{/smoker}}", "1:12"),
    ("{{#smoker}}{{>p}}{{/smoker}}{{^smoker}}none{{/smoker}}", "1:1"),
    ("{{#smoker}}{{>p}}{{/smoker}}{{^asked}}{{>p}}{{/asked}}", "1:1"),
    ("{{#words}}{{#labs}}{{name}}{{/labs}}{{/words}}", "1:11"),
    // What stands inside must not depend on another value either, nor on there being none.
    ("{{#labs}}{{#smoker}}{{name}}{{/smoker}}{{/labs}}", "1:1"),
    ("{{#labs}}{{#smoker}}{{#high}}{{name}}{{/high}}{{/smoker}}{{/labs}}", "1:1"),
    ("{{#labs}}{{#high}}{{^smoker}}{{name}}{{/smoker}}{{/high}}{{/labs}}", "1:1"),
    ("{{#labs}}{{^labs}}none{{/labs}}{{/labs}}", "1:1"),
  ])
  func isMissingOrHidden(template: String, place: String) {
    #expect(Self.found(template) == ["missing-requirement \(place)"])
  }

  @Test(arguments: [
    ("title", "{{title}}", true), ("title", "[more]({{title}})", false), ("title", "[{{title}}](more)", true),
    ("title", "{{#smoker}}{{title}}{{/smoker}}", false),
    ("subtitle", "{{#subtitle}}{{.}}{{/subtitle}}{{^subtitle}}none{{/subtitle}}", true),
    ("subtitle", "{{subtitle}}{{^subtitle}}none{{/subtitle}}", true), ("patient", "{{patient.name}}", true),
    ("patient", "{{#patient}}{{name}}{{/patient}}", true), ("nothing", "{{title}}", false),
    // The field `name` of a result is not the field of the report.
    ("patient", "{{#labs}}{{name}}{{/labs}}", false),
  ])
  func everyKindOfFieldCanBeRequired(name: String, template: String, isPlaced: Bool) {
    let found = Template(text: template, requirements: [Requirement(name, because: "x")]).diagnostics
    #expect(found.isEmpty == isPlaced)
  }

  /// A reader does not see what stands in an attribute, an address or the title of the page.
  @Test(arguments: [
    ("<p>{{title}}</p>", true), ("<p title=\"{{title}}\">x</p>", false), ("<a href=\"{{title}}\">x</a>", false),
    ("<title>{{title}}</title>", false), ("<title>{{title}}</title><h1>{{title}}</h1>", true),
    ("<meta name=\"author\" content=\"{{title}}\">", false),
  ])
  func whatIsRequiredIsShown(template: String, isPlaced: Bool) {
    let found = Template(
      name: "t.html.mustache", text: template, requirements: [Requirement("title", because: "x")]
    ).diagnostics
    #expect(found.map(\.id) == (isPlaced ? [] : ["missing-requirement"]))
  }

  /// No template could place it: the program must be corrected, not the template.
  @Test(arguments: [
    (Requirement("lab", because: "x"), "the program requires \"lab\", which is not a field of report"),
    (
      Requirement("labs", printing: ["naem"], because: "x"),
      "the program requires \"naem\", which is not a field of laboratory result"
    ),
    (
      Requirement("title", printing: ["name"], because: "x"),
      "the program requires \"name\", which is not a field of title"
    ),
  ])
  func aRequirementOfNoFieldIsAFaultOfTheProgram(requirement: Requirement, message: String) {
    let found = Template(text: "{{title}}{{#labs}}{{name}}{{/labs}}", requirements: [requirement]).diagnostics
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.id) == ["missing-requirement"])
  }

  /// A text that must be read is printed itself, and each text of a list.
  @Test(arguments: [
    ("words", "{{#words}}{{.}} {{/words}}", true), ("words", "{{#words}}-{{/words}}", false),
    ("words", "{{#words}}{{title}}{{/words}}", false),
    ("words", "{{#words}}{{#smoker}}{{.}}{{/smoker}}{{/words}}", false),
    ("words", "{{#words}}{{#smoker}}{{.}}{{/smoker}}{{^smoker}}{{.}}{{/smoker}}{{/words}}", true),
    ("words", "{{#words}}{{#extra}}{{#extra}}{{.}}{{/extra}}{{/extra}}{{/words}}", false),
    ("words", "{{#labs}}{{#words}}{{.}}{{/words}}{{/labs}}", false), ("words", "{{^words}}none{{/words}}", false),
    ("extra", "{{#extra}}{{#extra}}{{.}}{{/extra}}{{/extra}}{{^extra}}none{{/extra}}", true),
    ("extra", "{{#extra}}{{#extra}}x{{/extra}}{{/extra}}{{^extra}}none{{/extra}}", false),
    ("subtitle", "{{#subtitle}}x{{/subtitle}}{{^subtitle}}none{{/subtitle}}", false),
    ("subtitle", "{{#subtitle}}{{#smoker}}{{.}}{{/smoker}}{{/subtitle}}{{^subtitle}}none{{/subtitle}}", false),
    ("subtitle", "{{#subtitle}}{{subtitle}}{{/subtitle}}", true), ("smoker", "{{#smoker}}yes{{/smoker}}", true),
    ("patient", "{{#patient}}x{{/patient}}", true), ("title", "{{#patient}}{{title}}{{/patient}}", true),
  ])
  func whatMustBeReadIsPrinted(name: String, template: String, isPlaced: Bool) {
    let found = Template(text: template, requirements: [Requirement(name, because: "x")]).diagnostics
    #expect(found.filter { $0.severity == .error }.map(\.id) == (isPlaced ? [] : ["missing-requirement"]))
  }

  /// A section over the flags that prints a dash for each would say nothing.
  @Test(arguments: [
    ("{{#labs}}{{name}} {{value}}{{/labs}}", []),
    ("{{#labs}}{{>both}}{{/labs}}", []),
    ("{{#labs}}{{#high}}H {{name}}{{/high}}{{^high}}{{name}}{{/high}}{{value}}{{/labs}}", []),
    ("{{#labs}}{{#unit}}{{.}}{{/unit}}-{{/labs}}", ["name 1:1", "value 1:1"]),
    ("{{^labs}}none{{/labs}}{{#labs}}{{name}}{{/labs}}", ["value 1:23"]),
    ("{{#labs}}{{name}}{{#high}}{{value}}{{/high}}{{/labs}}", ["value 1:27"]),
    ("{{#labs}}{{name}}{{#labs}}{{value}}{{/labs}}{{/labs}}", []),
    ("", ["labs 1:1"]), ("{{#smoker}}{{#labs}}{{name}}{{value}}{{/labs}}{{/smoker}}", ["labs 1:12"]),
  ])
  func partsArePrintedForEveryElement(template: String, missing: [String]) {
    let found = Template(
      text: template, partials: ["both.md.mustache": "{{name}}{{value}}"],
      requirements: [Requirement("labs", printing: ["name", "value"], because: "x")]
    ).diagnostics
    let names = found.map { diagnostic in
      let name = ["\"name\"", "\"value\"", "\"labs\""].first {
        diagnostic.message.contains("\($0) must") || diagnostic.message.contains("print \($0)")
          || diagnostic.message.contains("place \($0)")
      }
      return "\((name ?? "").dropFirst().dropLast()) \(diagnostic.location.map { "\($0.line):\($0.column)" } ?? "")"
    }
    #expect(names == missing)
  }

  private static func found(_ template: String) -> [String] {
    let partials = ["p.md.mustache": "{{#labs}}{{name}}{{/labs}}"]
    return Template(text: template, partials: partials, requirements: [labs]).diagnostics
      .filter { $0.severity == .error }
      .map { "\($0.id) \($0.location.map { "\($0.line):\($0.column)" } ?? "")" }
  }
}
