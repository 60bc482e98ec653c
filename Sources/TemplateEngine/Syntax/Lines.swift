/// Where a tag stands on its line: a tag alone on its line takes the line with it.
///
/// Source: https://github.com/mustache/spec/blob/master/specs/sections.yml ("Standalone" tests)
struct Lines {
  let bytes: [UInt8]
  /// Where the text begins, after a byte order mark.
  let start: Int

  /// Whether the byte offset is the first of a line.
  func isLineStart(_ offset: Int) -> Bool { offset <= start || bytes[offset - 1] == 0x0A }

  /// The bytes of the whole line or lines that hold nothing but the tag, with the line end; nil when something else stands there.
  func standalone(_ tag: Range<Int>) -> Range<Int>? {
    guard let before = space(before: tag.lowerBound), let end = lineEnd(after: tag.upperBound) else { return nil }
    return before.lowerBound..<end
  }

  /// The spaces and tabs from the start of the line up to `offset`; nil when something else stands there.
  func space(before offset: Int) -> Range<Int>? {
    var first = offset
    while first > start, Lines.isIndentation(bytes[first - 1]) { first -= 1 }
    return isLineStart(first) ? first..<offset : nil
  }

  /// Where the next line begins, or the text ends, when only spaces and tabs stand between `offset` and the line end; else nil.
  func lineEnd(after offset: Int) -> Int? {
    var end = offset
    while end < bytes.count, Lines.isIndentation(bytes[end]) { end += 1 }
    if end == bytes.count { return end }
    if bytes[end] == 0x0A { return end + 1 }
    if bytes[end] == 0x0D, end + 1 < bytes.count, bytes[end + 1] == 0x0A { return end + 2 }
    return nil
  }

  static func isIndentation(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

extension Lines {
  /// The spaces and tabs with which each line of a literal begins; a line of nothing else counts only when a tag follows on it.
  func indentations(of literal: Node) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = literal.span.lowerBound
    var startsLine = literal.startsLine
    let end = literal.span.upperBound
    while start < end {
      var inked = start
      while inked < end, Lines.isIndentation(bytes[inked]) { inked += 1 }
      if startsLine, inked == end || (bytes[inked] != 0x0A && bytes[inked] != 0x0D) { found.append(start..<inked) }
      start = bytes[inked..<end].firstIndex(of: 0x0A).map { $0 + 1 } ?? end
      startsLine = true
    }
    return found
  }
}
