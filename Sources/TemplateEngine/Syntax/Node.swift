internal import Diagnostics

/// One piece of a parsed template: literal text or a tag. The nodes of a template stand in one flat array, in the order of the text.
struct Node: Sendable {
  enum Kind: Sendable {
    /// Text that is placed as it is. An empty one that starts a line marks a line that begins with a comment, where a partial's indentation belongs;
    /// any other empty one is nothing.
    case literal
    /// `{{name}}`
    case variable
    /// `{{{name}}}` or `{{&name}}`
    case rawVariable
    /// `{{#name}}`
    case section
    /// `{{^name}}`
    case inverted
    /// `{{/name}}`
    case close
    /// `{{>name}}`
    case partial
    /// `{{<name}}`: a partial whose blocks are replaced by the blocks that stand directly inside this tag; all else inside is ignored.
    case parent
    /// `{{$name}}`: directly inside a parent what replaces the parent's block of that name; elsewhere a part of the template that can be replaced.
    case block
  }

  var kind: Kind
  /// The bytes of the literal, or of the whole tag with its delimiters.
  var span: Range<Int>
  /// The bytes of the name inside a tag, without sigil and spaces.
  var name: Range<Int>
  /// The index of the closing tag of a section, parent or block, and the other way round; a missing closing tag is put in by the parser.
  var partner = -1
  /// Whether the node begins a line of the template that is kept: a partial's indentation goes before it.
  var startsLine = false
  /// Whether the name could be meant; a section without a sound name is left out with all it holds.
  var isNamed = true
  /// Whether the tag stands alone on its line: for a partial and for a parent (with its closing tag and what is between) the lines of the other template
  /// are then lines of this one; the content of a block then begins a line.
  var isStandalone = false
  /// White space of this template. Before a standalone partial or parent it indents every line of the other template. A block that is replaced adds its
  /// own to the lines of what replaces it, which lose theirs; see `Indentation`.
  var indentation: Range<Int>

  init(_ kind: Kind, span: Range<Int>, name: Range<Int>? = nil) {
    self.kind = kind
    self.span = span
    self.name = name ?? span.lowerBound..<span.lowerBound
    indentation = span.lowerBound..<span.lowerBound
  }
}

/// A template as nodes, with every fault of its syntax. The nodes are well nested whatever the faults.
struct ParsedTemplate: Sendable {
  var source: TemplateSource
  var nodes: [Node]
  var findings: [Finding]
  /// Where the end of a tag stands in literal text, by the index of the literal: most likely the beginning of the tag is mistyped.
  var strayEnds: [Int: Range<Int>] = [:]

  /// The bytes of a span as text.
  func text(_ span: Range<Int>) -> String { String(decoding: source.text.bytes[span], as: UTF8.self) }
}
