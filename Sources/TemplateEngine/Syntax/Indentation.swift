/// What happens to the start of every line of a template where the template is placed: white space of its own is removed, other white space is added.
///
/// A standalone partial or parent adds the white space before its tag. A block loses its own indentation where it is defined and gains that of the block it
/// replaces. White space is added to the lines of the template's text, never to lines inside a value.
///
/// Source: https://github.com/mustache/spec/blob/master/specs/~inheritance.yml ("Block reindentation" and the tests around it)
struct Indentation: Sendable, Hashable {
  /// How many bytes of white space every line loses, as far as it has them.
  private(set) var removed = 0
  /// What goes before every line that is not empty.
  private(set) var added: [UInt8] = []

  /// Lines stay as they are.
  static let none = Indentation()

  /// For the lines of another template, placed by a partial or parent tag that stands in lines treated by this one.
  ///
  /// - Parameter tag: a partial or parent of the template with these bytes.
  func entering(_ tag: Node, in bytes: [UInt8]) -> Indentation {
    tag.isStandalone ? Indentation(added: placed(tag, in: bytes)) : .none
  }

  /// For the lines of what replaces a block that stands in lines treated by this one.
  ///
  /// - Parameters:
  ///   - block: the block that is replaced, in the template with these bytes.
  ///   - replacement: the block that stands for it.
  func replacing(_ block: Node, in bytes: [UInt8], by replacement: Node) -> Indentation {
    Indentation(removed: replacement.indentation.count, added: placed(block, in: bytes))
  }

  /// How the first line of a replacement meets the line on which the replaced block stands.
  enum FirstLine: Sendable {
    /// Both begin a line, or neither: lines are indented where they begin.
    case asWritten
    /// The block begins a line and its replacement does not: ``Indentation/added`` goes before the replacement, unless that is empty.
    case indented
    /// The replacement begins a line and the block does not: the first line of the replacement that begins in its text is not indented.
    case continued
  }

  static func firstLine(replacing block: Node, by replacement: Node) -> FirstLine {
    if block.isStandalone == replacement.isStandalone { return .asWritten }
    return block.isStandalone ? .indented : .continued
  }

  /// A tag's own white space, treated as these lines are.
  private func placed(_ tag: Node, in bytes: [UInt8]) -> [UInt8] { added + bytes[tag.indentation].dropFirst(removed) }

  /// A stretch of a literal that is written as it is, and whether ``added`` goes before it.
  struct Line: Sendable, Hashable {
    var isIndented: Bool
    var text: Range<Int>
  }

  /// The literal as it is written, line by line.
  ///
  /// - Parameter startsLine: whether the literal begins a line of the output; its first line gets no indentation when it does not.
  func lines(of literal: Node, in bytes: [UInt8], startsLine: Bool) -> Lines {
    Lines(indentation: self, bytes: bytes, node: literal, startsLine: startsLine)
  }

  /// The lines of one literal.
  struct Lines: Sequence, IteratorProtocol {
    private let indentation: Indentation
    private let bytes: [UInt8]
    private let end: Int
    private var start: Int
    /// Whether the next line begins with white space of the template.
    private var beginsLine: Bool
    /// Whether the next line begins a line of the output.
    private var startsLine: Bool
    /// An empty literal that starts a line is one line all the same.
    private var isPending: Bool

    fileprivate init(indentation: Indentation, bytes: [UInt8], node: Node, startsLine: Bool) {
      self.indentation = indentation
      self.bytes = bytes
      self.startsLine = startsLine
      beginsLine = node.startsLine
      (start, end) = (node.span.lowerBound, node.span.upperBound)
      isPending = node.span.isEmpty && node.startsLine
    }

    mutating func next() -> Line? {
      guard start < end || isPending else { return nil }
      isPending = false
      defer { (beginsLine, startsLine) = (true, true) }
      if indentation == .none {
        defer { start = end }
        return Line(isIndented: false, text: start..<end)
      }
      if beginsLine {
        let most = Swift.min(end, start + indentation.removed)
        while start < most, TemplateEngine.Lines.isIndentation(bytes[start]) { start += 1 }
      }
      let lineEnd = bytes[start..<end].firstIndex(of: 0x0A).map { $0 + 1 } ?? end
      let isBlank = start < end && (bytes[start] == 0x0A || bytes[start] == 0x0D)
      defer { start = lineEnd }
      return Line(isIndented: startsLine && !isBlank && !indentation.added.isEmpty, text: start..<lineEnd)
    }
  }
}
