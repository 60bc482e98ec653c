import Diagnostics
import Foundation
import Testing

@testable import TemplateEngine

/// Parents and blocks in typed mode.
@Suite struct InheritanceTests {
  static let base = "# {{$head}}{{title}}{{/head}}\n{{$body}}nothing\n{{/body}}"

  @Test(arguments: [
    ("{{<base}}{{/base}}", "# Visit\nnothing\n"),
    ("{{<base}}{{$head}}Results{{/head}}{{/base}}", "# Results\nnothing\n"),
    ("{{<base}}{{$body}}{{#labs}}{{name}} {{/labs}}{{/body}}{{/base}}", "# Visit\nFerritin TSH "),
    ("{{<base}}\n{{$body}}\n{{#labs}}\n- {{name}}\n{{/labs}}\n{{/body}}\n{{/base}}\n", "# Visit\n- Ferritin\n- TSH\n"),
    ("{{<middle}}{{/middle}}", "# Middle\nnothing\n"),
    ("{{<middle}}{{$head}}Top{{/head}}{{/middle}}", "# Top\nnothing\n"),
    ("{{#labs}}{{<row}}{{$cell}}{{value}}{{/cell}}{{/row}}{{/labs}}", "Ferritin=12;TSH=2.1;"),
    // The content sees the blocks of the template in whose text it stands, not those it stands in.
    ("{{<row2}}{{$cell}}a{{<row2}}{{$cell}}b{{/cell}}{{/row2}}{{/cell}}{{/row2}}", "<a<b>>"),
    ("{{$own}}a{{title}}{{/own}}", "aVisit"),
    ("{{>base}}", "# Visit\nnothing\n"),
  ])
  func blocksAreReplacedWhereTheyStand(template: String, expected: String) throws {
    let partials = [
      "base.txt.mustache": Self.base, "middle.txt.mustache": "{{<base}}{{$head}}Middle{{/head}}{{/base}}",
      "row.txt.mustache": "{{name}}={{$cell}}{{/cell}};", "row2.txt.mustache": "<{{$cell}}{{/cell}}>",
    ]
    #expect(try Template(name: "t.txt.mustache", text: template, partials: partials).render() == expected)
  }

  @Test(arguments: [
    FaultCase("{{<base}}{{$▶haed◀}}x{{/haed}}{{/base}}", "unknown-block"),
    FaultCase("{{<base}}{{$▶elsewhere◀}}x{{/elsewhere}}{{/base}}", "unknown-block"),
    FaultCase("{{<▶bsae◀}}{{$head}}x{{/head}}{{/bsae}}", "unknown-partial"),
    FaultCase("{{<base}}{{$head}}x{{/head}}{{$▶head◀}}y{{/head}}{{/base}}", "block-overridden-twice"),
    FaultCase("{{<base}}▶{{title}}◀{{/base}}", "ignored-in-parent"),
    FaultCase("{{<base}} \n ▶lost text◀ {{$head}}x{{/head}}{{/base}}", "ignored-in-parent"),
    FaultCase("{{<base}}▶{{#labs}}◀{{$head}}x{{/head}}{{/labs}}{{/base}}", "ignored-in-parent"),
    FaultCase("{{<base}}{{$head}}{{▶titel◀}}{{/head}}{{/base}}", "unknown-name"),
    FaultCase("{{<base}}{{! a comment }}{{$head}}x{{/head}}{{/base}}"),
    FaultCase("{{<outer}}{{$a}}x{{/a}}{{$▶b◀}}y{{/b}}{{/outer}}", "block-never-reached"),
    FaultCase("{{<▶t◀}}{{$head}}x{{/head}}{{/t}}", "partial-cycle"),
    FaultCase("{{<base}}{{$head}}{{<▶t◀}}{{/t}}{{/head}}{{/base}}", "partial-cycle"),
    FaultCase("▶{{<base}}◀{{$head}}x{{/head}}", "unclosed-section"),
    FaultCase("{{<base}}▶{{$head}}◀x{{/base}}", "unclosed-section"),
    FaultCase("{{<base}}{{$head}}x▶{{/haed}}◀{{/base}}", "mismatched-section"),
    FaultCase("{{$own}}{{▶subtitle◀}}{{/own}}{{^subtitle}}-{{/subtitle}}", "optional-without-fallback"),
    FaultCase("{{$own}}{{subtitle}}{{^subtitle}}-{{/subtitle}}{{/own}}"),
    FaultCase("{{<base}}{{$head}}{{subtitle}}{{^subtitle}}-{{/subtitle}}{{/head}}{{/base}}"),
    FaultCase("▶{{<*name}}◀{{/*name}}", "dynamic-name"),
  ])
  func theFaultIsAtItsPlace(_ fault: FaultCase) {
    fault.expect(partials: [
      "base.md.mustache": Self.base, "outer.md.mustache": "{{$a}}{{$b}}{{/b}}{{/a}}",
    ])
  }

