/// Follows the literal text of an HTML template through a simple tokenizer and knows where a value would stand.
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
    case comment
    /// After a tag whose name goes on behind a section: nothing is certain any more.
    case unknown
  }

  /// What an attribute holds.
  private enum AttributeKind: Sendable, Equatable {
    case text, address, script, style
  }

  private var state = State.text
  /// The name of the current tag, lower case; at most 32 bytes are kept.
  private var tag: [UInt8] = []
  private var isEndTag = false
  private var attribute: [UInt8] = []
  private var attributeKind = AttributeKind.text
  /// The element whose content is not HTML, such as `script`; empty elsewhere.
  private var rawElement: [UInt8] = []
  /// The last bytes of the text, for the ends of comments.
  private var dashes = 0

  mutating func read(_ literal: ArraySlice<UInt8>) {
    for byte in literal { read(byte) }
  }

  private mutating func read(_ byte: UInt8) {
    let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
    switch state {
    case .text:
      if byte == UInt8(ascii: "<") { (state, tag, isEndTag) = (.tagOpen, [], false) }
    case .tagOpen: readTagOpen(byte)
    case .tagName:
      if isSpace || byte == UInt8(ascii: "/") { return enterTag() }
      if byte == UInt8(ascii: ">") { return endTag() }
      if tag.count < 32 { tag.append(lower(byte)) }
      if tag == Array("!--".utf8) { (state, dashes) = (.comment, 0) }
    case .afterTagName:
      if isSpace || byte == UInt8(ascii: "/") { return enterTag() }
      if byte == UInt8(ascii: ">") { return endTag() }
      state = .unknown
    case .unknown: return
    case .inTag, .afterAttributeName:
      if isSpace || byte == UInt8(ascii: "/") { return }
      if byte == UInt8(ascii: ">") { return endTag() }
      if state == .afterAttributeName, byte == UInt8(ascii: "=") {
        state = .beforeValue
        return
      }
      (state, attribute) = (.attributeName, [lower(byte)])
    case .attributeName:
      if byte == UInt8(ascii: ">") { return endTag() }
      if isSpace || byte == UInt8(ascii: "/") {
        state = isSpace ? .afterAttributeName : .inTag
        return
      }
      if byte == UInt8(ascii: "=") {
        state = .beforeValue
        return
      }
      if attribute.count < 32 { attribute.append(lower(byte)) }
    case .beforeValue:
      if isSpace { return }
      if byte == UInt8(ascii: ">") { return endTag() }
      attributeKind = HTMLPlace.kind(of: attribute)
      state = .value(quote: byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") ? byte : 0)
    case .value(let quote):
      if quote == 0 ? isSpace : byte == quote {
        state = .inTag
        return
      }
      if quote == 0, byte == UInt8(ascii: ">") { return endTag() }
    case .comment:
      if byte == UInt8(ascii: ">"), dashes >= 2 {
        state = .text
        return
      }
      dashes = byte == UInt8(ascii: "-") ? dashes + 1 : 0
    }
  }

  private mutating func readTagOpen(_ byte: UInt8) {
    if byte == UInt8(ascii: "/"), !isEndTag {
      isEndTag = true
      return
    }
    let isLetter = (0x61...0x7A).contains(byte | 0x20)
    guard isLetter || ((byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")) && !isEndTag) else {
      state = .text
      return read(byte)
    }
    (state, tag) = (.tagName, [lower(byte)])
  }

  private mutating func enterTag() {
    // Inside `<script>` only `</script` is a tag.
    state = rawElement.isEmpty || (isEndTag && tag == rawElement) ? .inTag : .text
  }

  private mutating func endTag() {
    state = .text
    if rawElement.isEmpty {
      if !isEndTag, HTMLPlace.rawElements.contains(tag) { rawElement = tag }
    } else if isEndTag, tag == rawElement {
      rawElement = []
    }
    tag = []
  }

  /// A text stands here.
  ///
  /// - Returns: why it cannot; nil when it can, escaped as HTML.
  mutating func placeText() -> Misplacement? {
    if let fault = placeInTag() { return fault }
    if case .value = state {
      switch attributeKind {
      case .text: return nil
      case .address: return .htmlURL
      case .script: return .htmlScriptAttribute
      case .style: return .htmlStyleAttribute
      }
    }
    return rawElement.isEmpty || isTextOnly ? nil : .htmlRawElement(element)
  }

  /// Markup stands here; a style sheet may stand in `<style>`.
  ///
  /// - Returns: why it cannot; nil when it can.
  mutating func placeMarkup() -> Misplacement? {
    if let fault = placeInTag() { return fault }
    if case .value = state { return .htmlMarkupInAttribute }
    if isTextOnly { return .htmlMarkupInText(element) }
    return rawElement.isEmpty || rawElement == Array("style".utf8) ? nil : .htmlRawElement(element)
  }

  /// Refuses every value in a comment and in a tag outside the quotes of an attribute.
  private mutating func placeInTag() -> Misplacement? {
    switch state {
    case .text: return nil
    case .value(let quote): return quote == 0 ? .htmlUnquoted : nil
    case .comment: return .htmlComment
    case .beforeValue:
      // The value that is not quoted goes on behind the tag.
      (state, attributeKind) = (.value(quote: 0), .text)
      return .htmlUnquoted
    case .tagOpen, .tagName, .afterTagName, .inTag, .attributeName, .afterAttributeName, .unknown: return .htmlTag
    }
  }

  var isInScriptOrStyle: Bool { element == "script" || element == "style" }
  private var isTextOnly: Bool { element == "title" || element == "textarea" }
  private var element: String { String(decoding: rawElement, as: UTF8.self) }

  private func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  private static let rawElements: Set<[UInt8]> = Set(
    [
      "script", "style", "title", "textarea", "iframe", "noembed", "noframes", "noscript", "xmp", "plaintext",
    ].map { Array($0.utf8) })

  private static let addresses: Set<[UInt8]> = Set(
    [
      "action", "archive", "background", "cite", "classid", "codebase", "content", "data", "dynsrc", "formaction",
      "from", "href", "icon", "imagesrcset", "longdesc", "lowsrc", "manifest", "ping", "poster", "profile", "src",
      "srcset", "to", "usemap", "values", "xlink:href", "xml:base",
    ].map { Array($0.utf8) })

  private static func kind(of attribute: [UInt8]) -> AttributeKind {
    if attribute.starts(with: "on".utf8) || attribute == Array("srcdoc".utf8) { return .script }
    if attribute == Array("style".utf8) { return .style }
    return addresses.contains(attribute) ? .address : .text
  }

  /// A section ends here that began at `start`; it may have been skipped.
  ///
  /// - Returns: false when that makes a difference.
  mutating func endSection(from start: HTMLPlace) -> Bool {
    guard rawElement == start.rawElement else { return false }
    // `<p{{#x}} class="y"{{/x}}>`
    if state == .inTag, start.state == .tagName || start.state == .afterTagName, tag == start.tag {
      state = .afterTagName
      return true
    }
    return state == start.state && (state == .text || state == .inTag || self == start)
  }
}
