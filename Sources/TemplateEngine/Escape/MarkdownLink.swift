/// The parentheses of a link that are being written: `(address "title")`.
///
/// Source: https://spec.commonmark.org/0.31.2/#inline-link
struct MarkdownLink: Sendable {
  enum Form: Sendable, Equatable {
    case beforeAddress
    case bare
    /// Between `<` and `>`.
    case angle
    case afterAddress
  }

  private(set) var form = Form.beforeAddress
  private var depth = 0
  private var titleQuote: UInt8 = 0
  private(set) var address = AddressPlace()

  enum Event { case goesOn, ends, makesScheme }

  mutating func read(_ byte: UInt8, isEscaped: Bool) -> Event {
    let isSpace = byte == 0x20 || byte == 0x09
    switch form {
    case .beforeAddress:
      if isSpace { return .goesOn }
      if byte == UInt8(ascii: "<") {
        form = .angle
        return .goesOn
      }
      form = .bare
      return read(byte, isEscaped: isEscaped)
    case .bare:
      if isSpace {
        form = .afterAddress
        return .goesOn
      }
      if !isEscaped, byte == UInt8(ascii: "(") { depth += 1 }
      if !isEscaped, byte == UInt8(ascii: ")") {
        depth -= 1
        if depth < 0 { return .ends }
      }
      return address.read(byte) ? .makesScheme : .goesOn
    case .angle:
      if !isEscaped, byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") {
        form = .afterAddress
        return .goesOn
      }
      return address.read(byte) ? .makesScheme : .goesOn
    case .afterAddress:
      if isEscaped { return .goesOn }
      if titleQuote != 0 {
        if byte == titleQuote { titleQuote = 0 }
      } else if byte == UInt8(ascii: ")") {
        return .ends
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        titleQuote = byte
      }
      return .goesOn
    }
  }

  mutating func endLine() { form = .afterAddress }

  mutating func placeText() -> Result<Escape, PlaceFault> {
    if form == .beforeAddress { form = .bare }
    return form == .afterAddress ? .failure(PlaceFault(.markdownLinkTitle)) : address.placeText()
  }

  mutating func placeMarkup() {
    if form == .beforeAddress { form = .bare }
    address.placeMarkup()
  }

  mutating func beginLoop() { address.beginLoop() }
  mutating func join(_ other: MarkdownLink) {
    address.join(other.address)
    if form == .beforeAddress { form = other.form }
  }
}

extension MarkdownLink: Equatable {
  /// Whether both are at the same place of the parentheses, whatever the address.
  static func == (a: MarkdownLink, b: MarkdownLink) -> Bool {
    func isInAddress(_ form: Form) -> Bool { form == .beforeAddress || form == .bare }
    let isSameForm = a.form == b.form || (isInAddress(a.form) && isInAddress(b.form))
    return isSameForm && a.depth == b.depth && a.titleQuote == b.titleQuote
  }
}
