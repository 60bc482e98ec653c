/// Follows the literal text of an HTML template through a simple tokenizer and knows where a value would stand.
///
/// Where HTML's tokenizer needs to know the elements around (SVG and MathML), both readings must agree; else nothing may stand behind.
///
/// Source: https://html.spec.whatwg.org/multipage/parsing.html#tokenization
struct HTMLPlace: Sendable, Equatable {
  private enum State: Sendable, Equatable {
    case text
    case tagOpen
    case tagName
    /// After the name of a tag and a section with attributes that may have been left out.
    case afterTagName
    case inTag
    case attributeName
    case afterAttributeName
    case beforeValue
    case value(quote: UInt8)
    /// After `<!`.
    case declarationOpen
    /// Up to the next `>`: a document type, or what the parser takes for a comment.
    case declaration
    case comment
    /// In SVG or MathML.
    case characterData
    /// Nothing is certain any more.
    case unknown
  }

  private var state = State.text
  /// The name of the current tag, lower case; at most 32 bytes are kept.
  private var tag: [UInt8] = []
  private var isEndTag = false
  /// The last byte of the tag was `/` outside of a value.
  private var isSelfClosing = false
  private var attribute: [UInt8] = []
  private var content = HTMLAttribute.Content.text
  private var address = AddressPlace()
  /// The current tag has an attribute that says what a `<meta>` means, or one that makes it an instruction.
  private var hasName = false
  private var hasInstruction = false
  /// The current tag has an attribute that hides the element, or `open`.
  private var hasHiding = false
  private var hasOpen = false
  /// The text of a `style` attribute without spaces.
  private var style: [UInt8] = []
  /// An element is open that nobody sees.
  private var hidden: HTMLHiddenElement?
  /// The values in the current tag that rely on what the rest of it is.
  private var pending: [PendingText] = []
  private var broken: [PendingText] = []
  /// The element whose content is not HTML, such as `script`; empty elsewhere.
  private var rawElement: [UInt8] = []
  /// How many `svg` and `math` elements are open.
  private var foreignDepth = 0
  /// HTML stood inside of SVG: from there on it is not known what is open.
  private var isMixed = false
  /// After `&` and letters or digits that a value could make a character reference.
  private var isInReference = false
  /// How the text of each open section over a list begins: it also stands behind the text with which the section ends.
  private var loops: [LoopStart] = []

  private struct LoopStart: Sendable, Equatable {
    var isFresh = true
    /// It may go on with what a value could make a character reference.
    var continuesReference = false
  }

  /// The last bytes, for the ends of comments.
  private var recent: [UInt8] = []

  mutating func read(_ literal: ArraySlice<UInt8>) {
    if let first = literal.first {
      startLoops(reference: first == UInt8(ascii: "#") || ByteClass.isAlphanumeric(first))
      for loop in loops.indices { loops[loop].isFresh = false }
    }
    for byte in literal { read(byte) }
  }

  mutating func takeBroken() -> [PendingText] {
    defer { broken = [] }
    return broken
  }

