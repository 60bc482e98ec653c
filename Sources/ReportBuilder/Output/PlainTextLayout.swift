/// Plain text as the boxes of electronic records take it: punctuation in ASCII, short lines, no space at the end of a line.
package enum PlainTextLayout {
  /// No line of a note is wider, in Unicode scalars.
  package static let width = 100
  private static let indent = "  "

  /// Typographic signs that many boxes garble, in ASCII; letters of every script stay.
  private static let plain: [Unicode.Scalar: String] = [
    "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "‘": "'", "’": "'", "‚": "'", "–": "-", "—": "-", "−": "-",
    "‐": "-", "‑": "-", "…": "...", "·": "-", "•": "-", "×": "x", "≥": ">=", "≤": "<=", "µ": "u", "μ": "u", "½": "1/2",
    "¼": "1/4", "¾": "3/4", "→": "->", "✓": "+", "✗": "-", "\u{00A0}": " ", "\u{2009}": " ", "\u{202F}": " ",
  ]

  /// The text with its punctuation in ASCII and without spaces at the end of lines.
  package static func ascii(_ bytes: [UInt8]) -> [UInt8] {
    var text = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if let words = plain[scalar] { text += words } else { text.unicodeScalars.append(scalar) }
    }
    return Array(lines(text).joined(separator: "\n").utf8)
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }

  /// The text with lines of at most ``width`` scalars: broken at spaces, or inside a word that is longer than a line.
  package static func wrapped(_ bytes: [UInt8]) -> [UInt8] {
    let wrapped = lines(String(decoding: bytes, as: UTF8.self)).flatMap(wrapped)
    return Array(wrapped.joined(separator: "\n").utf8)
  }

  private static func wrapped(_ line: String) -> [String] {
    guard line.unicodeScalars.count > width else { return [line] }
    var result: [String] = []
    var current = ""
    for word in line.split(separator: " ") {
      var rest = String(word)
      let joined = current.isEmpty || current == indent ? current + rest : current + " " + rest
      if joined.unicodeScalars.count <= width {
        current = joined
        continue
      }
      if !current.isEmpty, current != indent { result.append(current) }
      while indent.count + rest.unicodeScalars.count > width {
        let head = rest.unicodeScalars.prefix(width - indent.count)
        result.append(indent + String(String.UnicodeScalarView(head)))
        rest = String(String.UnicodeScalarView(rest.unicodeScalars.dropFirst(width - indent.count)))
      }
      current = indent + rest
    }
    if !current.isEmpty, current != indent { result.append(current) }
    return result
  }
}
