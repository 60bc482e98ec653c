import Diagnostics
import Testing

@testable import TemplateEngine

/// All templates of a set in one run.
@Suite struct TemplateSetReviewTests {
  static func review(_ files: [String: String], roots: [String], requirements: [Requirement] = []) -> TemplateSetReview
  {
    let checker = TemplateChecker(shape: Fixture.report, requirements: requirements)
    return TemplateSetReview(
      TemplateSet(files.map { TemplateSource(name: $0.key, text: $0.value) }),
      roots: roots.map { TemplateSetReview.Root($0, checker, mayLeaveOut: nil) })
  }

  static func found(_ review: TemplateSetReview) -> [String] {
    review.diagnostics.map { "\($0.location?.text ?? "-") \($0.id)" }
  }

  @Test func everyFaultOfEveryTemplateIsTold() {
    let review = Self.review(
      [
        "a.md.mustache": "{{titel}}{{>p}}", "b.md.mustache": "{{>p}}{{{title}}}", "p.md.mustache": "{{smoker}}",
        "lost.md.mustache": "{{#labs}}", "c.txt.mustache": "{{>q}}",
      ], roots: ["a.md.mustache", "b.md.mustache", "c.txt.mustache"])
    #expect(
      Self.found(review) == [
        "a.md.mustache:1:3 unknown-name", "b.md.mustache:1:7 raw-text", "c.txt.mustache:1:4 unknown-partial",
        "lost.md.mustache:1:1 unclosed-section", "lost.md.mustache:1:1 unused-partial", "p.md.mustache:1:3 wrong-kind",
      ])
    #expect(
      review.entries.map { "\($0.name) \($0.role.rawValue) \($0.errors) \($0.warnings)" } == [
        "a.md.mustache root 1 0", "b.md.mustache root 1 0", "c.txt.mustache root 1 0", "lost.md.mustache unused 1 1",
        "p.md.mustache partial 1 0",
      ])
  }

  @Test func aFaultThatTwoRootsReachIsToldOnce() {
    let review = Self.review(
      ["a.md.mustache": "{{>p}}", "b.md.mustache": "{{>p}}", "p.md.mustache": "{{nothing}}"],
      roots: ["a.md.mustache", "b.md.mustache"])
    #expect(Self.found(review) == ["p.md.mustache:1:3 unknown-name"])
    #expect(review.diagnostics.first?.notes.map(\.location?.text) == ["a.md.mustache:1:1"])
  }

  @Test func whatIsNeverShownIsTold() {
    let checker = TemplateChecker(shape: Fixture.report)
    let text =
      "{{title}}{{#patient}}{{name}}{{/patient}}{{#labs}}{{name}}{{/labs}}{{^smoker}}x{{/smoker}}{{#words}}{{.}}{{/words}}"
    let review = TemplateSetReview(
      TemplateSet([TemplateSource(name: "a.md.mustache", text: text)]),
      roots: [TemplateSetReview.Root("a.md.mustache", checker)])
    #expect(
      review.diagnostics.map(\.message) == [
        """
        the template never shows "subtitle", "asked", "body", "page", "patient.practice", "patient.carer", "labs.value", \
        "labs.unit", "labs.high", "labs.note", "extra", "figure"
        """
      ])
    #expect(review.diagnostics.map(\.severity) == [.warning])
    let lenient = TemplateSetReview(
      TemplateSet([TemplateSource(name: "a.md.mustache", text: text)]),
      roots: [
        TemplateSetReview.Root(
          "a.md.mustache", checker,
          mayLeaveOut: [
            "asked", "body", "page", "patient.practice", "patient.carer", "labs.value", "labs.unit", "labs.high",
            "labs.note", "extra", "figure",
          ])
      ])
    #expect(lenient.diagnostics.map(\.message) == ["the template never shows \"subtitle\""])
  }

  @Test(arguments: [
    (["a.md.mustache": "{{title}}"], ["b.md.mustache"], ["- unknown-template"]),
    (["a.mustache": "{{title}}"], ["a.mustache"], ["- unknown-dialect"]),
    ([:], ["a.md.mustache"], ["- unknown-template"]),
    ([:], [], []),
  ])
  func aRootThatIsNotThereIsTold(files: [String: String], roots: [String], expected: [String]) {
    #expect(Self.found(Self.review(files, roots: roots)).filter { !$0.contains("unused") } == expected)
  }

  @Test func whatATemplateIncludesIsKnown() {
    let set = TemplateSet([
      TemplateSource(name: "a.md.mustache", text: "{{>p}}{{<base}}{{$x}}{{>q}}{{/x}}{{/base}}{{>nothing_like_it}}"),
      TemplateSource(name: "p.md.mustache", text: ""), TemplateSource(name: "q.md.mustache", text: ""),
      TemplateSource(name: "base.md.mustache", text: ""), TemplateSource(name: "q.txt.mustache", text: ""),
    ])
    #expect(set.included(by: "a.md.mustache") == ["base.md.mustache", "p.md.mustache", "q.md.mustache"])
    #expect(set.included(by: "nothing.md.mustache") == [])
  }

  @Test func everyKindOfFaultHasARule() {
    #expect(Set(TemplateFaultKind.allCases.map(\.rule)).count == TemplateFaultKind.allCases.count)
    #expect(TemplateFaultKind.allCases.allSatisfy { $0.rule.hasSuffix(".") && $0.rule.count > 10 })
  }
}
