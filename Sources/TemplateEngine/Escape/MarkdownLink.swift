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
  private var hasTitle = false
  private var isAfterSpace = true
  private(set) var address = AddressPlace()
  /// Whether a `[` surely belongs to it.
  private let isCertain: Bool
  /// Something stands in it that is neither address nor title: it is no link, but text.
  private(set) var isBroken = false
  private var last: UInt8 = 0
  /// If it is text, it holds what may begin a tag.
  private var hasAngle = false

  init(isCertain: Bool) { self.isCertain = isCertain }

  /// Whether what follows may stand inside a tag that began between the parentheses.
  var mayOpenTag: Bool { hasAngle && (isBroken || !isCertain) }

  enum Event { case goesOn, ends, makesScheme }

  mutating func read(_ byte: UInt8, isEscaped: Bool) -> Event {
    if last == UInt8(ascii: "<"), MarkdownRawHTML.beginsTag(byte) { hasAngle = true }
    last = isEscaped ? 0 : byte
    return readPart(byte, isEscaped: isEscaped)
  }

  private mutating func readPart(_ byte: UInt8, isEscaped: Bool) -> Event {
    let isSpace = byte == 0x20 || byte == 0x09
    switch form {
    case .beforeAddress:
      if isSpace { return .goesOn }
      if byte == UInt8(ascii: "<") {
        form = .angle
        return .goesOn
      }
      form = .bare
      return readPart(byte, isEscaped: isEscaped)
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
        isAfterSpace = false
        if byte == UInt8(ascii: "<") { isBroken = true }
        return .goesOn
      }
      return address.read(byte) ? .makesScheme : .goesOn
    case .afterAddress:
      if isEscaped {
        if titleQuote == 0 { isBroken = true }
        return .goesOn
      }
      if titleQuote != 0 {
        if byte == titleQuote { (titleQuote, hasTitle) = (0, true) }
      } else if byte == UInt8(ascii: ")") {
        return .ends
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        if hasTitle || !isAfterSpace { isBroken = true }
        titleQuote = byte
      } else if !isSpace {
        isBroken = true
      }
      isAfterSpace = isSpace
      return .goesOn
    }
  }

  mutating func endLine() { (form, isBroken) = (.afterAddress, true) }

  mutating func placeText() -> Result<Escape, PlaceFault> {
    if !isCertain || isBroken { return .failure(PlaceFault(.markdownLinkUnclear)) }
    if form == .beforeAddress { form = .bare }
    last = 0
    return form == .afterAddress ? .failure(PlaceFault(.markdownLinkTitle)) : address.placeText()
  }

  mutating func placeMarkup() {
    if form == .beforeAddress { form = .bare }
    address.placeMarkup()
  }

  mutating func beginLoop() { address.beginLoop() }
  mutating func join(_ other: MarkdownLink) {
    address.join(other.address)
    (isBroken, hasAngle) = (isBroken || other.isBroken, hasAngle || other.hasAngle)
    isAfterSpace = isAfterSpace && other.isAfterSpace
    hasTitle = hasTitle || other.hasTitle
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
