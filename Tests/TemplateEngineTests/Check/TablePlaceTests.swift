import Testing

/// Which cells of Markdown tables are shown, and what is no table.
@Suite struct TablePlaceTests {
  @Test(arguments: [
    FaultCase("| A | B |\n|---|---|\n| {{title}} | {{title}} |\n"),
    FaultCase("| A | B |\n|---|---|\n{{#words}}\n| {{.}} | {{.}} |\n{{/words}}\n\n{{title}}"),
    FaultCase("| A | B |\n|---|---|\n{{#words}}| {{.}} | {{.}} |\n{{/words}}"),
    FaultCase(
      "| A | B |\n|---|---|\n{{#smoker}}\n{{#words}}\n| {{.}} | b |\n{{/words}}\n{{/smoker}}\n{{^smoker}}\nNo {{title}}\n{{/smoker}}\n"
    ),
    FaultCase("A | B\n---|:-:\n{{title}} | {{title}}\nc | d"),
    FaultCase("> | A | B |\n> |---|---|\n> | {{title}} | {{title}} |\n\nx | y | {{title}}"),
    FaultCase("> | A |\n> |---|\nx | y | {{title}}"),
    FaultCase("| A |\n|---|\n\nx | y | {{title}}"),
    FaultCase("| A |\n|---|\n# x | y | {{title}}"),
    FaultCase("| A |\n|---|\n- x | y | {{title}}"),
    FaultCase("- | A | B |\n  |---|---|\n  | {{title}} | {{title}} |"),
    FaultCase("| A | B |\n|---|---|\n| {{title}} \\| c | {{title}} |"),
    FaultCase("| A | B |\n|---|---|\n| {{title}} | {{#smoker}}a{{/smoker}}{{^smoker}}{{title}}{{/smoker}} |"),
    FaultCase("| {{title}} | B |\n|---|---|\n| c | {{title}} |"),
    FaultCase("```\n| A |\n|---|\n| b | {{title}} |\n```"),
    FaultCase("| A | B |\n|---|---|\n| {{{body}}} | {{title}} |"),
    FaultCase("a | b {{title}}"),
    FaultCase("| A | B |\n|---|---|\n{{#labs}}\n| {{name}} | {{value}} | {{▶name◀}} |\n{{/labs}}\n", "misplaced-value"),
    FaultCase("| A |\n|---|\n| x | {{▶title◀}} | {{▶title◀}} |", "misplaced-value", "misplaced-value"),
    FaultCase("| A |\n|---|\n{{title}} | {{▶title◀}}", "misplaced-value"),
    FaultCase("| A |\n|---|\n`x | {{▶title◀}}`", "misplaced-value"),
    FaultCase("A\n:-:\nx | {{▶title◀}}", "misplaced-value"),
    FaultCase("> | A |\n> |---|\n> | x | {{▶title◀}} |", "misplaced-value"),
    FaultCase("| A |\n|---|\n| x | {{{▶body◀}}} |", "misplaced-value"),
    FaultCase("| A |\n|---|\n| x {{#smoker}}| {{▶title◀}} {{/smoker}}|", "misplaced-value"),
    FaultCase("| A |\n|---|\n| {{#smoker}}x | {{/smoker}}{{▶title◀}} |", "misplaced-value"),
    FaultCase("| A |\n|---|\n{{#smoker}}| x {{/smoker}}| {{▶title◀}} |", "misplaced-value"),
    FaultCase(
      "| A | B |\n|---|---|\n{{#words}}| {{▶.◀}} | {{▶.◀}} |{{/words}}\n", "misplaced-value", "misplaced-value"),
    FaultCase("| A | B |\n|---|---|\n{{#words}}\n| {{▶.◀}} | b |{{/words}}\n", "misplaced-value"),
    FaultCase("| A | B |\n|---|---|\n| a |{{#words}} {{▶.◀}} |{{/words}}\n", "misplaced-value"),
    FaultCase("{{#smoker}}\n| A |\n|---|\n{{/smoker}}\n| x | {{▶title◀}} |", "misplaced-value"),
    FaultCase("| A | B |\n|---|---|\n| a \\\\| b | {{▶title◀}} |", "misplaced-value"),
    FaultCase("| A | B |\n|---|---|\n▶|◀ a | b | c |\n| {{title}} | b |", "broken-table"),
    FaultCase("| A | B |\n|---|---|\n▶|◀ {{title}} |\n", "broken-table"),
    FaultCase("| A |\n▶|◀---|---|\n| {{title}} |", "broken-table"),
    FaultCase("| A | B |\n▶|◀---|\n| {{title}} | b |", "broken-table"),
    FaultCase("▶|◀---|---|\n| {{title}} | b |", "broken-table"),
    FaultCase("| A | B |\n\n▶|◀---|---|\n| {{title}} | b |", "broken-table"),
    FaultCase("| {{▶title◀}} | b |\n", "broken-table"),
    FaultCase("| A | B |\n|---|---|\n\n| {{▶title◀}} | b |\n", "broken-table"),
    FaultCase("| A | B |\n|---|---|\n\n{{#words}}\n| {{▶.◀}} | b |\n{{/words}}\n", "broken-table"),
    FaultCase("| A | B |\n|---|---|\n{{#words}}\n| {{▶.◀}} | b |\n\n{{/words}}\n", "broken-table"),
    FaultCase("| A | B |\n|---|---|\n{{#words}}\n\n| {{▶.◀}} | b |\n{{/words}}\n", "broken-table"),
    FaultCase("{{#words}}| {{▶.◀}} | b |{{/words}}\n", "broken-table"),
    FaultCase("| {{▶title◀}} |\n| A |\n|---|\n", "broken-table"),
    FaultCase("{{#words}}\n| A |\n▶|◀---|\n| {{.}} |\n{{/words}}\n", "broken-table"),
    FaultCase("{{#words}}\n| A |\n|---|\n| {{.}} |\n\n{{/words}}\n"),
    FaultCase("| A | B |\n|---|---|\n{{#words}}\n| {{▶.◀}} | b |\n# c\n{{/words}}\n", "broken-table"),
  ])
  func table(_ fault: FaultCase) { fault.expect() }
}
