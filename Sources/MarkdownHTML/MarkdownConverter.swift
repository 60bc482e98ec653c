/// Markdown to an HTML fragment: CommonMark as libcmark reads it, with tables, alerts and figures.
///
/// Whatever the text says, the fragment holds no raw HTML, no script and nothing that a browser would load: images become
/// their alternative text; links lead to a place on the page (`#…`), `http:`, `https:` or `mailto:`, others become plain text.
package struct MarkdownConverter: Sendable {
  /// How the parts that CommonMark does not know are marked up.
  package enum Dialect: Sendable {
    /// For our page: sections, heading ids, scrolling tables with scopes, alerts, figures.
    case page
    /// Tables exactly as the GitHub Flavored Markdown specification prints them, and nothing else.
    case github
  }

  package var dialect: Dialect
  /// Inline SVG by the NAME of a fenced block with the info string `figure NAME`; it is put on the page as it is.
  package var figures: [String: [UInt8]]
  /// The visible title of each kind of alert, in the language of the page; plain text.
  package var alertTitles: [AlertKind: String]

  package init(
    dialect: Dialect = .page, figures: [String: [UInt8]] = [:],
    alertTitles: [AlertKind: String] = AlertKind.englishTitles
  ) {
    self.dialect = dialect
    self.figures = figures
    self.alertTitles = alertTitles
  }

  /// The HTML of UTF-8 Markdown; the same bytes give the same HTML.
  package func html(_ markdown: [UInt8]) throws(MarkdownError) -> [UInt8] {
    guard markdown.count <= Limits.documentBytes else { throw .tooLong(bytes: markdown.count) }
    // What looks like a table but stands in a code block is refused at the second try, which has always been enough.
    var refused: Set<Int> = []
    for _ in 1...2 {
      let source = try TableSource(markdown, refusing: refused)
      let tree = try CmarkTree(parsing: source.markdown)
      let outline = Outline(of: tree, tables: source.tables)
      if outline.misreadTables.isEmpty { return try html(tree, outline, of: markdown, parsedAs: source.markdown) }
      refused.formUnion(outline.misreadTables)
    }
    let tree = try CmarkTree(parsing: markdown)
    return try html(tree, Outline(of: tree, tables: []), of: markdown, parsedAs: markdown)
  }

  private func html(
    _ tree: borrowing CmarkTree, _ outline: Outline, of markdown: [UInt8], parsedAs parsed: [UInt8]
  ) throws(MarkdownError) -> [UInt8] {
    rebuild(tree, outline, of: markdown, parsedAs: parsed)
    return try tree.html()
  }

  private func rebuild(
    _ tree: borrowing CmarkTree, _ outline: Outline, of markdown: [UInt8], parsedAs parsed: [UInt8]
  ) {
    var places = PairedPlaces()
    for target in outline.targets {
      if target.keepsHarmless(), dialect == .page, target.depth <= Limits.depth { places.mark(target.node) }
    }
    // After the places, which compare the words of links, and before what takes nodes out of the tree.
    if dialect == .page {
      for text in outline.markedTexts { text.markText() }
    }
    if !outline.tables.isEmpty {
      let markup = TableMarkup(dialect)
      for (table, head) in outline.tables { table.rebuild(from: head, in: markdown.span, markup: markup) }
    }
    guard dialect == .page else { return }
    if !outline.quotes.isEmpty {
      var lines = SourceLines(parsed)
      for quote in outline.quotes { rebuildAlert(quote, in: &lines) }
    }
    for fence in outline.fences { rebuildFigure(fence) }
    SectionBuilder.rebuild(outline.headings, in: tree.root)
  }
}

/// Why a text was not converted. A report of ordinary size meets none of these.
package enum MarkdownError: Error, Equatable, Sendable {
  /// Longer than ``Limits/documentBytes``.
  case tooLong(bytes: Int)
  /// A block quote or list opens more than ``Limits/containerPrefix`` bytes into the line (counted from 1).
  case nestedTooDeeply(line: Int)
  case outOfMemory
}

/// How much of each thing a document may hold, so that no input makes the work grow faster than its length.
enum Limits {
  /// 16 MiB: libcmark ends the process when a string passes 1 GiB, and a byte of `>` becomes 27 bytes of HTML.
  static let documentBytes = 16 << 20
  /// Bytes of a line within which block quotes and lists may open; libcmark visits every open one for every line.
  static let containerPrefix = 256
  /// Bytes of `>` and indentation in front of a table; they are repeated for every cell.
  static let tablePrefix = 32
  /// A paragraph that would be a wider table stays a paragraph.
  static let columns = 64
  /// Cells of a document that short rows leave out; the table ends before the row that needs more.
  static let paddedCells = 100_000
  /// Nodes around a node that is rebuilt; libcmark climbs to the root for each.
  static let depth = 300
}
