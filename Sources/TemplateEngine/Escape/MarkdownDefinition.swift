/// The definition of a link behind its label: `[label]: address "title"`. Nothing of it is shown, and the title may stand on the lines below the address.
///
/// Source: https://spec.commonmark.org/0.31.2/#link-reference-definitions
struct MarkdownDefinition: Sendable, Equatable {
  private enum Part: Sendable, Equatable {
    case none
    case beforeAddress
    case address
    /// Between `<` and `>`.
    case angle
    case afterAddress
    case title(end: UInt8)
    case afterTitle
    /// Different on the ways that lead here.
    case unclear
  }

  private var part = Part.none
  /// Whether the line is one below the one with the address.
  private var isBelow = false
  private var isEscaped = false

  /// Behind `[label]:`.
  mutating func begin() { (part, isBelow, isEscaped) = (.beforeAddress, false, false) }

  /// A blank line, or another block.
  mutating func end() { part = .none }

  mutating func read(_ byte: UInt8) {
    guard part != .none else { return }
    let isEscaped = isEscaped
    self.isEscaped = byte == 0x5C && !isEscaped
    let isSpace = byte == 0x20 || byte == 0x09
    switch part {
    case .none, .unclear: break
    case .beforeAddress: if !isSpace { part = byte == UInt8(ascii: "<") ? .angle : .address }
    case .address: if isSpace { part = .afterAddress }
    case .angle: if byte == UInt8(ascii: ">"), !isEscaped { part = .afterAddress }
    case .afterAddress:
      // Marks of quotes go on with the quote in which the definition stands.
      if isSpace || (isBelow && byte == UInt8(ascii: ">")) { return }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): part = .title(end: byte)
      case UInt8(ascii: "("): part = .title(end: UInt8(ascii: ")"))
      default: part = .none
      }
    case .title(let end): if byte == end, !isEscaped { part = .afterTitle }
    case .afterTitle: if !isSpace { part = .none }
    }
  }

  mutating func endLine() {
    switch part {
    case .address: part = .afterAddress
    case .angle, .afterTitle: part = .none
    case .none, .beforeAddress, .afterAddress, .title, .unclear: break
    }
    isBelow = part != .beforeAddress
    isEscaped = false
  }

  /// Why no value can stand here; nil when one can.
  var fault: Misplacement? {
    switch part {
    case .none: nil
    case .afterTitle: isBelow ? nil : .markdownDefinition
    case .beforeAddress, .address, .angle: .markdownDefinition
    case .afterAddress, .title, .unclear: isBelow ? .markdownDefinitionTitle : .markdownDefinition
    }
  }

  /// A value stands here.
  mutating func place() { if part == .afterTitle, isBelow { part = .none } }

  /// Markup stands here: whatever it holds.
  mutating func placeMarkup() { if part != .none { part = .unclear } }

  /// Whether the beginning of a line could go on with it.
  var isOpen: Bool { part != .none }

  /// Control flow comes here also from `other`.
  mutating func join(_ other: MarkdownDefinition) {
    isBelow = isBelow || other.isBelow
    guard part != other.part, other.part != .none else { return }
    part = part == .none ? other.part : .unclear
  }
}
