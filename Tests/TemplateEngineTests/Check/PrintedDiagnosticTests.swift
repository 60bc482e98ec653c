import Diagnostics
import Testing

@testable import TemplateEngine

/// What the author of a template reads, in full.
@Suite struct PrintedDiagnosticTests {
  @Test(arguments: [
    (
      "Dear {{patient.nmae}},\n",
      """
      t.md.mustache:1:16: error: "nmae" is not a field of patient [unknown-name]
        1 | Dear {{patient.nmae}},
          |                ^~~~
        help: did you mean "name"?

      """
    ),
    (
      "{{zzzz}}",
      """
      t.md.mustache:1:3: error: "zzzz" is not a field of report [unknown-name]
        1 | {{zzzz}}
          |   ^~~~
        help: known here: title, subtitle, smoker, asked, body, page, patient, labs, words, extra, figure

      """
    ),
    (
      "{{#labs}}\n- {{name}}\n{{/lab}}\n",
      """
      t.md.mustache:3:1: error: "lab" cannot close the section "labs" [mismatched-section]
        3 | {{/lab}}
          | ^~~~~~~~
        help: write {{/labs}}
        note: t.md.mustache:1:1: the section "labs" is opened here
        1 | {{#labs}}
          | ^~~~~~~~~

      """
    ),
    (
      "## Laboratory\n{{#labs}}\n- {{name}}\n",
      """
      t.md.mustache:2:1: error: the section "labs" is not closed [unclosed-section]
        2 | {{#labs}}
          | ^~~~~~~~~
        help: close it with {{/labs}}
        note: t.md.mustache:4:1: the template ends here

      """
    ),
    (
      "> {{subtitle}}\n",
      """
      t.md.mustache:1:5: error: "subtitle" may be absent and nothing says what is printed then [optional-without-fallback]
        1 | > {{subtitle}}
          |     ^~~~~~~~
        help: write {{#subtitle}}{{subtitle}}{{/subtitle}}{{^subtitle}}what to print without it{{/subtitle}}

      """
    ),
    (
      "See [the page](java{{title}}).\n",
      """
      t.md.mustache:1:22: error: "title" cannot stand behind this beginning of an address: together they could be a script [misplaced-value]
        1 | See [the page](java{{title}}).
          |                      ^~~~~
        help: begin the address with "https://", "/" or "#", or with {{title}} itself

      """
    ),
    (
      "{{{title}}}",
      """
      t.md.mustache:1:1: error: "title" is text: it can only be printed escaped [raw-text]
        1 | {{{title}}}
          | ^~~~~~~~~~~
        help: write {{title}}

      """
    ),
    (
      "{{labs}}",
      """
      t.md.mustache:1:3: error: "labs" is a list and cannot be printed [wrong-kind]
        1 | {{labs}}
          |   ^~~~
        help: go through it with {{#labs}}…{{/labs}}

      """
    ),
    (
      "{{#smoker}}\n  {{>lettr_head}}\n{{/smoker}}",
      """
      t.md.mustache:2:6: error: there is no partial "lettr_head" (no template "lettr_head.md.mustache") [unknown-partial]
        2 |   {{>lettr_head}}
          |      ^~~~~~~~~~
        help: did you mean "letter_head"?

      """
    ),
    (
      "{{#labs}}{{>red_flags}}{{/labs}}",
      """
      red_flags.md.mustache:2:1: error: "title" is text and always there: it cannot open a section [wrong-kind]
        2 | {{#title}}x{{/title}}{{name}}
          | ^~~~~~~~~~
        help: print it with {{title}}
        note: t.md.mustache:1:10: included here as partial "red_flags"
        1 | {{#labs}}{{>red_flags}}{{/labs}}
          |          ^~~~~~~~~~~~~~

      """
    ),
  ])
  func readsWell(template: String, expected: String) {
    let found = Template(
      text: template,
      partials: ["red_flags.md.mustache": "\n{{#title}}x{{/title}}{{name}}", "letter_head.md.mustache": ""]
    ).diagnostics
    #expect(found.map(DiagnosticPrinter.text).joined() == expected)
  }

  @Test func aHiddenRequirementNamesTheSection() {
    let found = Template(
      text: "{{#smoker}}\n{{#labs}}{{name}}{{/labs}}\n{{/smoker}}\n",
      requirements: [
        Requirement("labs", because: "results must not be left out"),
        Requirement("title", because: "a page has a title"),
      ]
    ).diagnostics
    #expect(
      found.map(DiagnosticPrinter.text).joined() == """
        t.md.mustache:1:1: error: the template must place "title" [missing-requirement]
          help: a page has a title; add {{#title}} or {{title}}
        t.md.mustache:2:1: error: "labs" must be placed where no condition can hide it [missing-requirement]
          2 | {{#labs}}{{name}}{{/labs}}
            | ^~~~~~~~~
          help: results must not be left out; move it out of the section, or place it in the inverted section as well
          note: t.md.mustache:1:1: the section "smoker" can hide it
          1 | {{#smoker}}
            | ^~~~~~~~~~~

        """)
  }
}
