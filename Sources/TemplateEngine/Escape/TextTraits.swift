/// Which escapers would leave a text as it is, found out once, when the text enters a record; the renderer then copies it.
///
/// The escapers say what is special to them: their own tables and functions are asked. An ``Escape`` without a trait here is always escaped byte by byte.
struct TextTraits: OptionSet, Sendable {
  let rawValue: UInt16

  static let plain = TextTraits(rawValue: 1 << 0)
  static let html = TextTraits(rawValue: 1 << 1)
  /// As it is at the start of a line and elsewhere.
  static let markdown = TextTraits(rawValue: 1 << 2)
  static let markdownInline = TextTraits(rawValue: 1 << 3)
  static let markdownCell = TextTraits(rawValue: 1 << 4)
  /// No text has it.
  static let never = TextTraits(rawValue: 1 << 15)
  /// What finished markup and the other kinds of value have.
  static let all: TextTraits = [.plain, .html, .markdown, .markdownInline, .markdownCell]

  private static let byEscape: [(escape: Escape, trait: TextTraits)] = [
    (.plain, .plain), (.html, .html), (.markdown, .markdown), (.markdownInline, .markdownInline),
    (.markdownCell, .markdownCell),
  ]

  /// What a text must have to be copied where the escape is asked for.
  static func needed(for escape: Escape) -> TextTraits {
    byEscape.first { $0.escape == escape }?.trait ?? .never
  }

  /// Set where a byte begins a scalar beyond ASCII that may be unsafe: only the whole scalar tells.
  private static let mayBeUnsafe = TextTraits(rawValue: 1 << 14)

  /// The traits that one byte takes away from a text, wherever it stands in it.
  private static let lostByByte: [UInt16] = (0...255).map { byte in
    if byte >= 0x80 { return UnsafeScalars.mayBeUnsafe(UInt8(byte)) ? mayBeUnsafe.rawValue : 0 }
    var lost: TextTraits = []
    if PlainEscaper.special[byte] { lost.formUnion(.plain) }
    if HTMLEscaper.special[byte] { lost.formUnion(.html) }
    if MarkdownEscaper.special[byte] { lost.formUnion([.markdown, .markdownInline, .markdownCell]) }
    return lost.rawValue
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The traits of a text in UTF-8.
  init(of text: UnsafeBufferPointer<UInt8>) {
    var lost: UInt16 = 0
    TextTraits.lostByByte.withUnsafeBufferPointer { table in
      for byte in text { lost |= table[Int(byte)] }
    }
    var traits = TextTraits.all.subtracting(TextTraits(rawValue: lost))
    if lost & TextTraits.mayBeUnsafe.rawValue != 0, UnsafeScalars.isUnsafe(text) { traits = [] }
    if traits.contains(.markdownInline) { traits.subtract(MarkdownEscaper.lostAtEnds(of: text)) }
    rawValue = traits.rawValue
  }
}
