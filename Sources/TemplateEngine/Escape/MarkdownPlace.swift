/// Follows the literal text of a Markdown template and knows where a value would stand.
///
/// It errs on the safe side: a backtick that is never matched counts as open code up to the next blank line, and a line that begins with a tag counts as
/// raw HTML.
///
/// Source: https://spec.commonmark.org/0.31.2/
struct MarkdownPlace: Sendable {
  /// What must be the same at both ends of a section.
  struct Construct: Sendable, Equatable {
    /// The character and length of the fence of the open code block; length 0 outside.
    var fenceByte: UInt8 = 0
    var fenceLength = 0
    /// The length of the backtick run that opened a code span; 0 outside.
    var codeLength = 0
    /// How many parentheses are open in the address of a link; 0 outside.
    var linkDepth = 0
    /// After `<` that begins a tag or an address.
    var isInAngle = false
    /// In a block of raw HTML, and how it ends.
    var rawEnd: RawEnd?
  }

  /// Source: https://spec.commonmark.org/0.31.2/#html-blocks
  enum RawEnd: Sendable {
    case blankLine
    case comment
    case closingTag
  }

  private(set) var construct = Construct()
  /// Something other than marks surely stands before this place on its line.
  private var isInsideLine = false
  private var isTableRow = false
  /// The last byte when it was literal and not escaped; otherwise 0.
  private var last: UInt8 = 0
  private var isEscaped = false
  private var isAfterText = false
  /// After `[label]:` up to the end of the address.
  private var isDefinition = false
  private var lineBeginsWithBracket = false
  /// Whether the line holds anything but spaces.
  private var lineHasInk = false
  /// The name of the tag that begins the line, as far as it is read.
  private var tagName: [UInt8]?
  private var runByte: UInt8 = 0
  private var runLength = 0
  private var runBeginsLine = false
  private var isAfterReturn = false

  /// - Returns: the offset in `literal` of a `[` directly after a text value, where a `!` of the value would make an image; else nil.
  mutating func read(_ literal: ArraySlice<UInt8>) -> Int? {
    var fault: Int?
    for (index, byte) in zip(literal.indices, literal) {
      if isAfterText, byte == UInt8(ascii: "["), construct.fenceLength == 0, fault == nil { fault = index }
      isAfterText = false
      read(byte)
    }
    return fault
  }

