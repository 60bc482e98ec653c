// What the end of a line settles: fences, paragraphs, table rows, definitions.
extension MarkdownPlace {
  mutating func readInFence(before next: [UInt8] = []) {
    guard let fence = construct.fence, line.fencePlace == .undecided else { return }
    line.fencePlace = line.isCertain ? fence.place(of: line.bytes + next) : .unclear
    switch line.fencePlace {
    case .undecided, .inside: break
    case .unclear: isFenceUncertain = true
    case .outside: construct.fence = nil
    }
  }

  mutating func endLine() {
    if construct.fence != nil { endFencedLine() } else { endOrdinaryLine() }
    for loop in loops.indices { loops[loop].isFirstLine = false }
    line = MarkdownLine()
    isInsideLine = false
    isTableRow = false
    hasPipe = false
    construct.isEscaped = false
    isAfterCodeBackslash = false
    lineBeginsWithBracket = false
    beginsWithAngle = false
    edges = []
  }

  mutating func endFencedLine() {
    guard let fence = construct.fence else { return }
    if line.isBlank, line.isLiteral {
      if fence.endsAtBlankLine { construct.fence = nil }
      return
    }
    guard line.isLiteral else {
      if MarkdownFence.couldHoldFence(line.bytes, fence.byte, length: fence.length) { isFenceUncertain = true }
      return
    }
    switch line.fencePlace {
    case .inside(let start):
      guard fence.isEnd(line.bytes[start...]) else { return }
      construct.fence = nil
      needLineStart()
      (isAfterBlank, isAfterParagraph) = (false, false)
    // Fewer spaces than the fence has.
    case .undecided, .unclear, .outside: isFenceUncertain = true
    }
  }

  mutating func endOrdinaryLine() {
    endRun()
    if construct.link != nil {
      breakPending(.markdownLinkOpen)
      construct.link?.endLine()
      if construct.link?.mayOpenTag ?? false { construct.angle = .endless }
    }
    (hasOpenBracket, closed) = (false, [])
    if construct.codeLength > 0 {
      breakPending(.markdownCodeAcrossLines)
      (isCodeUncertain, isCodeOld) = (true, true)
    }
    if hasPipe { broken += pendingOnLine }
    if isDelimiterRow { broken += pendingAbove }
    (pendingAbove, pendingOnLine) = (pendingOnLine, [])
    let isBlank = line.isBlank && line.isLiteral
    if var raw = construct.raw {
      construct.raw = raw.endLine(isBlank: isBlank) ? raw : nil
      let couldHoldFence = [UInt8(ascii: "`"), UInt8(ascii: "~")].contains {
        MarkdownFence.couldHoldFence(line.bytes, $0, length: 3)
      }
      if couldHoldFence { isFenceUncertain = true }
    }
    definition.endLine()
    table.endLine(line)
    readTag(0x0A)
    if isBlank { endParagraph() } else { endTextLine() }
  }

  /// Whether the line could be the one below the head of a table.
  var isDelimiterRow: Bool {
    if !line.isLiteral { return hasPipe }
    return line.bytes.allSatisfy { "|:-> \t".utf8.contains($0) } && line.bytes.contains { "|:".utf8.contains($0) }
  }

  mutating func endParagraph() {
    let (fence, raw) = (construct.fence, construct.raw)
    construct = Construct()
    (construct.fence, construct.raw) = (fence, raw)
    (isCodeUncertain, isCodeOld, isAfterPipe, isInLabel) = (false, false, false, false)
    definition.end()
    table.end()
    tags.end()
    (isAfterBlank, isAfterParagraph) = (true, false)
    (pending, pendingAbove, pendingInLabel) = ([], [], [])
    (endsLabel, imageDepth) = (false, 0)
  }

  mutating func endTextLine() {
    let opening = MarkdownFence.opening(line.bytes, isAfterBlank: isAfterBlank, item: item)
    if line.isLiteral {
      switch opening {
      case .none: break
      case .unclear: isFenceUncertain = true
      case .fence(let fence):
        if construct.raw == nil {
          endParagraph()
          construct.fence = fence
          needLineStart()
        }
      }
    } else if line.isCertain, !line.hasSection {
      // The values may be empty.
      if case .none = opening {} else { isFenceUncertain = true }
    } else if [UInt8(ascii: "`"), UInt8(ascii: "~")].contains(where: {
      MarkdownFence.couldHoldFence(line.bytes, $0, length: 3)
    }) {
      isFenceUncertain = true
    }
    let column = line.itemColumn(item, isAfterBlank: isAfterBlank)
    deepestItem = column.map { max($0, deepestItem) } ?? (line.indentation == 0 ? 0 : deepestItem)
    item = column
    isAfterPipe = isAfterPipe || hasPipe
    isAfterBlank = false
    isAfterParagraph = construct.fence == nil && line.bytes.first != UInt8(ascii: "#")
  }

  /// The line counts as a fence because nothing stands before it.
  mutating func needLineStart() {
    for loop in loops.indices where loops[loop].isFirstLine { loops[loop].needsLineStart = true }
  }

  static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "="),
      UInt8(ascii: "."),
      UInt8(ascii: ")"), 0x30...0x39,
      // A byte order mark, which CommonMark drops at the start of a text.
      0xEF, 0xBB, 0xBF:
      true
    default: false
    }
  }
}
