/// What stands in front of the content of a line: indentation, `>` of block quotes, and markers that open a list item.
struct LinePrefix {
  /// Where the line's content starts, in bytes from the start of the document.
  var end: Int
  /// How many `>` were passed.
  var quotes = 0
  /// Whether a list marker was passed.
  var opensItem = false

  /// - Parameter items: whether list markers belong to the prefix; they do not where a line goes on with a paragraph.
  init(of line: Range<Int>, in text: Span<UInt8>, items: Bool) {
    var position = line.lowerBound
    while position < line.upperBound {
      switch text[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        position += 1
        continue
      case UInt8(ascii: ">"):
        position += 1
        quotes += 1
        continue
      default:
        break
      }
      guard items, let markerEnd = BlockStart.itemMarkerEnd(at: position, in: text, lineEnd: line.upperBound) else {
        break
      }
      opensItem = true
      position = markerEnd
    }
    end = position
  }
}

/// Which lines open a block that ends the table above them (CommonMark 0.30, chapter 4 and 5).
enum BlockStart {
  /// Whether a block other than a paragraph starts at `start`, behind the prefix of the line.
  static func opens(at start: Int, in text: Span<UInt8>, lineEnd: Int) -> Bool {
    guard start < lineEnd else { return false }
    switch text[start] {
    case UInt8(ascii: "#"):
      let end = runEnd(of: text[start], from: start, in: text, lineEnd: lineEnd)
      return end - start <= 6 && endsOrSpace(at: end, in: text, lineEnd: lineEnd)
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      return runEnd(of: text[start], from: start, in: text, lineEnd: lineEnd) - start >= 3
    case UInt8(ascii: "<"):
      return opensTag(at: start + 1, in: text, lineEnd: lineEnd)
    default:
      return isThematicBreak(start, in: text, lineEnd: lineEnd)
        || itemMarkerEnd(at: start, in: text, lineEnd: lineEnd) != nil
    }
  }

  /// Where a bullet or a number of a list ends, if one with a space behind it starts here.
  static func itemMarkerEnd(at start: Int, in text: Span<UInt8>, lineEnd: Int) -> Int? {
    var end = start
    switch text[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      end += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while end < lineEnd, end - start < 10, isDigit(text[end]) { end += 1 }
      guard end - start <= 9, end < lineEnd, text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")") else {
        return nil
      }
      end += 1
    default:
      return nil
    }
    return endsOrSpace(at: end, in: text, lineEnd: lineEnd) ? end : nil
  }

  private static func isThematicBreak(_ start: Int, in text: Span<UInt8>, lineEnd: Int) -> Bool {
    let mark = text[start]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") else { return false }
    var marks = 0
    for position in start..<lineEnd {
      if text[position] == mark {
        marks += 1
      } else if !isSpace(text[position]) {
        return false
      }
    }
    return marks >= 3
  }

  /// Whether what stands behind `<` is a tag, a comment or a declaration, not an automatic link or a mere "less than".
  private static func opensTag(at start: Int, in text: Span<UInt8>, lineEnd: Int) -> Bool {
    guard start < lineEnd else { return false }
    var end = start
    switch text[start] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    case UInt8(ascii: "/"): end += 1
    default: break
    }
    let name = end
    while end < lineEnd, isLetter(text[end]) || (end > name && isDigit(text[end])) { end += 1 }
    guard end > name else { return false }
    return endsOrSpace(at: end, in: text, lineEnd: lineEnd) || text[end] == UInt8(ascii: ">")
      || text[end] == UInt8(ascii: "/")
  }

  private static func runEnd(of byte: UInt8, from start: Int, in text: Span<UInt8>, lineEnd: Int) -> Int {
    var end = start
    while end < lineEnd, text[end] == byte { end += 1 }
    return end
  }

  private static func endsOrSpace(at position: Int, in text: Span<UInt8>, lineEnd: Int) -> Bool {
    position >= lineEnd || isSpace(text[position])
  }
}

func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") }