  private mutating func read(_ byte: UInt8) {
    if runLength > 0, byte != runByte { endRun(before: byte) }
    if byte == 0x0A || byte == 0x0D {
      let isSecondOfPair = byte == 0x0A && isAfterReturn
      isAfterReturn = byte == 0x0D
      if !isSecondOfPair { endLine() }
      return
    }
    isAfterReturn = false
    let isCode = construct.fenceLength > 0 || construct.codeLength > 0
    if byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~"), !isEscaped {
      if runLength == 0 { runBeginsLine = !isInsideLine }
      (runByte, runLength) = (byte, runLength + 1)
    }
    if !isCode {
      if !isEscaped { readInline(byte) }
      readTag(byte)
    }
    if byte != 0x20, byte != 0x09 {
      if !isInsideLine, byte == UInt8(ascii: "|") { isTableRow = true }
      if !isInsideLine, !MarkdownPlace.isMark(byte) {
        lineBeginsWithBracket = byte == UInt8(ascii: "[")
        if byte == UInt8(ascii: "<"), !isEscaped, !isCode { tagName = [] }
        isInsideLine = true
      }
      lineHasInk = true
    }
    last = isEscaped ? 0 : byte
    isEscaped = byte == 0x5C && !isEscaped && !isCode
  }

  private mutating func readInline(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("):
      if last == UInt8(ascii: "]") || construct.linkDepth > 0 { construct.linkDepth += 1 }
    case UInt8(ascii: ")"): construct.linkDepth = max(0, construct.linkDepth - 1)
    case UInt8(ascii: ":"):
      if last == UInt8(ascii: "]"), lineBeginsWithBracket { isDefinition = true }
    case UInt8(ascii: ">"):
      construct.isInAngle = false
      if construct.rawEnd == .comment, last == UInt8(ascii: "-") { construct.rawEnd = nil }
    case UInt8(ascii: "/"):
      if construct.rawEnd == .closingTag, last == UInt8(ascii: "<") { construct.rawEnd = .blankLine }
    default: break
    }
    if last == UInt8(ascii: "<"), MarkdownPlace.beginsTag(byte) { construct.isInAngle = true }
  }

  /// Finds out whether the line begins a block of raw HTML.
  private mutating func readTag(_ byte: UInt8) {
    guard var name = tagName else { return }
    if name.isEmpty {
      guard MarkdownPlace.beginsTag(byte) else {
        tagName = nil
        return
      }
      construct.rawEnd = byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") ? .comment : .blankLine
    }
    name.append(byte | 0x20)
    tagName = name.count > 8 ? nil : name
    if MarkdownPlace.longElements.contains(name) { construct.rawEnd = .closingTag }
  }

  private static let longElements = ["pre", "script", "style", "textarea"].map { Array($0.utf8) }

  private static func beginsTag(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
      || byte == UInt8(ascii: "?")
  }

  /// A run of backticks or tildes is complete: it opens or closes a code block or a code span, or means nothing.
  private mutating func endRun(before next: UInt8) {
    defer { runLength = 0 }
    if construct.fenceLength > 0 {
      if runBeginsLine, runByte == construct.fenceByte, runLength >= construct.fenceLength,
        next == 0x0A || next == 0x0D || next == 0x20
      {
        (construct.fenceLength, construct.fenceByte) = (0, 0)
      }
    } else if runBeginsLine, runLength >= 3, construct.codeLength == 0 {
      (construct.fenceLength, construct.fenceByte) = (runLength, runByte)
    } else if runByte == UInt8(ascii: "`") {
      if construct.codeLength == 0 {
        construct.codeLength = runLength
      } else if construct.codeLength == runLength {
        construct.codeLength = 0
      }
    }
  }

  private mutating func endLine() {
    if !lineHasInk, construct.fenceLength == 0 {
      let rawEnd = construct.rawEnd
      construct = Construct()
      if rawEnd != .blankLine { construct.rawEnd = rawEnd }
    }
    if isDefinition, last != UInt8(ascii: ":"), lineHasInk { isDefinition = false }
    isInsideLine = false
    isTableRow = false
    isEscaped = false
    lineHasInk = false
    lineBeginsWithBracket = false
    tagName = nil
    last = 0x0A
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."),
      UInt8(ascii: ")"), 0x30...0x39:
      true
    default: false
    }
  }

  /// A text stands here.
  ///
  /// - Returns: how it is escaped, or why it cannot stand here.
  mutating func placeText() -> Result<Escape, PlaceFault> {
    if runLength > 0 { endRun(before: 0) }
    defer {
      lineHasInk = true
      isAfterText = true
    }
    if construct.fenceLength > 0 || construct.codeLength > 0 { return .failure(PlaceFault(.markdownCode)) }
    if construct.linkDepth > 0 || isDefinition { return .failure(PlaceFault(.markdownLink)) }
    if construct.rawEnd != nil { return .failure(PlaceFault(.markdownRaw)) }
    if construct.isInAngle || last == UInt8(ascii: "<") { return .failure(PlaceFault(.markdownAngle)) }
    if isEscaped { return .failure(PlaceFault(.markdownAfterBackslash)) }
    if last == UInt8(ascii: "]") { return .failure(PlaceFault(.markdownAfterBracket)) }
    guard isInsideLine else { return .success(.markdown) }
    return .success(isTableRow ? .markdownCell : .markdownInline)
  }

  /// Markup stands here, also in code and in links; it may have ended the line.
  mutating func placeMarkup() {
    if runLength > 0 { endRun(before: 0) }
    lineHasInk = true
    isInsideLine = false
    isAfterText = false
    isEscaped = false
    last = 0
  }

  /// A section begins here; one over a list may come back here from its end, so that the place in the line is no longer certain.
  mutating func beginSection(repeats: Bool) {
    if runLength > 0 { endRun(before: 0) }
    if repeats { isInsideLine = false }
  }

  /// Control flow comes here also from `other`: what holds for one way only is dropped, what is dangerous on one way is kept.
  mutating func join(_ other: MarkdownPlace) {
    if runLength > 0 { endRun(before: 0) }
    isInsideLine = isInsideLine && other.isInsideLine
    isTableRow = isTableRow || other.isTableRow
    isEscaped = isEscaped || other.isEscaped
    isAfterText = isAfterText || other.isAfterText
    isDefinition = isDefinition || other.isDefinition
    lineHasInk = lineHasInk || other.lineHasInk
    if other.last == UInt8(ascii: "<") || other.last == UInt8(ascii: "]") { last = other.last }
  }
}

/// Why a value cannot stand somewhere, as an error of the place trackers.
struct PlaceFault: Error, Sendable {
  var misplacement: Misplacement

  init(_ misplacement: Misplacement) { self.misplacement = misplacement }
}
