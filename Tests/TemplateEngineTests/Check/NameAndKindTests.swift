import Diagnostics
import Testing

@testable import TemplateEngine

@Suite struct NameAndKindTests {
  @Test(arguments: [
    FaultCase("{{▶titel◀}}", "unknown-name"), FaultCase("{{▶name◀}}", "out-of-scope"),
    FaultCase("{{patient.▶nmae◀}}", "unknown-name"), FaultCase("{{patient.practice.▶title◀}}", "unknown-name"),
    // The first part is found in the innermost record, the rest is not looked up further out.
    FaultCase("{{#patient}}{{practice.▶name◀}}{{/patient}}", "unknown-name"),
    FaultCase("{{#▶zzz◀}}{{nothing}}{{/zzz}}", "unknown-name"),
    // It is clear what was meant: the faults inside are found as well.
    FaultCase("{{#▶lab◀}}{{name}}{{▶valu◀}}{{/lab}}", "unknown-name", "unknown-name"),
    FaultCase("{{▶.◀}}", "unknown-name"), FaultCase("{{#labs}}{{▶.◀}}{{/labs}}", "unknown-name"),
    FaultCase("{{#▶subtitel◀}}{{subtitle}}{{/subtitel}}", "unknown-name"),
    // The end of the section tells what its beginning was to be; each of the two is told once.
    FaultCase("{{#▶zzz◀}}{{name}}{{/labs}}", "unknown-name"), FaultCase("{{#▶name◀}}{{name}}{{/labs}}", "out-of-scope"),
    FaultCase("{{#▶subtitel◀}}{{subtitle}}{{/subtitle}}", "unknown-name"),
    FaultCase("{{#labs}}{{#▶hihg◀}}x{{/high}}{{/labs}}", "unknown-name"),
    FaultCase("{{#labs}}{{name}}▶{{/nothing}}◀", "mismatched-section"),
    // out of scope
    FaultCase("{{▶city◀}}", "out-of-scope"), FaultCase("{{#patient}}{{▶unit◀}}{{/patient}}", "out-of-scope"),
    FaultCase("{{▶unti◀}}", "unknown-name"),
    // What stands inside its opposite is never printed; what repeats without its element was most likely meant otherwise.
    FaultCase("{{#smoker}}▶{{^smoker}}◀x{{/smoker}}{{/smoker}}", "never-printed"),
    FaultCase("{{#labs}}{{name}}▶{{^labs}}◀none{{/labs}}{{/labs}}", "never-printed"),
    FaultCase("{{^words}}▶{{#words}}◀{{.}}{{/words}}{{/words}}", "never-printed"),
    FaultCase("{{#asked}}{{#asked}}yes{{/asked}}{{^asked}}no{{/asked}}{{/asked}}{{^asked}}-{{/asked}}"),
    FaultCase("{{#labs}}{{#high}}{{#labs}}{{^high}}{{name}}{{/high}}{{/labs}}{{/high}}{{/labs}}"),
    FaultCase("▶{{#labs}}◀No result.{{/labs}}", "element-unused"), FaultCase("{{#labs}}{{/labs}}{{#labs}} {{/labs}}"),
    FaultCase("{{#labs}}{{#high}}H{{/high}}{{/labs}}"), FaultCase("▶{{#labs}}◀a {{title}}{{/labs}}", "element-unused"),
    // wrong kind
    FaultCase("{{▶labs◀}}", "wrong-kind"), FaultCase("{{▶smoker◀}}", "wrong-kind"),
    FaultCase("{{▶patient◀}}", "wrong-kind"), FaultCase("▶{{#title}}◀x{{/title}}", "wrong-kind"),
    FaultCase("▶{{^body}}◀x{{/body}}", "wrong-kind"), FaultCase("{{▶labs.name◀}}", "wrong-kind"),
    FaultCase("{{▶title.length◀}}", "wrong-kind"), FaultCase("{{#▶smoker.x◀}}{{/smoker.x}}", "wrong-kind"),
    FaultCase("▶{{^patient}}◀x{{/patient}}", "never-printed"),
    // optional
    FaultCase("{{▶subtitle◀}}", "optional-without-fallback"),
    FaultCase("{{subtitle}}{{^subtitle}}none{{/subtitle}}"), FaultCase("{{^subtitle}}-{{/subtitle}}{{subtitle}}"),
    FaultCase("{{#subtitle}}{{subtitle}} {{.}} {{#labs}}{{subtitle}}{{/labs}}{{/subtitle}}"),
    FaultCase("{{#subtitle}}{{/subtitle}}{{▶subtitle◀}}", "optional-without-fallback"),
    FaultCase("{{^subtitle}}{{▶subtitle◀}}{{/subtitle}}", "optional-without-fallback"),
    FaultCase("{{^subtitle}}-{{/subtitle}}{{#smoker}}{{▶subtitle◀}}{{/smoker}}", "optional-without-fallback"),
    FaultCase("{{▶patient.carer.city◀}}", "optional-without-fallback"),
    FaultCase("{{#patient.carer}}{{patient.carer.city}}{{/patient.carer}}"),
    FaultCase("{{#labs}}{{#unit}}{{#labs}}{{▶unit◀}}{{/labs}}{{/unit}}{{/labs}}", "optional-without-fallback"),
    FaultCase("{{▶figure◀}}", "optional-without-fallback"), FaultCase("{{▶asked◀}}", "wrong-kind"),
    // markup
    FaultCase("▶{{{title}}}◀", "raw-text"), FaultCase("▶{{& title }}◀", "raw-text"),
    FaultCase("{{▶page◀}}", "wrong-dialect"), FaultCase("{{{▶page◀}}}", "wrong-dialect"),
  ])
  func theFaultIsAtItsPlace(_ fault: FaultCase) { fault.expect() }

