/// Follows the literal text of a Markdown template and knows where a value would stand.
///
/// A value in a paragraph is escaped so that it is harmless in every place of Markdown but raw HTML, so that the tracker may be wrong about it. In code
/// nothing can be escaped: a value is let into code only where it is certain that code is open and will be closed.
///
/// Source: https://spec.commonmark.org/0.31.2/
struct MarkdownPlace: Sendable {
  /// What must be the same at both ends of a section.
  struct Construct: Sendable, Equatable {
    var fence: MarkdownFence?
    /// The length of the backtick run that opened a code span; 0 outside.
    var codeLength = 0
    var link: MarkdownLink?
    var angle: MarkdownAngle?
    var raw: MarkdownRawHTML?
    /// The next character is escaped.
    var isEscaped = false
  }

  /// What stands directly before this place, on any way that leads here.
  struct Edges: OptionSet, Sendable {
    let rawValue: UInt8
    static let text = Edges(rawValue: 1)
    static let bracket = Edges(rawValue: 2)
    static let angle = Edges(rawValue: 4)
    static let backtick = Edges(rawValue: 8)
    /// `&` and letters or digits that a value could make a character reference.
    static let reference = Edges(rawValue: 16)
    /// `!`, with which a bracket begins an image.
    static let mark = Edges(rawValue: 32)
  }

  private(set) var construct = Construct()
  private var line = MarkdownLine()
  private var edges = Edges()
  private var runLength = 0
  /// A backtick somewhere before in the paragraph may begin or end code that the tracker does not know of.
  private var isCodeUncertain = false
  /// The open code span began on an earlier line.
  private var isCodeOld = false
  /// It cannot be told any more whether a code block is open.
  private var isFenceUncertain = false
  /// Something other than marks surely stands before this place on its line.
  private var isInsideLine = false
  private var isTableRow = false
  private var hasPipe = false
  /// A line of the same paragraph holds a pipe, so that the next line may be a row of a table.
  private var isAfterPipe = false
  private var definition = MarkdownDefinition()
  private var table = MarkdownTable()
  private var tags = MarkdownTagFinder()
  private var tagWarnings: [PlaceWarning] = []
  /// The byte that is being read.
  private var site = LiteralSite(source: 0, offset: 0)
  /// The line begins with `[`: up to `]` it could be the label of a definition.
  private var isInLabel = false
  private var lineBeginsWithBracket = false
  /// Values in what could be the label of a definition.
  private var pendingInLabel: [PendingText] = []
  /// After `]` that ends what could be the label of a definition, also one that began on an earlier line.
  private var endsLabel = false
  /// How many brackets are open since `![`: what they hold is seen only when there is no image.
  private var imageDepth = 0
  /// The line above is blank, or there is none.
  private var isAfterBlank = true
  /// An indented line would go on with the paragraph above.
  private var isAfterParagraph = false
  /// The column of the text of the list item that is surely open.
  private var item: Int?
  /// The column of the text of the deepest list item that may be open.
  private var deepestItem = 0
  private var isAfterReturn = false
  /// Values in the code span or the link that is being written.
  private var pending: [PendingText] = []
  /// Values in code on this line and on the line above, where they are no rows of a table.
  private var pendingOnLine: [PendingText] = []
  private var pendingAbove: [PendingText] = []
  /// Values in the code span that ends directly before this place.
  private var closed: [PendingText] = []
  /// The last bracket is a `[` on this line: with the next `]` it makes the text of a link, which one around it may not.
  private var hasOpenBracket = false
  /// The last `]` surely has its `[` on this line.
  private var isBracketMatched = false
  /// Values that turned out to stand elsewhere.
  private(set) var broken: [PendingText] = []
  private var loops: [LoopStart] = []

  /// How the text of a section over a list begins: it may also stand behind the text with which the section ends.
  private struct LoopStart: Sendable, Equatable {
    var isFresh = true
    var isFirstLine = true
    var beginsWithValue = false
    /// What may come first: a section that may be left out has something behind it.
    var firstBytes: [UInt8] = []
    /// What follows up to the first line end is a fence if it begins a line.
    var needsLineStart = false
    /// What follows is inside a code block if its line is.
    var needsFencePrefix = false
    /// A value stands in code.
    var hasCode = false
  }

  mutating func takeBroken() -> [PendingText] {
    defer { broken = [] }
    return broken + table.takeBroken()
  }

  mutating func takeWarnings() -> [PlaceWarning] {
    defer { tagWarnings = [] }
    return table.takeWarnings() + tagWarnings
  }

  /// - Parameter source: what ``LiteralSite`` calls the file of the text.
  /// - Returns: the offset in `literal` of a `[` directly after a text value, where a `!` of the value would make an image; else nil.
  mutating func read(_ literal: ArraySlice<UInt8>, from source: Int) -> Int? {
    var fault: Int?
    for (index, byte) in zip(literal.indices, literal) {
      if edges.contains(.text), byte == UInt8(ascii: "["), isInText, fault == nil { fault = index }
      for loop in loops.indices where loops[loop].isFresh {
        loops[loop].isFresh = false
        if !loops[loop].firstBytes.contains(byte) { loops[loop].firstBytes.append(byte) }
      }
      site = LiteralSite(source: source, offset: index)
      read(byte)
    }
    return fault
  }

  private var isInText: Bool { construct.fence == nil && construct.codeLength == 0 && construct.link == nil }

