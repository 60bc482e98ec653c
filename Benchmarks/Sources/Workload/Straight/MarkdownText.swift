/// Markdown escaping written by hand for the places of this report: a scan, and byte by byte where something was found.
///
/// It follows the rules of the engine for the characters that the workload has, and is never called with anything else:
/// the outputs of both are compared before anything is measured.
enum MarkdownText {
  enum Place {
    case lineStart
    case inline
    case cell
  }

  @inline(__always)
  static func append(_ text: String, at place: Place, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      guard let first = bytes.first, let last = bytes.last else { return }
      if first != 0x20, last != 0x20, place == .inline || !beginsLikeBlock(first), !bytes.contains(where: isSpecial) {
        return output.append(contentsOf: bytes)
      }
      appendEscaped(bytes, at: place, to: &output)
    }
  }

  /// What may need a backslash, a control character, or the first byte of an invisible character.
  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "~"),
      UInt8(ascii: "#"), 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE1, 0xE2, 0xEF, 0xF3:
      true
    default: false
    }
  }

  @inline(__always)
  private static func beginsLikeBlock(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  @inline(never)
  private static func appendEscaped(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Place, to output: inout [UInt8]
  ) {
    guard let start = bytes.firstIndex(where: { $0 != 0x20 }), let last = bytes.lastIndex(where: { $0 != 0x20 }) else {
      return
    }
    let mark = place == .inline ? -1 : blockMark(bytes[start...last], at: place)
    var runStart = start
    for index in start...last where isSpecial(bytes[index]) || index == mark {
      let byte = bytes[index]
      if index == mark || needsBackslash(bytes, index, start, last) {
        output.append(contentsOf: bytes[runStart..<index])
        output.append(UInt8(ascii: "\\"))
        runStart = index
      } else if byte < 0x20 || byte == 0x7F {
        output.append(contentsOf: bytes[runStart..<index])
        output.append(0x20)
        runStart = index + 1
      } else if byte >= 0x80, isInvisible(bytes, index) {
        output.append(contentsOf: bytes[runStart..<index])
        output.append(contentsOf: "\u{FFFD}".utf8)
        runStart = index + (byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4)
      }
    }
    if runStart <= last { output.append(contentsOf: bytes[runStart...last]) }
  }

  private static func needsBackslash(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ start: Int, _ last: Int
  ) -> Bool {
    let before = index > start ? bytes[index - 1] : 0
    let after = index < last ? bytes[index + 1] : 0
    switch bytes[index] {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"),
      UInt8(ascii: "|"):
      return true
    case UInt8(ascii: "_"): return !(isAlphanumeric(before) && isAlphanumeric(after))
    case UInt8(ascii: "*"), UInt8(ascii: "~"):
      return !(before == 0x20 && after == 0x20 && index + 2 <= last && isAlphanumeric(bytes[index + 2]))
    case UInt8(ascii: "#"): return (before == 0 || before == 0x20) && !isAlphanumeric(after)
    case UInt8(ascii: "&"):
      var end = index + 1
      while end <= last, isAlphanumeric(bytes[end]) || bytes[end] == UInt8(ascii: "#") { end += 1 }
      if end <= last, bytes[end] > 0x20, bytes[end] < 0x7F { return bytes[end] == UInt8(ascii: ";") }
      return !(end < last && bytes[end] == 0x20 && bytes[end + 1] > 0x20 && bytes[end + 1] < 0x7F)
    default: return false
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Direction marks and characters without width.
  private static func isInvisible(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard bytes[index] >= 0xC2, index + 1 < bytes.count else { return false }
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    switch (bytes[index], bytes[index + 1]) {
    case (0xC2, 0x80...0x9F), (0xD8, 0x9C): return true
    case (0xE1, 0xA0): return third == 0x8E
    case (0xE2, 0x80): return (0x8B...0x8F).contains(third) || (0xA8...0xAE).contains(third)
    case (0xE2, 0x81): return (0xA0...0xAF).contains(third)
    case (0xEF, 0xBB): return third == 0xBF
    case (0xEF, 0xBF): return (0xB0...0xBB).contains(third)
    case (0xF3, 0xA0): return third <= 0x81
    default: return false
    }
  }

  /// The offset of the character that would open a block, or a cell's rule; -1 when nothing would.
  private static func blockMark(_ text: Slice<UnsafeBufferPointer<UInt8>>, at place: Place) -> Int {
    let start = text.startIndex
    if place == .cell {
      let isRule = text.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 <= 0x20 || $0 >= 0x7F }
      return isRule && text[start] < 0x80 ? start : -1
    }
    func isFollowedByWord(_ index: Int) -> Bool { index + 1 < text.endIndex && isAlphanumeric(text[index + 1]) }
    switch text[start] {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "="): return start
    case UInt8(ascii: "-"), UInt8(ascii: "+"): return isFollowedByWord(start) ? -1 : start
    case UInt8(ascii: ":"): return start + 1 < text.endIndex && text[start + 1] == UInt8(ascii: "-") ? start : -1
    case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      guard let end = text.firstIndex(where: { !(0x30...0x39).contains($0) }) else { return -1 }
      guard text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")") else { return -1 }
      return isFollowedByWord(end) ? -1 : end
    default: return -1
    }
  }
}
