/// Writes a text into the text of an HTML element or into an attribute in quotes.
///
/// `&`, `<`, `>`, `"` and `'` become character references; line feeds and tabs stay; see ``UnsafeScalars`` for other characters.
///
/// Source: https://html.spec.whatwg.org/multipage/syntax.html#syntax-charref
enum HTMLEscaper {
  static let special = ByteClass.table { byte in
    (ByteClass.isSuspicious(byte) && byte != 0x0A && byte != 0x09) || Array("&<>\"'".utf8).contains(byte)
  }

  static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
    EscapeLoop.append(text, special: special, to: &output) { byte, output in
      switch byte {
      case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): output.append(contentsOf: "&#39;".utf8)
      default: output.append(0x20)
      }
    }
  }
}

/// Writes a text into plain text: line feeds and tabs stay; see ``UnsafeScalars`` for other characters.
enum PlainEscaper {
  static let special = ByteClass.table { ByteClass.isSuspicious($0) && $0 != 0x0A && $0 != 0x09 }

  static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
    EscapeLoop.append(text, special: special, to: &output) { _, output in output.append(0x20) }
  }
}

/// Copies a text in runs, stopping at special bytes only.
enum EscapeLoop {
  /// - Parameter write: writes something in place of a special ASCII byte other than NUL.
  @inline(__always)
  static func append(
    _ text: UnsafeBufferPointer<UInt8>, special: [Bool], to output: inout OutputBuffer,
    write: (UInt8, inout OutputBuffer) -> Void
  ) {
    var runStart = 0
    var index = 0
    special.withUnsafeBufferPointer { special in
      while index < text.count {
        let byte = text[index]
        guard special[Int(byte)] else {
          index += 1
          continue
        }
        if byte >= 0x80 {
          let (verdict, length) = UnsafeScalars.verdict(text, at: index)
          if verdict != .keep {
            output.append(contentsOf: text[runStart..<index])
            output.append(contentsOf: verdict == .space ? [0x20] : TextSink.replacement)
            runStart = index + length
          }
          index += length
          continue
        }
        output.append(contentsOf: text[runStart..<index])
        if byte == 0 { output.append(contentsOf: TextSink.replacement) } else { write(byte, &output) }
        index += 1
        runStart = index
      }
    }
    output.append(contentsOf: text[runStart...])
  }
}
