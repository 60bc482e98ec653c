/// The escaping that the Mustache specification asks of `{{name}}`: four characters, wherever the tag stands.
///
/// Typed templates do not use it: their escaping depends on the place of the tag; see ``Escape``.
///
/// Source: https://github.com/mustache/spec/blob/master/specs/interpolation.yml ("HTML Escaping")
enum HTMLText {
  static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
  }

  static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
    var runStart = 0
    for index in text.indices where isSpecial(text[index]) {
      output.append(contentsOf: text[runStart..<index])
      runStart = index + 1
      switch text[index] {
      case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
      default: output.append(contentsOf: "&quot;".utf8)
      }
    }
    output.append(contentsOf: text[runStart...])
  }
}
