/// How a text is written at one place; the checker chooses it for every tag.
enum Escape: UInt8, Sendable {
  /// Plain text: only what would act on the reader's screen is replaced.
  case plain
  /// The text of an HTML element, or an HTML attribute in quotes.
  case html
  /// Markdown, where the checker cannot say whether the value begins the line: the sink looks at what it has written.
  case markdown
  /// Markdown, where something other than a list or quote mark stands before the value on its line.
  case markdownInline
  /// A cell of a Markdown pipe table.
  case markdownCell
  /// A Markdown code span that begins and ends on one line; see ``CodeEscaper``.
  case markdownCode
  /// The same in a cell of a pipe table.
  case markdownCellCode
  /// A Markdown code block between lines of backticks.
  case markdownBacktickFence
  /// A Markdown code block between lines of tildes.
  case markdownTildeFence
  /// The beginning of an address, or all of it, in either dialect; see ``AddressEscaper``.
  case address
  /// Inside an address whose scheme the template has fixed.
  case addressPart
}

/// The one place where text enters the output.
enum TextSink {
  /// Appends `text` so that it reads as it is and acts as nothing.
  @inline(__always)
  static func append(_ text: String, _ escape: Escape, to output: inout OutputBuffer) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { append($0, escape, to: &output) }
    if isDone == nil { Array(text.utf8).withUnsafeBufferPointer { append($0, escape, to: &output) } }
  }

  /// The same for a text in UTF-8.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, _ escape: Escape, to output: inout OutputBuffer) {
    switch escape {
    case .markdown, .markdownInline, .markdownCell: MarkdownEscaper.append(bytes, escape, to: &output)
    case .markdownCode, .markdownCellCode, .markdownBacktickFence, .markdownTildeFence:
      CodeEscaper.append(bytes, escape, to: &output)
    case .address, .addressPart: AddressEscaper.append(bytes, isPart: escape == .addressPart, to: &output)
    case .html: HTMLEscaper.append(bytes, to: &output)
    case .plain: PlainEscaper.append(bytes, to: &output)
    }
  }

  /// U+FFFD in UTF-8.
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
}

/// What a byte of a text asks of an escaper.
enum ByteClass {
  /// A letter or a digit of ASCII.
  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// A byte that every dialect looks at: a control character, or the first of a scalar that may be unsafe.
  static func isSuspicious(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || (byte >= 0x80 && UnsafeScalars.mayBeUnsafe(byte))
  }

  /// Marks every byte for which `isSpecial` holds.
  static func table(_ isSpecial: (UInt8) -> Bool) -> [Bool] { (0...255).map { isSpecial(UInt8($0)) } }
}
