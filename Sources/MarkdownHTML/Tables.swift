extension PipeTable {
  /// Makes a table of the headings that hold its cells.
  ///
  /// In the dialect of the page, a first cell that opens in bold names its row (`<th scope="row">`);
  /// any other cell that is bold as a whole is a status (class `status`), which the page frames.
  func rebuild(from head: CmarkNode, markup: TableMarkup) {
    guard let table = head.insertBlockBefore(markup.opening) else { return }
    // The markup that is due before the next cell: the end of the cell before it, and of its row.
    var due = ""
    var next: CmarkNode? = head
    for (row, cellCount) in cellsOfRow.enumerated() {
      due += row == 0 ? "<thead>\n<tr>\n" : row == 1 ? "<tbody>\n<tr>\n" : "<tr>\n"
      for column in 0..<cellCount {
        guard let cell = next else { return }
        next = cell.next
        let isMarked = markup.knowsMarks && row > 0 && (column == 0 ? cell.opensInBold : cell.isBoldAsAWhole)
        let kind: TableMarkup.Cell = row == 0 ? .header : !isMarked ? .plain : column == 0 ? .rowName : .status
        due += markup.tag(kind, alignments[column])
        table.appendInline(due, takingChildrenOf: cell)
        due = kind == .header || kind == .rowName ? "</th>\n" : "</td>\n"
      }
      for missing in cellCount..<alignments.count { due += markup.tag(.plain, alignments[missing]) + "</td>\n" }
      due += row == 0 ? "</tr>\n</thead>\n" : "</tr>\n"
    }
    if cellsOfRow.count > 1 { due += "</tbody>\n" }
    table.appendInline(due + markup.closing)
  }
}

/// The tags of tables in a dialect, made once for a document.
struct TableMarkup {
  enum Cell: Int, CaseIterable {
    case header, rowName, plain, status
  }

  let opening: String
  let closing: String
  /// Whether bold cells have a meaning.
  let knowsMarks: Bool
  /// By cell, then by alignment.
  private let tags: [[String]]

  init(_ dialect: MarkdownConverter.Dialect) {
    knowsMarks = dialect == .page
    opening =
      dialect == .page
      ? "<div class=\"table\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">\n<table>" : "<table>"
    closing = dialect == .page ? "</table>\n</div>" : "</table>"
    tags = Cell.allCases.map { cell in
      ColumnAlignment.allCases.map { Self.tag(cell, $0, dialect) }
    }
  }

  func tag(_ cell: Cell, _ alignment: ColumnAlignment) -> String {
    tags[cell.rawValue][alignment.rawValue]
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
