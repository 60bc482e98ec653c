import CCmark

/// A Markdown document parsed by libcmark, with its nodes; they live exactly as long as this value.
///
/// The only file that imports CCmark. No pointer leaves it: other files see ``CmarkNode``, and libcmark always renders in
/// safe mode, so raw HTML is left out of the page and `javascript:` links lose their target.
struct CmarkTree: ~Copyable {
  let root: CmarkNode

  /// Parses UTF-8 text; bytes that are not UTF-8, and NUL, become U+FFFD.
  init(parsing markdown: [UInt8]) throws(MarkdownError) {
    let parsed = markdown.withUnsafeBytes { bytes in
      cmark_parse_document(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_VALIDATE_UTF8)
    }
    guard let parsed else { throw .outOfMemory }
    root = CmarkNode(pointer: parsed)
  }

  deinit { cmark_node_free(root.pointer) }

  func html() throws(MarkdownError) -> [UInt8] {
    guard let text = cmark_render_html(root.pointer, CMARK_OPT_DEFAULT) else { throw .outOfMemory }
    defer { cmark_get_default_mem_allocator().pointee.free(text) }
    return [UInt8](UnsafeRawBufferPointer(start: text, count: strlen(text)))
  }

  /// Visits every node in document order, containers a second time when they are left. Does not recurse.
  ///
  /// The tree must not be changed during the walk.
  /// - Parameter visit: the node, whether it is entered, and how many nodes enclose it (0 for the document).
  func walk(_ visit: (_ node: CmarkNode, _ entering: Bool, _ depth: Int) -> Void) {
    let iterator = cmark_iter_new(root.pointer)
    defer { cmark_iter_free(iterator) }
    var depth = 0
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let pointer = cmark_iter_get_node(iterator) else { return }
      let node = CmarkNode(pointer: pointer)
      let entering = event == CMARK_EVENT_ENTER
      if !entering { depth -= 1 }
      visit(node, entering, depth)
      if entering, !node.isLeaf { depth += 1 }
    }
  }
}

/// One node of a ``CmarkTree``; valid while the tree lives and the node has not been removed.
struct CmarkNode {
  enum Kind {
    case blockQuote, orderedList, listItem, heading, paragraph, codeBlock
    case text, code, lineEnd, strong, link, image
    case other
  }

