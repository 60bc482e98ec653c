internal import Diagnostics

/// One piece of a parsed template: literal text or a tag. The nodes of a template stand in one flat array, in the order of the text.
struct Node: Sendable {
  enum Kind: Sendable {
    /// Text that is placed as it is. An empty one marks a line that begins with a comment, where a partial's indentation belongs.
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
  }

  var kind: Kind
  /// The bytes of the literal, or of the whole tag with its delimiters.
  var span: Range<Int>
  /// The bytes of the name inside a tag, without sigil and spaces.
  var name: Range<Int>
  /// The index of the closing tag of a section, and of the section of a closing tag; a missing closing tag is put in by the parser.
  var partner = -1
  /// Whether the node begins a line of the template that is kept: a partial's indentation goes before it.
  var startsLine = false
  /// Whether the name could be meant; a section without a sound name is left out with all it holds.
  var isNamed = true
  /// Whether a partial tag stands alone on its line: its lines are then lines of this template.
  var isStandalone = false
  /// The white space before a standalone partial tag, which indents every line of the partial.
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

  /// The bytes of a span as text.
  func text(_ span: Range<Int>) -> String { String(decoding: source.text.bytes[span], as: UTF8.self) }
}
