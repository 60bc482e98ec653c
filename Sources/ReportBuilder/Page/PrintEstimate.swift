/// How much of a sheet a report's first page takes when the page is printed, estimated from its Markdown.
///
/// The numbers are those of the print rules in `page.css`, with a reserve for fonts that are wider; `make pages` prints
/// pages in a browser and counts the sheets. A sheet is as wide as A4 and as high as Letter, so that what fits it fits both.
struct PrintEstimate {
  /// Millimetres between the upper margin and the footer: Letter is the lower sheet.
  static let sheetHeight = 250.0

  /// Heights in millimetres.
  private enum Height {
    static let title = 9.0
    static let heading = 6.6
    static let line = 3.97
    static let paragraphGap = 0.9
    static let alertFrame = 7.6
    static let tableHead = 5.0
    static let tableLine = 3.65
    static let rowGap = 0.66
    static let itemGap = 0.45
    static let figureGap = 1.5
    static let preformattedLine = 3.7
  }

  /// Characters that fit between the margins of A4, the narrower sheet.
  private enum Width {
    static let prose = 130.0
    static let table = 138.0
  }

  fileprivate typealias Line = Slice<UnsafeBufferPointer<UInt8>>

  private(set) var millimetres = 0.0
  private let figures: [String: Double]

  /// - Parameter figures: the heights of drawings in millimetres, by their name.
  init(_ markdown: [UInt8], figures: [String: Double] = [:]) {
    self.figures = figures
    markdown.withUnsafeBufferPointer { bytes in
      var lines = MarkdownLines(bytes)
      measureSheet(&lines)
    }
  }

  private mutating func measureSheet(_ lines: inout MarkdownLines) {
    let first = lines.upToAcross()
    let letterhead = first.prefix { !$0.opens("# ") }
    if letterhead.count < first.count {
      // A paragraph that was broken into lines is one all the same.
      let characters = letterhead.filter { !$0.isEmpty }.map { $0.content.visible + 1 }.reduce(-1, +)
      if characters > 0 { millimetres += PrintEstimate.letterhead(characters) }
      measure(first.dropFirst(letterhead.count))
    } else {
      measure(first[...])
    }
    // A closing line alone behind the line across stays on the sheet (page.css).
    measure(lines.closing())
  }

  var fits: Bool { millimetres <= PrintEstimate.sheetHeight }

  /// Letters have larger type with more room between the lines (`page.css`): the same words are as much higher.
  private static let letterScale = 1.13

  /// Whether a letter, which has no line across, fits its sheets.
  var fitsLetter: Bool {
    millimetres * PrintEstimate.letterScale <= Double(LetterLimits.sheets) * PrintEstimate.sheetHeight
  }

  /// Whether the report has a first page of its own: a line across ends it.
  static func hasFirstPage(_ markdown: [UInt8]) -> Bool {
    markdown.withUnsafeBufferPointer { bytes in
      var lines = MarkdownLines(bytes)
      while let line = lines.next() { if line.isAcross { return true } }
      return false
    }
  }

  private mutating func measure(_ lines: ArraySlice<Line>) {
    var rest = lines
    /// The height of a section that held nothing but a numbered list: the next of its kind stands beside it.
    var half: Double?
    while let line = rest.first {
      guard line.opens("## ") else {
        let part = rest.prefix { !$0.opens("## ") }
        rest = rest.dropFirst(part.count)
        millimetres += measured(part, width: 1)
        continue
      }
      let section = rest.dropFirst().prefix { !$0.opens("## ") }
      rest = rest.dropFirst(1 + section.count)
      let isList = PrintEstimate.isList(section)
      if isList, let beside = half {
        millimetres += max(0, Height.heading + measured(section, width: 0.49) - beside)
        half = nil
      } else {
        let next = rest.dropFirst().prefix { !$0.opens("## ") }
        let isFollowed = isList && rest.first != nil && PrintEstimate.isList(next)
        let height = Height.heading + measured(section, width: isFollowed ? 0.49 : 1)
        millimetres += height
        half = isFollowed ? height : nil
      }
    }
  }

  /// Whether the section holds nothing but a numbered list.
  private static func isList(_ section: ArraySlice<Line>) -> Bool {
    section.allSatisfy { $0.isEmpty || $0.opensNumber || $0.first == UInt8(ascii: " ") }
      && section.contains { !$0.isEmpty }
  }