  fileprivate let pointer: OpaquePointer

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? .orderedList : .other
    case CMARK_NODE_ITEM: .listItem
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: .lineEnd
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: .other
    }
  }

  /// Whether cmark's iterator visits the node once, as it cannot have children.
  fileprivate var isLeaf: Bool {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
      CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
      true
    default: false
    }
  }

  /// 1 to 6, or 0 for anything but a heading.
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  /// The first line of the node in the parsed text, from 1.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }

  var firstChild: CmarkNode? { cmark_node_first_child(pointer).map(CmarkNode.init) }
  var parent: CmarkNode? { cmark_node_parent(pointer).map(CmarkNode.init) }
  var previous: CmarkNode? { cmark_node_previous(pointer).map(CmarkNode.init) }
  var next: CmarkNode? { cmark_node_next(pointer).map(CmarkNode.init) }

  /// The text of a text, code or code block node.
  var literal: [UInt8] { [UInt8](copying: cmark_node_get_literal(pointer)) }
  /// The same text where it stands, which is until the tree is changed.
  func withLiteral<Result>(_ read: (Span<UInt8>) -> Result) -> Result {
    let text = cmark_node_get_literal(pointer)
    let bytes = UnsafeRawBufferPointer(start: text, count: text.map { strlen($0) } ?? 0)
    return read(bytes.bindMemory(to: UInt8.self).span)
  }

  /// The target of a link or an image.
  var destination: [UInt8] { [UInt8](copying: cmark_node_get_url(pointer)) }
  /// What stands behind the fence of a code block.
  var fenceInfo: [UInt8] { [UInt8](copying: cmark_node_get_fence_info(pointer)) }

  func dropDestination() { cmark_node_set_url(pointer, "") }

  /// Puts our own markup in the place of this node and around its children.
  func replace(withBlock opening: String, _ closing: String) {
    replace(with: CMARK_NODE_CUSTOM_BLOCK, opening, closing)
  }

  func replace(withInline opening: String, _ closing: String) {
    replace(with: CMARK_NODE_CUSTOM_INLINE, opening, closing)
  }

  /// Puts our own markup in the place of this node, which has no children.
  ///
  /// - Parameter markup: without NUL; it is left empty, with its room.
  func replace(withInline markup: inout [UInt8]) {
    guard CmarkNode.inline(taking: &markup)?.attached(by: { cmark_node_replace(pointer, $0) }) != nil else { return }
    cmark_node_free(pointer)
  }

  /// Puts a block of our own in front of this node, and its markup in front of what is put into it.
  @discardableResult
  func insertBlockBefore(_ markup: String) -> CmarkNode? {
    CmarkNode.custom(CMARK_NODE_CUSTOM_BLOCK, markup, "")?.attached { cmark_node_insert_before(pointer, $0) }
  }

  func appendBlock(_ markup: String) {
    _ = CmarkNode.custom(CMARK_NODE_CUSTOM_BLOCK, markup, "")?.attached { cmark_node_append_child(pointer, $0) }
  }

  /// Adds our own markup, then the children of `source`, which is removed from the tree.
  ///
  /// - Parameter markup: without NUL; it is left empty, with its room.
  func appendInline(taking markup: inout [UInt8], andChildrenOf source: CmarkNode) {
    appendInline(taking: &markup)
    takeChildren(of: source)
    source.remove()
  }

  func appendInline(taking markup: inout [UInt8]) {
    _ = CmarkNode.inline(taking: &markup)?.attached { cmark_node_append_child(pointer, $0) }
  }

  /// Takes the node and everything in it out of the tree; it must not be used afterwards.
  func remove() { cmark_node_free(pointer) }

  private func replace(with type: cmark_node_type, _ opening: String, _ closing: String) {
    guard let wrapper = CmarkNode.custom(type, opening, closing) else { return }
    wrapper.takeChildren(of: self)
    guard wrapper.attached(by: { cmark_node_replace(pointer, $0) }) != nil else { return }
    cmark_node_free(pointer)
  }

  private func takeChildren(of source: CmarkNode) {
    while let child = cmark_node_first_child(source.pointer) {
      guard cmark_node_append_child(pointer, child) == 1 else { return }
    }
  }

  private static func inline(taking markup: inout [UInt8]) -> CmarkNode? {
    defer { markup.removeAll(keepingCapacity: true) }
    guard let pointer = cmark_node_new(CMARK_NODE_CUSTOM_INLINE) else { return nil }
    markup.append(0)
    // libcmark copies the text.
    markup.withUnsafeBytes { bytes in
      _ = cmark_node_set_on_enter(pointer, bytes.baseAddress?.assumingMemoryBound(to: CChar.self))
    }
    return CmarkNode(pointer: pointer)
  }

  /// libcmark copies both strings.
  private static func custom(_ type: cmark_node_type, _ opening: String, _ closing: String) -> CmarkNode? {
    guard let pointer = cmark_node_new(type) else { return nil }
    // Not passed as they are: that would copy each into an array first.
    if !opening.isEmpty { _ = opening.withCString { cmark_node_set_on_enter(pointer, $0) } }
    if !closing.isEmpty { _ = closing.withCString { cmark_node_set_on_exit(pointer, $0) } }
    return CmarkNode(pointer: pointer)
  }

  /// Frees the new node when the tree does not take it.
  private func attached(by attach: (OpaquePointer) -> CInt) -> CmarkNode? {
    if attach(pointer) == 1 { return self }
    cmark_node_free(pointer)
    return nil
  }
}

extension [UInt8] {
  fileprivate init(copying text: UnsafePointer<CChar>?) {
    self = text.map { [UInt8](UnsafeRawBufferPointer(start: $0, count: strlen($0))) } ?? []
  }
}
