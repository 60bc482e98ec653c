internal import Diagnostics

/// The templates that a root reaches as one flat list of steps: step `base + i` of a template does what its node `i` says.
struct UntypedProgram: Sendable {
  /// A parsed template with the name by which tags refer to it.
  typealias Source = (name: String, parsed: ParsedTemplate)

  struct Step: Sendable {
    enum Code: UInt8, Sendable {
      /// Text of the template: bytes from `operand` to `target` of ``UntypedProgram/text``.
      case literal
      /// Prints the value of name `operand`.
      case variable, rawVariable
      /// Renders what is up to step `target` for every value of name `operand`, or when there is none.
      case section, inverted
      case endSection
      /// Renders template `operand`; `UInt32.max` when there is none.
      case partial
      /// Renders what ``UntypedProgram/parents`` says at `operand`, and goes on after step `target`.
      case parent
      /// Renders what replaces block `operand`, or else what is up to step `target`.
      case block
      case nothing
    }

    var code: Code
    /// Whether indentation goes before it.
    var startsLine = false
    /// Whether a partial or parent indents its lines.
    var isIndenting = false
    var operand: UInt32 = 0
    var target: UInt32 = 0
  }

  /// A name split at its dots: a stretch of ``UntypedProgram/path``; nothing for the implicit iterator.
  struct Name: Sendable {
    var start: UInt32
    var count: UInt32
  }

  struct Template: Sendable {
    var parsed: ParsedTemplate
    var steps: Range<Int>
  }

  /// A parent tag: the template, `UInt32.max` when there is none, and the steps of the blocks directly inside it.
  struct Parent: Sendable {
    var template: UInt32
    var replacements: [(block: UInt32, step: UInt32)] = []
  }

  private(set) var steps: [Step] = []
  private(set) var templates: [Template] = []
  private(set) var parents: [Parent] = []
  private(set) var names: [Name] = []
  private(set) var path: [UInt32] = []
  /// The different parts of all names.
  private(set) var parts = SymbolTable()
  /// The different names of blocks.
  private(set) var blocks = SymbolTable()
  /// The bytes of all templates, with ``Cell/padding`` behind the last one.
  private(set) var text: [UInt8] = []

  /// Lists the steps of templates without faults; the first is the root.
  init(_ sources: [Source]) {
    var indices: [String: UInt32] = [:]
    for (index, source) in sources.enumerated() { indices[source.name] = UInt32(index) }
    var nameIndices: [String: UInt32] = [:]
    for (_, parsed) in sources {
      let base = steps.count
      let textBase = text.count
      text += parsed.source.text.bytes
      for node in parsed.nodes {
        var step = Step(code: .nothing, startsLine: node.startsLine, target: UInt32(base + max(0, node.partner)))
        switch node.kind {
        case .literal:
          step.code = .literal
          step.operand = UInt32(textBase + node.span.lowerBound)
          step.target = UInt32(textBase + node.span.upperBound)
        case .variable, .rawVariable, .section, .inverted:
          step.code = UntypedProgram.code(of: node.kind)
          let name = parsed.text(node.name)
          step.operand = nameIndices[name] ?? UInt32(names.count)
          if nameIndices[name] == nil {
            nameIndices[name] = step.operand
            addName(name)
          }
        case .close: step.code = parsed.nodes[node.partner].kind == .section ? .endSection : .nothing
        case .partial:
          step.code = .partial
          step.isIndenting = node.isStandalone
          step.operand = indices[parsed.text(node.name)] ?? .max
        case .parent:
          step.code = .parent
          step.isIndenting = node.isStandalone
          step.operand = UInt32(parents.count)
          addParent(node, of: parsed, base: base, template: indices[parsed.text(node.name)] ?? .max)
        case .block:
          step.code = .block
          step.operand = blocks.intern(parsed.text(node.name))
        }
        steps.append(step)
      }
      templates.append(Template(parsed: parsed, steps: base..<steps.count))
    }
    text.append(contentsOf: repeatElement(0, count: Cell.padding))
  }

  private static func code(of kind: Node.Kind) -> Step.Code {
    switch kind {
    case .variable: .variable
    case .rawVariable: .rawVariable
    case .section: .section
    case .inverted: .inverted
    case .literal, .close, .partial, .parent, .block: .nothing
    }
  }

  private mutating func addName(_ name: String) {
    let start = path.count
    if name != "." { for part in name.split(separator: ".") { path.append(parts.intern(String(part))) } }
    names.append(Name(start: UInt32(start), count: UInt32(path.count - start)))
  }

  /// Of two blocks with one name the later counts.
  private mutating func addParent(_ node: Node, of parsed: ParsedTemplate, base: Int, template: UInt32) {
    var steps: [UInt32: UInt32] = [:]
    var index = parsed.nodes[node.partner].partner + 1
    while index < node.partner {
      let inner = parsed.nodes[index]
      if inner.kind == .block { steps[blocks.intern(parsed.text(inner.name))] = UInt32(base + index) }
      index = max(index, inner.partner) + 1
    }
    let replacements = steps.map { (block: $0.key, step: $0.value) }.sorted { $0.step < $1.step }
    parents.append(Parent(template: template, replacements: replacements))
  }
}
