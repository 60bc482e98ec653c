internal import Diagnostics

/// Literal text that was most likely meant as a tag.
extension ParsedTemplate {
  /// A word that stands alone in single braces, such as `{name}` or `{> name}`.
  struct WordInBraces {
    var tag: Range<Int>
    /// 0 when there is none.
    var sigil: UInt8
    var name: Range<Int>
  }

  func wordsInBraces(of literal: Node) -> [WordInBraces] {
    let bytes = source.text.bytes
    let end = literal.span.upperBound
    var found: [WordInBraces] = []
    var index = literal.span.lowerBound
    while index < end {
      defer { index += 1 }
      // Two braces are delimiters: those of another tag, or of text when the delimiters were changed.
      guard bytes[index] == 0x7B, index == 0 || bytes[index - 1] != 0x7B else { continue }
      var start = index + 1
      var sigil: UInt8 = 0
      if start < end, Array("#^/>&$<".utf8).contains(bytes[start]) {
        sigil = bytes[start]
        start += 1
        while start < end, bytes[start] == 0x20 { start += 1 }
      }
      let close = bytes[start..<end].firstIndex {
        !(ByteClass.isAlphanumeric($0) || $0 == 0x5F || $0 == 0x2E)
      }
      guard let close, close > start, bytes[close] == 0x7D else { continue }
      if close + 1 < bytes.count, bytes[close + 1] == 0x7D { continue }
      found.append(WordInBraces(tag: index..<close + 1, sigil: sigil, name: start..<close))
    }
    return found
  }

  /// The first `{{…}}` in a literal, which is one only where the delimiters were changed.
  func tagInText(of literal: Node) -> Range<Int>? {
    let bytes = source.text.bytes
    var index = literal.span.lowerBound
    while index + 1 < literal.span.upperBound {
      defer { index += 1 }
      guard bytes[index] == 0x7B, bytes[index + 1] == 0x7B else { continue }
      let rest = bytes[index..<literal.span.upperBound].prefix { $0 != 0x0A }
      guard let close = rest.indices.dropLast().first(where: { bytes[$0] == 0x7D && bytes[$0 + 1] == 0x7D }) else {
        continue
      }
      return index..<close + 2
    }
    return nil
  }

  /// The name of the variable before a literal that begins with one brace too many.
  func nameBeforeThirdBrace(_ literal: Node, after tag: Node) -> String? {
    let bytes = source.text.bytes
    guard tag.kind == .variable, tag.span.upperBound == literal.span.lowerBound, !literal.span.isEmpty,
      bytes[literal.span.lowerBound] == 0x7D, bytes[tag.span].suffix(2).elementsEqual([0x7D, 0x7D])
    else { return nil }
    return text(tag.name)
  }
}