  @Test(arguments: [
    (
      "{{city}}", "\"city\" is a field of practice and not of report, which is open here",
      "it can be used inside {{#patient}}{{#practice}}…{{/practice}}{{/patient}}"
    ),
    (
      "{{#labs}}{{phone}}{{/labs}}",
      "\"phone\" is a field of practice and not of laboratory result, which is open here",
      "it can be used inside {{#patient}}{{#practice}}…{{/practice}}{{/patient}}"
    ),
    (
      "{{ciyt}}", "\"ciyt\" is not a field of report",
      "did you mean \"city\" of practice? it can be used inside {{#patient}}{{#practice}}…{{/practice}}{{/patient}}"
    ),
    (
      "{{#subtitel}}{{.}}{{/subtitle}}", "\"subtitel\" is not a field of report",
      "write \"subtitle\", as in the closing tag {{/subtitle}}"
    ),
    (
      "{{quetzal}}", "\"quetzal\" is not a field of report",
      "known here: title, subtitle, smoker, asked, body, page, patient, labs, words, extra, figure"
    ),
  ])
  func theRemedySaysWhatToWrite(template: String, message: String, remedy: String) {
    let found = Template(text: template).diagnostics
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.remedy) == [remedy])
  }

  @Test func aShapeWithOneNameTwiceIsRefused() {
    let shape = RecordShape(
      "r", [Field("a", .text), Field("inner", .list(RecordShape("row", [Field("b", .text), Field("b", .flag)])))])
    let faults = #expect(throws: TemplateFaults.self) {
      try TemplateChecker(shape: shape).check(
        "t.md.mustache", in: TemplateSet([TemplateSource(name: "t.md.mustache", text: "{{a}}")]))
    }
    #expect(faults?.diagnostics.map(\.message) == ["the shape \"row\" has the field \"b\" twice"])
  }

  @Test func aTemplateWithWarningsCanBeUsed() throws {
    let template = try Template(text: "{{^patient}}x{{/patient}}y").check()
    #expect(template.warnings.map(\.id) == ["never-printed"])
    #expect(try template.render(Fixture.record()) == Array("y".utf8))
  }

  @Test(arguments: [
    ("nothing.md.mustache", "unknown-template"), ("t.md", "unknown-template"), ("t.mustache", "unknown-dialect"),
  ])
  func theRootMustBeKnown(name: String, id: String) {
    let set = TemplateSet([
      TemplateSource(name: "t.mustache", text: ""), TemplateSource(name: "t.md.mustache", text: ""),
    ])
    let faults = #expect(throws: TemplateFaults.self) {
      try TemplateChecker(shape: Fixture.report).check(name, in: set)
    }
    #expect(faults?.diagnostics.map(\.id) == [id])
  }
}
