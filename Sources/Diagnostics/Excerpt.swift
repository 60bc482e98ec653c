/// A line of the source with the part that the caret marks, ready to print.
///
/// Long lines are cut to a window around the caret, and control characters, tabs and direction marks are replaced by visible ones, so
/// that an excerpt is one line wide, one line high, and cannot rearrange the terminal.
/// Stretches that hold a person's data are shown as dots: see ``init(of:marking:hiding:)``.
public struct Excerpt: Sendable, Hashable {
  /// The printable line.
  public var line: String
  /// How many characters stand before the caret.
  public var caretStart: Int
  /// How many characters the caret marks; at least 1.
  public var caretLength: Int
  /// Where the marked part stands in the file; nil when the excerpt was not made from one.
  public var region: SourceRegion?

  /// The widest excerpt, in characters.
  static let width = 100

  /// An excerpt of a line that is already printable.
  public init(line: String, caretStart: Int, caretLength: Int) {
    self.line = line
    self.caretStart = caretStart
    self.caretLength = max(1, caretLength)
  }

  /// The line of `source` that holds the byte offset `range.lowerBound`, with the caret under `range` (cut at the end of the line).
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - range: the byte offsets that the caret marks.
  ///   - hidden: the byte offsets of text that must not be printed; each stretch becomes one `·`.
  public init(of source: SourceText, marking range: Range<Int>, hiding hidden: [Range<Int>] = []) {
    let (lineNumber, _) = source.lineAndColumn(at: range.lowerBound)
    let line = source.lineBytes(lineNumber)
    // Only a window of bytes around the caret is decoded: a 10 MB line costs no more than a short one.
    let lower = min(max(range.lowerBound, line.startIndex), line.endIndex)
    let upper = min(max(range.upperBound, lower), line.endIndex)
    var windowStart = max(line.startIndex, lower - Excerpt.width / 2)
    while windowStart > line.startIndex, source.bytes[windowStart] & 0xC0 == 0x80 { windowStart -= 1 }
    var windowEnd = min(line.endIndex, windowStart + Excerpt.width)
    while windowEnd < line.endIndex, source.bytes[windowEnd] & 0xC0 == 0x80 { windowEnd += 1 }

    func printable(_ slice: Range<Int>) -> String {
      guard slice.lowerBound < slice.upperBound else { return "" }
      var text = ""
      var index = slice.lowerBound
      while index < slice.upperBound {
        if let hiddenRange = hidden.first(where: { $0.contains(index) }) {
          let end = min(hiddenRange.upperBound, slice.upperBound)
          text += "·"
          index = end
          continue
        }
        let next = hidden.map(\.lowerBound).filter { $0 > index }.min() ?? slice.upperBound
        let end = min(next, slice.upperBound)
        text += Excerpt.visible(String(decoding: source.bytes[index..<end], as: UTF8.self))
        index = end
      }
      return text
    }
    let before = (windowStart > line.startIndex ? "…" : "") + printable(windowStart..<min(lower, windowEnd))
    let marked = printable(lower..<min(upper, windowEnd))
    let after = printable(min(upper, windowEnd)..<windowEnd) + (windowEnd < line.endIndex ? "…" : "")
    self.init(line: before + marked + after, caretStart: before.count, caretLength: marked.count)
    region = source.region(range)
  }

  /// The text with everything that would move the cursor or change the reading direction replaced by a visible character.
  package static func visible(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: result += " "
      case 0x00..<0x20: result.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F..<0xA0, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xE0000...0xE007F:
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
