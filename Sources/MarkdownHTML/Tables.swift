extension PipeTable {
  /// Makes a table of the headings that hold its cells.
  ///
  /// In the dialect of the page, a first cell that is bold as a whole names its row (`<th scope="row">`);
  /// any other cell that is bold as a whole is a status (class `status`), which the page frames.
  func rebuild(from head: CmarkNode, dialect: MarkdownConverter.Dialect) {
    let hasBody = cellsOfRow.count > 1
    let opening = dialect == .page ? "<div class=\"table\">\n<table>" : "<table>"
    let closing = (hasBody ? "</tbody>\n" : "") + (dialect == .page ? "</table>\n</div>" : "</table>")
    guard let table = head.insertBlockBefore(opening, closing) else { return }
    let headerTags = tags("<th" + (dialect == .page ? " scope=\"col\"" : ""), dialect)
    let cellTags = tags("<td", dialect)
    let rowHeaderTags = tags("<th scope=\"row\"", dialect)
    let statusTags = tags("<td", dialect, isStatus: true)

    var next: CmarkNode? = head
    for (row, cellCount) in cellsOfRow.enumerated() {
      for column in 0..<cellCount {
        guard let cell = next else { return }
        next = cell.next
        let isMarked = dialect == .page && row > 0 && cell.isBoldAsAWhole
        let namesRow = isMarked && column == 0
        let tags = row == 0 ? headerTags : namesRow ? rowHeaderTags : isMarked ? statusTags : cellTags
        let tag = tags[column]
        var opening = tag
        if column == 0 { opening = (row == 0 ? "<thead>\n<tr>\n" : row == 1 ? "<tbody>\n<tr>\n" : "<tr>\n") + tag }
        var closing = row == 0 || namesRow ? "</th>\n" : "</td>\n"
        if column == cellCount - 1 {
          for missing in cellCount..<alignments.count { closing += cellTags[missing] + "</td>\n" }
          closing += row == 0 ? "</tr>\n</thead>\n" : "</tr>\n"
        }
        table.appendInline(opening, closing, takingChildrenOf: cell)
      }
    }
  }

  /// The opening tag of a cell in each column.
  private func tags(_ start: String, _ dialect: MarkdownConverter.Dialect, isStatus: Bool = false) -> [String] {
    alignments.map { alignment in
      switch (alignment, dialect) {
      case (.none, _), (.left, .page): isStatus ? "\(start) class=\"status\">" : "\(start)>"
      case (_, .page): "\(start) class=\"\(alignment.rawValue)\(isStatus ? " status" : "")\">"
      case (_, .github): "\(start) align=\"\(alignment.rawValue)\">"
      }
    }
  }
}

extension CmarkNode {
  fileprivate var isBoldAsAWhole: Bool {
    guard let only = firstChild, only.kind == .strong else { return false }
    return only.next == nil
  }
}
