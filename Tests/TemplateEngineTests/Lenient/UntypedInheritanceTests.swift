import Testing

@testable import TemplateEngine

/// Parents and blocks without a shape: what replaces what, and how lines are indented.
@Suite struct UntypedInheritanceTests {
  static let layouts = [
    "letter": "Dear {{$to}}reader{{/to}},\n{{$body}}nothing new{{/body}}\n",
    "formal": "{{<letter}}{{$to}}Sir or Madam{{/to}}{{$body}}{{$news}}no news{{/news}}, as ever{{/body}}{{/letter}}",
    "card": "-- {{$to}}you{{/to}} --",
    "list": "Items:\n  {{$items}}\n  (none)\n  {{/items}}\nEnd\n",
    "inline": "Items: {{$items}}none{{/items}}.\n",
    "started": "  {{$items}}none{{/items}} and more\n",
    "scoped": "{{#inner}}{{$line}}{{word}}{{/line}}{{/inner}}",
    "loop": "{{#words}}{{$each}}[{{.}}]{{/each}}{{/words}}",
    "outer": "<\n  {{>list}}\n>\n",
    "nothing": "{{$items}}{{/items}}",
    "page":
      "Top\n    {{<list}}\n    {{$items}}\n    one\n      {{$more}}\n      more\n      {{/more}}\n    {{/items}}\n    {{/list}}\nBottom\n",
  ]

  @Test(arguments: [
    // defaults and replacements
    ("{{$x}}as it is{{/x}}", "as it is"), ("{{<letter}}{{/letter}}", "Dear reader,\nnothing new\n"),
    ("{{<letter}}{{$to}}Jo{{/to}}{{/letter}}", "Dear Jo,\nnothing new\n"),
    ("{{<card}}{{$to}}Jo{{/to}}{{/card}} {{<card}}{{$to}}Al{{/to}}{{/card}} {{>card}}", "-- Jo -- -- Al -- -- you --"),
    ("{{<card}} text, {{word}} and {{#words}}sections{{/words}} {{$to}}Jo{{/to}} are ignored {{/card}}", "-- Jo --"),
    ("{{<card}}{{$to}}first{{/to}}{{$to}}second{{/to}}{{/card}}", "-- second --"),
    ("{{<card}}{{#words}}{{$to}}inside a section{{/to}}{{/words}}{{/card}}", "-- you --"),
    ("{{<card}}{{$to}}{{/to}}{{/card}}", "--  --"),
    // several levels: the outermost replacement counts
    ("{{<formal}}{{/formal}}", "Dear Sir or Madam,\nno news, as ever\n"),
    ("{{<formal}}{{$to}}Jo{{/to}}{{/formal}}", "Dear Jo,\nno news, as ever\n"),
    ("{{<formal}}{{$news}}all well{{/news}}{{/formal}}", "Dear Sir or Madam,\nall well, as ever\n"),
    ("{{<formal}}{{$body}}short{{/body}}{{$news}}unused{{/news}}{{/formal}}", "Dear Sir or Madam,\nshort\n"),
    // inside its own replacement a block is itself
    ("{{<letter}}{{$to}}{{<card}}{{/card}}{{/to}}{{/letter}}", "Dear -- you --,\nnothing new\n"),
    ("{{<letter}}{{$to}}{{<card}}{{$to}}Jo{{/to}}{{/card}}{{/to}}{{/letter}}", "Dear -- Jo --,\nnothing new\n"),
    ("{{<card}}{{$to}}me or {{$to}}myself{{/to}}{{/to}}{{/card}}{{>card}}", "-- me or myself ---- you --"),
    // the values are those of the place where the block stands
    ("{{<scoped}}{{$line}}say {{word}}{{/line}}{{/scoped}}", "say inside"), ("{{>scoped}}", "inside"),
    ("{{<loop}}{{$each}}{{.}}{{word}} {{/each}}{{/loop}}", "aoutside boutside "), ("{{>loop}}", "[a][b]"),
    // what is not there
    ("a{{<missing}}{{$to}}Jo{{/to}}{{/missing}}b", "ab"), ("{{<card}}{{$other}}Jo{{/other}}{{/card}}", "-- you --"),
    ("{{<card}}{{$to}}[{{unknown}}]{{/to}}{{/card}}", "-- [] --"),
    // lines
    ("{{<list}}\n{{$items}}\none\ntwo\n{{/items}}\n{{/list}}\n", "Items:\n  one\n  two\nEnd\n"),
    (
      "{{<list}}\n      {{$items}}\n      one\n        two\n\n      three\n      {{/items}}\n{{/list}}\n",
      "Items:\n  one\n    two\n\n  three\nEnd\n"
    ),
    ("{{<list}}{{/list}}", "Items:\n  (none)\nEnd\n"), ("{{<list}}{{$items}}{{/items}}{{/list}}", "Items:\nEnd\n"),
    ("{{<list}}{{$items}}one\n{{/items}}{{/list}}", "Items:\n  one\nEnd\n"),
    ("{{<list}}{{$items}}\n{{#words}}\n - {{.}}\n{{/words}}\n{{/items}}{{/list}}", "Items:\n  - a\n  - b\nEnd\n"),
    ("{{<inline}}{{$items}}\none\ntwo{{/items}}{{/inline}}", "Items: one\ntwo.\n"),
    ("{{<started}}{{$items}}\none\ntwo{{/items}}{{/started}}", "  one\n  two and more\n"),
    ("- \n  {{<list}}{{$items}}\none\n{{/items}}{{/list}}\n", "- \n  Items:\n    one\n  End\n"),
    ("{{<outer}}{{$items}}\none\n{{/items}}{{/outer}}\n.", "<\n  Items:\n    one\n  End\n>\n."),
    ("{{<nothing}}{{$items}}\n\tone\n\t\ttwo\n{{/items}}{{/nothing}}", "one\n\ttwo\n"),
    ("x {{<nothing}}{{$items}}y{{/items}}{{/nothing}}\nz", "x y\nz"), ("  {{<nothing}}{{/nothing}} z", "   z"),
    ("{{<list}}{{$items}}\n  {{>card}}\n{{/items}}{{/list}}", "Items:\n  -- you --End\n"),
    ("{{<list}}{{$items}}\r\n one\r\n two\r\n{{/items}}{{/list}}", "Items:\n  one\r\n  two\r\nEnd\n"),
    ("{{>page}}", "Top\n    Items:\n      one\n        more\n    End\nBottom\n"),
    ("{{<page}}{{$more}}\nless\n{{/more}}{{/page}}", "Top\n    Items:\n      one\n        less\n    End\nBottom\n"),
    ("{{=<% %>=}}<%<card%><%$to%>{{to}}<%/to%><%/card%>", "-- {{to}} --"),
  ])
  func aBlockIsReplaced(template: String, expected: String) throws {
    let values: UntypedValue = ["word": "outside", "inner": ["word": "inside"], "words": ["a", "b"]]
    let rendered = try UntypedCase(text: template, partials: Self.layouts).render(values)
    #expect(rendered == expected, "\(template)")
  }
}
