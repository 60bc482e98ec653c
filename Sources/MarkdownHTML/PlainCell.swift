/// A cell in which libcmark would find nothing but text, or nothing but bold text.
struct PlainCell {
  /// The text without the marks that make it bold.
  var text: Range<Int>
  var isBold: Bool

  /// Nil for every cell that a parser has to read, and for some that it need not.
  ///
  /// - Parameter cell: without the spaces around it.
  init?(_ cell: Range<Int>, in document: Span<UInt8>) {
    (text, isBold) = (cell, false)
    if cell.count > 4, Self.isMark(cell.lowerBound, in: document), Self.isMark(cell.upperBound - 2, in: document) {
      (text, isBold) = (cell.lowerBound + 2..<cell.upperBound - 2, true)
      guard Self.isWord(text.lowerBound, in: document), Self.isGraphic(document[text.upperBound - 1]) else {
        return nil
      }
    }
    var isASCII = true
    for position in text {
      let byte = document[position]
      if Self.hasMeaning(byte) { return nil }
      if byte >= 0x80 { isASCII = false }
    }
    // libcmark would put another character in the place of bytes that are not UTF-8.
    guard isASCII || (try? UTF8Span(validating: document.extracting(text))) != nil else { return nil }
  }

  private static func isMark(_ position: Int, in document: Span<UInt8>) -> Bool {
    document[position] == UInt8(ascii: "*") && document[position + 1] == UInt8(ascii: "*")
  }

  /// Whether bold may begin at the character: no white space, of which Unicode has more than ASCII.
  private static func isWord(_ position: Int, in document: Span<UInt8>) -> Bool {
    switch document[position] {
    // Of these blocks U+0080, U+1000 and U+3000 hold white space, as does U+2000 to U+207F.
    case 0xC2, 0xE1, 0xE3: false
    case 0xE2: document[position + 1] > 0x81
    case let byte: byte >= 0x80 || isGraphic(byte)
    }
  }

  private static func isGraphic(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  /// Whether the byte can mean something to CommonMark within a line, or is a control character.
  private static func hasMeaning(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "|"):
      true
    default: false
    }
  }
}
