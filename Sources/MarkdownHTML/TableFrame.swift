/// A header row with the delimiter row below it: what decides which of the next lines are rows of the table.
struct TableFrame {
  var alignments: [ColumnAlignment]
  var headerCells: [Range<Int>]
  /// Where the content of the header row starts.
  var headerEnd: Int
  /// What every line of the table but the first has in front of its content.
  var prefix: Range<Int>

  private let quotes: Int
  /// Bytes of prefix that a row needs to stay in the list item that the header row opens; 0 when it opens none.
  private let itemIndentation: Int

  /// Nil when the two lines are not the head of a table.
  init?(header: Range<Int>, delimiters: Range<Int>, in text: Span<UInt8>) {
    let below = LinePrefix(of: delimiters, in: text, items: false)
    guard below.end < delimiters.upperBound, below.end - delimiters.lowerBound <= Limits.tablePrefix,
      let alignments = TableRow.delimiters(in: below.end..<delimiters.upperBound, of: text),
      !BlockStart.opens(at: below.end, in: text, lineEnd: delimiters.upperBound)
    else { return nil }
    let above = LinePrefix(of: header, in: text, items: true)
    itemIndentation = above.opensItem ? above.end - header.lowerBound : 0
    guard above.quotes == below.quotes, above.end - header.lowerBound <= Limits.tablePrefix,
      below.end - delimiters.lowerBound >= itemIndentation,
      !BlockStart.opens(at: above.end, in: text, lineEnd: header.upperBound)
    else { return nil }
    headerCells = TableRow.cells(in: above.end..<header.upperBound, of: text, atMost: alignments.count + 1)
    guard headerCells.count == alignments.count else { return nil }
    self.alignments = alignments
    headerEnd = above.end
    prefix = above.opensItem ? delimiters.lowerBound..<below.end : header.lowerBound..<above.end
    quotes = below.quotes
  }

  /// What the line has in front of its content, and its cells, cut to the width of the table; nil when the table ends before it.
  func row(_ line: Range<Int>, in text: Span<UInt8>) -> (prefix: Range<Int>, cells: [Range<Int>])? {
    let start = LinePrefix(of: line, in: text, items: false)
    let length = start.end - line.lowerBound
    guard start.quotes == quotes, length >= itemIndentation, length < prefix.count + 4,
      !BlockStart.opens(at: start.end, in: text, lineEnd: line.upperBound)
    else { return nil }
    let cells = TableRow.cells(in: start.end..<line.upperBound, of: text, atMost: alignments.count)
    return cells.isEmpty ? nil : (line.lowerBound..<start.end, cells)
  }
}
