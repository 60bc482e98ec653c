/// Writes a text into Markdown code, where no character can be escaped: the one that would end the code becomes a look-alike.
///
/// - In a code span and in a block fenced by backticks a backtick becomes U+02CB (ˋ); in a block fenced by tildes a tilde becomes U+02DC (˜).
/// - White space folds to one line and is dropped at both ends. A code span of nothing holds one space: two backticks in a row would open
///   another one.
/// - In a table cell `|` is written `\|`, which the table turns back; a backslash directly before it becomes U+29F5 (⧵), or it would undo that.
///
/// Sources: https://spec.commonmark.org/0.31.2/#code-spans, https://github.github.com/gfm/#example-200
enum CodeEscaper {
  static func append(_ text: UnsafeBufferPointer<UInt8>, _ escape: Escape, to output: inout OutputBuffer) {
    let start = output.count
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte >= 0x80 {
        let (verdict, length) = UnsafeScalars.verdict(text, at: index)
        switch verdict {
        case .keep: output.append(contentsOf: text[index..<index + length])
        case .replace: output.append(contentsOf: TextSink.replacement)
        case .space: appendSpace(to: &output, from: start)
        }
        index += length
        continue
      }
      switch byte {
      case 0: output.append(contentsOf: TextSink.replacement)
      case 0x20: if output.count > start { output.append(0x20) }
      case 0x01...0x1F, 0x7F: appendSpace(to: &output, from: start)
      case UInt8(ascii: "`") where escape != .markdownTildeFence: output.append(contentsOf: "\u{2CB}".utf8)
      case UInt8(ascii: "~") where escape == .markdownTildeFence: output.append(contentsOf: "\u{2DC}".utf8)
      case UInt8(ascii: "|") where escape == .markdownCellCode: appendPipe(to: &output)
      default: output.append(byte)
      }
      index += 1
    }
    while output.count > start, output[output.count - 1] == 0x20 { output.removeLast() }
    if output.count == start, escape == .markdownCode || escape == .markdownCellCode { output.append(0x20) }
  }

  /// Writes the one space that a run of control characters becomes.
  private static func appendSpace(to output: inout OutputBuffer, from start: Int) {
    if output.count > start, output[output.count - 1] != 0x20 { output.append(0x20) }
  }

  private static func appendPipe(to output: inout OutputBuffer) {
    if output.count > 0, output[output.count - 1] == 0x5C {
      output.removeLast()
      output.append(contentsOf: "\u{29F5}".utf8)
    }
    output.append(contentsOf: "\\|".utf8)
  }
}
