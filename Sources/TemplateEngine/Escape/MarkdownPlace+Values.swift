// Whether a value may stand here, and how it is escaped.
extension MarkdownPlace {
  /// Whether a reader of the page sees what stands here: not in the target of a link, the text or address of an image or the definition of a link.
  var isShown: Bool {
    construct.link == nil && construct.angle == nil && construct.raw == nil && imageDepth == 0
      && definition.fault == nil
  }

  /// A text stands here.
  ///
  /// - Parameter id: what ``takeBroken()`` calls it.
  /// - Returns: how it is escaped, or why it cannot stand here.
  mutating func placeText(_ id: Int) -> Result<Escape, PlaceFault> {
    prepareForValue()
    defer {
      line.hasValue = true
      edges.formUnion(.text)
    }
    if construct.fence != nil { return placeInFence() }
    if construct.raw != nil { return .failure(PlaceFault(.markdownRaw)) }
    if construct.isEscaped { return .failure(PlaceFault(.markdownAfterBackslash)) }
    if let fault = definition.fault { return .failure(PlaceFault(fault)) }
    definition.place()
    if let fault = table.place(id, in: line.bytes) { return .failure(PlaceFault(fault)) }
    if construct.codeLength > 0 { return placeInCode(id) }
    if construct.angle != nil || edges.contains(.angle) { return .failure(PlaceFault(.markdownAngle)) }
    if let result = construct.link?.placeText() {
      guard pending.count < PendingText.most else { return .failure(PlaceFault(.markdownLinkUnclear)) }
      pending.append(PendingText(id: id, misplacement: .markdownLinkOpen))
      return result
    }
    if edges.contains(.reference) { return .failure(PlaceFault(.afterAmpersand)) }
    if edges.contains(.bracket) { return .failure(PlaceFault(.markdownAfterBracket)) }
    if !isInsideLine, isIndentedCode { return .failure(PlaceFault(.markdownIndentedCode)) }
    if isInLabel { pendingInLabel.append(PendingText(id: id, misplacement: .markdownLabel)) }
    guard isInsideLine else { return .success(.markdown) }
    if line.firstTag == line.bytes.count, isFenceOpening {
      isFenceUncertain = true
      return .failure(PlaceFault(.markdownFenceInfo))
    }
    return .success(isTableRow ? .markdownCell : .markdownInline)
  }

  /// Whether the line so far looks like the beginning of a code block.
  var isFenceOpening: Bool {
    if case .none = MarkdownFence.opening(line.bytes, isAfterBlank: isAfterBlank, item: item) { false } else { true }
  }

  mutating func prepareForValue() {
    endRun()
    line.placeTag()
    if construct.fence != nil, line.fencePlace == .undecided {
      // Whatever the value, it is no quote mark and no indentation.
      readInFence(before: [UInt8(ascii: "x")])
    }
    for loop in loops.indices where loops[loop].isFresh { loops[loop].beginsWithValue = true }
    if construct.fence != nil {
      for loop in loops.indices where loops[loop].isFirstLine { loops[loop].needsFencePrefix = true }
    }
  }

  mutating func placeInFence() -> Result<Escape, PlaceFault> {
    guard let fence = construct.fence, !isFenceUncertain, case .inside = line.fencePlace else {
      return .failure(PlaceFault(.markdownFenceUnclear))
    }
    for loop in loops.indices { loops[loop].hasCode = true }
    return .success(fence.byte == UInt8(ascii: "`") ? .markdownBacktickFence : .markdownTildeFence)
  }

  mutating func placeInCode(_ id: Int) -> Result<Escape, PlaceFault> {
    if isFenceOpening {
      isFenceUncertain = true
      return .failure(PlaceFault(.markdownFenceInfo))
    }
    if isCodeOld { return .failure(PlaceFault(.markdownCodeAcrossLines)) }
    if isCodeUncertain || isFenceUncertain || construct.link != nil || construct.angle != nil {
      return .failure(PlaceFault(.markdownCodeUnclear))
    }
    if isInLabel { return .failure(PlaceFault(.markdownCodeInLabel)) }
    guard pending.count + pendingOnLine.count < PendingText.most else {
      return .failure(PlaceFault(.markdownCodeUnclear))
    }
    if !isTableRow, hasPipe || isAfterPipe { return .failure(PlaceFault(.markdownCodeTable)) }
    pending.append(PendingText(id: id, misplacement: .markdownCodeAcrossLines))
    // It is never empty.
    edges = []
    for loop in loops.indices { loops[loop].hasCode = true }
    return .success(isTableRow ? .markdownCellCode : .markdownCode)
  }

  /// Whether the spaces before a value at the start of a line make code.
  var isIndentedCode: Bool {
    guard line.isCertain, !line.hasValue, line.firstTag == line.bytes.count else { return false }
    if let spaces = line.spacesAfterMarks, spaces >= 5 {
      let isQuoted = line.bytes.last { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: ">")
      return !(isQuoted && isAfterParagraph)
    }
    return line.indentation >= 4 + deepestItem && !isAfterParagraph
  }

  /// Markup stands here, also in code and in links; it may have ended the line.
  ///
  /// - Returns: why it would not be shown.
  mutating func placeMarkup(_ id: Int) -> Misplacement? {
    prepareForValue()
    let fault = construct.fence == nil ? table.place(id, in: line.bytes) : nil
    construct.link?.placeMarkup()
    definition.placeMarkup()
    line.hasValue = true
    line.isCertain = false
    isInsideLine = false
    isAfterParagraph = true
    edges = []
    construct.isEscaped = false
    breakPending(.markdownCodeUnclear)
    if construct.codeLength > 0 { isCodeUncertain = true }
    return fault
  }
}
