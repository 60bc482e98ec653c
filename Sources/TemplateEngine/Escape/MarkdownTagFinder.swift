/// Finds raw HTML in Markdown, which a page leaves out; an address between `<` and `>` is none.
///
/// Source: https://spec.commonmark.org/0.31.2/#raw-html
struct MarkdownTagFinder: Sendable, Equatable {
  private enum Part: Sendable, Equatable {
    case none
    case open
    /// After `</`.
    case close
    case name
    case inside
    /// After `<!`.
    case declaration
  }

  private var part = Part.none
  private var site = LiteralSite(source: 0, offset: 0)

  /// - Parameters:
  ///   - byte: the next one; line ends as well.
  ///   - mayBegin: whether a tag can begin here, so not in code or in an address.
  /// - Returns: where a tag begins that is complete now, or a comment.
  mutating func read(_ byte: UInt8, at place: LiteralSite, mayBegin: Bool) -> LiteralSite? {
    let isLetter = (0x61...0x7A).contains(byte | 0x20)
    let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
    if byte == UInt8(ascii: "<"), mayBegin {
      (part, site) = (.open, place)
      return nil
    }
    switch part {
    case .none: return nil
    case .open:
      switch byte {
      case UInt8(ascii: "/"): part = .close
      case UInt8(ascii: "!"): part = .declaration
      case UInt8(ascii: "?"): return found()
      default: part = isLetter ? .name : .none
      }
    case .declaration:
      if isLetter || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "[") { return found() }
      part = .none
    case .close: part = isLetter ? .name : .none
    case .name:
      if byte == UInt8(ascii: ">") { return found() }
      if isSpace || byte == UInt8(ascii: "/") {
        part = .inside
      } else if !ByteClass.isAlphanumeric(byte), byte != UInt8(ascii: "-") {
        part = .none
      }
    case .inside: if byte == UInt8(ascii: ">") { return found() }
    }
    return nil
  }

  private mutating func found() -> LiteralSite {
    part = .none
    return site
  }

  /// A value stands here, or a paragraph ends.
  mutating func end() { part = .none }
}
