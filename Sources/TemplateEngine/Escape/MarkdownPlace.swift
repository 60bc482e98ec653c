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

  var construct = Construct()
  var line = MarkdownLine()
  var edges = Edges()
  var runLength = 0
  /// A backtick somewhere before in the paragraph may begin or end code that the tracker does not know of.
  var isCodeUncertain = false
  /// The byte before this one is a backslash inside code.
  var isAfterCodeBackslash = false
  /// The open code span began on an earlier line.
  var isCodeOld = false
  /// It cannot be told any more whether a code block is open.
  var isFenceUncertain = false
  /// Something other than marks surely stands before this place on its line.
  var isInsideLine = false
  var isTableRow = false
  var hasPipe = false
  /// A line of the same paragraph holds a pipe, so that the next line may be a row of a table.
  var isAfterPipe = false
  var definition = MarkdownDefinition()
  var table = MarkdownTable()
  var tags = MarkdownTagFinder()
  var tagWarnings: [PlaceWarning] = []
  /// The byte that is being read.
  var site = LiteralSite(source: 0, offset: 0)
  /// The line begins with `[`: up to `]` it could be the label of a definition.
  var isInLabel = false
  var lineBeginsWithBracket = false
  /// The line begins with `<`, which is the last byte.
  var beginsWithAngle = false
  /// Values in what could be the label of a definition.
  var pendingInLabel: [PendingText] = []
  /// After `]` that ends what could be the label of a definition, also one that began on an earlier line.
  var endsLabel = false
  /// How many brackets are open since `![`: what they hold is seen only when there is no image.
  var imageDepth = 0
  /// The line above is blank, or there is none.
  var isAfterBlank = true
  /// An indented line would go on with the paragraph above.
  var isAfterParagraph = false
  /// The column of the text of the list item that is surely open.
  var item: Int?
  /// The column of the text of the deepest list item that may be open.
  var deepestItem = 0
  var isAfterReturn = false
  /// Values in the code span or the link that is being written.
  var pending: [PendingText] = []
  /// Values in code on this line and on the line above, where they are no rows of a table.
  var pendingOnLine: [PendingText] = []
  var pendingAbove: [PendingText] = []
  /// Values in the code span that ends directly before this place.
  var closed: [PendingText] = []
  /// The last bracket is a `[` on this line: with the next `]` it makes the text of a link, which one around it may not.
  var hasOpenBracket = false
  /// The last `]` surely has its `[` on this line.
  var isBracketMatched = false
  /// Values that turned out to stand elsewhere.
  var broken: [PendingText] = []
  var loops: [LoopStart] = []

  /// How the text of a section over a list begins: it may also stand behind the text with which the section ends.
  struct LoopStart: Sendable, Equatable {
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

  var isInText: Bool { construct.fence == nil && construct.codeLength == 0 && construct.link == nil }

  mutating func read(_ byte: UInt8) {
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

  mutating func readOrdinary(_ byte: UInt8) {
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
  mutating func readTag(_ byte: UInt8) {
    // A run of backticks is counted when it ends.
    let isInCode = construct.codeLength > 0 ? runLength != construct.codeLength : runLength > 0
    let mayBegin = construct.raw == nil && construct.link == nil && !construct.isEscaped && !isInCode
    if let found = tags.read(byte, at: site, mayBegin: mayBegin) {
      tagWarnings.append(PlaceWarning(.rawHTML, at: .literal(found)))
    }
  }
}

/// Why a value cannot stand somewhere, as an error of the place trackers.
struct PlaceFault: Error, Sendable {
  var misplacement: Misplacement

  init(_ misplacement: Misplacement) { self.misplacement = misplacement }
}
