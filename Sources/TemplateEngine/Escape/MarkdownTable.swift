/// The pipe tables of a Markdown template: which cell of a row a value stands in, and whether a table is open at all.
///
/// A page drops the cells of a row beyond those of the table's head. Text values never hold a pipe that would begin a cell, so that the literal text tells;
/// where ways differ, the place counts as the furthest cell that it can be.
///
/// Source: https://github.github.com/gfm/#tables-extension-
struct MarkdownTable: Sendable {
  private enum Phase: Sendable, Equatable {
    case none
    /// The line above could be the head of a table.
    case head(Cells, row: Int?)
    /// Rows of so many cells follow, inside so many quotes.
    case open(columns: Int, quotes: Int)
    /// What is wrong with the table is reported; up to the next empty line nothing more is said.
    case broken
  }

  /// How many cells a line has, on the ways that lead here.
  private struct Cells: Sendable, Equatable {
    var low: Int
    var high: Int
  }

  /// The line that is being read.
  private struct Line: Sendable, Equatable {
    enum Start: Sendable, Equatable { case blank, pipe, text }

    var start = Start.blank
    var pipes = Cells(low: 0, high: 0)
    /// Whether something stands behind the last pipe.
    var hasInk = false
    /// The first pipe of the template on the line.
    var site: LiteralSite?
    /// The first value of the line.
    var value: Int?
    /// A value of the line is refused already.
    var isRefused = false
    var isAfterBackslash = false
    var backslashes = 0

    private var lead: Int { start == .pipe ? 1 : 0 }
    /// The cell that is being written, counted from 0.
    var cell: Int { pipes.high - lead }
    var cells: Cells {
      let last = (hasInk ? 1 : 0) - lead
      return Cells(low: max(pipes.low + last, 0), high: max(pipes.high + last, 0))
    }
  }

  /// A section over a list that is open.
  private struct Loop: Sendable, Equatable {
    /// The first row that belongs to a table which was open when the section began.
    var row: Int?
    var isInherited: Bool
    var hasPipe = false
    /// The first value inside.
    var first: Int?
    /// Values on the first line of the section and on the one that is being read; the first ones are enough.
    var values: [Int] = []
    var firstLineCount = 0
    /// How many lines have ended inside.
    var lines = 0
    /// The rule of a table whose head is the first line of the section.
    var firstRule: LiteralSite?
  }

  private var phase = Phase.none
  private var line = Line()
  private var loops: [Loop] = []
  private var warnings: [PlaceWarning] = []
  private var broken: [PendingText] = []

  mutating func takeWarnings() -> [PlaceWarning] {
    defer { warnings = [] }
    return warnings
  }

  mutating func takeBroken() -> [PendingText] {
    defer { broken = [] }
    return broken
  }

  // MARK: Inside a line

  /// - Parameter literal: the literal text of the line, with this byte.
  mutating func read(_ byte: UInt8, of literal: [UInt8], at site: LiteralSite) {
    if byte == 0x5C {
      line.backslashes += 1
      line.hasInk = true
      return
    }
    let backslashes = line.backslashes
    line.backslashes = 0
    if byte == 0x20 || byte == 0x09 { return }
    guard byte == UInt8(ascii: "|"), backslashes % 2 == 0 else {
      line.hasInk = true
      return
    }
    if line.start == .blank {
      line.start = MarkdownTable.isPrefix(literal.dropLast()) ? .pipe : .text
    }
    if line.site == nil { line.site = site }
    line.pipes.high += 1
    // Some readers take any backslash before a pipe for its escape.
    if backslashes == 0 { line.pipes.low += 1 }
    line.hasInk = false
    for loop in loops.indices { loops[loop].hasPipe = true }
  }

  /// A value stands here.
  ///
  /// - Parameter literal: the literal text of the line so far.
  /// - Returns: why it would not be shown.
  mutating func place(_ id: Int, in literal: [UInt8]) -> Misplacement? {
    if line.start == .blank { line.start = .text }
    (line.hasInk, line.backslashes) = (true, 0)
    if line.value == nil { line.value = id }
    for loop in loops.indices {
      loops[loop].first = loops[loop].first ?? id
      if loops[loop].values.count < 100 { loops[loop].values.append(id) }
    }
    guard case .open(let columns, let quotes) = phase, !endsTable(literal, quotes) else { return nil }
    for loop in loops.indices where loops[loop].isInherited && loops[loop].row == nil { loops[loop].row = id }
    guard line.cell >= columns else { return nil }
    line.isRefused = true
    return .markdownTableCell(columns: columns)
  }

