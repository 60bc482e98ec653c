/// Writes a text into Markdown with as few backslashes as possible, so that the Markdown still reads well in a note box.
///
/// A character is escaped where CommonMark, or a reader with pipe tables and strikethrough, could take it for markup:
/// - everywhere `\`, `` ` ``, `[`, `]`, `<`, `|`; `*` and `~` except alone between spaces; `_` except between letters and digits of ASCII;
///   `&` where a character reference could follow; `#` where it could end a heading;
/// - at the start of a line also what would open a block: `#`, `>`, `=`, `-`, `+`, `:-` and the delimiter after a number;
/// - in a table cell also the first character of a text of hyphens and colons, which could be a delimiter row.
///
/// A backslash at the end is written `&#92;`: GitHub's tables take any backslash before a pipe for its escape.
///
/// White space at both ends is dropped, also that of Unicode: it could make code or a hard line break, or keep `**` around the text from being emphasis.
/// See ``UnsafeScalars`` for other characters.
///
/// Sources: https://spec.commonmark.org/0.31.2/#backslash-escapes, https://github.github.com/gfm/#tables-extension-
enum MarkdownEscaper {
  static let special = ByteClass.table { byte in
    ByteClass.isSuspicious(byte) || Array("\\`*_[]<&|~#".utf8).contains(byte)
  }
  /// Whether a text that begins with the byte may open a block at the start of a line, or fill a cell with a rule.
  private static func opensBlock(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: ")"), 0x30...0x39:
      true
    default: false
    }
  }

  /// What may stand between the start of a line and a block inside it: spaces, quote marks, list marks.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "="),
      UInt8(ascii: "."),
      UInt8(ascii: ")"), 0x30...0x39,
      // A byte order mark, which CommonMark drops at the start of a text.
      0xEF, 0xBB, 0xBF:
      true
    default: false
    }
  }

  /// The traits that a text without special bytes loses through how it begins and ends.
  static func lostAtEnds(of text: UnsafeBufferPointer<UInt8>) -> TextTraits {
    guard let first = text.first else { return [] }
    if UnsafeScalars.hasSpaceAtEnds(text) { return [.markdown, .markdownInline, .markdownCell] }
    guard opensBlock(first) else { return [] }
    let isRule = blockMark(text, from: 0, isLineStart: false) >= 0
    if isRule { return [.markdown, .markdownCell] }
    return blockMark(text, from: 0, isLineStart: true) >= 0 ? .markdown : []
  }

  static func append(_ text: UnsafeBufferPointer<UInt8>, _ escape: Escape, to output: inout OutputBuffer) {
    guard let first = text.first else { return }
    let isClean = special.withUnsafeBufferPointer { special in
      var found = UnsafeScalars.hasSpaceAtEnds(text)
      for byte in text where special[Int(byte)] {
        found = true
        break
      }
      return !found
    }
    if isClean {
      let mark =
        escape != .markdownInline && opensBlock(first)
        ? blockMark(text, from: 0, isLineStart: escape == .markdown && isAtLineStart(output)) : -1
      if mark < 0 { return output.append(contentsOf: text) }
    }
    appendSlowly(text, escape, to: &output)
  }

  /// Whether only marks stand between the last line end and the end of the output.
  static func isAtLineStart(_ output: borrowing OutputBuffer) -> Bool {
    var index = output.count
    let limit = max(0, index - 200)
    while index > limit {
      index -= 1
      let byte = output[index]
      if byte == 0x0A || byte == 0x0D { return true }
      if !isMark(byte) { return false }
    }
    return true
  }

  private static func appendSlowly(
    _ text: UnsafeBufferPointer<UInt8>, _ escape: Escape, to output: inout OutputBuffer
  ) {
    let start = output.count
    special.withUnsafeBufferPointer { special in
      // Found out when the first character is written: what opens a block there.
      var blockMark = -1
      var index = 0
      while index < text.count {
        if output.count > start {
          // Nearly all of a text is neither special nor a mark: it is copied in runs.
          let runStart = index
          while index < text.count, index != blockMark, !special[Int(text[index])] { index += 1 }
          if index > runStart {
            output.append(contentsOf: text[runStart..<index])
            continue
          }
        }
        let byte = text[index]
        if byte >= 0x80 {
          let (verdict, length) = UnsafeScalars.verdict(text, at: index)
          switch verdict {
          case .keep:
            if output.count > start || !UnsafeScalars.isSpace(text[index..<index + length]) {
              output.append(contentsOf: text[index..<index + length])
            }
          case .replace: output.append(contentsOf: TextSink.replacement)
          case .space: appendSpace(to: &output, from: start)
          }
          index += length
          continue
        }
        if byte == 0 {
          output.append(contentsOf: TextSink.replacement)
        } else if byte == 0x20 {
          if output.count > start { output.append(0x20) }
        } else if byte < 0x20 || byte == 0x7F {
          appendSpace(to: &output, from: start)
        } else {
          if output.count == start, opensBlock(byte), escape != .markdownInline {
            blockMark = self.blockMark(
              text, from: index, isLineStart: escape == .markdown && isAtLineStart(output))
          }
          if index == blockMark || (special[Int(byte)] && acts(text, at: index, after: output, from: start)) {
            output.append(0x5C)
          }
          output.append(byte)
        }
        index += 1
      }
      while output.count > start {
        let length = UnsafeScalars.spaceLength(atEndOf: output.bytes, from: start)
        guard length > 0 else { break }
        for _ in 0..<length { output.removeLast() }
      }
      if output.count > start, output[output.count - 1] == 0x5C {
        output.removeLast()
        output.removeLast()
        output.append(contentsOf: "&#92;".utf8)
      }
    }
  }

  /// Writes the one space that a run of control characters becomes.
  private static func appendSpace(to output: inout OutputBuffer, from start: Int) {
    if output.count > start, output[output.count - 1] != 0x20 { output.append(0x20) }
  }

  /// Whether a special character could act where it stands inside the text.
  private static func acts(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int, after output: borrowing OutputBuffer, from start: Int
  ) -> Bool {
    func byte(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
    let before = output.count > start ? output[output.count - 1] : 0
    switch text[index] {
    case UInt8(ascii: "_"):
      return !(ByteClass.isAlphanumeric(before) && ByteClass.isAlphanumeric(byte(1)))
    case UInt8(ascii: "*"), UInt8(ascii: "~"):
      return !(before == 0x20 && byte(1) == 0x20 && ByteClass.isAlphanumeric(byte(2)))
    case UInt8(ascii: "#"):
      return (before == 0 || before == 0x20) && !ByteClass.isAlphanumeric(byte(1))
    case UInt8(ascii: "&"):
      // A reference is letters and digits up to ";"; the template could go on with it after the text.
      var end = index + 1
      while end < text.count, ByteClass.isAlphanumeric(text[end]) || text[end] == UInt8(ascii: "#") { end += 1 }
      // White space may be dropped at the end of the text, so that it does not end a reference for sure.
      func isInk(_ index: Int) -> Bool { index < text.count && text[index] > 0x20 && text[index] < 0x7F }
      if isInk(end) { return text[end] == UInt8(ascii: ";") }
      return !(end < text.count && text[end] == 0x20 && isInk(end + 1))
    default: return true
    }
  }

  /// The offset of the character that would open a block if the text began a line or filled a cell; -1 when nothing would.
  private static func blockMark(
    _ text: UnsafeBufferPointer<UInt8>, from index: Int, isLineStart: Bool
  ) -> Int {
    guard isLineStart else {
      // Bytes beyond ASCII may be white space as well.
      let isRule = text[index...].allSatisfy {
        $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 <= 0x20 || $0 >= 0x7F
      }
      return isRule ? index : -1
    }
    func isAlphanumeric(_ index: Int) -> Bool { index < text.count && ByteClass.isAlphanumeric(text[index]) }
    switch text[index] {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "="): return index
    case UInt8(ascii: "-"), UInt8(ascii: "+"): return isAlphanumeric(index + 1) ? -1 : index
    case UInt8(ascii: ":"): return index + 1 < text.count && text[index + 1] == UInt8(ascii: "-") ? index : -1
    default:
      var end = index
      while end < text.count, (0x30...0x39).contains(text[end]) { end += 1 }
      guard end < text.count, text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")") else { return -1 }
      return isAlphanumeric(end + 1) ? -1 : end
    }
  }
}