  /// The height of blocks without second-level headings; the width is a share of the sheet.
  private func measured(_ lines: ArraySlice<Line>, width: Double) -> Double {
    var height = 0.0
    var rest = lines
    var isQuoted = false
    var awaitsTitle = false
    while let line = rest.first {
      if line.opens("```") {
        let block = rest.dropFirst().prefix { !$0.opens("```") }
        rest = rest.dropFirst(block.count + 2)
        height += figure(line.dropFirst(3), lines: block.count)
      } else if line.opens("|") {
        let rows = rest.prefix { $0.opens("|") }
        rest = rest.dropFirst(rows.count)
        height += table(rows.map { $0 }, width: width)
      } else {
        let quoted = line.opens(">")
        let text = line.content
        var characters = text.visible
        rest = rest.dropFirst()
        // A paragraph that was broken into lines is one all the same.
        while !text.isEmpty, let next = rest.first, next.goesOn(quoted: quoted) {
          characters += 1 + next.content.visible
          rest = rest.dropFirst()
        }
        if quoted, !isQuoted, text.opens("[!") {
          height += Height.alertFrame
          awaitsTitle = true
        } else if !text.isEmpty {
          // A first line in bold alone is the title, which the frame holds.
          if awaitsTitle, quoted, text.opens("**"), text.suffix(2).opens("**") {
            height -= PrintEstimate.lines(characters, in: Width.prose) * Height.line + Height.paragraphGap
          }
          awaitsTitle = false
        }
        isQuoted = quoted
        height += block(text, characters, quoted: quoted, width: width)
      }
    }
    return height
  }

  /// What stands above the title is in smaller type, with a gap below.
  private static func letterhead(_ characters: Int) -> Double {
    let scale = 0.875
    return lines(characters, in: Width.prose / scale) * Height.line * scale + 1.6
  }

  private func block(_ text: Line, _ characters: Int, quoted: Bool, width: Double) -> Double {
    if text.isEmpty || text.opens("[!") { return 0 }
    if text.opens("# ") { return Height.title }
    if text.opens("### ") { return Height.heading }
    let isItem = text.opens("- ") || text.opensNumber
    let space = Width.prose * width - (isItem ? 4 : 0) - (quoted ? 6 : 0)
    return PrintEstimate.lines(characters, in: space) * Height.line + (isItem ? Height.itemGap : Height.paragraphGap)
  }

  private func figure(_ info: Line, lines: Int) -> Double {
    if info.opens("figure "),
      let height = figures[String(decoding: info.dropFirst("figure ".utf8.count), as: UTF8.self)]
    {
      return height + Height.figureGap
    }
    return Double(lines) * Height.preformattedLine + Height.figureGap
  }

  /// Rows are as high as their highest cell; columns share the width as browsers do: each has room for its longest word, and of the rest as much
  /// as it lacks in proportion to the others.
  private func table(_ rows: [Line], width: Double) -> Double {
    guard rows.count > 1 else { return Height.line }
    let texts = rows.map(\.cells)
    let cells = texts.map { $0.map(\.visible) }
    // A column of numbers is as narrow as the longest word of its head.
    let isNumber = texts[1].map { $0.last == UInt8(ascii: ":") }
    var natural = texts[0].enumerated().map { column, cell in
      let words = column < isNumber.count && isNumber[column] ? cell.split(separator: UInt8(ascii: " ")) : [cell]
      return Double(words.map(\.visible).max() ?? 0) + 3
    }
    for row in cells.dropFirst(2) {
      for (column, cell) in row.enumerated() where column < natural.count {
        natural[column] = max(natural[column], Double(cell) + 3)
      }
    }
    var share = natural
    let free = Width.table * width
    if natural.reduce(0, +) > free {
      var least = natural.map { _ in 0.0 }
      for (number, row) in texts.enumerated() where number != 1 {
        for (column, cell) in row.enumerated() where column < least.count {
          let words = cell.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
          least[column] = max(least[column], Double(words.map(\.visible).max() ?? 0) + 3)
        }
      }
      let lacking = zip(natural, least).map { max(0, $0 - $1) }
      let rest = max(0, free - least.reduce(0, +)) / max(1, lacking.reduce(0, +))
      for column in share.indices { share[column] = min(natural[column], least[column] + lacking[column] * rest) }
    }
    func lines(_ row: [Int]) -> Double {
      row.enumerated().map { $0 < share.count ? PrintEstimate.lines($1, in: share[$0] - 2) : 1 }.max() ?? 1
    }
    let body = cells.dropFirst(2).map { lines($0) * Height.tableLine + Height.rowGap }
    return body.reduce(Height.tableHead + (lines(cells[0]) - 1) * Height.tableLine + Height.paragraphGap, +)
  }

