/// Going through a text line by line.
extension Span<UInt8> {
  /// Behind a byte order mark, which libcmark ignores too.
  var startOfText: Int {
    count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF ? 3 : 0
  }

  /// The line without its end, which is LF, CR or CRLF.
  func line(from start: Int) -> Range<Int> {
    let end = withUnsafeBufferPointer { bytes in
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") { end += 1 }
      return end
    }
    return start..<end
  }

  func lineStart(after line: Range<Int>) -> Int {
    let end = line.upperBound
    guard end + 1 < count else { return count }
    return self[end] == UInt8(ascii: "\r") && self[end + 1] == UInt8(ascii: "\n") ? end + 2 : end + 1
  }
}