  // MARK: Lines

  mutating func endLine(_ literal: MarkdownLine) {
    defer {
      line = Line()
      for loop in loops.indices {
        if loops[loop].lines == 0 { loops[loop].firstLineCount = loops[loop].values.count }
        loops[loop].values = Array(loops[loop].values.prefix(loops[loop].firstLineCount))
        loops[loop].lines += 1
      }
    }
    if literal.isBlank, literal.isLiteral { return end() }
    if case .open(let columns, let quotes) = phase {
      if endsTable(literal.bytes, quotes) {
        phase = .none
      } else {
        return endRow(columns)
      }
    }
    if MarkdownTable.isRule(literal.bytes), !literal.hasValue {
      endRule(literal)
    } else if phase != .broken {
      warnOfRow()
      phase = .head(line.cells, row: line.start == .pipe ? line.value : nil)
    }
  }

  private mutating func endRow(_ columns: Int) {
    guard line.start == .pipe, !line.isRefused, let site = line.site else { return }
    let cells = line.cells
    if cells.low == columns, cells.high == columns { return }
    let count = cells.high > columns ? cells.high : cells.low
    warnings.append(PlaceWarning(.tableRow(cells: count, columns: columns), at: .literal(site)))
  }

  private mutating func endRule(_ literal: MarkdownLine) {
    guard case .head(let head, _) = phase else {
      if phase == .none, line.start == .pipe, let site = line.site {
        warnings.append(PlaceWarning(.tableWithoutHead, at: .literal(site)))
        phase = .broken
      }
      return
    }
    let rule = line.cells
    if head == rule {
      phase = .open(columns: rule.low, quotes: MarkdownTable.quotes(literal.bytes))
      for loop in loops.indices {
        loops[loop].isInherited = false
        if loops[loop].lines == 1 { loops[loop].firstRule = line.site }
      }
    } else if let site = line.site {
      warnings.append(PlaceWarning(.tableHead(cells: head.high, rule: rule.high), at: .literal(site)))
      phase = .broken
    }
  }

  /// The line above turned out to be no head: a row that stands in no table.
  private mutating func warnOfRow() {
    if case .head(_, let row?) = phase { warnings.append(PlaceWarning(.rowWithoutTable, at: .text(row))) }
  }

  /// An empty line, or another block.
  mutating func end() {
    warnOfRow()
    phase = .none
    for loop in loops.indices { loops[loop].isInherited = false }
  }

  // MARK: What a line is

  /// The bytes behind the quote marks and spaces with which a line begins.
  private static func withoutQuotes(_ line: [UInt8]) -> ArraySlice<UInt8> {
    line.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
  }

  private static func quotes(_ line: [UInt8]) -> Int {
    line.prefix { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }.count { $0 == UInt8(ascii: ">") }
  }

  /// Whether nothing but marks of quotes and lists stands there.
  private static func isPrefix(_ bytes: ArraySlice<UInt8>) -> Bool {
    let line = Array(bytes)
    var index = 0
    while index < line.count {
      if line[index] == 0x20 || line[index] == 0x09 || line[index] == UInt8(ascii: ">") {
        index += 1
      } else if let end = MarkdownFence.endOfListMark(line, from: index) {
        index = end
      } else {
        return false
      }
    }
    return true
  }

  /// Whether the line could be the rule below the head of a table.
  private static func isRule(_ line: [UInt8]) -> Bool {
    let text = withoutQuotes(line)
    return text.allSatisfy { "|:- \t".utf8.contains($0) } && text.contains(UInt8(ascii: "-"))
      && text.contains { "|:".utf8.contains($0) }
  }

