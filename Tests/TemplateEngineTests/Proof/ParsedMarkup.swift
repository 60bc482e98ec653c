import CCmark

/// Markup as a parser that is not ours has read it: its tree written out, and the addresses in it, in their order.
struct ParsedMarkup: Equatable {
  var tree: [UInt8]
  var addresses: [[UInt8]]
}

extension ParsedMarkup {
  /// Markdown as libcmark reads it.
  init(markdown: [UInt8]) {
    (tree, addresses) = ([], [])
    let document = markdown.withUnsafeBytes { bytes in
      cmark_parse_document(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_DEFAULT)
    }
    guard let document else { return }
    defer { cmark_node_free(document) }
    let iterator = cmark_iter_new(document)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
      if event == CMARK_EVENT_ENTER { enter(node) } else { tree.append(2) }
    }
  }

  private mutating func enter(_ node: OpaquePointer) {
    let type = cmark_node_get_type(node)
    func append(_ text: UnsafePointer<CChar>?) {
      if let text { tree.append(contentsOf: UnsafeRawBufferPointer(start: text, count: strlen(text))) }
    }
    // Text that stands in several nodes is one text.
    guard type != CMARK_NODE_TEXT else { return append(cmark_node_get_literal(node)) }
    tree.append(1)
    append(cmark_node_get_type_string(node))
    tree.append(contentsOf: " ".utf8)
    switch type {
    case CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE:
      append(cmark_node_get_literal(node))
      if type == CMARK_NODE_CODE_BLOCK { append(cmark_node_get_fence_info(node)) }
      tree.append(2)
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      append(cmark_node_get_title(node))
      let address = cmark_node_get_url(node)
      addresses.append(address.map { [UInt8](UnsafeRawBufferPointer(start: $0, count: strlen($0))) } ?? [])
      tree.append(contentsOf: "|".utf8)
    case CMARK_NODE_HEADING: tree.append(UInt8(truncatingIfNeeded: 0x30 + cmark_node_get_heading_level(node)))
    case CMARK_NODE_LIST:
      tree.append(contentsOf: "\(cmark_node_get_list_start(node)) \(cmark_node_get_list_tight(node))".utf8)
    default: break
    }
  }
}

/// What a place must be read as: the markup of a harmless word, cut where the word stands.
struct ExpectedMarkup {
  private enum Piece {
    case bytes([UInt8])
    case value(ReadAs)
  }

  private var tree: [Piece]
  private var addresses: [[Piece]]

  /// - Parameter harmless: what was read when every field held its word.
  init(_ harmless: ParsedMarkup) {
    tree = ExpectedMarkup.pieces(harmless.tree)
    addresses = harmless.addresses.map { ExpectedMarkup.pieces(ReadAs.decoded($0)) }
  }

  /// How often a value occurs.
  var valueCount: Int {
    ([tree] + addresses).joined().count { if case .value = $0 { true } else { false } }
  }

  private static func pieces(_ bytes: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "Q"),
        let kind = ReadAs.allCases.first(where: { bytes[index...].starts(with: $0.word.utf8) })
      {
        pieces += [.bytes(Array(bytes[start..<index])), .value(kind)]
        index += kind.word.utf8.count
        start = index
      } else {
        index += 1
      }
    }
    return pieces + [.bytes(Array(bytes[start...]))]
  }

  private static func join(_ pieces: [Piece], _ values: [ReadAs: [UInt8]]) -> [UInt8] {
    pieces.reduce(into: []) { result, piece in
      switch piece {
      case .bytes(let bytes): result += bytes
      case .value(let kind): result += values[kind] ?? []
      }
    }
  }

  /// Why what was read is not what was expected; nil when it is.
  func difference(_ found: ParsedMarkup, _ values: [ReadAs: [UInt8]]) -> String? {
    func shown(_ bytes: [UInt8]) -> String {
      String(decoding: bytes, as: UTF8.self).replacing("\u{1}", with: "‹").replacing("\u{2}", with: "›")
    }
    let wanted = ExpectedMarkup.join(tree, values)
    if found.tree != wanted { return "read as\n\(shown(found.tree))\nnot as\n\(shown(wanted))" }
    if found.addresses.count != addresses.count {
      return "\(found.addresses.map(shown)): too many addresses or too few"
    }
    for (address, expected) in zip(found.addresses, addresses) {
      if ReadAs.isDangerous(address) { return "dangerous: \(shown(address))" }
      let wanted = ExpectedMarkup.join(expected, values)
      if ReadAs.decoded(address) != wanted { return "\(shown(address)) leads elsewhere than \(shown(wanted))" }
    }
    return nil
  }
}
