internal import Diagnostics

/// Partials, parents and blocks: what a tag places stands in the output where the tag stands.
extension TemplateCompiler {
  // MARK: Partials

  mutating func visitPartial(_ node: Node) {
    guard let frame = frames.last, let source = source(of: node) else { return }
    enter(
      source, at: node, entry: (.includedBy(frame.template.text(node.name)), placeOf(node.span)),
      replacements: frame.replacements)
  }

  /// Enters the template that a partial or parent tag places.
  private mutating func enter(
    _ source: TemplateSource, at tag: Node, entry: (role: Finding.Related.Role, place: Place),
    replacements: Replacements
  ) {
    let outer = frames.count - 1
    let indentation = frames[outer].indentation.entering(tag, in: frames[outer].template.source.text.bytes)
    enter(source, indentation: indentation, entry: entry, replacements: replacements)
    // A tag alone on its line does not begin one: the first line of what it places does.
    guard tag.isStandalone else { return }
    frames[frames.count - 1].continuesLine = frames[outer].continuesLine
    frames[outer].continuesLine = false
  }

  /// The template that a partial or parent tag means; nil, with a fault, when it cannot be placed.
  private mutating func source(of node: Node) -> TemplateSource? {
    guard let frame = frames.last, node.isNamed else { return nil }
    let name = frame.template.text(node.name)
    let (source, isExact) = set.included(name, dialect: dialect)
    if !isExact {
      report(.unknownPartial(name, file: name + dialect.suffix, known: set.includable(dialect)), node.name)
    }
    // What the partial holds is worth checking when it is clear which one was meant.
    guard let source else { return nil }
    if let chain = cycle(to: source.name) {
      if isExact { report(.partialCycle(chain), node.name) }
      return nil
    }
    guard frames.count <= checker.limits.partialDepth else {
      report(.tooManyPartials(checker.limits.partialDepth), node.name)
      return nil
    }
    return source
  }

  /// The templates from the one of that name to here and back to it, when it is being walked already.
  private func cycle(to name: String) -> [String]? {
    var chain = [name]
    var next = frames.indices.last
    while let index = next {
      // The content of a block belongs to the template that stands next in the chain.
      if !frames[index].isBlock { chain.append(frames[index].template.source.name) }
      if chain.count > 1, chain.last == name { return chain.reversed() }
      next = frames[index].definer
    }
    return nil
  }

  // MARK: Inheritance

  mutating func visitParent(_ node: Node, at index: Int) {
    guard let frame = frames.last else { return }
    frames[frames.count - 1].position = node.partner + 1
    let given = blocks(directlyInside: index)
    guard let source = source(of: node) else { return }
    let parent = String(source.name.dropLast(dialect.suffix.count))
    var replacements = frame.replacements
    // Each is written down for the parent, and those that came before are copied: that is work as for so many tags.
    if !given.isEmpty { placedNodes += given.count + replacements.count }
    for block in given {
      // The replacements of the templates that came before take precedence.
      replacements[block.name, default: []].append(block)
      self.replacements.give(block, to: parent)
    }
    enter(
      source, at: node, entry: (.inheritedBy(frame.template.text(node.name)), placeOf(node.span)),
      replacements: replacements)
  }

  /// The replacements that a parent tag gives; of two for one block the last counts. Everything else inside would vanish.
  private mutating func blocks(directlyInside parent: Int) -> [Replacement] {
    guard let frame = frames.last else { return [] }
    let nodes = frame.template.nodes
    var given: [Replacement?] = []
    var positions: [String: Int] = [:]
    var isTold = false
    var index = parent + 1
    while index < nodes[parent].partner {
      let node = nodes[index]
      if node.kind == .block, node.isNamed {
        let block = Replacement(
          name: frame.template.text(node.name), template: frame.template, node: index, definer: frames.count - 1)
        if let position = positions[block.name], let first = given[position] {
          report(
            .blockOverriddenTwice(block.name), node.name,
            related: [.init(.firstOverride, placeOf(nodes[first.node].span))])
          given[position] = nil
        }
        positions[block.name] = given.count
        given.append(block)
      } else if node.kind != .block, !isTold, let ink = frame.template.ink(of: node) {
        isTold = true
        report(.ignoredInParent(frame.template.text(nodes[parent].name)), ink)
      }
      index = node.partner > index ? node.partner + 1 : index + 1
    }
    return given.compactMap { $0 }
  }

  mutating func visitBlock(_ node: Node, at index: Int) {
    guard let frame = frames.last else { return }
    let name = frame.template.text(node.name)
    guard node.isNamed, let candidates = frame.replacements[name], let replacement = candidates.first else {
      frames[frames.count - 1].open.append(index)
      return
    }
    frames[frames.count - 1].position = node.partner + 1
    for candidate in candidates { replacements.reach(candidate) }
    guard frames.count <= checker.limits.partialDepth else {
      return report(.tooManyPartials(checker.limits.partialDepth), node.name)
    }
    let content = replacement.template.nodes[replacement.node]
    let firstLine = Indentation.firstLine(replacing: node, by: content)
    frames.append(
      Frame(
        template: replacement.template, nodes: replacement.node + 1..<content.partner, position: replacement.node + 1,
        indentation: frame.indentation.replacing(node, in: frame.template.source.text.bytes, by: content),
        continuesLine: firstLine == .continued, entry: (.fillsBlock(name), placeOf(node.span)),
        // The content sees the blocks of the template in whose text it stands.
        replacements: frames[replacement.definer].replacements, definer: replacement.definer))
    if firstLine == .indented, replacement.node + 1 < content.partner { indent() }
  }
}

extension TemplateCompiler.Frame {
  /// Whether this is the content of a block rather than a template.
  fileprivate var isBlock: Bool { nodes != template.nodes.indices }
}

extension ParsedTemplate {
  /// What of a node would be printed: the tag, or a literal from its first to its last visible byte; nil when that is nothing.
  fileprivate func ink(of node: Node) -> Range<Int>? {
    guard node.kind == .literal else { return node.span }
    let bytes = source.text.bytes
    guard let first = node.span.first(where: { !TagScanner.isSpace(bytes[$0]) }),
      let last = node.span.last(where: { !TagScanner.isSpace(bytes[$0]) })
    else { return nil }
    return first..<last + 1
  }
}
