/// A pipe table in the text that libcmark is given: one line for each cell that needs a parser.
struct PipeTable {
  enum Cell {
    /// Stands in the text that libcmark is given.
    case parsed
    /// Says the same in HTML as in the document, where it stands; all of it may be bold.
    case finished(Range<Int>, isBold: Bool)
  }

  /// The line of the header row in the document as written, from 1.
  var sourceLine: Int
  /// The line of the first cell in the text that libcmark is given, from 1.
  var firstLine: Int
  var alignments: [ColumnAlignment]
  /// Whether nothing stands in front of the header row, so that its heading ends every quote and list.
  var startsAtMargin: Bool
  /// Row by row, the header row first.
  private(set) var cells: [Cell] = []
  /// How many cells each row brings; 1 up to the number of columns.
  private(set) var cellsOfRow: [Int] = []
  /// How many cells stand in the text that libcmark is given, the first among them.
  private(set) var parsedCount = 0

  init(sourceLine: Int, firstLine: Int, alignments: [ColumnAlignment], startsAtMargin: Bool) {
    self.sourceLine = sourceLine
    self.firstLine = firstLine
    self.alignments = alignments
    self.startsAtMargin = startsAtMargin
  }

  mutating func append(_ cell: Cell) {
    cells.append(cell)
    if case .parsed = cell { parsedCount += 1 }
  }

  mutating func endRow(cells: Int) { cellsOfRow.append(cells) }
}

/// The text that libcmark is given: the document, with cells of pipe tables as heading lines of their own.
///
/// libcmark knows no tables and would read inline markup across cells. A heading `# cell #` is the one thing of CommonMark
/// that is a block of one line, needs no blank lines, and whose text is read for itself, with the link references of the
/// whole document. So one parse is enough. ``Outline`` finds the headings again by their lines, and says which of
/// the supposed tables stand in a code block; the document is then read again without these.
///
/// Most cells hold nothing that a parser would read (``PlainCell``): they become HTML at once. The first cell of a table is
/// always given to libcmark, since its heading says where the table stands; so are all cells of a table with something in
/// front of a row, since their headings say whether all rows stand in the same quote or list.
struct TableSource {
  private(set) var markdown: [UInt8]
  private(set) var tables: [PipeTable] = []
  private var paddedCells = 0

  /// - Parameter refusing: header lines (from 1) of what only looks like a table.
  init(_ document: [UInt8], refusing refused: Set<Int>) throws(MarkdownError) {
    markdown = []
    let text = document.span
    var copied = 0
    var header: Range<Int>?
    var number = 0
    var addedLines = 0
    var next = text.startOfText
    while next < text.count {
      let line = text.line(from: next)
      next = text.lineStart(after: line)
      number += 1
      try checkNesting(of: line, number, in: text)
      guard let above = header, !refused.contains(number - 1),
        let frame = TableFrame(header: above, delimiters: line, in: text)
      else {
        header = line
        continue
      }
      if markdown.isEmpty { markdown.reserveCapacity(document.count + document.count / 2) }
      append(text, copied..<above.lowerBound)
      var table = PipeTable(
        sourceLine: number - 1, firstLine: number - 1 + addedLines, alignments: frame.alignments,
        startsAtMargin: frame.headerEnd == above.lowerBound)
      appendRow(
        frame.headerCells, first: above.lowerBound..<frame.headerEnd, others: frame.prefix, of: text, to: &table)
      var rows = 0
      while next < text.count {
        let row = text.line(from: next)
        guard let (prefix, cells) = frame.row(row, in: text) else { break }
        paddedCells += frame.alignments.count - cells.count
        guard paddedCells <= Limits.paddedCells else { break }
        appendRow(cells, first: prefix, others: prefix, of: text, to: &table)
        next = text.lineStart(after: row)
        rows += 1
      }
      number += rows
      addedLines += table.parsedCount - rows - 2
      copied = next
      tables.append(table)
      header = nil
    }
    if tables.isEmpty {
      markdown = document
    } else {
      append(text, copied..<text.count)
    }
  }

  private func checkNesting(of line: Range<Int>, _ number: Int, in text: Span<UInt8>) throws(MarkdownError) {
    guard line.count > Limits.containerPrefix else { return }
    let prefix = LinePrefix(of: line, in: text, items: true)
    guard prefix.end - line.lowerBound <= Limits.containerPrefix || (prefix.quotes == 0 && !prefix.opensItem) else {
      throw .nestedTooDeeply(line: number)
    }
  }

  private mutating func appendRow(
    _ cells: [Range<Int>], first: Range<Int>, others: Range<Int>, of text: Span<UInt8>, to table: inout PipeTable
  ) {
    for (column, cell) in cells.enumerated() {
      if table.parsedCount > 0, table.startsAtMargin, others.isEmpty, let plain = PlainCell(cell, in: text) {
        table.append(.finished(plain.text, isBold: plain.isBold))
        continue
      }
      table.append(.parsed)
      append(text, column == 0 ? first : others)
      markdown.append(UInt8(ascii: "#"))
      markdown.append(UInt8(ascii: " "))
      var copied = cell.lowerBound
      for position in cell where text[position] == UInt8(ascii: "|") {
        // Only an escaped pipe can stand within a cell; the backslash has done its work.
        append(text, copied..<position - 1)
        copied = position
      }
      append(text, copied..<cell.upperBound)
      markdown.append(UInt8(ascii: " "))
      markdown.append(UInt8(ascii: "#"))
      markdown.append(UInt8(ascii: "\n"))
    }
    table.endRow(cells: cells.count)
  }

  private mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    text.extracting(range).withUnsafeBufferPointer { markdown.append(contentsOf: $0) }
  }
}
