/// An open block of raw HTML in Markdown, and how it ends.
///
/// What may be such a block counts as one: `<b>x</b> y` at the start of a line does.
///
/// Source: https://spec.commonmark.org/0.31.2/#html-blocks
struct MarkdownRawHTML: Sendable {
  private enum End: Sendable, Equatable {
    case blankLine
    /// After the line that holds one of these.
    case line([[UInt8]])
  }

  private var end = End.blankLine
  /// The last bytes, in lower case, to find the end.
  private var recent: [UInt8] = []
  private var isComplete = false
  /// The name after `<`, as far as it is read; nil when it is complete.
  private var name: [UInt8]?

  /// A block that begins with `<` and this byte.
  init?(after byte: UInt8) {
    guard MarkdownRawHTML.beginsTag(byte) else { return nil }
    name = []
    read(byte)
  }

  static func beginsTag(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || [UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(byte)
  }

  mutating func read(_ byte: UInt8) {
    let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    readName(lower)
    guard case .line(let ends) = end else { return }
    recent.append(lower)
    if recent.count > 12 { recent.removeFirst() }
    if ends.contains(where: { recent.suffix($0.count).elementsEqual($0) }) { isComplete = true }
  }

  private mutating func readName(_ byte: UInt8) {
    guard var name else { return }
    let isWhole = byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">")
    if isWhole, MarkdownRawHTML.longElements.contains(name) {
      end = .line(MarkdownRawHTML.longElements.map { Array("</".utf8) + $0 + Array(">".utf8) })
    }
    name.append(byte)
    self.name = isWhole || name.count > 9 ? nil : name
    switch name.first {
    case UInt8(ascii: "?"): end = .line([Array("?>".utf8)])
    case UInt8(ascii: "!"):
      if name == Array("!--".utf8) {
        (end, recent) = (.line([Array("-->".utf8)]), Array("<!-".utf8))
      } else if name.count == 2 {
        end = byte == UInt8(ascii: "[") ? .line([Array("]]>".utf8)]) : .line([Array(">".utf8)])
      }
    default: break
    }
  }

  /// - Returns: whether the block goes on behind the line.
  mutating func endLine(isBlank: Bool) -> Bool {
    if let name, MarkdownRawHTML.longElements.contains(name) { readName(0x20) }
    name = nil
    recent = []
    return end == .blankLine ? !isBlank : !isComplete
  }

  private static let longElements = ["pre", "script", "style", "textarea"].map { Array($0.utf8) }
}

/// After `<` inside a line of Markdown that may begin a tag, a comment or an address.
///
/// Where it cannot be told whether or where it ends, it counts as open up to the next blank line.
struct MarkdownAngle: Sendable {
  private var bytes: [UInt8] = []
  private var quote: UInt8 = 0
  private var isEndless = false
  private var last: UInt8 = 0
  private var isInComment = false
  /// Hyphens of the comment's text since the last other character.
  private var dashes = 0

  /// - Returns: whether it ends with the byte.
  mutating func read(_ byte: UInt8) -> Bool {
    defer { last = byte }
    if bytes.count < 3 { bytes.append(byte) }
    if isEndless { return false }
    if bytes.first == UInt8(ascii: "!") || bytes.first == UInt8(ascii: "?") {
      guard bytes.starts(with: "!--".utf8.prefix(bytes.count)) else {
        isEndless = true
        return false
      }
      if byte == UInt8(ascii: ">"), dashes >= 2 { return true }
      // The first two hyphens begin the comment.
      dashes = byte == UInt8(ascii: "-") && bytes.count == 3 && isInComment ? dashes + 1 : 0
      isInComment = bytes.count == 3
      return false
    }
    if quote != 0 {
      if byte == quote { quote = 0 }
      return false
    }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      if last == UInt8(ascii: "=") { quote = byte } else { isEndless = true }
    case UInt8(ascii: "<"): isEndless = true
    case UInt8(ascii: ">"): return true
    default: break
    }
    return false
  }

}

extension MarkdownRawHTML: Equatable {
  static func == (a: MarkdownRawHTML, b: MarkdownRawHTML) -> Bool { a.end == b.end }

  /// Where two ways differ the block goes on.
  mutating func join(_ other: MarkdownRawHTML) {
    isComplete = isComplete && other.isComplete
    if recent != other.recent { recent = [] }
    if name != other.name { name = nil }
  }
}

extension MarkdownAngle: Equatable {
  static func == (a: MarkdownAngle, b: MarkdownAngle) -> Bool { a.quote == b.quote }

  mutating func join(_ other: MarkdownAngle) {
    isEndless = isEndless || other.isEndless || isInComment != other.isInComment
    if last != other.last { last = 0 }
    dashes = min(dashes, other.dashes)
  }
}
