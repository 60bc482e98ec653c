extension PipeTable {
  /// Makes a table of the headings that hold its cells, and of the cells that no heading was needed for.
  ///
  /// In the dialect of the page, a first cell that opens in bold names its row (`<th scope="row">`);
  /// any other cell that is bold as a whole is a status (class `status`), which the page frames.
  func rebuild(from head: CmarkNode, in document: Span<UInt8>, markup: TableMarkup) {
    guard let table = head.insertBlockBefore(markup.opening) else { return }
    // What is due before the next cell that was parsed: the end of the cell before it, and all cells between.
    var due: [UInt8] = []
    var heading: CmarkNode? = head
    var index = 0
    for (row, cellCount) in cellsOfRow.enumerated() {
      due += row == 0 ? "<thead>\n<tr>\n".utf8 : row == 1 ? "<tbody>\n<tr>\n".utf8 : "<tr>\n".utf8
      for column in 0..<cellCount {
        let kind: TableMarkup.Cell
        switch cells[index] {
        case .finished(let text, let isBold):
          kind = markup.kind(row: row, column: column, opensInBold: isBold, isBold: isBold)
          due += markup.tag(kind, alignments[column])
          if isBold { due += "<strong>".utf8 }
          markup.append(document.extracting(text), to: &due)
          if isBold { due += "</strong>".utf8 }
        case .parsed:
          guard let cell = heading else { return }
          heading = cell.next
          kind = markup.kind(row: row, column: column, opensInBold: cell.opensInBold, isBold: cell.isBoldAsAWhole)
          due += markup.tag(kind, alignments[column])
          table.appendInline(taking: &due, andChildrenOf: cell)
        }
        due += kind == .header || kind == .rowName ? "</th>\n".utf8 : "</td>\n".utf8
        index += 1
      }
      for missing in cellCount..<alignments.count {
        due += markup.tag(.plain, alignments[missing])
        due += "</td>\n".utf8
      }
      due += row == 0 ? "</tr>\n</thead>\n".utf8 : "</tr>\n".utf8
    }
    if cellsOfRow.count > 1 { due += "</tbody>\n".utf8 }
    due += markup.closing.utf8
    table.appendInline(taking: &due)
  }
}

/// The tags of tables in a dialect, made once for a document.
struct TableMarkup {
  enum Cell: Int, CaseIterable {
    case header, rowName, plain, status
  }

  let opening: String
  let closing: String
  /// Whether bold cells have a meaning, and texts get marks.
  private let knowsMarks: Bool
  /// By cell, then by alignment.
  private let tags: [[[UInt8]]]

  init(_ dialect: MarkdownConverter.Dialect) {
    knowsMarks = dialect == .page
    opening =
      dialect == .page
      ? "<div class=\"table\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">\n<table>" : "<table>"
    closing = dialect == .page ? "</table>\n</div>" : "</table>"
    tags = Cell.allCases.map { cell in
      ColumnAlignment.allCases.map { Array(Self.tag(cell, $0, dialect).utf8) }
    }
  }

  func tag(_ cell: Cell, _ alignment: ColumnAlignment) -> [UInt8] {
    tags[cell.rawValue][alignment.rawValue]
  }

  func kind(row: Int, column: Int, opensInBold: Bool, isBold: Bool) -> Cell {
    guard row > 0 else { return .header }
    guard knowsMarks else { return .plain }
    return column == 0 ? (opensInBold ? .rowName : .plain) : isBold ? .status : .plain
  }

  /// Appends the text of a cell that nobody parsed.
  func append(_ text: Span<UInt8>, to html: inout [UInt8]) {
    if knowsMarks, TextMarks.areNeeded(in: text) {
      TextMarks.append(text, to: &html)
    } else {
      HTMLText.append(text, to: &html)
    }
  }

  private static func tag(
    _ cell: Cell, _ alignment: ColumnAlignment, _ dialect: MarkdownConverter.Dialect
  ) -> String {
    let word =
      switch alignment {
      case .none: ""
      case .left: dialect == .page ? "" : "left"
      case .center: "center"
      case .right: "right"
      }
    guard dialect == .page else {
      return (cell == .header ? "<th" : "<td") + (word.isEmpty ? ">" : " align=\"\(word)\">")
    }
    let classes = cell != .status ? word : word.isEmpty ? "status" : word + " status"
    let start =
      switch cell {
      case .header: "<th scope=\"col\""
      case .rowName: "<th scope=\"row\""
      case .plain, .status: "<td"
      }
    return start + (classes.isEmpty ? ">" : " class=\"\(classes)\">")
  }
}

extension CmarkNode {
  fileprivate var opensInBold: Bool { firstChild?.kind == .strong }

  fileprivate var isBoldAsAWhole: Bool {
    guard let only = firstChild, only.kind == .strong else { return false }
    return only.next == nil
  }
}
