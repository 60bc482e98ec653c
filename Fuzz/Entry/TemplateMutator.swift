/// Changes a template as an author would: by whole tags, lines and constructs of Markdown and HTML.
///
/// Single bytes, which libFuzzer changes by itself, rarely lead from one template that checks to another.
struct TemplateMutator {
  private var random: SplitMix
  private var bytes: [UInt8]

  /// The changed template; the same seed makes the same change.
  static func mutate(_ bytes: some Sequence<UInt8>, seed: UInt32) -> [UInt8] {
    var mutator = TemplateMutator(random: SplitMix(state: UInt64(seed)), bytes: Array(bytes))
    for _ in 0...mutator.number(below: 3) { mutator.change() }
    return mutator.bytes
  }

  private mutating func change() {
    switch number(below: 8) {
    case 0, 1: insert(pick(Fragments.constructs))
    case 2: insert(pick(Fragments.values))
    case 3:
      let (open, close) = pick(Fragments.pairs)
      let range = range()
      bytes.insert(contentsOf: close.utf8, at: range.upperBound)
      bytes.insert(contentsOf: open.utf8, at: range.lowerBound)
    case 4: bytes.removeSubrange(range())
    case 5: insert(bytes[range()])
    case 6: insert(pick(Fragments.literals))
    default: bytes += "\n--- \(pick(Fragments.partials))\n\(pick(Fragments.constructs))".utf8
    }
  }

  private mutating func insert(_ text: String) { insert(Array(text.utf8)[...]) }

  private mutating func insert(_ slice: ArraySlice<UInt8>) {
    let places = boundaries()
    bytes.insert(contentsOf: Array(slice), at: places[number(below: places.count)])
  }

  /// What stands between two boundaries, more often a short stretch.
  private mutating func range() -> Range<Int> {
    let places = boundaries()
    let start = number(below: places.count)
    let end = min(places.count - 1, start + number(below: number(below: 2) == 0 ? 4 : places.count))
    return places[start]..<places[end]
  }

  /// Where lines and tags begin and end.
  private func boundaries() -> [Int] {
    var places = [0]
    for index in bytes.indices {
      let isPair = index > 0 && bytes[index] == bytes[index - 1]
      if bytes[index] == 0x0A { places += [index, index + 1] }
      if isPair, bytes[index] == 0x7B { places.append(index - 1) }
      if isPair, bytes[index] == 0x7D { places.append(index + 1) }
    }
    places.append(bytes.count)
    return places.sorted()
  }

  private mutating func number(below bound: Int) -> Int { Int(random.next() % UInt64(max(1, bound))) }

  private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(below: elements.count)] }
}

/// Source: https://prng.di.unimi.it/splitmix64.c
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Pieces of templates for the shape of the harness.
private enum Fragments {
  static let values = [
    "{{title}}", "{{link}}", "{{patient.name}}", "{{patient.practice.city}}", "{{body}}", "{{page}}", "{{verbatim}}",
    "{{.}}",
    "{{name}}", "{{&body}}", "{{{page}}}", "{{subtitle}}{{^subtitle}}-{{/subtitle}}", "{{> lines}}", "{{! a }}",
    "{{=<% %>=}}<%title%><%={{ }}=%>", "{{$head}}{{title}}{{/head}}",
  ]