  private mutating func read(_ byte: UInt8) {
    if byte == 0x0A || byte == 0x0D {
      let isSecondOfPair = byte == 0x0A && isAfterReturn
      isAfterReturn = byte == 0x0D
      if !isSecondOfPair { endLine() }
      return
    }
    isAfterReturn = false
    line.read(byte)
    if construct.fence != nil {
      readInFence()
      if construct.fence != nil { return }
      // The quote has ended, and the block with it: the line is an ordinary one.
      for byte in line.bytes { readOrdinary(byte) }
      return
    }
    readOrdinary(byte)
  }

  private mutating func readOrdinary(_ byte: UInt8) {
    if beginsWithAngle {
      beginsWithAngle = false
      construct.raw = MarkdownRawHTML(after: byte)
      if construct.raw != nil {
        readTag(byte)
        edges = []
        return
      }
    }
    if byte != 0x20, byte != 0x09, !isInsideLine, !MarkdownPlace.isMark(byte) {
      isInsideLine = true
      if byte == UInt8(ascii: "|"), line.isLiteral,
        line.bytes.dropLast().allSatisfy({ $0 == 0x20 || MarkdownPlace.isMark($0) })
      {
        isTableRow = true
      }
      if byte == UInt8(ascii: "["), !construct.isEscaped { (lineBeginsWithBracket, isInLabel) = (true, true) }
      beginsWithAngle = byte == UInt8(ascii: "<") && construct.raw == nil && !construct.isEscaped
    }
    definition.read(byte)
    table.read(byte, of: line.bytes, at: site)
    readTag(byte)
    if construct.raw != nil {
      construct.raw?.read(byte)
      edges = []
      return
    }
    readInline(byte)
  }

  /// Looks for raw HTML; in a block of it only the tag that begins the block is found.
  private mutating func readTag(_ byte: UInt8) {
    // A run of backticks is counted when it ends.
    let isInCode = construct.codeLength > 0 ? runLength != construct.codeLength : runLength > 0
    let mayBegin = construct.raw == nil && construct.link == nil && !construct.isEscaped && !isInCode
    if let found = tags.read(byte, at: site, mayBegin: mayBegin) {
      tagWarnings.append(PlaceWarning(.rawHTML, at: .literal(found)))
    }
  }

  /// The line begins with `<`, which is the last byte.
  private var beginsWithAngle = false

  // MARK: Inside a line

  private mutating func readInline(_ byte: UInt8) {
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

  private var isAfterCodeBackslash = false

  private mutating func endLink() {
    guard let link = construct.link else { return }
    if link.isBroken { breakPending(.markdownLinkOpen) }
    if link.mayOpenTag { construct.angle = .endless }
    construct.link = nil
    pending = []
  }

  /// A run of backticks is complete: it opens or closes a code span, or means nothing.
  private mutating func endRun() {
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

  private mutating func breakPending(_ misplacement: Misplacement) {
    broken += pending.map { PendingText(id: $0.id, misplacement: misplacement) }
    pending = []
  }

  private mutating func loseCode() {
    breakPending(.markdownCodeUnclear)
    isCodeUncertain = true
  }

  // MARK: Lines

  private mutating func readInFence(before next: [UInt8] = []) {
    guard let fence = construct.fence, line.fencePlace == .undecided else { return }
    line.fencePlace = line.isCertain ? fence.place(of: line.bytes + next) : .unclear
    switch line.fencePlace {
    case .undecided, .inside: break
    case .unclear: isFenceUncertain = true
    case .outside: construct.fence = nil
    }
  }

  private mutating func endLine() {
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

  private mutating func endFencedLine() {
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

  private mutating func endOrdinaryLine() {
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
  private var isDelimiterRow: Bool {
    if !line.isLiteral { return hasPipe }
    return line.bytes.allSatisfy { "|:-> \t".utf8.contains($0) } && line.bytes.contains { "|:".utf8.contains($0) }
  }

  private mutating func endParagraph() {
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

  private mutating func endTextLine() {
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
  private mutating func needLineStart() {
    for loop in loops.indices where loops[loop].isFirstLine { loops[loop].needsLineStart = true }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
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

  // MARK: Values

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
  private var isFenceOpening: Bool {
    if case .none = MarkdownFence.opening(line.bytes, isAfterBlank: isAfterBlank, item: item) { false } else { true }
  }

  private mutating func prepareForValue() {
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

  private mutating func placeInFence() -> Result<Escape, PlaceFault> {
    guard let fence = construct.fence, !isFenceUncertain, case .inside = line.fencePlace else {
      return .failure(PlaceFault(.markdownFenceUnclear))
    }
    for loop in loops.indices { loops[loop].hasCode = true }
    return .success(fence.byte == UInt8(ascii: "`") ? .markdownBacktickFence : .markdownTildeFence)
  }

  private mutating func placeInCode(_ id: Int) -> Result<Escape, PlaceFault> {
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
  private var isIndentedCode: Bool {
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

  // MARK: Sections

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
  private func canRepeat(_ loop: LoopStart, from start: MarkdownPlace) -> Bool {
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

  private func isInReference(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "#") || ByteClass.isAlphanumeric(byte) }

  /// Control flow comes here also from `other`: what holds for one way only is dropped, what is dangerous on one way is kept.
  private mutating func join(_ other: MarkdownPlace) {
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

/// Why a value cannot stand somewhere, as an error of the place trackers.
struct PlaceFault: Error, Sendable {
  var misplacement: Misplacement

  init(_ misplacement: Misplacement) { self.misplacement = misplacement }
}
