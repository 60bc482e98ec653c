/// The line of a Markdown template that is being written: what the tracker must know about how it begins.
struct MarkdownLine: Sendable, Equatable {
  /// The literal text so far, without tags; a very long line is cut.
  private(set) var bytes: [UInt8] = []
  /// The offset in `bytes` of the first tag.
  private(set) var firstTag: Int?
  /// Whether it is known where the line begins.
  var isCertain = true
  /// Whether a section begins or ends in the line, so that only a part of `bytes` may be there.
  private(set) var hasSection = false
  /// Whether a value stands in the line.
  var hasValue = false
  /// What an open code block makes of the line.
  var fencePlace = MarkdownFence.Place.undecided

  private static let longest = 2000

  mutating func read(_ byte: UInt8) {
    if bytes.count < MarkdownLine.longest { bytes.append(byte) } else { isCertain = false }
  }

  mutating func placeTag() { if firstTag == nil { firstTag = bytes.count } }

  mutating func placeSection() {
    guard !bytes.isEmpty || firstTag != nil else { return }
    placeTag()
    hasSection = true
  }

  var isLiteral: Bool { firstTag == nil && isCertain }
  /// Nothing at all stands there yet.
  var isFresh: Bool { isCertain && bytes.isEmpty && firstTag == nil }
  /// Nothing but spaces.
  var isBlank: Bool { !hasValue && bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  /// The columns of white space from an offset on.
  private func columns(from start: Int) -> Int {
    var column = start
    for byte in bytes[start...] {
      if byte == 0x20 { column += 1 } else if byte == 0x09 { column += 4 - column % 4 } else { break }
    }
    return column - start
  }

  var indentation: Int { columns(from: 0) }

  /// Spaces before this place when only marks of quotes and lists stand before them on the line; nil otherwise.
  var spacesAfterMarks: Int? {
    let end = bytes.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? 0
    return end == 0 ? nil : columns(from: end)
  }

  /// The column of the text of the list item that begins here for sure.
  func itemColumn(_ item: Int?, isAfterBlank: Bool) -> Int? {
    let literal = Array(bytes[..<(firstTag ?? bytes.count)])
    guard isCertain, !literal.contains(0x09) else { return nil }
    var start = indentation
    guard start < literal.count || firstTag != nil else { return nil }
    let isContinued = item.map { start >= $0 } ?? false
    guard start <= 3 || (isContinued && start <= (item ?? 0) + 3) else { return isContinued ? item : nil }
    var column: Int?
    while start < literal.count, let end = MarkdownFence.endOfListMark(literal, from: start) {
      let isNumber = (0x30...0x39).contains(literal[start])
      let isFirst = end - start == 2 && literal[start] == UInt8(ascii: "1")
      // Any other number would go on with a paragraph.
      if isNumber, !isFirst, !isAfterBlank, column == nil, item == nil || isContinued { return nil }
      let spaces = literal[end...].prefix { $0 == 0x20 }.count
      guard spaces <= 4, end + spaces < literal.count || firstTag != nil else { return nil }
      start = end + spaces
      column = start
    }
    return column ?? (isContinued ? item : nil)
  }
}