  private mutating func read(_ byte: UInt8) {
    let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
    switch state {
    case .text:
      readReference(byte)
      if byte == UInt8(ascii: "<") { (state, tag, isEndTag) = (.tagOpen, [], false) }
    case .tagOpen: readTagOpen(byte)
    case .tagName:
      if isSpace { return enterTag() }
      if byte == UInt8(ascii: "/") {
        enterTag()
        isSelfClosing = true
        return
      }
      if byte == UInt8(ascii: ">") { return endTag() }
      if tag.count < 32 { tag.append(lower(byte)) }
    case .afterTagName:
      if byte == UInt8(ascii: ">") { return endTag() }
      isSelfClosing = byte == UInt8(ascii: "/")
      state = isSpace || isSelfClosing ? .inTag : .unknown
    case .unknown: return
    case .inTag, .attributeName, .afterAttributeName, .beforeValue, .value: readTag(byte, isSpace: isSpace)
    case .declarationOpen:
      recent.append(byte)
      if recent.elementsEqual("--".utf8) {
        state = .comment
      } else if recent.map(lower).elementsEqual("[cdata[".utf8) {
        state = isForeign ? .characterData : .declaration
      } else if byte == UInt8(ascii: ">") {
        state = .text
      } else if !"--".utf8.starts(with: recent), !"[cdata[".utf8.starts(with: recent.map(lower)) {
        state = .declaration
      }
    case .declaration: if byte == UInt8(ascii: ">") { state = .text }
    case .comment:
      // The two hyphens that open a comment can also be the ones that end it.
      recent = recent.suffix(3) + [byte]
      if byte == UInt8(ascii: ">"),
        recent.dropLast().suffix(2).elementsEqual("--".utf8) || recent.elementsEqual("--!>".utf8)
      {
        state = .text
      }
    case .characterData:
      recent = recent.suffix(2) + [byte]
      if recent.elementsEqual("]]>".utf8) { state = .text }
    }
  }

  private mutating func readTag(_ byte: UInt8, isSpace: Bool) {
    if case .value(let quote) = state {
      readReference(byte)
      if quote == 0 ? isSpace : byte == quote {
        state = .inTag
      } else if quote == 0, byte == UInt8(ascii: ">") {
        endTag()
      } else if content == .address, address.read(byte) {
        breakPending(.addressAfterValue)
      } else if content == .refused(.htmlStyleAttribute), !isSpace, style.count < 2000 {
        style.append(lower(byte))
        hasHiding = hasHiding || HTMLHiddenElement.isHiding(style: style.suffix(24))
      }
      return
    }
    if byte == UInt8(ascii: ">") { return endTag() }
    isSelfClosing = byte == UInt8(ascii: "/")
    switch state {
    case .inTag, .afterAttributeName:
      if isSpace || isSelfClosing { return }
      if state == .afterAttributeName, byte == UInt8(ascii: "=") {
        state = .beforeValue
        return
      }
      (state, attribute) = (.attributeName, [lower(byte)])
    case .attributeName:
      if isSpace || isSelfClosing {
        endAttributeName()
        state = isSpace ? .afterAttributeName : .inTag
      } else if byte == UInt8(ascii: "=") {
        endAttributeName()
        state = .beforeValue
      } else if attribute.count < 32 {
        attribute.append(lower(byte))
      }
    default:
      if isSpace { return }
      content = HTMLAttribute.content(of: attribute, in: tag)
      address = AddressPlace()
      let isQuote = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      state = .value(quote: isQuote ? byte : 0)
      (isSelfClosing, isInReference, style) = (false, false, [])
    }
  }

  private mutating func readReference(_ byte: UInt8) {
    isInReference =
      byte == UInt8(ascii: "&")
      || (isInReference && (ByteClass.isAlphanumeric(byte) || byte == UInt8(ascii: "#")))
  }

  private mutating func endAttributeName() {
    if attribute.elementsEqual("http-equiv".utf8) {
      hasInstruction = true
      if tag.elementsEqual("meta".utf8) { breakPending(.htmlMeta) }
    }
    if HTMLHiddenElement.isHiding(attribute) { hasHiding = true }
    if attribute.elementsEqual("open".utf8) { hasOpen = true }
    if ["name", "property", "itemprop"].contains(where: { attribute.elementsEqual($0.utf8) }) { hasName = true }
  }

  private mutating func breakPending(_ misplacement: Misplacement) {
    broken += pending.map { PendingText(id: $0.id, misplacement: misplacement) }
    pending = []
  }

