/// The outermost open element of HTML whose content a reader does not see, as far as the markup itself says so: a style sheet is not read.
///
/// Where it cannot be told whether it has ended it counts as open.
///
/// Source: https://html.spec.whatwg.org/multipage/rendering.html#hidden-elements
struct HTMLHiddenElement: Sendable, Equatable {
  private let tag: [UInt8]
  /// How many elements of that name are open inside, with itself.
  private var depth = 1

  /// An element of that name begins.
  ///
  /// - Parameter hides: whether one of its attributes hides it; nil is returned when nothing does.
  init?(_ tag: [UInt8], isHiddenByAttribute hides: Bool, isOpen: Bool) {
    let isClosed = !isOpen && HTMLHiddenElement.closed.contains(tag)
    guard hides && !HTMLHiddenElement.void.contains(tag) || isClosed || HTMLHiddenElement.names.contains(tag) else {
      return nil
    }
    self.tag = tag
  }

  /// A tag follows inside.
  ///
  /// - Returns: whether it ends the element.
  mutating func read(_ other: [UInt8], isEndTag: Bool) -> Bool {
    guard other == tag else { return false }
    depth += isEndTag ? -1 : 1
    return depth == 0
  }

  mutating func join(_ other: HTMLHiddenElement) { if tag == other.tag { depth = max(depth, other.depth) } }

  /// Whether an attribute hides its element.
  static func isHiding(_ attribute: [UInt8]) -> Bool {
    ["hidden", "popover"].contains { attribute.elementsEqual($0.utf8) }
  }

  /// Whether the content of a `style` attribute hides its element.
  static func isHiding(style: [UInt8]) -> Bool {
    let text = String(decoding: style, as: UTF8.self)
    return ["display:none", "visibility:hidden", "visibility:collapse", "opacity:0", "font-size:0"]
      .contains { text.contains($0) }
  }

  /// Show nothing of their content, or only something else.
  private static let names = set([
    "audio", "canvas", "datalist", "defs", "desc", "metadata", "object", "rp", "select", "symbol", "template", "video",
  ])
  /// Show their content when they have the attribute `open`.
  private static let closed = set(["details", "dialog"])
  /// Have no content.
  private static let void = set([
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ])

  private static func set(_ names: [String]) -> Set<[UInt8]> { Set(names.map { Array($0.utf8) }) }
}