  static let pairs = [
    ("{{#items}}", "{{/items}}"), ("{{#labs}}", "{{/labs}}"), ("{{#smoker}}", "{{/smoker}}"),
    ("{{^smoker}}", "{{/smoker}}"), ("{{^labs}}", "{{/labs}}"), ("{{#subtitle}}", "{{/subtitle}}"),
    ("{{#patient}}", "{{/patient}}"), ("{{#carer}}", "{{/carer}}"), ("{{#extra}}", "{{/extra}}"),
    ("{{#earlier}}", "{{/earlier}}"), ("{{#asked}}", "{{/asked}}"), ("{{#figure}}", "{{/figure}}"),
    ("\n{{#items}}\n", "\n{{/items}}\n"), ("\n{{#smoker}}\n", "\n{{/smoker}}\n"), ("{{$head}}", "{{/head}}"),
    ("{{$body}}", "{{/body}}"), ("\n  {{$head}}\n", "\n  {{/head}}\n"), ("{{<base}}{{$head}}", "{{/head}}{{/base}}"),
    ("{{<lines}}{{$body}}", "{{/body}}{{/lines}}"), ("\n  {{<base}}\n{{$head}}\n", "\n{{/head}}\n{{/base}}\n"),
    ("**", "**"), ("*", "*"), ("_", "_"), ("`", "`"), ("``", "``"), ("[", "](a)"), ("[a](", ")"), ("[a](<", ">)"),
    ("[a](b \"", "\")"), ("![", "](b)"), ("<", ">"), ("\n```\n", "\n```\n"), ("\n~~~ a\n", "\n~~~\n"), ("\n> ", "\n"),
    ("\n- ", "\n"), ("\n1. ", "\n"), ("\n# ", "\n"), ("\n    ", "\n"), ("\n| ", " |\n"), ("\\", ""), ("\n", "\n===\n"),
    ("<p>", "</p>"), ("<p title=\"", "\">"), ("<a href='", "'>"), ("<a href=\"#", "\">"), ("<!--", "-->"),
    ("<title>", "</title>"), ("<textarea>", "</textarea>"), ("<svg><text x=\"", "\"></text></svg>"), ("<", "/>"),
    ("<style>", "</style>"), ("<script>", "</script>"), ("\n<div>\n", "\n</div>\n"), ("{", "}"),
  ]

  static let constructs = [
    "\n| a | b |\n|---|---|\n| {{title}} | `{{link}}` |\n", "\n- {{title}}\n  - {{link}}\n\n    {{title}}\n",
    "\n> {{title}}\n{{link}}\n", "\n```\n{{title}}\n```\n", "\n~~~a\n{{title}}\n~~~\n", "\n    {{title}}\n",
    "`{{title}}`", "[{{title}}](https://a.example/{{link}})", "[a]({{link}})", "<https://a.example/{{link}}>",
    "\n[a]: https://a.example/{{link}}\n", "\n{{#items}}\n- {{.}}\n{{/items}}\n",
    "\n{{#labs}}\n| {{name}} | {{value}} |\n{{/labs}}\n",
    "{{#items}}{{.}}, {{/items}}", "\n  {{> lines}}\n", "\n\t{{> lines}}\n", "{{<base}}{{$head}}a{{/head}}{{/base}}",
    "{{<base}}{{/base}}", "{{$head}}a{{$body}}b{{/body}}{{/head}}",
    "<a href=\"{{link}}\" title='{{title}}'>{{title}}</a>",
    "<p{{#smoker}} class=\"a\"{{/smoker}}>", "<img src=\"{{link}}\" alt=\"\">", "<title>{{title}}</title>",
    "<!-- a -->{{title}}", "<svg><a xlink:href=\"{{link}}\">{{title}}</a></svg>", "<p title={{title}}>", "&{{title}};",
    "&#{{title}};",
    "\n\n{{title}}\n===\n", "\n# {{title}} #\n", "{{#subtitle}}{{.}}{{/subtitle}}{{^subtitle}}-{{/subtitle}}",
    "{{#extra}}{{#extra}}{{.}}{{/extra}}{{/extra}}", "{{#carer}}{{city}}{{#phone}}{{.}}{{/phone}}{{/carer}}",
  ]

  static let literals = [
    "\n", "\n\n", " ", "    ", "\t", "  \n", "\\\n", "\r\n", "a", "- ", "1. ", "> ", "# ", "* ", "+ ", "|", "---\n",
    "===\n", "***\n", "`", "```\n",
    "~~~\n", "~", "*", "_", "[", "]", "(", ")", "]: ", "](", "<", ">", "!", "!", "&", "&amp;", "\\", "\"", "'", "=",
    "/", "<!--", "-->", "<br>", "<p>", "<pre>", "</pre>",
    "<a b='c'>", "<?", "?>", "]]>", "{", "}", "javascript:", "https:", "//", "\u{FEFF}", "\u{A0}", "é", "\n--- =\n",
  ]

  static let partials = ["base", "lines", "head"]
}
