import Testing

/// The whitespace cases of the Mustache specification, over the typed fixture.
/// Source: https://github.com/mustache/spec/tree/master/specs
@Suite struct WhitespaceTests {
  @Test(arguments: [
    // sections
    ("| This Is\n{{#smoker}}\n|\n{{/smoker}}\n| A Line\n", "| This Is\n|\n| A Line\n"),
    ("| This Is\n  {{#smoker}}\n|\n  {{/smoker}}\n| A Line\n", "| This Is\n|\n| A Line\n"),
    ("|\r\n{{#smoker}}\r\n{{/smoker}}\r\n|", "|\r\n|"),
    ("  {{#smoker}}\n#{{/smoker}}\n/", "#\n/"),
    ("#{{#smoker}}\n/\n  {{/smoker}}", "#\n/\n"),
    (" | {{#smoker}}\t|\t{{/smoker}} | \n", " | \t|\t | \n"),
    (" | {{#smoker}} {{! Important Whitespace }}\n {{/smoker}} | \n", " |  \n  | \n"),
    (" {{#smoker}}YES{{/smoker}}\n {{#smoker}}GOOD{{/smoker}}\n", " YES\n GOOD\n"),
    ("|{{# smoker }}={{/ smoker }}|", "|=|"),
    ("{{#labs}}\n- {{name}}\n{{/labs}}\n", "- Ferritin\n- TSH\n"),
    ("\u{FEFF}{{#smoker}}\nx\n{{/smoker}}\n", "x\n"),
    // inverted
    ("|\n  {{^subtitle}}\n|\n  {{/subtitle}}\n|\n", "|\n|\n|\n"),
    // variables never stand alone
    ("  {{title}}\n", "  Visit\n"),
    // comments
    ("12345{{! Comment Block! }}67890", "1234567890"),
    ("Begin.\n{{!\nSomething's going on here... {{title}\n}}\nEnd.\n", "Begin.\nEnd.\n"),
    ("!\n  {{! I'm Still Standalone }}", "!\n"),
    ("  12 {{! 34 }}\n", "  12 \n"),
    ("{{!a}} {{!b}}\n", " \n"),
    // delimiters
    ("{{=<% %>=}}(<%title%>)", "(Visit)"),
    ("({{=[ ]=}}[title])", "(Visit)"),
    ("Begin.\n  {{=@ @=}}\nEnd.\n", "Begin.\nEnd.\n"),
    ("|\r\n{{= @ @ =}}\r\n|", "|\r\n|"),
    ("|{{= @   @ =}}|@title@", "||Visit"),
    (
      "[\n{{#smoker}}\n  {{title}}\n  |title|\n{{/smoker}}\n\n{{= | | =}}\n|#smoker|\n  {{title}}\n  |title|\n|/smoker|\n]\n",
      "[\n  Visit\n  |title|\n\n  {{title}}\n  Visit\n]\n"
    ),
  ])
  func aTagAloneOnItsLineTakesTheLine(template: String, expected: String) throws {
    #expect(try Template(name: "t.txt.mustache", text: template).render() == expected)
  }

  @Test(arguments: [
    ("\"{{>p}}\"", "from partial", "\"from partial\""),
    ("| {{>p}} |", "\t|\t", "| \t|\t |"),
    ("  {{title}}  {{> p}}\n", ">\n>", "  Visit  >\n>\n"),
    ("|\r\n{{>p}}\r\n|", ">", "|\r\n>|"),
    ("  {{>p}}\n>", ">\n>", "  >\n  >>"),
    (">\n  {{>p}}", ">\n>", ">\n  >\n  >"),
    ("\\\n {{>p}}\n/\n", "|\n{{title}}\n|\n", "\\\n |\n Visit\n |\n/\n"),
    ("|{{> p }}|", "[]", "|[]|"),
    ("  {{>p}}\n", "a\n\n{{title}}\n{{#smoker}}\nb\n{{/smoker}}\n", "  a\n\n  Visit\n  b\n"),
    ("  {{>p}}\n", "{{#labs}}{{name}}\n{{/labs}}", "  Ferritin\nTSH\n"),
    ("  {{>p}}\n", "{{!c}}x\n{{#smoker}}y{{/smoker}}\n", "  x\n  y\n"),
    (" {{>p}}\n", "1\n {{>q}}\n2 {{>q}}\n", " 1\n  q\n  q\n 2 q\nq\n\n"),
    ("{{=| |=}}|>p||title|", "{{title}}|", "Visit|Visit"),
    ("{{>p}}{{title}}", "{{=| |=}}|title|", "VisitVisit"),
  ])
  func aPartialIsIndentedWithItsTag(template: String, partial: String, expected: String) throws {
    let partials = ["p.txt.mustache": partial, "q.txt.mustache": "q\nq\n"]
    #expect(try Template(name: "t.txt.mustache", text: template, partials: partials).render() == expected)
  }
}
