import BuiltinTemplates
import Diagnostics
import Testing

@testable import ReportBuilder

/// What a practice's own folder is told beyond the faults of the engine.
@Suite struct TemplateReviewTests {
  static func review(_ files: [String: String]) -> TemplateReview.Result {
    TemplateReview.review(
      builtin: BuiltinTemplates.files,
      overlay: files.map { (SourceText(file: $0.key, bytes: Array($0.value.utf8)), $0.key) })
  }

  static func errors(_ files: [String: String]) -> [String] {
    review(files).diagnostics.filter { $0.severity == .error }
      .map { "\($0.location?.text ?? "-") \($0.id)" }
  }

  static let required =
    "{{> red_flags}}\nNot asked: {{notAsked}}. {{#coverage}}{{.}} {{/coverage}}\n\n{{footer}}\n"

  @Test(arguments: [
    (["visit.md.mustache": required], []),
    (["visit.md.mustache": required + "{{> _more}}", "_more.md.mustache": "{{age}}"], []),
    // A report that another template includes is a report all the same.
    (
      ["visit.md.mustache": "{{> red_flags}}", "other.md.mustache": "{{> visit}}" + required],
      [
        "visit.md.mustache:1:1 missing-requirement", "visit.md.mustache:1:1 missing-requirement",
        "visit.md.mustache:1:1 missing-requirement",
      ]
    ),
    (
      ["visit.md.mustache": "{{> visit}}\n{{agex}}"],
      ["visit.md.mustache:1:5 partial-cycle", "visit.md.mustache:2:3 unknown-name"]
    ),
    (
      ["visit.md.mustache": required + "{{> _b}}", "_b.md.mustache": "{{> visit}}"],
      ["_b.md.mustache:1:5 partial-cycle"]
    ),
    (["_lost.md.mustache": "{{#toAsk}}"], ["_lost.md.mustache:1:1 unclosed-section"]),
  ])
  func everyReportIsChecked(files: [String: String], expected: [String]) {
    #expect(Self.errors(files) == expected)
  }

  @Test func aPartWithAReportsNameIsToldItsName() {
    let found = Self.review(["visit.md.mustache": Self.required + "{{> more}}", "more.md.mustache": "{{age}}"])
      .diagnostics
    let missing = found.filter { $0.id == "missing-requirement" }
    #expect(missing.count == 5)
    #expect(
      missing.allSatisfy {
        $0.notes.last?.message
          == "\"visit.md.mustache\" includes it: the name of a template that is only a part of others begins with \"_\""
      })
  }

  static func page(head: String, body: String = "{{{body}}}{{footer}}") -> String {
    "<!DOCTYPE html><html lang=\"en\"><head>\(head)</head><body>\(body)</body></html>"
  }

  @Test(arguments: [
    ("<meta charset=\"utf-8\">{{{policyAndStyle}}}<title>{{title}}</title>", true),
    ("<!-- a comment --><title>{{title}}</title> {{{policyAndStyle}}}", true), ("{{{policyAndStyle}}}", true),
    ("<script src=\"https://a.example\"></script>{{{policyAndStyle}}}", false),
    ("<link rel=\"stylesheet\" href=\"https://a.example\">{{{policyAndStyle}}}", false),
    ("text {{{policyAndStyle}}}", false), ("</head>{{{policyAndStyle}}}", false),
    ("<template>{{{policyAndStyle}}}</template>", false), ("<body>{{{policyAndStyle}}}", false),
    ("<svg>{{{policyAndStyle}}}</svg>", false), ("<style>a{}</style>{{{policyAndStyle}}}", false),
  ])
  func thePolicyStandsBeforeWhatItRules(head: String, isSound: Bool) {
    let found = Self.errors(["page.html.mustache": Self.page(head: head)]).map { $0.split(separator: " ").last ?? "" }
    // Where a reader sees nothing the policy is not even placed.
    let isHidden = head.hasPrefix("<template>")
    #expect(found == (isSound ? [] : [isHidden ? "missing-requirement" : "policy-not-first"]))
  }
}
