/// Finds the tags of a template one after the other, following changes of the delimiters.
///
/// Source: https://github.com/mustache/spec/blob/master/specs/delimiters.yml
struct TagScanner {
  /// One tag as written.
  struct Tag {
    /// The byte after the opening delimiter that says what the tag does; 0 for a plain variable.
    var sigil: UInt8
    /// The whole tag with its delimiters.
    var span: Range<Int>
    /// What stands between sigil and closing delimiter, without the spaces around it.
    var content: Range<Int>
    /// Whether the closing delimiter is there.
    var isClosed = true
  }

  private let bytes: [UInt8]
  private(set) var open: [UInt8] = [0x7B, 0x7B]
  private(set) var close: [UInt8] = [0x7D, 0x7D]
  private(set) var position: Int
  /// Ends that were looked for up to the end of the text and are not there: they are not looked for again.
  private var absentEnds: [[UInt8]] = []

  init(_ bytes: [UInt8], from position: Int) {
    self.bytes = bytes
    self.position = position
  }

  static let sigils = Array("#^/>!&{=<$".utf8)

  /// The next tag; nil at the end of the text. After a tag that is not closed, scanning goes on where the next tag begins.
  mutating func next() -> Tag? {
    guard let start = firstIndex(of: open, from: position, to: bytes.count) else {
      position = bytes.count
      return nil
    }
    let inside = skipSpaces(from: start + open.count, to: bytes.count)
    let sigil = inside < bytes.count && TagScanner.sigils.contains(bytes[inside]) ? bytes[inside] : 0
    let contentStart = sigil == 0 ? start + open.count : inside + 1
    let wanted: [UInt8] =
      switch sigil {
      case UInt8(ascii: "{"): [0x7D] + close
      case UInt8(ascii: "="): [UInt8(ascii: "=")] + close
      default: close
      }
    let isFree = sigil == UInt8(ascii: "!") || sigil == UInt8(ascii: "=")
    guard let end = isFree ? end(of: wanted, from: contentStart) : endBeforeNextTag(wanted, from: contentStart) else {
      return unclosed(sigil: sigil, start: start, contentStart: contentStart)
    }
    position = end + wanted.count
    return Tag(sigil: sigil, span: start..<position, content: trimmed(contentStart..<end))
  }

  /// Takes `{{=<% %>=}}` into effect; false when the content is not two delimiters without spaces and equals signs.
  mutating func setDelimiters(_ content: Range<Int>) -> Bool {
    let parts = bytes[content].split(whereSeparator: TagScanner.isSpace)
    guard parts.count == 2, !bytes[content].contains(UInt8(ascii: "=")) else { return false }
    (open, close) = (Array(parts[0]), Array(parts[1]))
    return true
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// A tag without its closing delimiter ends with its line; scanning goes on at the next opening delimiter.
  private mutating func unclosed(sigil: UInt8, start: Int, contentStart: Int) -> Tag {
    var end = contentStart
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D, !isAt(end, open) { end += 1 }
    // `{{{name}}` ends at its two braces: what follows on the line is text again.
    if sigil == UInt8(ascii: "{"), let short = firstIndex(of: close, from: contentStart, to: end) {
      end = short + close.count
    }
    position = end
    return Tag(sigil: sigil, span: start..<end, content: trimmed(contentStart..<end), isClosed: false)
  }

  /// Where a comment or a change of delimiters ends; such a tag may hold anything.
  private mutating func end(of wanted: [UInt8], from start: Int) -> Int? {
    guard !absentEnds.contains(wanted) else { return nil }
    if let end = firstIndex(of: wanted, from: start, to: bytes.count) { return end }
    absentEnds.append(wanted)
    return nil
  }

  /// Where a tag with a name ends; nil when another tag begins first.
  private func endBeforeNextTag(_ wanted: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if isAt(index, wanted) { return index }
      if isAt(index, open) { return nil }
      index += 1
    }
    return nil
  }

  /// Where the opening delimiter stands in the content of a comment.
  func beginningOfTag(in comment: Range<Int>) -> Range<Int>? {
    firstIndex(of: open, from: comment.lowerBound, to: comment.upperBound).map { $0..<$0 + open.count }
  }

  /// Where the closing delimiter stands in a stretch of literal text.
  func endOfTag(in literal: Range<Int>) -> Range<Int>? {
    firstIndex(of: close, from: literal.lowerBound, to: literal.upperBound).map { $0..<$0 + close.count }
  }

  private func isAt(_ index: Int, _ wanted: [UInt8]) -> Bool {
    bytes[index] == wanted.first && index + wanted.count <= bytes.count
      && bytes[index..<index + wanted.count].elementsEqual(wanted)
  }

  private func firstIndex(of wanted: [UInt8], from start: Int, to end: Int) -> Int? {
    var index = start
    while index + wanted.count <= end {
      if isAt(index, wanted) { return index }
      index += 1
    }
    return nil
  }

  private func skipSpaces(from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, TagScanner.isSpace(bytes[index]) { index += 1 }
    return index
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let start = skipSpaces(from: range.lowerBound, to: range.upperBound)
    var end = range.upperBound
    while end > start, TagScanner.isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
