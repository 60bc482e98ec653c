import Testing

@testable import TemplateEngine

/// What each tag gives without a shape. A third of the rows are of data that does not have what the template asks for.
@Suite struct UntypedRenderTests {
  /// A clinic with a list, nested objects, and every kind of value that counts as false.
  static let clinic: UntypedValue = [
    "name": "Night & Day", "open": true, "closed": false, "beds": 12, "fee": 4.5, "none": nil, "zero": 0, "empty": "",
    "nobody": [], "rest": [:],
    "head": ["name": "Dr. <Ode>", "rooms": ["east": "E\"1\""], "open": nil],
    "staff": [["name": "Ana", "shift": "early"], ["name": "Ben"], ["name": ""]], "grid": [[1, 2], [3]],
    "words": ["a", "<b>", "c"],
  ]

  @Test(arguments: [
    // values
    ("We are {{name}}.", "We are Night &amp; Day."), ("We are {{{name}}}.", "We are Night & Day."),
    ("{{&name}} | {{ & name }}", "Night & Day | Night & Day"), ("{{ name }}{{\tbeds\n}}", "Night &amp; Day12"),
    ("{{beds}} beds, {{fee}} a night", "12 beds, 4.5 a night"), ("{{open}} {{closed}}", "true false"),
    ("{{head.name}} in {{head.rooms.east}}", "Dr. &lt;Ode&gt; in E&quot;1&quot;"), ("'{{{head.name}}}'", "'Dr. <Ode>'"),
    // values that are not there
    ("[{{missing}}{{none}}{{empty}}]", "[]"), ("[{{{missing}}}{{&none}}]", "[]"),
    ("[{{staff}}{{head}}{{nobody}}]", "[]"),
    ("[{{head.shift}}]", "[]"), ("[{{missing.name}}]", "[]"), ("[{{name.name}}]", "[]"), ("[{{beds.of.what}}]", "[]"),
    ("[{{Name}}{{nam}}{{names}}]", "[]"), ("[{{.}}]", "[]"),
    // sections
    ("{{#open}}in{{/open}}{{^open}}out{{/open}}", "in"), ("{{#closed}}in{{/closed}}{{^closed}}out{{/closed}}", "out"),
    ("{{#staff}}{{name}},{{/staff}}", "Ana,Ben,,"), ("{{#words}}({{.}}){{/words}}", "(a)(&lt;b&gt;)(c)"),
    ("{{#words}}({{{.}}}){{/words}}", "(a)(<b>)(c)"), ("{{#grid}}{{#.}}{{.}}{{/.}};{{/grid}}", "12;3;"),
    ("{{#head}}{{name}} leads{{/head}}", "Dr. &lt;Ode&gt; leads"), ("{{#name}}{{.}}!{{/name}}", "Night &amp; Day!"),
    ("{{#head.rooms}}{{east}}{{beds}}{{/head.rooms}}", "E&quot;1&quot;12"), ("{{#rest}}rest{{/rest}}", "rest"),
    ("{{#beds}}{{.}}{{/beds}}", "12"), ("{{#open}}{{.}}{{/open}}", "true"),
    // the innermost value that has the name counts, also when it is null
    ("{{#staff}}{{name}}:{{shift}}{{beds}} {{/staff}}", "Ana:early12 Ben:12 :12 "),
    ("{{#head}}[{{open}}]{{/head}}", "[]"),
    ("{{#head}}{{#rooms}}{{name}}{{/rooms}}{{/head}}", "Dr. &lt;Ode&gt;"),
    // a dotted name is not looked for further out once its first part is found
    ("{{#head}}{{#rooms}}[{{head.rooms.west}}]{{/rooms}}{{/head}}", "[]"),
    // false values
    (
      "{{#none}}x{{/none}}{{#zero}}x{{/zero}}{{#empty}}x{{/empty}}{{#nobody}}x{{/nobody}}{{#missing}}x{{/missing}}.",
      "."
    ),
    (
      "{{^none}}a{{/none}}{{^zero}}b{{/zero}}{{^empty}}c{{/empty}}{{^nobody}}d{{/nobody}}{{^missing}}e{{/missing}}",
      "abcde"
    ),
    ("{{^head.shift}}no shift{{/head.shift}}", "no shift"),
    ("{{#name.name}}x{{/name.name}}{{^staff}}x{{/staff}}.", "."),
    // comments and delimiters
    ("a{{! not {{ read }}b", "ab"), ("a{{!\nlong\n}}b", "ab"), ("a\n  {{! gone }}\nb", "a\nb"),
    ("{{=<% %>=}}<% name %> {{name}}", "Night &amp; Day {{name}}"), ("{{=| |=}}|#open||beds||/open|", "12"),
    ("{{=[ ]=}}[&name] [={{ }}=]{{beds}}", "Night & Day 12"),
    // a tag alone on its line takes the line with it
    ("one\n{{#open}}\ntwo\n{{/open}}\nthree", "one\ntwo\nthree"),
    ("  {{#staff}}  \n- {{name}}\n  {{/staff}}\n", "- Ana\n- Ben\n- \n"),
    ("{{#open}} x\n{{/open}}\r\n", " x\n"), ("|\r\n{{^open}}\r\nx\r\n{{/open}}\r\n|", "|\r\n|"),
    (" {{beds}}\n", " 12\n"),
  ])
  func aTagGives(template: String, expected: String) throws {
    #expect(try UntypedCase(text: template).render(Self.clinic) == expected)
  }

