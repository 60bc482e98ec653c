/// Marks inside the texts of a page: days, which no line may break, and places where a very long word may be broken.
///
/// Neither changes a character of the text.
enum TextMarks {
  /// A word without a place to break may be this long: that is more than any name of a medicine in one word.
  static let wordLength = 24
  /// A longer one may be broken after every so many characters.
  static let partLength = 16

  /// Whether the UTF-8 text has a day or a very long word.
  ///
  /// Asked of every text of a page, most of which have neither.
  static func areNeeded(in text: Span<UInt8>) -> Bool {
    guard text.count >= dayLength else { return false }
    var length = 0
    for position in text.indices {
      let byte = text[position]
      if breaks(byte) {
        if byte == UInt8(ascii: "-"), position >= 4, isDay(text, at: position - 4) { return true }
        length = 0
      } else if isStart(byte) {
        length += 1
        if length > wordLength { return true }
      }
    }
    return false
  }

  /// Appends the text as HTML, with its marks.
  static func append(_ text: Span<UInt8>, to html: inout [UInt8]) {
    var position = 0
    var length = 0
    while position < text.count {
      let byte = text[position]
      if isDigit(byte), isDay(text, at: position) {
        html += "<time>".utf8
        for part in position..<position + dayLength { html.append(text[part]) }
        html += "</time>".utf8
        position += dayLength
        length = 0
        continue
      }
      // The bytes behind the first of a character belong to it.
      if isStart(byte), length >= partLength, isLong(text, around: position) {
        html += "<wbr>".utf8
        length = 0
      }
      if breaks(byte) { length = 0 } else if isStart(byte) { length += 1 }
      HTMLText.append(byte, to: &html)
      position += 1
    }
  }

  /// Browsers break lines behind these.
  private static func breaks(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x2D }

  /// Whether the byte is the first of a character.
  private static func isStart(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

  /// Whether the word around the position is longer than ``wordLength``; looks no further than that.
  private static func isLong(_ text: Span<UInt8>, around position: Int) -> Bool {
    var count = 0
    var start = position
    while start > 0, !breaks(text[start - 1]), count <= wordLength {
      start -= 1
      if isStart(text[start]) { count += 1 }
    }
    var end = position
    while end < text.count, !breaks(text[end]), count <= wordLength {
      if isStart(text[end]) { count += 1 }
      end += 1
    }
    return count > wordLength
  }

  // MARK: Days

  private static let dayLength = 10

  /// A day of the calendar as YYYY-MM-DD that is no part of a longer number or name.
  private static func isDay(_ text: Span<UInt8>, at start: Int) -> Bool {
    let end = start + dayLength
    guard end <= text.count, text[start + 4] == UInt8(ascii: "-"), text[start + 7] == UInt8(ascii: "-"),
      let year = number(text, start..<start + 4), let month = number(text, start + 5..<start + 7),
      let day = number(text, start + 8..<end), start == 0 || !isPart(text[start - 1]),
      end == text.count || !isPart(text[end])
    else { return false }
    return year > 0 && (1...12).contains(month) && (1...days(in: month, of: year)).contains(day)
  }

  /// Nil where a byte is no digit.
  private static func number(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var number = 0
    for position in range {
      guard isDigit(text[position]) else { return nil }
      number = number * 10 + Int(text[position] - UInt8(ascii: "0"))
    }
    return number
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}

extension CmarkNode {
  /// Marks the days and long words of a text node.
  func markText() {
    var html: [UInt8] = []
    withLiteral { text in
      html.reserveCapacity(text.count + text.count / 2 + 32)
      TextMarks.append(text, to: &html)
    }
    replace(withInline: &html)
  }
}
