/// An open fenced code block: its fence, and what a line needs before its text to be inside.
///
/// Source: https://spec.commonmark.org/0.31.2/#fenced-code-blocks
struct MarkdownFence: Sendable, Equatable {
  /// What stands before the fence on its line, from the left.
  private enum Step: Sendable, Equatable {
    case quoteMark
    /// So many spaces, or a list mark of that width.
    case columns(Int)
  }

  /// The backtick or tilde.
  let byte: UInt8
  let length: Int
  private let prefix: [Step]

  /// What a line of the template is.
  enum Opening {
    case none
    case fence(MarkdownFence)
    /// It looks like a fence, but what stands before it may make it something else.
    case unclear
  }

  /// - Parameters:
  ///   - line: the literal text of a line, as far as it is read.
  ///   - isAfterBlank: whether the line before is blank, so that any number begins a list.
  ///   - item: the column of the text of the list item that is open for sure; nil when none is.
  static func opening(_ line: [UInt8], isAfterBlank: Bool, item: Int?) -> Opening {
    var steps: [Step] = []
    /// Since the start of the line or the last quote mark.
    var column = 0
    var isClear = true
    var hasMark = false
    var index = 0
    while true {
      let start = index
      while index < line.count, line[index] == 0x20 || line[index] == 0x09 {
        if line[index] == 0x09 { isClear = false }
        index += 1
      }
      let spaces = index - start
      column += spaces
      guard index < line.count else { return .none }
      if line[index] == UInt8(ascii: "`") || line[index] == UInt8(ascii: "~") {
        if hasMark ? spaces > 4 : spaces > 3 && !(item.map { $0 <= spaces && spaces <= $0 + 3 } ?? false) {
          isClear = false
        }
        return fence(line[index...], after: steps + [.columns(column)], isClear: isClear)
      }
      if spaces > (hasMark ? 4 : 3) { isClear = false }
      if line[index] == UInt8(ascii: ">") {
        steps += [.columns(column), .quoteMark]
        index += 1
        // The space after a quote mark belongs to it.
        if index < line.count, line[index] == 0x20 { index += 1 }
        column = 0
      } else if let end = MarkdownFence.endOfListMark(line, from: index) {
        if (0x30...0x39).contains(line[index]), !isAfterBlank, end - index != 2 || line[index] != UInt8(ascii: "1") {
          isClear = false
        }
        column += end - index
        index = end
      } else {
        return .none
      }
      hasMark = true
    }
  }

  private static func fence(_ text: ArraySlice<UInt8>, after prefix: [Step], isClear: Bool) -> Opening {
    guard let byte = text.first else { return .none }
    let length = text.prefix { $0 == byte }.count
    let info = text.dropFirst(length)
    if length < 3 || (byte == UInt8(ascii: "`") && info.contains(byte)) { return .none }
    return isClear ? .fence(MarkdownFence(byte: byte, length: length, prefix: prefix)) : .unclear
  }

  /// The offset behind a list mark, which a space follows; nil when none stands there.
  static func endOfListMark(_ line: [UInt8], from start: Int) -> Int? {
    var end = start
    if [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*")].contains(line[start]) {
      end += 1
    } else {
      while end < line.count, (0x30...0x39).contains(line[end]) { end += 1 }
      guard (1...9).contains(end - start), end < line.count,
        line[end] == UInt8(ascii: ".") || line[end] == UInt8(ascii: ")")
      else { return nil }
      end += 1
    }
    return end < line.count && line[end] == 0x20 ? end : nil
  }

  /// Where a line stands, as far as it is read.
  enum Place: Equatable {
    /// The text so far may be inside or not.
    case undecided
    /// Inside the block; the text of the line begins at the offset.
    case inside(Int)
    /// The line has no quote mark: the quote and the block in it have ended before.
    case outside
    case unclear
  }

  func place(of line: [UInt8]) -> Place {
    var index = 0
    for step in prefix {
      switch step {
      case .columns(let wanted):
        var columns = 0
        while columns < wanted, index < line.count, line[index] == 0x20 { (columns, index) = (columns + 1, index + 1) }
        if columns < wanted { return index == line.count ? .undecided : .unclear }
      case .quoteMark:
        var spaces = 0
        while index < line.count, line[index] == 0x20 { (spaces, index) = (spaces + 1, index + 1) }
        guard index < line.count else { return .undecided }
        guard line[index] == UInt8(ascii: ">") else { return line[index] == 0x09 ? .unclear : .outside }
        guard spaces <= 3 else { return .unclear }
        index += 1
        if index < line.count, line[index] == 0x20 { index += 1 }
      }
    }
    return .inside(index)
  }

  /// Whether a blank line, which needs no spaces to be inside a list item, ends the block.
  var endsAtBlankLine: Bool { prefix.contains(.quoteMark) }

  /// Whether the text of a line, after its prefix, ends the block.
  func isEnd(_ text: ArraySlice<UInt8>) -> Bool {
    let indentation = text.prefix { $0 == 0x20 }.count
    let rest = text.dropFirst(indentation)
    let run = rest.prefix { $0 == byte }.count
    return indentation <= 3 && run >= length && rest.dropFirst(run).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// Whether the bytes hold a run that could be a fence of that length somewhere.
  static func couldHoldFence(_ line: [UInt8], _ byte: UInt8, length: Int) -> Bool {
    var run = 0
    for other in line {
      run = other == byte ? run + 1 : 0
      if run >= length { return true }
    }
    return false
  }
}