  private mutating func readTagOpen(_ byte: UInt8) {
    if byte == UInt8(ascii: "/"), !isEndTag {
      isEndTag = true
      return
    }
    if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?"), !isEndTag {
      readDeclarationOpen(byte)
      return
    }
    guard (0x61...0x7A).contains(byte | 0x20) else {
      // `</` before anything else begins what the parser takes for a comment.
      if isEndTag, rawElement.isEmpty, byte != UInt8(ascii: ">") {
        state = .declaration
      } else {
        state = .text
        if !isEndTag || !rawElement.isEmpty { read(byte) }
      }
      return
    }
    (state, tag) = (.tagName, [lower(byte)])
  }

  private mutating func readDeclarationOpen(_ byte: UInt8) {
    guard rawElement.isEmpty || isForeign else {
      // Inside a comment of a script `</script>` may not end it.
      state = rawElement.elementsEqual("script".utf8) && byte == UInt8(ascii: "!") ? .unknown : .text
      return
    }
    (state, recent) = (byte == UInt8(ascii: "!") ? .declarationOpen : .declaration, [])
  }

  private var isForeign: Bool { foreignDepth > 0 || isMixed }

  private mutating func enterTag() {
    (isSelfClosing, hasName, hasInstruction, pending) = (false, false, false, [])
    (hasHiding, hasOpen) = (false, false)
    if rawElement.isEmpty || (isEndTag && tag == rawElement) {
      state = .inTag
    } else {
      // Inside `<script>` only `</script` is a tag, but not in SVG.
      state = isForeign ? .unknown : .text
    }
  }

  private mutating func endTag() {
    if state == .attributeName { endAttributeName() }
    let isWhole = !isSelfClosing || state == .value(quote: 0)
    defer { (tag, isSelfClosing, pending) = ([], false, []) }
    state = .text
    recent = []
    guard rawElement.isEmpty else {
      if isEndTag, tag == rawElement { rawElement = [] } else if isForeign { state = .unknown }
      return
    }
    if tag.elementsEqual("svg".utf8) || tag.elementsEqual("math".utf8) {
      if isEndTag {
        if foreignDepth == 0 { isMixed = true } else { foreignDepth -= 1 }
      } else if isWhole {
        foreignDepth += 1
      }
    } else if isForeign, HTMLPlace.integrations.contains(tag) {
      isMixed = true
    }
    if isWhole || !isForeign {
      if hidden != nil {
        if hidden?.read(tag, isEndTag: isEndTag) ?? false { hidden = nil }
      } else if !isEndTag {
        hidden = HTMLHiddenElement(tag, isHiddenByAttribute: hasHiding, isOpen: hasOpen)
      }
    }
    if !isEndTag, HTMLPlace.rawElements.contains(tag), isWhole || !isForeign { rawElement = tag }
  }

  private mutating func startLoops(reference: Bool) {
    guard reference else { return }
    for loop in loops.indices where loops[loop].isFresh { loops[loop].continuesReference = true }
  }

  /// A text stands here.
  ///
  /// - Parameter id: what ``takeBroken()`` calls it.
  /// - Returns: how it is escaped, or why it cannot stand here.
  mutating func placeText(_ id: Int) -> Result<Escape, PlaceFault> {
    if let fault = placeInTag() { return .failure(PlaceFault(fault)) }
    startLoops(reference: true)
    guard pending.count < PendingText.most else { return .failure(PlaceFault(.addressUnclear)) }
    if isInReference { return .failure(PlaceFault(.afterAmpersand)) }
    if case .value = state {
      switch content {
      case .text: return .success(.html)
      case .refused(let fault): return .failure(PlaceFault(fault))
      case .address:
        pending.append(PendingText(id: id, misplacement: .addressAfterValue))
        return address.placeText()
      case .metaContent:
        pending.append(PendingText(id: id, misplacement: .htmlMeta))
        return hasName && !hasInstruction ? .success(.html) : .failure(PlaceFault(.htmlMeta))
      }
    }
    return rawElement.isEmpty || isTextOnly ? .success(.html) : .failure(PlaceFault(.htmlRawElement(element)))
  }

  /// Whether a reader of the page sees what stands here: no attribute, and nothing in an element that is hidden or shows something else.
  var isShown: Bool { state == .text && hidden == nil && (rawElement.isEmpty || element == "textarea") }

  /// Markup stands here.
  ///
  /// - Returns: why it cannot; nil when it can.
  mutating func placeMarkup() -> Misplacement? {
    if let fault = placeInTag() { return fault }
    if case .value = state { return .htmlMarkupInAttribute }
    if isTextOnly { return .htmlMarkupInText(element) }
    return rawElement.isEmpty ? nil : .htmlRawElement(element)
  }

  /// Refuses every value in a comment and in a tag outside the quotes of an attribute.
  private mutating func placeInTag() -> Misplacement? {
    switch state {
    case .text: return nil
    case .value(let quote): return quote == 0 ? .htmlUnquoted : nil
    case .comment, .declaration, .declarationOpen: return .htmlComment
    case .characterData: return .htmlCharacterData
    case .unknown: return .htmlUnclear
    case .beforeValue:
      // The value that is not quoted goes on behind the tag.
      (state, content) = (.value(quote: 0), .text)
      return .htmlUnquoted
    case .tagOpen, .tagName, .afterTagName, .inTag, .attributeName, .afterAttributeName: return .htmlTag
    }
  }

  private var isTextOnly: Bool { element == "title" || element == "textarea" }

  /// Whether the content of a script or a style sheet stands here, where braces are common.
  var isInScriptOrStyle: Bool { element == "script" || element == "style" }
  private var element: String { String(decoding: rawElement, as: UTF8.self) }

  private func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  private static let rawElements: Set<[UInt8]> = Set(
    [
      "script", "style", "title", "textarea", "iframe", "noembed", "noframes", "noscript", "xmp", "plaintext",
    ].map { Array($0.utf8) })

  /// Elements of SVG and MathML that hold HTML.
  private static let integrations: Set<[UInt8]> = Set(
    ["annotation-xml", "foreignobject"].map { Array($0.utf8) })

  /// A section begins here; one over a list may come back here from its end.
  mutating func beginSection(repeats: Bool) {
    guard repeats else { return }
    loops.append(LoopStart())
    if case .value = state { address.beginLoop() }
  }

  /// A section ends here that began at `start`; it may have been skipped.
  ///
  /// - Returns: false when that makes a difference.
  mutating func endSection(from start: HTMLPlace, repeats: Bool) -> Bool {
    if repeats, let loop = loops.popLast(), isInReference, loop.continuesReference { return false }
    for (loop, way) in zip(loops.indices, start.loops) {
      loops[loop].isFresh = loops[loop].isFresh || way.isFresh
      loops[loop].continuesReference = loops[loop].continuesReference || way.continuesReference
    }
    pending.join(start.pending)
    (hasName, hasInstruction) = (hasName && start.hasName, hasInstruction || start.hasInstruction)
    isMixed = isMixed || start.isMixed
    hasHiding = hasHiding || start.hasHiding
    hasOpen = hasOpen && start.hasOpen
    if let other = start.hidden { if hidden == nil { hidden = other } else { hidden?.join(other) } }
    isInReference = isInReference || start.isInReference
    guard rawElement == start.rawElement, foreignDepth == start.foreignDepth else { return false }
    // `<p{{#x}} class="y"{{/x}}>`
    if state == .inTag, start.state == .tagName || start.state == .afterTagName, tag == start.tag {
      state = .afterTagName
      return true
    }
    if case .value = state {
      let isSameHost = !address.isInHost || start.address.isInHost || start.state != state
      address.join(start.address)
      return isSameHost && state == start.state && content == start.content && tag == start.tag
    }
    if state != start.state { return false }
    switch state {
    case .text, .unknown: return true
    case .inTag: return tag == start.tag
    default:
      var other = start
      other.loops = loops
      return self == other
    }
  }
}
