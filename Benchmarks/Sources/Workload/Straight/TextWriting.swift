/// How the hand-written report writes a text at the places that it has.
protocol TextWriting {
  /// A text of the program that begins a line, or follows only list and quote marks.
  static func atLineStart(_ text: String, to output: inout [UInt8])
  /// A text of the program inside a line.
  static func inline(_ text: String, to output: inout [UInt8])
  /// A text of the program in a table cell.
  static func cell(_ text: String, to output: inout [UInt8])
  /// A patient's words inside a line.
  static func patientInline(_ text: String, to output: inout [UInt8])
  /// A patient's words in a table cell.
  static func patientCell(_ text: String, to output: inout [UInt8])
}

/// Appends the bytes as they are.
enum CopyWriting: TextWriting {
  static func atLineStart(_ text: String, to output: inout [UInt8]) { output.append(contentsOf: text.utf8) }
  static func inline(_ text: String, to output: inout [UInt8]) { output.append(contentsOf: text.utf8) }
  static func cell(_ text: String, to output: inout [UInt8]) { output.append(contentsOf: text.utf8) }
  static func patientInline(_ text: String, to output: inout [UInt8]) { output.append(contentsOf: text.utf8) }
  static func patientCell(_ text: String, to output: inout [UInt8]) { output.append(contentsOf: text.utf8) }
}

/// Escapes program texts for HTML; a patient's words come escaped.
enum HTMLWriting: TextWriting {
  static func atLineStart(_ text: String, to output: inout [UInt8]) { HTMLText.append(text, to: &output) }
  static func inline(_ text: String, to output: inout [UInt8]) { HTMLText.append(text, to: &output) }
  static func cell(_ text: String, to output: inout [UInt8]) { HTMLText.append(text, to: &output) }
  static func patientInline(_ text: String, to output: inout [UInt8]) { output.append(contentsOf: text.utf8) }
  static func patientCell(_ text: String, to output: inout [UInt8]) { output.append(contentsOf: text.utf8) }
}

/// Escapes everything for the place in the Markdown where it stands.
enum MarkdownWriting: TextWriting {
  static func atLineStart(_ text: String, to output: inout [UInt8]) {
    MarkdownText.append(text, at: .lineStart, to: &output)
  }
  static func inline(_ text: String, to output: inout [UInt8]) { MarkdownText.append(text, at: .inline, to: &output) }
  static func cell(_ text: String, to output: inout [UInt8]) { MarkdownText.append(text, at: .cell, to: &output) }
  static func patientInline(_ text: String, to output: inout [UInt8]) {
    MarkdownText.append(text, at: .inline, to: &output)
  }
  static func patientCell(_ text: String, to output: inout [UInt8]) {
    MarkdownText.append(text, at: .cell, to: &output)
  }
}
