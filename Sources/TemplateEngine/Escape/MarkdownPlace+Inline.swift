// What one byte inside a line opens, closes and breaks.
extension MarkdownPlace {
  mutating func readInline(_ byte: UInt8) {
    if byte == UInt8(ascii: "`"), !construct.isEscaped {
      if runLength == 0, edges.contains(.backtick) {
        // With no text between them the two runs are one.
        broken += closed
        loseCode()
      }
      runLength += 1
      edges = .backtick
      if construct.link != nil || construct.angle != nil { loseCode() }
      return
    }
    endRun()
    let isEscaped = construct.isEscaped
    let before = edges
    let isAfterLabel = endsLabel
    (edges, endsLabel) = ([], false)
    closed = []
    construct.isEscaped = false
    if byte == UInt8(ascii: "|"), !isEscaped, !isAfterCodeBackslash {
      hasPipe = true
      hasOpenBracket = false
      if construct.codeLength > 0 {
        breakPending(.markdownCodePipe)
        isCodeUncertain = true
      }
    }
    if construct.codeLength > 0 {
      // A table knows the backslash before a pipe also in code.
      isAfterCodeBackslash = byte == 0x5C && !isAfterCodeBackslash
      return
    }
    if byte == 0x5C, !isEscaped { construct.isEscaped = true }
    if let event = construct.link?.read(byte, isEscaped: isEscaped) {
      switch event {
      case .goesOn: return
      case .makesScheme: breakPending(.addressAfterValue)
      case .ends: endLink()
      }
      return
    }
    if let ends = construct.angle?.read(byte) {
      if ends { construct.angle = nil }
      return
    }
    if isEscaped { return }
    if before.contains(.angle), MarkdownRawHTML.beginsTag(byte) {
      construct.angle = MarkdownAngle()
      _ = construct.angle?.read(byte)
    } else if before.contains(.bracket), byte == UInt8(ascii: "(") {
      construct.link = MarkdownLink(isCertain: isBracketMatched)
    } else if before.contains(.bracket), byte == UInt8(ascii: ":"), lineBeginsWithBracket || isAfterLabel {
      definition.begin()
      broken += pendingInLabel
    }
    pendingInLabel = isInLabel ? pendingInLabel : []
    switch byte {
    case UInt8(ascii: "["):
      hasOpenBracket = true
      if imageDepth > 0 || before.contains(.mark) { imageDepth += 1 }
    case UInt8(ascii: "!"): edges = .mark
    case UInt8(ascii: "]"):
      edges = .bracket
      endsLabel = isInLabel
      isInLabel = false
      if imageDepth > 0 { imageDepth -= 1 }
      (isBracketMatched, hasOpenBracket) = (hasOpenBracket, false)
    case UInt8(ascii: "<"): edges = .angle
    case UInt8(ascii: "&"): edges = .reference
    case UInt8(ascii: "#"): edges = before.intersection(.reference)
    default: if ByteClass.isAlphanumeric(byte) { edges = before.intersection(.reference) }
    }
  }

  mutating func endLink() {
    guard let link = construct.link else { return }
    if link.isBroken { breakPending(.markdownLinkOpen) }
    if link.mayOpenTag { construct.angle = .endless }
    construct.link = nil
    pending = []
  }

  /// A run of backticks is complete: it opens or closes a code span, or means nothing.
  mutating func endRun() {
    guard runLength > 0 else { return }
    defer { runLength = 0 }
    if construct.link != nil || construct.angle != nil { return }
    if construct.codeLength == 0 {
      (construct.codeLength, isCodeOld) = (runLength, false)
    } else if construct.codeLength == runLength {
      (construct.codeLength, isCodeOld, isAfterCodeBackslash) = (0, false, false)
      if !isTableRow { pendingOnLine += pending.map { PendingText(id: $0.id, misplacement: .markdownCodeTable) } }
      closed = pending.map { PendingText(id: $0.id, misplacement: .markdownCodeUnclear) }
      pending = []
    }
  }

  mutating func breakPending(_ misplacement: Misplacement) {
    broken += pending.map { PendingText(id: $0.id, misplacement: misplacement) }
    pending = []
  }

  mutating func loseCode() {
    breakPending(.markdownCodeUnclear)
    isCodeUncertain = true
  }
}
