import Testing

@testable import TemplateEngine

@Suite struct RenderTests {
  @Test(arguments: [
    ("{{title}}", "Visit"),
    ("{{patient.name}} of {{patient.practice.city}}", "Jo of Bonn"),
    ("{{#patient}}{{name}} {{title}} {{practice.city}}{{/patient}}", "Jo Visit Bonn"),
    ("{{#patient}}{{#practice}}{{city}} {{name}} {{title}}{{/practice}}{{/patient}}", "Bonn Jo Visit"),
    ("{{#labs}}{{name}}={{value}};{{/labs}}{{^labs}}none{{/labs}}", "Ferritin=12;TSH=2.1;"),
    ("{{#labs}}{{#unit}}{{.}}/{{unit}}{{/unit}}{{^unit}}?{{/unit}},{{/labs}}", "µg/L/µg/L,?,"),
    ("{{#labs}}{{#labs}}{{name}} {{/labs}}|{{/labs}}", "Ferritin TSH |Ferritin TSH |"),
    ("{{#words}}({{.}}){{/words}}", "(a)(b)"),
    ("{{#smoker}}yes{{/smoker}}{{^smoker}}no{{/smoker}}", "yes"),
    ("{{#asked}}{{#asked}}yes{{/asked}}{{^asked}}no{{/asked}}{{/asked}}{{^asked}}not known{{/asked}}", "not known"),
    ("{{subtitle}}{{^subtitle}}-{{/subtitle}}", "-"),
    (
      "{{#patient.carer}}{{patient.carer.city}}{{city}}{{/patient.carer}}{{^patient.carer}}nobody{{/patient.carer}}",
      "nobody"
    ),
    ("{{#extra}}{{#extra}}{{.}}{{/extra}}{{/extra}}{{^extra}}not asked{{/extra}}", "not asked"),
    ("{{body}} {{{body}}} {{&body}}", "**b** **b** **b**"),
    ("{{#figure}}{{{figure}}}{{/figure}}.", "."),
  ])
  func rendersTheFixture(template: String, expected: String) throws {
    #expect(try Template(text: template).render() == expected)
  }

  @Test func absentAndUnsetStayApart() throws {
    let template = Template(
      text: "{{#asked}}{{#asked}}yes{{/asked}}{{^asked}}no{{/asked}}{{/asked}}{{^asked}}not known{{/asked}}")
    #expect(try template.render(["asked": .flag(true)]) == "yes")
    #expect(try template.render(["asked": .flag(false)]) == "no")
    #expect(try template.render() == "not known")
  }

  @Test func anEmptyListIsNotAnAbsentOne() throws {
    let template = Template(
      text: "{{#extra}}{{#extra}}{{.}}{{/extra}}{{^extra}}none{{/extra}}{{/extra}}{{^extra}}not asked{{/extra}}")
    #expect(try template.render(["extra": .list([])]) == "none")
    #expect(try template.render(["extra": try .texts(["x", "y"], Fixture.word)]) == "xy")
    #expect(try template.render() == "not asked")
  }

  @Test func anOptionalRecordIsAScope() throws {
    let carer = try Fixture.practice.record(["city": .text("Kiel"), "phone": .text("1")])
    let home = try Fixture.practice.record(["city": .text("Bonn"), "phone": .absent])
    let patient = try Fixture.patient.record([
      "name": .text("Jo"), "practice": .record(home), "carer": .record(carer),
    ])
    let template = Template(text: "{{#patient.carer}}{{city}} {{patient.carer.city}}{{/patient.carer}}")
    #expect(try template.render(["patient": .record(patient)]) == "Kiel Kiel")
  }

  @Test func rendersBehindWhatIsThere() throws {
    var output = Array("> ".utf8)
    try Template(text: "{{title}}").check().render(try Fixture.record(["title": .text("- x")]), into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "> \\- x")
  }

  @Test func textIsNeverReadAsATemplate() throws {
    #expect(try Template(text: "{{title}}").render(["title": .text("{{smoker}} {{/x}}")]) == "{{smoker}} {{/x}}")
  }

  @Test(arguments: [
    (
      "t.html.mustache", "<p title=\"{{title}}\">{{title}} {{{page}}}</p>",
      "<p title=\"a&lt;b&quot;\">a&lt;b&quot; <b>p</b></p>"
    ),
    ("t.txt.mustache", "{{title}}", "a<b\""), ("t.md.mustache", "{{title}}", "a\\<b\""),
    (
      "t.html.mustache", "<style>p {}</style>{{{page}}}<title>{{title}}</title>",
      "<style>p {}</style><b>p</b><title>a&lt;b&quot;</title>"
    ),
  ])
  func theNameDecidesTheDialect(name: String, template: String, expected: String) throws {
    #expect(try Template(name: name, text: template).render(["title": .text("a<b\"")]) == expected)
  }
}
