/// HTML as a browser's tokenizer reads it, written apart from the engine's own reading of HTML templates.
///
/// Left out are the escaped states of script data and CDATA sections: no value may stand there.
///
/// Source: https://html.spec.whatwg.org/multipage/parsing.html#tokenization
enum HTMLToken: Equatable {
  /// Not decoded; `element` is the element whose content is text and nothing else, or empty.
  case text([UInt8], element: String)
  case start(String, [Attribute])
  case end(String)
  case comment([UInt8])
  /// The text ended inside a tag or comment.
  case cut

  struct Attribute: Equatable {
    var name: String
    var value: [UInt8]
  }

  /// Elements whose content is text and nothing else.
  static let textElements: Set<String> = [
    "script", "style", "xmp", "iframe", "noembed", "noframes", "noscript", "textarea", "title", "plaintext",
  ]

  /// The tokens of a page.
  static func tokens(of html: [UInt8]) -> [HTMLToken] {
    var reader = HTMLReader(html)
    return reader.read()
  }

  /// Without what the converter puts into long words and around days, which depends on the text and holds nothing of it.
  static func withoutTextMarks(_ tokens: [HTMLToken]) -> [HTMLToken] {
    var plain: [HTMLToken] = []
    for token in tokens where ![.start("wbr", []), .start("time", []), .end("time")].contains(token) {
      if case .text(let text, let element) = token, case .text(let before, element)? = plain.last {
        plain[plain.count - 1] = .text(before + text, element: element)
      } else {
        plain.append(token)
      }
    }
    return plain
  }
}

private struct HTMLReader {
  private let html: [UInt8]
  private var position = 0
  private var tokens: [HTMLToken] = []
  private var text: [UInt8] = []

  init(_ html: [UInt8]) { self.html = html }

  mutating func read() -> [HTMLToken] {
    while position < html.count {
      guard html[position] == UInt8(ascii: "<"), let next = byte(1) else {
        text.append(html[position])
        position += 1
        continue
      }
      if isLetter(next) {
        flush()
        position += 1
        readTag(isEnd: false)
      } else if next == UInt8(ascii: "/"), let letter = byte(2), isLetter(letter) {
        flush()
        position += 2
        readTag(isEnd: true)
      } else if next == UInt8(ascii: "!"), byte(2) == UInt8(ascii: "-"), byte(3) == UInt8(ascii: "-") {
        flush()
        readComment()
      } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || (next == UInt8(ascii: "/") && byte(2) != nil)
      {
        flush()
        let end = html[position...].firstIndex(of: UInt8(ascii: ">")) ?? html.count
        tokens.append(end < html.count ? .comment(Array(html[position..<end])) : .cut)
        position = min(end + 1, html.count)
      } else {
        text.append(html[position])
        position += 1
      }
    }
    flush()
    return tokens
  }

  private func byte(_ offset: Int) -> UInt8? { position + offset < html.count ? html[position + offset] : nil }
  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }
  private func lower(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  private mutating func flush(element: String = "") {
    if !text.isEmpty { tokens.append(.text(text, element: element)) }
    text = []
  }

  private mutating func readComment() {
    position += 4
    let start = position
    // `<!-->` and `<!--->` are comments as well.
    if byte(0) == UInt8(ascii: ">") || (byte(0) == UInt8(ascii: "-") && byte(1) == UInt8(ascii: ">")) {
      position += byte(0) == UInt8(ascii: ">") ? 1 : 2
      return tokens.append(.comment([]))
    }
    while position < html.count {
      let rest = html[position...]
      let length = rest.starts(with: "-->".utf8) ? 3 : rest.starts(with: "--!>".utf8) ? 4 : 0
      if length > 0 {
        tokens.append(.comment(Array(html[start..<position])))
        position += length
        return
      }
      position += 1
    }
    tokens.append(.cut)
  }

  private mutating func readTag(isEnd: Bool) {
    let start = position
    while let byte = byte(0), !isSpace(byte), byte != UInt8(ascii: "/"), byte != UInt8(ascii: ">") { position += 1 }
    let name = lower(html[start..<position])
    var attributes: [HTMLToken.Attribute] = []
    while let byte = byte(0), byte != UInt8(ascii: ">") {
      if isSpace(byte) || byte == UInt8(ascii: "/") {
        position += 1
      } else {
        attributes.append(readAttribute())
      }
    }
    guard byte(0) != nil else { return tokens.append(.cut) }
    position += 1
    if isEnd { return tokens.append(.end(name)) }
    tokens.append(.start(name, attributes))
    if name == "plaintext" {
      text = Array(html[position...])
      position = html.count
      flush(element: name)
    } else if HTMLToken.textElements.contains(name) {
      readText(of: name)
    }
  }

  private mutating func readAttribute() -> HTMLToken.Attribute {
    let start = position
    position += 1
    while let byte = byte(0), !isSpace(byte), !"/>=".utf8.contains(byte) { position += 1 }
    let name = lower(html[start..<position])
    var equals = position
    while equals < html.count, isSpace(html[equals]) { equals += 1 }
    guard equals < html.count, html[equals] == UInt8(ascii: "=") else {
      return HTMLToken.Attribute(name: name, value: [])
    }
    position = equals + 1
    while let byte = byte(0), isSpace(byte) { position += 1 }
    guard let quote = byte(0) else { return HTMLToken.Attribute(name: name, value: []) }
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      position += 1
      let end = html[position...].firstIndex(of: quote) ?? html.count
      defer { position = min(end + 1, html.count) }
      return HTMLToken.Attribute(name: name, value: Array(html[position..<end]))
    }
    let valueStart = position
    while let byte = byte(0), !isSpace(byte), byte != UInt8(ascii: ">") { position += 1 }
    return HTMLToken.Attribute(name: name, value: Array(html[valueStart..<position]))
  }

  private mutating func readText(of element: String) {
    let end = Array("</\(element)".utf8)
    while position < html.count {
      if html[position] == UInt8(ascii: "<"), position + end.count < html.count,
        lower(html[position..<position + end.count]) == lower(end[...]),
        isSpace(html[position + end.count]) || "/>".utf8.contains(html[position + end.count])
      {
        break
      }
      text.append(html[position])
      position += 1
    }
    flush(element: element)
  }
}
