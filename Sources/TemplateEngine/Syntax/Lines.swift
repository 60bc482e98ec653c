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
    var before = tag.lowerBound
    while before > start, bytes[before - 1] == 0x20 || bytes[before - 1] == 0x09 { before -= 1 }
    guard isLineStart(before) else { return nil }
    var after = tag.upperBound
    while after < bytes.count, bytes[after] == 0x20 || bytes[after] == 0x09 { after += 1 }
    if after == bytes.count { return before..<after }
    if bytes[after] == 0x0A { return before..<after + 1 }
    if bytes[after] == 0x0D, after + 1 < bytes.count, bytes[after + 1] == 0x0A { return before..<after + 2 }
    return nil
  }
}
