/// Marks inside the texts of a page: days, which no line may break, and places where a very long word may be broken.
///
/// Neither changes a character of the text.
struct TextMarks {
  /// A word without a place to break may be this long: that is more than any name of a medicine in one word.
  static let wordLength = 24
  /// A longer one may be broken after every so many characters.
  static let partLength = 16

  enum Piece: Equatable {
    case text(Range<Int>)
    case day(Range<Int>)
    case breakHere
  }

  /// The pieces of the UTF-8 text, in order; nil where it needs no mark.
  static func pieces(of text: [UInt8]) -> [Piece]? {
    guard text.count >= 10 else { return nil }
    var pieces: [Piece] = []
    var start = 0
    var position = 0
    var length = 0
    func close(at end: Int) { if end > start { pieces.append(.text(start..<end)) } }
    while position < text.count {
      if isDay(text, at: position) {
        close(at: position)
        pieces.append(.day(position..<position + 10))
        position += 10
        (start, length) = (position, 0)
        continue
      }
      let byte = text[position]
      // The bytes behind the first of a character belong to it.
      let isInside = (0x80...0xBF).contains(byte)
      if !isInside, length >= partLength, isLong(text, around: position) {
        close(at: position)
        pieces.append(.breakHere)
        (start, length) = (position, 0)
      }
      if breaks(byte) { length = 0 } else if !isInside { length += 1 }
      position += 1
    }
    guard !pieces.isEmpty else { return nil }
    close(at: text.count)
    return pieces
  }

  /// Browsers break lines behind these.
  private static func breaks(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x2D }

  /// Whether the word around the position is longer than ``wordLength``; looks no further than that.
  private static func isLong(_ text: [UInt8], around position: Int) -> Bool {
    var count = 0
    func isStart(_ byte: UInt8) -> Bool { !(0x80...0xBF).contains(byte) }
    for byte in text[..<position].reversed() {
      if breaks(byte) || count > wordLength { break }
      if isStart(byte) { count += 1 }
    }
    for byte in text[position...] {
      if breaks(byte) || count > wordLength { break }
      if isStart(byte) { count += 1 }
    }
    return count > wordLength
  }

  /// A day of the calendar as YYYY-MM-DD that is no part of a longer number or name.
  private static func isDay(_ text: [UInt8], at start: Int) -> Bool {
    guard start + 10 <= text.count, isDigit(text[start]), start == 0 || !isPart(text[start - 1]),
      start + 10 == text.count || !isPart(text[start + 10])
    else { return false }
    for (offset, byte) in text[start..<start + 10].enumerated() {
      guard offset == 4 || offset == 7 ? byte == UInt8(ascii: "-") : isDigit(byte) else { return false }
    }
    func number(_ range: Range<Int>) -> Int { text[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
    let (year, month, day) = (
      number(start..<start + 4), number(start + 5..<start + 7), number(start + 8..<start + 10)
    )
    guard (1...12).contains(month), year > 0 else { return false }
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month - 1]).contains(day)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isPart(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}

extension CmarkNode {
  /// Marks the days and long words of a text node.
  func markText() {
    let text = literal
    guard let pieces = TextMarks.pieces(of: text) else { return }
    let markup = pieces.map { piece in
      switch piece {
      case .text(let range): escaped(text[range])
      case .day(let range): "<time>\(escaped(text[range]))</time>"
      case .breakHere: "<wbr>"
      }
    }
    replace(withInline: markup.joined(), "")
  }

  private func escaped(_ text: ArraySlice<UInt8>) -> String {
    String(decoding: HTMLText.escaped(Array(text)), as: UTF8.self)
  }
}
