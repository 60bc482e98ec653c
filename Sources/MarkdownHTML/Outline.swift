/// What is to be rebuilt in a parsed document, found in one walk so that the tree is changed only afterwards.
struct Outline {
  struct Heading {
    var node: CmarkNode
    var level: Int
    /// The text without markup; empty where no id is made from it.
    var text: [UInt8] = []
    /// Whether it stands in no list, quote or table.
    var isTopLevel: Bool
  }

  /// Each table with the heading that holds its first cell.
  private(set) var tables: [(PipeTable, CmarkNode)] = []
  /// Header lines of supposed tables that libcmark did not read as paragraphs.
  private(set) var misreadTables: Set<Int> = []
  private(set) var headings: [Heading] = []
  private(set) var quotes: [CmarkNode] = []
  private(set) var fences: [CmarkNode] = []
  /// Links and images.
  private(set) var targets: [Target] = []
  /// Texts that need marks.
  private(set) var markedTexts: [CmarkNode] = []

  init(of tree: borrowing CmarkTree, tables supposed: [PipeTable]) {
    var finder = TableFinder(supposed)
    var collectsText = false
    var found = Outline()
    tree.walk { node, entering, depth in
      switch (node.kind, entering) {
      case (.heading, true):
        guard !finder.takes(node) else { break }
        let level = node.headingLevel
        collectsText = level == 2 || level == 3
        found.headings.append(Heading(node: node, level: level, isTopLevel: depth == 1))
      case (.heading, false):
        collectsText = false
      case (.text, true), (.code, true):
        if collectsText, let last = found.headings.indices.last { found.headings[last].text += node.literal }
        if node.kind == .text, depth <= Limits.depth, node.withLiteral(TextMarks.areNeeded) {
          found.markedTexts.append(node)
        }
      case (.lineEnd, true):
        if collectsText, let last = found.headings.indices.last { found.headings[last].text.append(UInt8(ascii: " ")) }
      case (.blockQuote, true):
        found.quotes.append(node)
      case (.codeBlock, true):
        found.fences.append(node)
      case (.link, true), (.image, true):
        found.targets.append(Target(node: node, depth: depth))
      default:
        break
      }
    }
    self = found
    (tables, misreadTables) = finder.finish()
  }

  private init() {}
}

/// Finds the headings that cells of tables were turned into.
private struct TableFinder {
  private let supposed: [PipeTable]
  private var index = 0
  private var tables: [(PipeTable, CmarkNode)] = []
  private var misread: Set<Int> = []

  init(_ supposed: [PipeTable]) { self.supposed = supposed }

  /// Whether the heading is a cell. Headings come in the order of their lines.
  mutating func takes(_ heading: CmarkNode) -> Bool {
    guard index < supposed.count else { return false }
    let line = heading.startLine
    while index < supposed.count, supposed[index].firstLine + supposed[index].parsedCount <= line { skip() }
    guard index < supposed.count, line >= supposed[index].firstLine else { return false }
    let table = supposed[index]
    if line == table.firstLine {
      if Self.isWhole(table, from: heading) {
        tables.append((table, heading))
      } else {
        misread.insert(table.sourceLine)
      }
    }
    return true
  }

  mutating func finish() -> ([(PipeTable, CmarkNode)], Set<Int>) {
    while index < supposed.count { skip() }
    return (tables, misread)
  }

  private mutating func skip() {
    if tables.last?.0.firstLine != supposed[index].firstLine { misread.insert(supposed[index].sourceLine) }
    index += 1
  }

  /// Whether all parsed cells follow each other in one container.
  private static func isWhole(_ table: PipeTable, from first: CmarkNode) -> Bool {
    var cell: CmarkNode? = first
    for line in table.firstLine..<table.firstLine + table.parsedCount {
      guard let heading = cell, heading.kind == .heading, heading.startLine == line else { return false }
      cell = heading.next
    }
    return true
  }
}
