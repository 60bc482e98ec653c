internal import Diagnostics

/// Turns the text of one template into nodes, reports every fault of its syntax, and goes on after each.
struct Parser {
  private let source: TemplateSource
  private let limits: TemplateLimits
  private let lines: Lines
  private var scanner: TagScanner
  private var nodes: [Node] = []
  private var findings: [Finding] = []
  private var strayEnds: [Int: Range<Int>] = [:]
  private var isCut = false
  /// The white space that all lines of a block share, by the index of the block; none for a block without lines.
  private var sharedIndentations: [Int: Range<Int>] = [:]
  /// The indices of the sections that are open.
  private var openSections: [Int] = []

  static func parse(_ source: TemplateSource, limits: TemplateLimits) -> ParsedTemplate {
    var parser = Parser(source, limits)
    parser.run()
    return ParsedTemplate(
      source: source, nodes: parser.nodes, findings: parser.findings, strayEnds: parser.strayEnds)
  }

  private init(_ source: TemplateSource, _ limits: TemplateLimits) {
    let bytes = source.text.bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.source = source
    self.limits = limits
    lines = Lines(bytes: bytes, start: start)
    scanner = TagScanner(bytes, from: start)
  }

  private mutating func run() {
    let bytes = source.text.bytes
    guard bytes.count <= limits.templateBytes else { return report(.templateTooLong(limits.templateBytes), 0..<0) }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      return report(.notUTF8, error.byteOffsets.lowerBound..<error.byteOffsets.upperBound)
    }
    var literalStart = scanner.position
    while let tag = scanner.next() {
      let line = line(of: tag)
      addLiteral(literalStart..<(line?.lowerBound ?? tag.span.lowerBound))
      literalStart = line?.upperBound ?? tag.span.upperBound
      guard add(tag, line: line) else {
        // What was not looked at may hold the ends of the open sections.
        isCut = true
        break
      }
    }
    addLiteral(literalStart..<bytes.count)
    closeAll(downTo: 0, at: bytes.count)
  }

  /// What is removed with the tag: the tag and the white space around it, when it stands alone on its line or ends one; nil when it is the tag alone.
  private func line(of tag: TagScanner.Tag) -> Range<Int>? {
    let start = tag.span.lowerBound
    guard tag.isClosed else { return nil }
    switch tag.sigil {
    case 0, UInt8(ascii: "&"), UInt8(ascii: "{"): return nil
    case UInt8(ascii: "<"): return nil  // A parent stands alone together with its closing tag.
    case UInt8(ascii: "$") where isInsideParent(depth: openSections.count):
      return lines.lineEnd(after: tag.span.upperBound).map { start..<$0 }
    case UInt8(ascii: "/"):
      guard let depth = depthOfSection(closedBy: tag.content) else { return lines.standalone(tag.span) }
      let opening = nodes[openSections[depth]]
      if opening.kind == .parent {
        guard lines.space(before: opening.span.lowerBound) != nil else { return nil }
        return lines.lineEnd(after: tag.span.upperBound).map { start..<$0 }
      }
      if opening.kind == .block, isInsideParent(depth: depth) {
        return (lines.space(before: start)?.lowerBound ?? start)..<tag.span.upperBound
      }
      return lines.standalone(tag.span)
    default: return lines.standalone(tag.span)
    }
  }

  /// Whether what is opened at `depth` stands directly inside a parent.
  private func isInsideParent(depth: Int) -> Bool { depth > 0 && nodes[openSections[depth - 1]].kind == .parent }

  /// The position in `openSections` of the innermost section with that name.
  private func depthOfSection(closedBy name: Range<Int>) -> Int? {
    let bytes = source.text.bytes
    return openSections.lastIndex { bytes[nodes[$0].name].elementsEqual(bytes[name]) }
  }

  /// - Returns: false when the rest of the template is not looked at.
  private mutating func add(_ tag: TagScanner.Tag, line: Range<Int>?) -> Bool {
    guard tag.isClosed else {
      let end = String(decoding: (tag.sigil == UInt8(ascii: "{") ? [0x7D] : []) + scanner.close, as: UTF8.self)
      report(.unclosedTag(end: end), tag.span)
      return true
    }
    let startsLine = line == nil && lines.isLineStart(tag.span.lowerBound)
    let kind: Node.Kind
    switch tag.sigil {
    case UInt8(ascii: "&"), UInt8(ascii: "{"): kind = .rawVariable
    case UInt8(ascii: "#"): kind = .section
    case UInt8(ascii: "^"): kind = .inverted
    case UInt8(ascii: "/"): kind = .close
    case UInt8(ascii: ">"): kind = .partial
    case UInt8(ascii: "<"): kind = .parent
    case UInt8(ascii: "$"): kind = .block
    case UInt8(ascii: "="), UInt8(ascii: "!"):
      if tag.sigil == UInt8(ascii: "!"), let inner = scanner.beginningOfTag(in: tag.content) {
        report(.tagInComment, inner)
      }
      if tag.sigil == UInt8(ascii: "="), !scanner.setDelimiters(tag.content) { report(.badDelimiters, tag.span) }
      if startsLine {
        var mark = Node(.literal, span: tag.span.upperBound..<tag.span.upperBound)
        mark.startsLine = true
        nodes.append(mark)
      }
      return true
    default: kind = .variable
    }
    var node = Node(kind, span: tag.span, name: tag.content)
    node.startsLine = startsLine
    node.isStandalone = line != nil
    if line != nil || kind == .block, let space = lines.space(before: tag.span.lowerBound) { node.indentation = space }
    return add(node)
  }

  private mutating func add(_ node: Node) -> Bool {
    if node.kind == .close {
      close(node)
      return true
    }
    var node = node
    let isTemplate = node.kind == .partial || node.kind == .parent
    if isTemplate, source.text.bytes[node.name].first == UInt8(ascii: "*") {
      node.isNamed = false
      report(.dynamicName(text(node.name)), node.span)
    } else if !isName(node.name, template: isTemplate) {
      node.isNamed = false
      report(.badName(text(node.name)), node.span)
    }
    if [.section, .inverted, .parent, .block].contains(node.kind) {
      guard openSections.count < limits.sectionDepth else {
        report(.tooManySections(limits.sectionDepth), node.span)
        return false
      }
      openSections.append(nodes.count)
      nodes.append(node)
    } else if node.isNamed {
      nodes.append(node)
    }
    return true
  }

  /// Whether a name could be meant: no spaces, and no empty part between dots except in the name of a template.
  private func isName(_ name: Range<Int>, template: Bool) -> Bool {
    let bytes = source.text.bytes[name]
    if bytes.isEmpty || bytes.count > Parser.longestName || bytes.contains(where: TagScanner.isSpace) { return false }
    if template { return !bytes.contains(UInt8(ascii: "*")) }
    if bytes.elementsEqual([UInt8(ascii: ".")]) { return true }
    return !bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).contains { $0.isEmpty }
  }

  private mutating func close(_ node: Node) {
    guard let innermost = openSections.last else {
      return report(.straySectionEnd(text(node.name)), node.span)
    }
    if let match = depthOfSection(closedBy: node.name) {
      // What was opened inside and not closed ends here too.
      closeAll(downTo: match + 1, at: node.span.lowerBound)
    } else if nodes[innermost].isNamed {
      report(
        .mismatchedSection(open: text(nodes[innermost].name), close: text(node.name)), node.span,
        related: .init(.opened(text(nodes[innermost].name)), place(nodes[innermost].span)))
    }
    finish(node)
  }

  /// Puts in the closing tags of sections that lack them, so that every section has a partner.
  private mutating func closeAll(downTo depth: Int, at offset: Int) {
    while openSections.count > depth, let index = openSections.last {
      let section = nodes[index]
      let isAtEnd = offset == source.text.bytes.count
      if !isCut {
        report(
          .unclosedSection(text(section.name)), section.span,
          related: .init(isAtEnd ? .endOfTemplate : .closedInside, place(offset..<offset)))
      }
      finish(Node(.close, span: offset..<offset, name: section.name))
    }
  }

  private mutating func finish(_ close: Node) {
    guard let index = openSections.popLast() else { return }
    var close = close
    close.partner = index
    nodes[index].partner = nodes.count
    nodes.append(close)
    if nodes[index].kind == .parent, close.isStandalone { makeStandalone(parent: index) }
    if nodes[index].kind == .block {
      let shared = sharedIndentation(ofBlock: index)
      if let shared { sharedIndentations[index] = shared }
      if nodes[index].isStandalone, let shared { nodes[index].indentation = shared }
    }
  }

  /// Takes the white space before a parent out of the text: it indents the lines of the other template.
  private mutating func makeStandalone(parent index: Int) {
    guard let space = lines.space(before: nodes[index].span.lowerBound) else { return }
    nodes[index].isStandalone = true
    nodes[index].startsLine = false
    nodes[index].indentation = space
    guard index > 0, nodes[index - 1].kind == .literal, nodes[index - 1].span.upperBound == space.upperBound else {
      return
    }
    let start = nodes[index - 1].span.lowerBound
    nodes[index - 1].span = start..<max(start, space.lowerBound)
    if nodes[index - 1].span.isEmpty { nodes[index - 1].startsLine = false }
  }

  /// The white space that begins every line of a block, lines of nothing but white space left aside; nil when there are no lines.
  private func sharedIndentation(ofBlock block: Int) -> Range<Int>? {
    var shared: Range<Int>?
    func share(_ space: Range<Int>) {
      let same = zip(lines.bytes[shared ?? space], lines.bytes[space]).prefix { $0 == $1 }.count
      shared = space.lowerBound..<space.lowerBound + same
    }
    var index = block + 1
    while index < nodes[block].partner, shared?.isEmpty != true {
      let node = nodes[index]
      switch node.kind {
      case .literal where !node.span.isEmpty: lines.indentations(of: node).forEach(share)
      case .partial where node.isStandalone, .parent where node.isStandalone: share(node.indentation)
      case .block where node.isStandalone || sharedIndentations[index] != nil:
        if node.startsLine { share(node.span.lowerBound..<node.span.lowerBound) }
        share(sharedIndentations[index] ?? node.indentation)
      default: if node.startsLine { share(node.span.lowerBound..<node.span.lowerBound) }
      }
      switch node.kind {
      case .parent: index = node.partner + 1
      case .block: index = node.partner
      default: index += 1
      }
    }
    return shared
  }

  private mutating func addLiteral(_ span: Range<Int>) {
    guard span.lowerBound < span.upperBound else { return }
    var node = Node(.literal, span: span)
    node.startsLine = lines.isLineStart(span.lowerBound)
    if !isCut, let end = scanner.endOfTag(in: span) { strayEnds[nodes.count] = end }
    nodes.append(node)
  }

  /// In bytes.
  private static let longestName = 200

  /// A name for a message; a very long one is cut.
  private func text(_ span: Range<Int>) -> String {
    guard span.count > Parser.longestName else { return String(decoding: source.text.bytes[span], as: UTF8.self) }
    return String(decoding: source.text.bytes[span].prefix(40), as: UTF8.self) + "…"
  }

  private func place(_ span: Range<Int>) -> Place { Place(text: source.text, span: span) }

  private mutating func report(_ fault: Fault, _ span: Range<Int>, related: Finding.Related? = nil) {
    guard findings.count < limits.faults else { return }
    findings.append(Finding(fault, at: place(span), related: related.map { [$0] } ?? []))
  }
}