  private static func lines(_ characters: Int, in width: Double) -> Double {
    guard Double(characters) > width else { return 1 }
    // Lines end before the word that would not fit: about three characters of each stay empty.
    return (Double(characters) / max(8, width - 3)).rounded(.up)
  }
}

/// The lines of a Markdown text, one after the other; those behind the first page are looked at only as far as they matter.
private struct MarkdownLines {
  private var rest: PrintEstimate.Line
  private var isAtEnd = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) { rest = bytes[...] }

  /// As many lines as line feeds, and one.
  mutating func next() -> PrintEstimate.Line? {
    guard !isAtEnd else { return nil }
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
      isAtEnd = true
      return rest
    }
    defer { rest = rest[(end + 1)...] }
    return rest[..<end]
  }

  /// The lines before the next line across, which is taken as well.
  mutating func upToAcross() -> [PrintEstimate.Line] {
    var lines: [PrintEstimate.Line] = []
    while let line = next(), !line.isAcross { lines.append(line) }
    return lines
  }

  /// The rest, where it is nothing but paragraphs. Of two paragraphs the last is what the foot of the sheet says already: it is not printed
  /// (page.css).
  mutating func closing() -> ArraySlice<PrintEstimate.Line> {
    var lines: [PrintEstimate.Line] = []
    var hasOther = false
    while let line = next() {
      if hasOther, !line.isEmpty, lines.last?.isEmpty == true { return [] }
      hasOther = hasOther || line.opens("#") || line.opens("|") || line.isAcross
      lines.append(line)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    if let end = lines.lastIndex(where: \.isEmpty), lines[..<end].contains(where: { !$0.isEmpty }) {
      return lines[..<end]
    }
    return hasOther ? [] : lines[...]
  }
}

// What the lines of Markdown say of themselves.
extension Slice<UnsafeBufferPointer<UInt8>> {
  fileprivate func opens(_ text: StaticString) -> Bool {
    starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  fileprivate var isAcross: Bool { count == 3 && opens("---") }

  /// Whether a numbered item begins here.
  fileprivate var opensNumber: Bool {
    let behind = drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return behind.count < count && behind.opens(". ")
  }

  /// Without the mark of a quotation and the spaces around.
  fileprivate var content: Self {
    var text = first == UInt8(ascii: ">") ? dropFirst() : self
    while text.first == UInt8(ascii: " ") { text = text.dropFirst() }
    while text.last == UInt8(ascii: " ") { text = text.dropLast() }
    return text
  }

  /// Whether the line goes on with the paragraph or item above it.
  fileprivate func goesOn(quoted: Bool) -> Bool {
    let text = content
    guard opens(">") == quoted, !text.isEmpty, !text.opensNumber else { return false }
    return !(text.opens("- ") || text.opens("|") || text.opens("#") || text.opens("```") || text.opens("[!"))
  }

  /// The cells of a table row.
  fileprivate var cells: [Self] {
    split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).dropFirst().dropLast().map(\.content)
  }

  /// Characters that are seen: neither emphasis, nor the places of links, nor backslashes.
  fileprivate var visible: Int {
    var count = 0
    var position = startIndex
    while position < endIndex {
      let byte = self[position]
      position += 1
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "\\"), UInt8(ascii: "["): break
      case UInt8(ascii: "]"):
        if position < endIndex, self[position] == UInt8(ascii: "("),
          let close = self[position...].firstIndex(of: UInt8(ascii: ")"))
        {
          position = close + 1
        }
      // The bytes behind the first of a character.
      case 0x80...0xBF: break
      default: count += 1
      }
    }
    return count
  }
}
