internal import Diagnostics

/// Turns the text of one template into nodes, reports every fault of its syntax, and goes on after each.
struct Parser {
  private let source: TemplateSource
  private let limits: TemplateLimits
  private let lines: Lines
  private var scanner: TagScanner
  private var nodes: [Node] = []
  private var findings: [Finding] = []
  /// The indices of the sections that are open.
  private var openSections: [Int] = []

  static func parse(_ source: TemplateSource, limits: TemplateLimits) -> ParsedTemplate {
    var parser = Parser(source, limits)
    parser.run()
    return ParsedTemplate(source: source, nodes: parser.nodes, findings: parser.findings)
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
      var line: Range<Int>?
      if tag.isClosed, ![0, UInt8(ascii: "&"), UInt8(ascii: "{")].contains(tag.sigil) {
        line = lines.standalone(tag.span)
      }
      addLiteral(literalStart..<(line?.lowerBound ?? tag.span.lowerBound))
      literalStart = line?.upperBound ?? tag.span.upperBound
      guard add(tag, line: line) else { break }
    }
    addLiteral(literalStart..<bytes.count)
    closeAll(downTo: 0, at: bytes.count)
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
    case 0: kind = .variable
    case UInt8(ascii: "&"), UInt8(ascii: "{"): kind = .rawVariable
    case UInt8(ascii: "#"): kind = .section
    case UInt8(ascii: "^"): kind = .inverted
    case UInt8(ascii: "/"): kind = .close
    case UInt8(ascii: ">"): kind = .partial
    case UInt8(ascii: "="), UInt8(ascii: "!"):
      if tag.sigil == UInt8(ascii: "="), !scanner.setDelimiters(tag.content) { report(.badDelimiters, tag.span) }
      if startsLine {
        var mark = Node(.literal, span: tag.span.upperBound..<tag.span.upperBound)
        mark.startsLine = true
        nodes.append(mark)
      }
      return true
    default:
      report(.unsupportedTag(String(decoding: [tag.sigil], as: UTF8.self)), tag.span)
      return true
    }
    var node = Node(kind, span: tag.span, name: tag.content)
    node.startsLine = startsLine
    if let line {
      node.isStandalone = true
      node.indentation = line.lowerBound..<tag.span.lowerBound
    }
    return add(node)
  }

  private mutating func add(_ node: Node) -> Bool {
    if node.kind == .close {
      close(node)
      return true
    }
    var node = node
    node.isNamed = isName(node.name, partial: node.kind == .partial)
    if !node.isNamed { report(.badName(text(node.name)), node.span) }
    if node.kind == .section || node.kind == .inverted {
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

  /// Whether a name could be meant: no spaces, no empty part between dots, and no dynamic partial (`{{>*name}}`).
  private func isName(_ name: Range<Int>, partial: Bool) -> Bool {
    let bytes = source.text.bytes[name]
    if bytes.isEmpty || bytes.count > Parser.longestName || bytes.contains(where: TagScanner.isSpace) { return false }
    if partial { return !bytes.contains(UInt8(ascii: "*")) }
    if bytes.elementsEqual([UInt8(ascii: ".")]) { return true }
    return !bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).contains { $0.isEmpty }
  }

  private mutating func close(_ node: Node) {
    let bytes = source.text.bytes
    guard let innermost = openSections.last else {
      return report(.straySectionEnd(text(node.name)), node.span)
    }
    if let match = openSections.lastIndex(where: { bytes[nodes[$0].name].elementsEqual(bytes[node.name]) }) {
      // What was opened inside and not closed ends here too.
      closeAll(downTo: match + 1, at: node.span.lowerBound)
    } else {
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
      report(
        .unclosedSection(text(section.name)), section.span,
        related: .init(isAtEnd ? .endOfTemplate : .closedInside, place(offset..<offset)))
      finish(Node(.close, span: offset..<offset, name: section.name))
    }
  }

  private mutating func finish(_ close: Node) {
    guard let index = openSections.popLast() else { return }
    var close = close
    close.partner = index
    nodes[index].partner = nodes.count
    nodes.append(close)
  }

  private mutating func addLiteral(_ span: Range<Int>) {
    guard span.lowerBound < span.upperBound else { return }
    var node = Node(.literal, span: span)
    node.startsLine = lines.isLineStart(span.lowerBound)
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