  @Test func theWayToAFaultGoesThroughTheBlock() {
    let found = Template(
      text: "{{<base}}{{$head}}{{titel}}{{/head}}{{/base}}", partials: ["base.md.mustache": Self.base]
    ).diagnostics
    #expect(
      found.map(DiagnosticPrinter.text).joined() == """
        t.md.mustache:1:21: error: "titel" is not a field of report [unknown-name]
          1 | {{<base}}{{$head}}{{titel}}{{/head}}{{/base}}
            |                     ^~~~~
          help: did you mean "title"?
          note: base.md.mustache:1:3: placed here in the block "head"
          1 | # {{$head}}{{title}}{{/head}}
            |   ^~~~~~~~~
          note: t.md.mustache:1:1: included here as parent "base"
          1 | {{<base}}{{$head}}{{titel}}{{/head}}{{/base}}
            | ^~~~~~~~~

        """)
  }

  /// A block that is replaced can take a safety section with it.
  @Test(arguments: [
    ("{{<page}}{{/page}}", true), ("{{<page}}{{$flags}}none{{/flags}}{{/page}}", false),
    ("{{<page}}{{$flags}}{{#smoker}}{{#labs}}{{name}}{{/labs}}{{/smoker}}{{/flags}}{{/page}}", false),
    ("{{<page}}{{$flags}}First: {{#labs}}{{name}}{{/labs}}{{/flags}}{{/page}}", true),
  ])
  func aRequirementHoldsThroughInheritance(template: String, isPlaced: Bool) {
    let found = Template(
      text: template, partials: ["page.md.mustache": "{{$flags}}{{#labs}}{{name}}{{/labs}}{{/flags}}"],
      requirements: [Requirement("labs", because: "x")]
    ).diagnostics
    #expect(found.map(\.id) == (isPlaced ? [] : ["missing-requirement"]))
  }

  struct SpecificationCase: Decodable, Sendable {
    var name: String
    var template: String
    var partials: [String: String]?
    var expected: String
  }

  struct Specification: Decodable { var tests: [SpecificationCase] }

  static let file = SpecificationTests.folder.appending(path: "~inheritance.json")

  /// The cases of the specification that need no data, in a plain-text template; `refused` are those that typed mode refuses on purpose.
  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: file.path), "the Mustache specification is not beside the package"))
  func typedModeWritesWhatTheSpecificationAsks() throws {
    let refused = ["Recursion": "partial-cycle", "Text inside parent": "ignored-in-parent"]
    let tests = try JSONDecoder().decode(Specification.self, from: Data(contentsOf: Self.file)).tests
    let shape = RecordShape("empty", [])
    var written = 0
    for test in tests where !(test.template + (test.partials ?? [:]).values.joined()).contains("{{#") {
      if test.template.contains("{{bar}}") || test.template.contains("{{{bar}}}") || test.template.contains("{{^") {
        continue
      }
      let sources = ([("t", test.template)] + (test.partials ?? [:]).map { ($0, $1) }).map {
        TemplateSource(name: $0.0 + ".txt.mustache", text: $0.1)
      }
      do {
        let template = try TemplateChecker(shape: shape).check("t.txt.mustache", in: TemplateSet(sources))
        #expect(
          String(decoding: try template.render(try shape.record([:])), as: UTF8.self) == test.expected, "\(test.name)")
        written += 1
      } catch let faults as TemplateFaults {
        #expect(Set(faults.diagnostics.map(\.id)) == [refused[test.name] ?? "nothing"], "\(test.name)")
      }
    }
    #expect(written == 18)
  }
}
