/// Sets Markdown so that it reads as plain text: table columns in line, long lines wrapped. What it says as CommonMark does not change.
///
/// Fenced blocks stay as they are. Within other lines only single spaces become line ends, and only where the next word cannot
/// open a block; table cells are padded with spaces, which the GFM specification ignores.
struct MarkdownLayout {
  /// A line is broken before it grows beyond so many columns, where its words allow it.
  static let width = 100
  /// A cell that is wider is not padded for, so that one long cell does not push all others off the screen.
  static let cellWidth = 44

  private var output: [UInt8] = []
  private var table: [ArraySlice<UInt8>] = []
  private var fence: ArraySlice<UInt8>?
  private var isBelowTable = false
  /// The rest stays as it is.
  private var givesUp = false

  static func lay(_ markdown: [UInt8]) -> [UInt8] {
    var layout = MarkdownLayout()
    layout.output.reserveCapacity(markdown.count + markdown.count / 4)
    var start = markdown.startIndex
    while start < markdown.endIndex {
      let end = markdown[start...].firstIndex(of: UInt8(ascii: "\n")) ?? markdown.endIndex
      layout.take(markdown[start..<end], isLast: end == markdown.endIndex)
      start = end + 1
    }
    layout.flushTable()
    return layout.output
  }

  private mutating func take(_ line: ArraySlice<UInt8>, isLast: Bool) {
    if line.first == bar, fence == nil, !givesUp {
      table.append(line)
      return
    }
    if !table.isEmpty {
      flushTable()
      isBelowTable = true
    }
    if line.allSatisfy({ $0 == space }) { isBelowTable = false }
    if givesUp {
      output += line
    } else if let open = fence {
      output += line
      if line.starts(with: open) {
        if line.dropFirst(open.count).allSatisfy({ $0 == space }) { fence = nil }
      } else if MarkdownLayout.holdsFence(line) {
        givesUp = true
      }
    } else if line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) {
      fence = line.prefix { $0 == line.first }
      givesUp = line.first == UInt8(ascii: "`") && line.drop { $0 == UInt8(ascii: "`") }.contains(UInt8(ascii: "`"))
      output += line
    } else if MarkdownLayout.holdsFence(line) {
      givesUp = true
      output += line
    } else if isBelowTable {
      // Without an empty line between, it is one more row of the table.
      output += line
    } else {
      wrap(line)
    }
    if !isLast { output.append(newline) }
  }

  /// Whether a fence may open or end behind other characters of the line: which of them count would need a parser.
  private static func holdsFence(_ line: ArraySlice<UInt8>) -> Bool {
    let rest = line.drop { byte in
      " \t>-+*.)".utf8.contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    return rest.starts(with: "```".utf8) || rest.starts(with: "~~~".utf8)
  }
}

// Tables.
extension MarkdownLayout {
  private mutating func flushTable() {
    guard !table.isEmpty else { return }
    defer { table.removeAll(keepingCapacity: true) }
    let rows = table.map(MarkdownLayout.cells)
    let columns = rows[0].count
    guard rows.count > 1, rows[1].count == columns, rows[1].allSatisfy(MarkdownLayout.isDelimiter) else {
      for line in table { output += line + [newline] }
      return
    }
    var widths = [Int](repeating: 3, count: columns)
    for (number, row) in rows.enumerated() where number != 1 {
      for (column, cell) in row.enumerated() where column < columns {
        let width = DisplayWidth.of(cell)
        if width <= MarkdownLayout.cellWidth { widths[column] = max(widths[column], width) }
      }
    }
    let alignsRight = rows[1].map { $0.last == UInt8(ascii: ":") }
    for (number, row) in rows.enumerated() {
      for (column, cell) in row.enumerated() {
        output += "| ".utf8
        let width = column < columns ? widths[column] : 0
        if number == 1 {
          appendDelimiter(cell, width)
        } else {
          let padding = max(0, width - DisplayWidth.of(cell))
          let isRight = column < alignsRight.count && alignsRight[column]
          if isRight { appendSpaces(padding) }
          output += cell
          if !isRight { appendSpaces(padding) }
        }
        output.append(space)
      }
      output += "|\n".utf8
    }
  }

  private mutating func appendDelimiter(_ cell: ArraySlice<UInt8>, _ width: Int) {
    let left = cell.first == UInt8(ascii: ":")
    let right = cell.last == UInt8(ascii: ":")
    if left { output.append(UInt8(ascii: ":")) }
    output += repeatElement(UInt8(ascii: "-"), count: max(1, width - (left ? 1 : 0) - (right ? 1 : 0)))
    if right { output.append(UInt8(ascii: ":")) }
  }

  private mutating func appendSpaces(_ count: Int) { output += repeatElement(space, count: count) }

  private static func isDelimiter(_ cell: ArraySlice<UInt8>) -> Bool {
    !cell.isEmpty && cell.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
  }

  /// The cells of a row that begins with a pipe, without the spaces around them; a pipe behind a backslash divides none.
  private static func cells(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var cells: [ArraySlice<UInt8>] = []
    var start = line.startIndex + 1
    var position = start
    while position < line.endIndex {
      if line[position] == UInt8(ascii: "\\") {
        position += 2
        continue
      }
      if line[position] == bar {
        cells.append(trimmed(line[start..<position]))
        start = position + 1
      }
      position += 1
    }
    let rest = trimmed(line[min(start, line.endIndex)...])
    if !rest.isEmpty { cells.append(rest) }
    return cells
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, first == space || first == tab { bytes.removeFirst() }
    // A space behind a backslash at the end would be taken as one that stands for itself; none is written.
    while let last = bytes.last, last == space || last == tab { bytes.removeLast() }
    return bytes
  }
}