  /// Whether a line, as far as it is read, begins another block or stands in other quotes than the table.
  private func endsTable(_ line: [UInt8], _ quotes: Int) -> Bool {
    if MarkdownTable.quotes(line) != quotes { return true }
    let text = MarkdownTable.withoutQuotes(line)
    guard let first = text.first else { return false }
    if first == UInt8(ascii: "#") {
      let rest = text.drop { $0 == UInt8(ascii: "#") }
      return text.count - rest.count <= 6 && (rest.isEmpty || rest.first == 0x20)
    }
    return MarkdownFence.endOfListMark(line, from: text.startIndex) != nil
  }

  // MARK: Sections

  mutating func beginLoop() {
    var loop = Loop(isInherited: false)
    if case .open = phase { loop.isInherited = true }
    loops.append(loop)
  }

  /// A section ends here that began at `start`; it may have been skipped, or be repeated.
  ///
  /// - Parameter isFresh: whether a line begins here.
  mutating func endSection(from start: MarkdownTable, repeats: Bool, isFresh: Bool) {
    if repeats, let loop = loops.popLast() { endLoop(loop, isFresh: isFresh) }
    join(start)
  }

  private mutating func endLoop(_ loop: Loop, isFresh: Bool) {
    guard isFresh else {
      guard loop.hasPipe else { return }
      // The cells of all elements stand in one row.
      line.pipes.high = 1_000_000
      guard case .open = phase else { return }
      broken += loop.values.map { PendingText(id: $0, misplacement: .markdownTableLoop) }
      line.isRefused = true
      return
    }
    switch phase {
    case .open:
      if let rule = loop.firstRule { warnings.append(PlaceWarning(.tableAfterTable, at: .literal(rule))) }
    case .head(_, let row?) where row >= loop.first ?? row + 1:
      // The next element writes no rule below it.
      warnOfRow()
      phase = .broken
    case .none, .head, .broken:
      if let row = loop.row { warnings.append(PlaceWarning(.rowAfterTable, at: .text(row))) }
    }
  }

  private mutating func join(_ other: MarkdownTable) {
    line.pipes.low = min(line.pipes.low, other.line.pipes.low)
    line.pipes.high = max(line.pipes.high, other.line.pipes.high)
    if line.start != other.line.start {
      // A pipe that may be the first of the line may be the second.
      line.start = line.start == .blank ? other.line.start : line.start
      if other.line.start != .blank { line.start = .text }
    }
    line.hasInk = line.hasInk || other.line.hasInk
    line.site = line.site ?? other.line.site
    line.value = line.value ?? other.line.value
    line.isRefused = line.isRefused || other.line.isRefused
    switch (phase, other.phase) {
    case (.open(let columns, let quotes), .open(let others, _)):
      phase = .open(columns: min(columns, others), quotes: quotes)
    case (.open, _): break
    case (_, .open), (.none, _): phase = other.phase
    case (.head(let a, let row), .head(let b, let otherRow)):
      phase = .head(Cells(low: min(a.low, b.low), high: max(a.high, b.high)), row: row ?? otherRow)
    case (.head, _), (.broken, _): break
    }
    for index in loops.indices where index < other.loops.count {
      let way = other.loops[index]
      loops[index].row = loops[index].row ?? way.row
      loops[index].isInherited = loops[index].isInherited || way.isInherited
      loops[index].hasPipe = loops[index].hasPipe || way.hasPipe
      loops[index].first = loops[index].first ?? way.first
      if loops[index].values.count < way.values.count { loops[index].values = way.values }
    }
  }
}

/// Where a byte of the template's own text stands.
struct LiteralSite: Sendable, Equatable {
  /// The number that the compiler gave the file.
  var source: Int
  var offset: Int
}

/// Something that is allowed but most likely not what was meant.
struct PlaceWarning: Sendable, Equatable {
  enum Kind: Sendable, Hashable {
    case rowWithoutTable
    case rowAfterTable
    case tableAfterTable
    case tableWithoutHead
    case rawHTML
    case tableRow(cells: Int, columns: Int)
    case tableHead(cells: Int, rule: Int)
  }

  enum Site: Sendable, Equatable {
    case text(Int)
    case literal(LiteralSite)
  }

  var kind: Kind
  var site: Site

  init(_ kind: Kind, at site: Site) { (self.kind, self.site) = (kind, site) }
}
