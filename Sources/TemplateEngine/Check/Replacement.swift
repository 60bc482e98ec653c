internal import Diagnostics

/// The content that replaces a block: a block that stands directly inside a parent tag.
struct Replacement: Sendable {
  /// The name of the block.
  var name: String
  /// The template in whose text the content stands.
  var template: ParsedTemplate
  /// The index of the block there.
  var node: Int
  /// The frame that walks that template, whose own replacements hold inside the content.
  var definer: Int

  var place: Place { Place(text: template.source.text, span: template.nodes[node].name) }
}

/// By the name of a block what replaces it, the outermost template's first: that one counts.
typealias Replacements = [String: [Replacement]]

/// Which replacements were given to a parent, and which of them a block of the parent met.
struct ReplacementLog: Sendable {
  private struct Key: Hashable {
    var file: String
    var offset: Int
    var parent: String

    init(_ replacement: Replacement, _ parent: String = "") {
      let place = replacement.place
      (file, offset, self.parent) = (place.text.file, place.span.lowerBound, parent)
    }
  }

  private var given: [(replacement: Replacement, parent: String)] = []
  private var isGiven: Set<Key> = []
  private var reached: Set<Key> = []

  mutating func give(_ replacement: Replacement, to parent: String) {
    if isGiven.insert(Key(replacement, parent)).inserted { given.append((replacement, parent)) }
  }

  mutating func reach(_ replacement: Replacement) { reached.insert(Key(replacement)) }

  /// The replacements that no block met, which would vanish without a word.
  func findings(in set: TemplateSet, dialect: Dialect) -> [Finding] {
    // A parent may be given any number of blocks that it does not have: its own are looked up once.
    var blocks: [String: [String]] = [:]
    return given.compactMap { replacement, parent in
      guard !reached.contains(Key(replacement)) else { return nil }
      let known = blocks[parent] ?? set.blocks(of: parent + dialect.suffix)
      blocks[parent] = known
      let fault: Fault =
        known.contains(replacement.name)
        ? .blockNeverReached(replacement.name, parent: parent)
        : .blockUnknown(replacement.name, parent: parent, known: known)
      return Finding(fault, at: replacement.place)
    }
  }
}

extension TemplateSet {
  /// The blocks of a template and of all that it includes, in alphabetical order.
  func blocks(of name: String) -> [String] {
    var names: Set<String> = []
    var visited: Set<String> = []
    var waiting = [name]
    while let next = waiting.popLast() {
      guard visited.insert(next).inserted, let source = self[next] else { continue }
      let template = Parser.parse(source, limits: TemplateLimits())
      for node in template.nodes where node.kind == .block && node.isNamed { names.insert(template.text(node.name)) }
      waiting += included(by: next)
    }
    return names.sorted()
  }
}
