import Testing

@testable import TemplateEngine

/// Where a template means the same with and without a shape, both modes write the same bytes.
@Suite struct BothModesTests {
  static let partials = [
    "base": "# {{$head}}{{title}}{{/head}}\n  {{$body}}\n  nothing\n  {{/body}}\nend\n",
    "middle": "{{<base}}{{$head}}Middle{{/head}}{{/base}}",
    "row": "{{name}}={{$cell}}{{/cell}};", "box": "<{{$cell}}{{/cell}}>", "twice": "{{>row}}{{>row}}",
    "item": "- {{name}}\n  {{value}}\n", "deep": "  {{>item}}\n",
  ]
  static let data: UntypedValue = [
    "title": "Visit", "smoker": true, "subtitle": nil,
    "patient": ["name": "Jo", "practice": ["city": "Bonn"]],
    "labs": [["name": "Ferritin", "value": "12", "high": false], ["name": "TSH", "value": "2.1", "high": true]],
    "words": ["a", "b"], "extra": nil,
  ]

  @Test(arguments: [
    "{{title}} {{patient.name}} {{patient.practice.city}}",
    "{{#patient}}{{name}} {{practice.city}} {{title}}{{/patient}}",
    "{{#labs}}\n{{name}}{{#high}} (high){{/high}}{{^high}} -{{/high}}\n{{/labs}}\n", "{{#words}}[{{.}}]{{/words}}",
    "{{^subtitle}}none{{/subtitle}}{{#subtitle}}{{.}}{{/subtitle}}", "{{^extra}}none{{/extra}}",
    "{{! comment }}\n{{=<% %>=}}\n<%title%>\n<%={{ }}=%>\n{{title}}", "{{>twice}}{{#labs}}{{>twice}}{{/labs}}",
    "{{#labs}}\n  {{>item}}\n{{/labs}}\n", "{{#labs}}\n    {{>deep}}\n{{/labs}}\n",
    "{{<base}}{{/base}}", "{{<base}}{{$head}}Results{{/head}}{{/base}}", "{{<middle}}{{$head}}Top{{/head}}{{/middle}}",
    "  {{<base}}\n{{$body}}\n{{#labs}}\n- {{name}}\n{{/labs}}\n{{/body}}\n{{/base}}\n",
    "{{<base}}\n{{$body}}\n      deep\n        deeper\n{{/body}}\n{{/base}}\n",
    "{{<base}}{{$body}}inline{{/body}}{{/base}}",
    "{{#labs}}{{<row}}{{$cell}}{{value}}{{/cell}}{{/row}}{{/labs}}", "{{$own}}a{{title}}{{/own}}", "{{>base}}",
    "{{<box}}{{$cell}}a{{<box}}{{$cell}}b{{/cell}}{{/box}}{{/cell}}{{/box}}",
    "{{<box}}{{$cell}}x{{/cell}}{{$cell}}y{{/cell}}{{/box}}", "{{<twice}}{{$cell}}{{title}}{{/cell}}{{/twice}}",
    "{{#patient}}{{<box}}{{$cell}}{{name}}{{/cell}}{{/box}}{{/patient}}",
  ])
  func writeTheSame(template: String) throws {
    // `name` at the root, where partials are placed outside of a list.
    let shape = RecordShape("root", Fixture.report.fields + [Field("name", .text)])
    let values = try Fixture.report.fields.map { (name: $0.name, value: try #require(try Fixture.record()[$0.name])) }
    let record = try shape.record(pairs: values + [(name: "name", value: .text("Root"))])
    guard case .object(var fields) = Self.data else { return }
    fields["name"] = "Root"
    let sources =
      [TemplateSource(name: "t.txt.mustache", text: template)]
      + Self.partials.map { TemplateSource(name: $0.key + ".txt.mustache", text: $0.value) }
    let set = TemplateSet(sources)
    let typed = try TemplateChecker(shape: shape).check("t.txt.mustache", in: set).render(record)
    let untyped = try UntypedTemplate("t.txt.mustache", in: set).render(.object(fields))
    #expect(String(decoding: typed, as: UTF8.self) == String(decoding: untyped, as: UTF8.self))
    #expect(!typed.isEmpty)
  }
}
