import Diagnostics
import Testing

@testable import TemplateEngine

@Suite struct SyntaxFaultTests {
  @Test(arguments: [
    FaultCase("a {{title}} b"),
    FaultCase("a ▶{{title◀\nb {{patient.name}}", "unclosed-tag"),
    FaultCase("▶{{title◀ {{title}}", "unclosed-tag"),
    FaultCase("▶{{title }◀", "unclosed-tag"),
    FaultCase("▶{{{body}}◀ {{title}}", "unclosed-tag"),
    FaultCase("▶{{! comment◀\n", "unclosed-tag"),
    FaultCase("▶{{#labs ◀{{▶name}}", "unclosed-tag", "out-of-scope"),
    FaultCase("▶{{}}◀", "bad-name"), FaultCase("▶{{#}}◀x{{/}}", "bad-name"),
    FaultCase("▶{{a b}}◀", "bad-name"), FaultCase("▶{{patient..name}}◀", "bad-name"),
    FaultCase("▶{{.name}}◀", "bad-name"), FaultCase("▶{{>a b}}◀", "bad-name"),
    FaultCase("▶{{>*dynamic}}◀", "dynamic-name"), FaultCase("▶{{<*dynamic}}◀{{/*dynamic}}", "dynamic-name"),
    FaultCase("▶{{=<% =}}◀ {{title}}", "bad-delimiters"), FaultCase("▶{{=a b c=}}◀", "bad-delimiters"),
    FaultCase("▶{{= = = =}}◀", "bad-delimiters"),
    FaultCase("{{<▶p◀}}{{$b}}{{/b}}{{/p}}", "unknown-partial"), FaultCase("{{$b}}x{{/b}}"),
    FaultCase("{title▶}}◀ x", "stray-tag-end"), FaultCase("a }b} ▶}}◀ c }}", "stray-tag-end"),
    FaultCase("▶{title}◀ {other} {{title}} {}", "looks-like-tag"), FaultCase("{ title } {b"),
    FaultCase("{{=<% %>=}} ▶{{title}}◀ <%title%>", "looks-like-tag"), FaultCase("{{title}}▶}◀ x", "looks-like-tag"),
    FaultCase("▶{> t}◀ ▶{#labs}◀ ▶{/labs}◀ {> other}", "looks-like-tag", "looks-like-tag", "looks-like-tag"),
    FaultCase("{{! a ▶{{◀title}} b {{title}}", "tag-in-comment"), FaultCase("{{! no tag }}{{! one { }}"),
    FaultCase("▶{{#has Log}}◀x{{/labs}}", "bad-name"), FaultCase("{{=<% %>=}} a ▶%>◀", "stray-tag-end"),
    FaultCase("▶{{#labs}}◀{{name}}", "unclosed-section"),
    FaultCase("{{#smoker}}▶{{#labs}}◀{{name}}{{/smoker}}", "unclosed-section"),
    FaultCase("{{#labs}}{{name}}▶{{/lab}}◀", "mismatched-section"),
    FaultCase("{{#labs}}{{name}}{{/labs}}▶{{/labs}}◀", "stray-section-end"),
    FaultCase("▶{{#labs}}◀\n▶{{#smoker}}◀\n{{▶nothing◀}}", "unclosed-section", "unclosed-section", "unknown-name"),
  ])
  func theFaultIsAtItsPlace(_ fault: FaultCase) { fault.expect() }

  @Test func changedDelimitersAreNamed() {
    let found = Template(text: "{{=<% %>=}}<%title").diagnostics
    #expect(found.map(\.message) == ["the tag is not closed with \"%>\""])
  }

  @Test func textThatIsNotUTF8IsRefused() {
    let source = TemplateSource(
      name: "t.md.mustache", text: .init(file: "t", bytes: Array("ab\n".utf8) + [0xC3, 0x28]))
    let faults = #expect(throws: TemplateFaults.self) {
      try TemplateChecker(shape: Fixture.report).check("t.md.mustache", in: TemplateSet([source]))
    }
    #expect(faults?.diagnostics.map(\.id) == ["template-not-utf8"])
    #expect(faults?.diagnostics.first?.location?.text == "t:2:1")
  }
}
