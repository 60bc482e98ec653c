/// How the cells of one column of a pipe table are aligned.
enum ColumnAlignment: Int, CaseIterable {
  case none, left, center, right
}

/// Reads the rows of pipe tables (https://github.github.com/gfm/#tables-extension-).
enum TableRow {
  /// The columns of a delimiter row such as `| --- | :-: |`; nil for any other line.
  ///
  /// A line of mere hyphens is not one: it underlines a heading. Nor is a row wider than ``Limits/columns``.
  static func delimiters(in line: Range<Int>, of text: Span<UInt8>) -> [ColumnAlignment]? {
    var seesBar = false
    for position in line {
      switch text[position] {
      case UInt8(ascii: "|"), UInt8(ascii: ":"): seesBar = true
      case UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default: return nil
      }
    }
    guard seesBar else { return nil }
    var columns: [ColumnAlignment] = []
    for cell in cells(in: line, of: text, atMost: Limits.columns + 1) {
      guard let alignment = alignment(of: cell, in: text) else { return nil }
      columns.append(alignment)
    }
    return columns.isEmpty || columns.count > Limits.columns ? nil : columns
  }

  /// The cells of a row without the spaces around them, at most so many.
  ///
  /// A pipe divides cells wherever it stands, even in a code span, unless a backslash escapes it.
  static func cells(in line: Range<Int>, of text: Span<UInt8>, atMost limit: Int) -> [Range<Int>] {
    let row = trimmed(line, in: text)
    var found: [Range<Int>] = []
    guard !row.isEmpty else { return found }
    var position = row.lowerBound
    if text[position] == UInt8(ascii: "|") { position += 1 }
    var start = position
    while position < row.upperBound, found.count < limit {
      switch text[position] {
      case UInt8(ascii: "\\"):
        position += 1
      case UInt8(ascii: "|"):
        found.append(trimmed(start..<position, in: text))
        start = position + 1
      default:
        break
      }
      position += 1
    }
    if found.count < limit, start < row.upperBound { found.append(trimmed(start..<row.upperBound, in: text)) }
    return found
  }

  static func trimmed(_ range: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, isSpace(text[lower]) { lower += 1 }
    while lower < upper, isSpace(text[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  private static func alignment(of cell: Range<Int>, in text: Span<UInt8>) -> ColumnAlignment? {
    guard !cell.isEmpty else { return nil }
    let left = text[cell.lowerBound] == UInt8(ascii: ":")
    let right = cell.count > 1 && text[cell.upperBound - 1] == UInt8(ascii: ":")
    let dashes = cell.lowerBound + (left ? 1 : 0)..<cell.upperBound - (right ? 1 : 0)
    guard !dashes.isEmpty, dashes.allSatisfy({ text[$0] == UInt8(ascii: "-") }) else { return nil }
    return switch (left, right) {
    case (true, true): .center
    case (true, false): .left
    case (false, true): .right
    case (false, false): ColumnAlignment.none
    }
  }
}
