extension PipeTable {
  /// Makes a table of the headings that hold its cells.
  ///
  /// In the dialect of the page a first cell that is bold as a whole names its row (`<th scope="row">`).
  func rebuild(from head: CmarkNode, dialect: MarkdownConverter.Dialect) {
    let hasBody = cellsOfRow.count > 1
    let opening = dialect == .page ? "<div class=\"table\">\n<table>" : "<table>"
    let closing = (hasBody ? "</tbody>\n" : "") + (dialect == .page ? "</table>\n</div>" : "</table>")
    guard let table = head.insertBlockBefore(opening, closing) else { return }
    let headerTags = tags("th", dialect == .page ? " scope=\"col\"" : "", dialect)
    let cellTags = tags("td", "", dialect)
    let rowHeaderTag = tags("th", " scope=\"row\"", dialect)[0]

    var next: CmarkNode? = head
    for (row, cellCount) in cellsOfRow.enumerated() {
      for column in 0..<cellCount {
        guard let cell = next else { return }
        next = cell.next
        let namesRow = dialect == .page && row > 0 && column == 0 && cell.isBoldAsAWhole
        let tag = row == 0 ? headerTags[column] : namesRow ? rowHeaderTag : cellTags[column]
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
  private func tags(_ name: String, _ attributes: String, _ dialect: MarkdownConverter.Dialect) -> [String] {
    alignments.map { alignment in
      let word: String? =
        switch alignment {
        case .none: nil
        case .left: dialect == .page ? nil : "left"
        case .center: "center"
        case .right: "right"
        }
      guard let word else { return "<\(name)\(attributes)>" }
      return "<\(name)\(attributes) \(dialect == .page ? "class" : "align")=\"\(word)\">"
    }
  }
}

extension CmarkNode {
  fileprivate var isBoldAsAWhole: Bool {
    guard let only = firstChild, only.kind == .strong else { return false }
    return only.next == nil
  }
}