  @Test(arguments: [
    ("<{{>p}}>", "{{name}}", "<Night &amp; Day>"), ("<{{>missing}}>", "", "<>"), ("{{>p}}", "", ""),
    ("{{#staff}}{{>p}}{{/staff}}", "{{name}}/", "Ana/Ben//"), ("{{=| |=}}|>p|{{name}}", "{{beds}}", "12{{name}}"),
    ("a\n  {{>p}}\nb\n", "1\n2\n", "a\n  1\n  2\nb\n"), ("a {{>p}}\nb\n", "1\n2\n", "a 1\n2\n\nb\n"),
    ("  {{>p}}\n", "{{{text}}}\n", "  x\ny\n"),
    ("  {{>p}}\n", "{{#open}}\n1\n\n{{/open}}\n{{name}}\n", "  1\n\n  Night &amp; Day\n"),
    (" {{>p}}\n", "-\n {{>q}}\n-\n", " -\n  q\n -\n"), ("{{>sub/p}}", "", "slash"),
    ("\t{{>p}}\n", "1\n{{!c}}2", "\t1\n\t2"),
  ])
  func aPartialIsPlaced(template: String, partial: String, expected: String) throws {
    guard case .object(var values) = Self.clinic else { return }
    values["text"] = "x\ny"
    let partials = ["p": partial, "q": "q\n", "sub/p": "slash"]
    #expect(try UntypedCase(text: template, partials: partials).render(.object(values)) == expected)
  }

  @Test func aPartialMayBeRecursive() throws {
    let tree: UntypedValue = [
      "name": "trunk",
      "parts": [["name": "bough", "parts": [["name": "twig", "parts": []]]], ["name": "leaf", "parts": []]],
    ]
    let rendered = try UntypedCase(
      text: "{{>node}}", partials: ["node": "{{name}}\n{{#parts}}\n  {{>node}}\n{{/parts}}\n"]
    )
    .render(tree)
    #expect(rendered == "trunk\n  bough\n    twig\n  leaf\n")
  }

  @Test func aNameTakesTheEndingOfTheRoot() throws {
    let set = TemplateSet([
      TemplateSource(name: "letter.md.mustache", text: "{{>foot}}"),
      TemplateSource(name: "foot.md.mustache", text: "right"),
      TemplateSource(name: "foot", text: "wrong"), TemplateSource(name: "foot.mustache", text: "wrong"),
    ])
    #expect(try UntypedTemplate("letter.md.mustache", in: set).render(nil) == Array("right".utf8))
  }

  @Test func oneTemplateRendersDataOfDifferentLayouts() throws {
    let template = try UntypedCase(text: "{{#list}}{{a}}{{b}}{{c}};{{/list}}").template()
    let objects: [UntypedValue] = [
      ["a": 1], ["b": 2, "a": 3], ["c": 4, "z": 0], [:], ["c": nil, "b": 5, "a": 6], "text",
      ["a": [["x"]], "b": 1, "a": 7, "c": [:], "c": 8],
    ]
    let data = try UntypedData(["list": .list(objects), "c": "C"])
    for _ in 0..<2 { #expect(String(decoding: try template.render(data), as: UTF8.self) == "1C;32C;4;C;65;C;718;") }
  }
}
