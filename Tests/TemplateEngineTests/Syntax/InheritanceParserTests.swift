import Testing

@testable import TemplateEngine

/// What the parser says of parents and blocks: where they end, whether they stand alone, and the white space that counts.
@Suite struct InheritanceParserTests {
  /// Tags of the two kinds as `sigil name`, with `!` when standalone and the indentation with `·` for a space and `→` for a tab.
  private func described(_ text: String) -> [String] {
    let parsed = Parser.parse(TemplateSource(name: "t", text: text), limits: TemplateLimits())
    return parsed.nodes.filter { $0.kind == .parent || $0.kind == .block }.map { node in
      let space = parsed.text(node.indentation).map { $0 == " " ? "·" : $0 == "\t" ? "→" : String($0) }.joined()
      return (node.kind == .parent ? "<" : "$") + parsed.text(node.name) + (node.isStandalone ? "!" : "") + space
    }
  }

  @Test(arguments: [
    // a parent stands alone with all that is inside it
    ("{{<p}}{{/p}}", ["<p!"]), ("  {{<p}}{{/p}}\n", ["<p!··"]), ("\t{{<p}}\n ignored\n{{/p}} \r\n", ["<p!→"]),
    ("a {{<p}}{{/p}}\n", ["<p"]), ("  {{<p}}{{/p}} b\n", ["<p"]), ("  {{<p}}\n{{/p}} b\n", ["<p"]),
    // a block that can be replaced: its lines say the indentation, or its tag when there are none
    ("{{$b}}x{{/b}}", ["$b"]), ("a {{$b}}x{{/b}}", ["$b"]), ("  {{$b}}x{{/b}}\n", ["$b··"]),
    ("  {{$b}}\n{{/b}}\n", ["$b!··"]), ("{{$b}}\n  x\n{{/b}}\n", ["$b!··"]),
    ("    {{$b}}\n  x\n    y\n{{/b}}", ["$b!··"]),
    ("{{$b}}\n\n   \n \tx\n \ty\n{{/b}}", ["$b!·→"]), ("{{$b}}\n  x\n\ty\n{{/b}}", ["$b!"]),
    ("{{$b}}\n  {{x}}\n {{#s}}\n  y\n {{/s}}\n{{/b}}", ["$b!··"]), ("{{$b}}\n  x\n{{y}}\n{{/b}}", ["$b!"]),
    ("{{$b}}\n  {{>p}}\n   {{<q}}\n{{/q}}\n{{/b}}", ["$b!··", "<q!···"]),
    ("{{$b}}\n  {{!c}}\n    x\n{{/b}}", ["$b!····"]),
    ("{{$a}}\n    {{$b}}\n    {{/b}}\n{{/a}}", ["$a!····", "$b!····"]),
    // a block that replaces another: the line end after its tag is not its own
    ("{{<p}}{{$b}}\n  x\n{{/b}}{{/p}}", ["<p!", "$b!··"]), ("{{<p}}{{$b}}x{{/b}}{{/p}}", ["<p!", "$b"]),
    ("{{<p}} text {{$b}} \r\n  x\n  {{/b}} text {{/p}}", ["<p!", "$b!··"]),
    ("{{<p}}\n  {{$b}}x\n  y\n{{/b}}{{/p}}", ["<p!", "$b··"]),
    // faults: what is not closed ends with what is around it
    ("{{<p}}{{$b}}x", ["<p", "$b"]), ("  {{<p}}\n{{/q}}\n", ["<p!··"]), ("{{#s}}{{$b}}\n x{{/s}}", ["$b"]),
    ("{{<*p}}{{/*p}}", ["<*p!"]),
  ])
  func parentsAndBlocksAre(text: String, expected: [String]) {
    #expect(described(text) == expected)
  }

  @Test(arguments: [
    "{{<p}}{{$b}}{{/b}}{{/p}}", "{{<p}}{{#s}}{{$b}}{{/s}}{{/p}}", "{{$b}}{{<p}}{{/b}}", "{{<p}}{{/b}}{{$b}}{{/b}}",
    "{{/p}}{{<p}}", "{{<}}{{$}}{{/}}",
  ])
  func everyTagThatOpensHasAPartner(text: String) {
    let nodes = Parser.parse(TemplateSource(name: "t", text: text), limits: TemplateLimits()).nodes
    #expect(!nodes.isEmpty)
    for (index, node) in nodes.enumerated() where node.kind != .literal {
      #expect(nodes[node.partner].partner == index && (node.kind == .close) == (node.partner < index))
    }
  }
}
