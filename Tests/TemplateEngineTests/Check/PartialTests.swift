import Diagnostics
import Testing

@testable import TemplateEngine

@Suite struct PartialTests {
  @Test(arguments: [
    (FaultCase("{{>▶nothing◀}}", "unknown-partial"), [:]),
    (FaultCase("{{>▶q◀}}", "unknown-partial"), ["q.html.mustache": ""]),
    (FaultCase("{{>▶t◀}}", "partial-cycle"), [:]),
    (FaultCase("{{>q}}{{#labs}}{{>q}}{{/labs}}"), ["q.md.mustache": "{{title}}"]),
    (FaultCase("{{>▶titl◀}} {{▶titel◀}}", "unknown-partial", "unknown-name"), [:]),
  ])
  func theFaultIsAtItsPlace(_ fault: FaultCase, partials: [String: String]) { fault.expect(partials: partials) }

  @Test func aFaultInAPartialIsListedOnceWithTheWayThere() {
    let found = Template(
      text: "{{#labs}}{{>a}}{{/labs}}{{#labs}}{{>a}}{{/labs}}",
      partials: ["a.md.mustache": "\n{{>b}}", "b.md.mustache": "{{nmae}}"]
    ).diagnostics
    #expect(found.map(\.location?.text) == ["b.md.mustache:1:3"])
    #expect(found.first?.notes.map(\.location?.text) == ["a.md.mustache:2:1", "t.md.mustache:1:10"])
    #expect(found.first?.remedy == "did you mean \"name\"?")
  }

  @Test func aPartialIsCheckedInEveryScope() {
    let found = Template(
      text: "{{#labs}}{{>a}}{{/labs}}{{>a}}", partials: ["a.md.mustache": "{{name}}"]
    ).diagnostics
    #expect(found.map(\.id) == ["out-of-scope"])
    #expect(found.first?.notes.map(\.location?.text) == ["t.md.mustache:1:25"])
  }

  @Test func aCycleIsFoundThroughOthers() {
    let found = Template(
      text: "{{>a}}", partials: ["a.md.mustache": "{{>b}}", "b.md.mustache": "{{#smoker}}{{>a}}{{/smoker}}"]
    ).diagnostics
    #expect(found.map(\.message) == ["the partial includes itself: a.md.mustache → b.md.mustache → a.md.mustache"])
  }

  @Test func allFaultsOfAllFilesComeSorted() {
    let found = Template(
      text: "{{>b}}{{x1}}\n{{>a}}{{#labs}}",
      partials: ["a.md.mustache": "{{/labs}}", "b.md.mustache": "{{x2}} {{{title}}}"]
    ).diagnostics
    #expect(
      found.map { "\($0.location?.text ?? "") \($0.id)" } == [
        "a.md.mustache:1:1 stray-section-end", "b.md.mustache:1:3 unknown-name", "b.md.mustache:1:8 raw-text",
        "t.md.mustache:1:9 unknown-name", "t.md.mustache:2:7 unclosed-section",
      ])
  }
}