// Paragraphs, list items and quotations.
extension MarkdownLayout {
  private mutating func wrap(_ line: ArraySlice<UInt8>) {
    guard line.count > MarkdownLayout.width, line.first != UInt8(ascii: "#"), line.first != UInt8(ascii: "<"),
      !isReference(line), !holdsBar(line)
    else {
      output += line
      return
    }
    let opening = Opening(of: line)
    guard opening.isProse else {
      output += line
      return
    }
    output += line[..<opening.end]
    var column = DisplayWidth.of(line[..<opening.end])
    var isFirst = true
    var position = opening.end
    while position < line.endIndex {
      // A run of spaces belongs to the word behind it; two at the end of the line are a break that stays.
      let wordStart = line[position...].firstIndex { $0 != space } ?? line.endIndex
      let wordEnd = line[wordStart...].firstIndex(of: space) ?? line.endIndex
      let word = line[wordStart..<wordEnd]
      let width = DisplayWidth.of(word)
      let endsInBackslash = output.last == UInt8(ascii: "\\")
      if !isFirst, wordStart == position + 1, column + 1 + width > MarkdownLayout.width, !endsInBackslash,
        MarkdownLayout.canBeginALine(word)
      {
        output.append(newline)
        output += opening.continuation
        output += word
        column = opening.continuation.count + width
      } else {
        output += line[position..<wordEnd]
        column += wordStart - position + width
      }
      isFirst = false
      position = wordEnd
    }
  }

  /// A pipe that no backslash escapes: the line may be the head of a table.
  private func holdsBar(_ line: ArraySlice<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in line {
      if byte == bar, previous != UInt8(ascii: "\\") { return true }
      previous = previous == UInt8(ascii: "\\") ? 0 : byte
    }
    return false
  }

  /// A definition such as `[key]: place` is one line.
  private func isReference(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == UInt8(ascii: "["), let close = line.firstIndex(of: UInt8(ascii: "]")) else { return false }
    return line[(close + 1)...].first == UInt8(ascii: ":")
  }

  /// Whether the word opens no block where it begins a line: a letter, an opening mark, or emphasis around a letter does not.
  private static func canBeginALine(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    if isLetter(first) || first >= 0x80 { return true }
    switch first {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"): return true
    case UInt8(ascii: "*"): return word.drop { $0 == first }.first.map { isLetter($0) || $0 >= 0x80 } ?? false
    // A number followed by a full stop or bracket would open a list; one that goes on otherwise does not.
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let rest = word.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      return rest.first != UInt8(ascii: ".") && rest.first != UInt8(ascii: ")")
    default: return false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// What stands in front of the words of a line, and what has to stand in front of those that are broken off it.
  private struct Opening {
    var end: Int
    var continuation: [UInt8] = []
    /// Whether words follow that may be broken: not behind four spaces (code), nor in a table inside a quotation.
    var isProse = true

    init(of line: ArraySlice<UInt8>) {
      end = line.startIndex
      var indentation = 0
      while end < line.endIndex {
        let rest = line[end...]
        if rest.first == space {
          // Four spaces make code, or the further text of an item: either stays as it is.
          indentation += 1
          if indentation > 3 { isProse = false }
          end += 1
          continuation.append(space)
        } else if rest.first == UInt8(ascii: ">") {
          continuation += ">".utf8
          end += 1
          indentation = -1
        } else if let marker = Opening.marker(rest) {
          end += marker
          continuation += repeatElement(space, count: marker)
          indentation = 0
        } else {
          break
        }
      }
      if let first = line[end...].first, [bar, UInt8(ascii: "#"), UInt8(ascii: "`"), UInt8(ascii: "~")].contains(first)
      {
        isProse = first == UInt8(ascii: "`") && !line[end...].starts(with: "```".utf8)
      }
    }

    /// The length of `- ` or `12. `; nil where no list item opens.
    private static func marker(_ rest: ArraySlice<UInt8>) -> Int? {
      guard let first = rest.first else { return nil }
      if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || first == UInt8(ascii: "*") {
        return rest.dropFirst().first == space ? 2 : nil
      }
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard (1...9).contains(digits.count) else { return nil }
      let behind = rest.dropFirst(digits.count)
      guard behind.first == UInt8(ascii: ".") || behind.first == UInt8(ascii: ")"), behind.dropFirst().first == space
      else { return nil }
      return digits.count + 2
    }
  }
}

private let space = UInt8(ascii: " ")
private let tab = UInt8(ascii: "\t")
private let bar = UInt8(ascii: "|")
private let newline = UInt8(ascii: "\n")

/// How many columns a text takes in a font whose characters are of one width.
enum DisplayWidth {
  static func of(_ bytes: ArraySlice<UInt8>) -> Int {
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.count }
    return String(decoding: bytes, as: UTF8.self).reduce(0) { $0 + width($1) }
  }

  /// East Asian wide characters and pictures take two columns (Unicode annex 11, in the ranges that are wide throughout).
  private static func width(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
