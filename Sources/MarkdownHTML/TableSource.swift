/// A pipe table in the text that libcmark is given: one line for each cell.
struct PipeTable: Equatable {
  /// The line of the header row in the document as written, from 1.
  var sourceLine: Int
  /// The line of the first cell in the text that libcmark is given, from 1.
  var firstLine: Int
  var alignments: [ColumnAlignment]
  /// How many cells each row brings, the header row first; 1 up to the number of columns.
  private(set) var cellsOfRow: [Int] = []
  private(set) var cellCount = 0

  init(sourceLine: Int, firstLine: Int, alignments: [ColumnAlignment]) {
    self.sourceLine = sourceLine
    self.firstLine = firstLine
    self.alignments = alignments
  }

  mutating func appendRow(cells: Int) {
    cellsOfRow.append(cells)
    cellCount += cells
  }
}

/// The text that libcmark is given: the document, with every cell of a pipe table as a heading line of its own.
///
/// libcmark knows no tables and would read inline markup across cells. A heading `# cell #` is the one thing of CommonMark
/// that is a block of one line, needs no blank lines, and whose text is read for itself, with the link references of the
/// whole document. So one parse is enough. ``Outline`` finds the headings again by their lines, and says which of
/// the supposed tables stand in a code block; the document is then read again without these.
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
        sourceLine: number - 1, firstLine: number - 1 + addedLines, alignments: frame.alignments)
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
      addedLines += table.cellCount - rows - 2
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
    table.appendRow(cells: cells.count)
    for (column, cell) in cells.enumerated() {
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
  }

  private mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    text.extracting(range).withUnsafeBufferPointer { markdown.append(contentsOf: $0) }
  }
}

extension Span<UInt8> {
  /// Behind a byte order mark, which libcmark ignores too.
  fileprivate var startOfText: Int {
    count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF ? 3 : 0
  }

  /// The line without its end, which is LF, CR or CRLF.
  fileprivate func line(from start: Int) -> Range<Int> {
    var end = start
    while end < count, self[end] != UInt8(ascii: "\n"), self[end] != UInt8(ascii: "\r") { end += 1 }
    return start..<end
  }

  fileprivate func lineStart(after line: Range<Int>) -> Int {
    let end = line.upperBound
    guard end + 1 < count else { return count }
    return self[end] == UInt8(ascii: "\r") && self[end + 1] == UInt8(ascii: "\n") ? end + 2 : end + 1
  }
}
