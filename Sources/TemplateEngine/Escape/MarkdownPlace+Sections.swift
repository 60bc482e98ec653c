// What is certain where a section may be skipped or repeated.
extension MarkdownPlace {
  /// A section begins here; one over a list may come back here from its end, so that the place in the line is no longer certain.
  mutating func beginSection(repeats: Bool) {
    endRun()
    line.placeSection()
    guard repeats else { return }
    table.beginLoop()
    isInsideLine = false
    item = nil
    if !line.isFresh { line.isCertain = false }
    (hasOpenBracket, isBracketMatched) = (false, false)
    construct.link?.beginLoop()
    loops.append(LoopStart())
  }

  /// A section ends here that began at `start`; it may have been skipped, or be repeated.
  ///
  /// - Returns: false when that makes a difference to what follows.
  mutating func endSection(from start: MarkdownPlace, repeats: Bool) -> Bool {
    endRun()
    line.placeSection()
    var isSame = construct == start.construct
    if repeats, let loop = loops.popLast() { isSame = isSame && canRepeat(loop, from: start) }
    if let link = construct.link, let before = start.construct.link {
      isSame = isSame && (!link.address.isInHost || before.address.isInHost)
    }
    table.endSection(from: start.table, repeats: repeats, isFresh: line.isFresh)
    join(start)
    return isSame
  }

  /// Whether the text of a section may stand behind its own end.
  func canRepeat(_ loop: LoopStart, from start: MarkdownPlace) -> Bool {
    if loop.hasCode, isFenceUncertain && !start.isFenceUncertain || isCodeUncertain && !start.isCodeUncertain {
      return false
    }
    // What ends with the definition of a link may begin with its title.
    if definition.isOpen, definition != start.definition,
      loop.beginsWithValue || !loop.firstBytes.allSatisfy({ $0 == 0x0A })
    {
      return false
    }
    let isOneOf = { (bytes: String) in loop.firstBytes.contains { bytes.utf8.contains($0) } }
    if edges.contains(.text), isOneOf("[") { return false }
    if edges.contains(.bracket), loop.beginsWithValue || isOneOf("([:") { return false }
    if edges.contains(.angle), loop.beginsWithValue || !loop.firstBytes.allSatisfy({ " \n\r".utf8.contains($0) }) {
      return false
    }
    if edges.contains(.reference), loop.beginsWithValue || loop.firstBytes.contains(where: isInReference) {
      return false
    }
    if edges.contains(.backtick), isOneOf("`") { return false }
    if line.isFresh { return true }
    var isInFence = false
    if construct.fence != nil, case .inside = line.fencePlace { isInFence = true }
    return !loop.needsLineStart && (!loop.needsFencePrefix || isInFence)
  }

  func isInReference(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "#") || ByteClass.isAlphanumeric(byte) }

  /// Control flow comes here also from `other`: what holds for one way only is dropped, what is dangerous on one way is kept.
  mutating func join(_ other: MarkdownPlace) {
    edges.formUnion(other.edges)
    hasOpenBracket = hasOpenBracket && other.hasOpenBracket
    isBracketMatched = isBracketMatched && other.isBracketMatched
    closed.join(other.closed)
    if let link = other.construct.link { construct.link?.join(link) }
    if let raw = other.construct.raw { construct.raw?.join(raw) }
    if let angle = other.construct.angle { construct.angle?.join(angle) }
    if line != other.line { line.isCertain = line.isFresh && other.line.isFresh }
    line.hasValue = line.hasValue || other.line.hasValue
    isCodeUncertain = isCodeUncertain || other.isCodeUncertain
    isCodeOld = isCodeOld || other.isCodeOld
    isFenceUncertain = isFenceUncertain || other.isFenceUncertain
    isInsideLine = isInsideLine && other.isInsideLine
    isTableRow = isTableRow && other.isTableRow
    if tags != other.tags { tags.end() }
    hasPipe = hasPipe || other.hasPipe || isTableRow != other.isTableRow
    isAfterPipe = isAfterPipe || other.isAfterPipe
    definition.join(other.definition)
    isInLabel = isInLabel || other.isInLabel
    endsLabel = endsLabel || other.endsLabel
    imageDepth = max(imageDepth, other.imageDepth)
    for value in other.pendingInLabel where !pendingInLabel.contains(value) { pendingInLabel.append(value) }
    lineBeginsWithBracket = lineBeginsWithBracket || other.lineBeginsWithBracket
    beginsWithAngle = beginsWithAngle || other.beginsWithAngle
    isAfterBlank = isAfterBlank && other.isAfterBlank
    isAfterParagraph = isAfterParagraph || other.isAfterParagraph
    if item != other.item { item = nil }
    deepestItem = max(deepestItem, other.deepestItem)
    pending.join(other.pending)
    pendingOnLine.join(other.pendingOnLine)
    pendingAbove.join(other.pendingAbove)
    for loop in loops.indices where loop < other.loops.count {
      let way = other.loops[loop]
      loops[loop].isFresh = loops[loop].isFresh || way.isFresh
      loops[loop].isFirstLine = loops[loop].isFirstLine || way.isFirstLine
      loops[loop].beginsWithValue = loops[loop].beginsWithValue || way.beginsWithValue
      for byte in way.firstBytes where !loops[loop].firstBytes.contains(byte) { loops[loop].firstBytes.append(byte) }
      loops[loop].needsLineStart = loops[loop].needsLineStart || way.needsLineStart
      loops[loop].needsFencePrefix = loops[loop].needsFencePrefix || way.needsFencePrefix
      loops[loop].hasCode = loops[loop].hasCode || way.hasCode
    }
  }

  /// The template ends here.
  mutating func end() {
    endLine()
    table.end()
  }
}
