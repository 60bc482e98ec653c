import Diagnostics

/// What is needed to print a fault: the text, the tokens that tell keys from values, and the names that exist.
struct FaultContext: Sendable {
  let source: SourceText
  let vocabulary: Vocabulary
  let tokens: [TokenTape.Token]

  /// How far around the caret an excerpt reaches, in bytes, with room to spare.
  private static let reach = 240

  /// The line with a caret, and every value on it replaced by a dot (promise 7).
  func excerpt(marking range: Range<Int>) -> Excerpt {
    Excerpt(of: source, marking: range, hiding: hidden(around: range.lowerBound))
  }

  /// What is shown is what carries no patient's data: brackets, commas, colons, quotes, `null`, spaces, and keys that look like ids.
  private func hidden(around offset: Int) -> [Range<Int>] {
    let bytes = source.bytes
    let window = max(0, offset - FaultContext.reach)..<min(bytes.count, max(offset, 0) + FaultContext.reach)
    var hidden: [Range<Int>] = []
    var position = window.lowerBound
    for index in firstToken(endingAfter: window.lowerBound)..<tokens.count {
      let token = tokens[index]
      guard token.start < window.upperBound else { break }
      // Bytes between tokens are punctuation, unless a fault stands there.
      if token.start > position { hideWords(in: position..<token.start, into: &hidden) }
      position = max(position, token.opensContainer ? token.start + 1 : token.end)
      switch token.kind {
      case .objectStart, .objectEnd, .arrayStart, .arrayEnd, .null: continue
      case .key where isShowable(token.content): continue
      case .key, .string: hidden.append(token.content)
      case .number, .true, .false, .invalid: hidden.append(token.range)
      }
    }
    if position < window.upperBound { hideRest(position..<window.upperBound, upTo: offset, into: &hidden) }
    return hidden.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Ids are lowerCamelCase: a name with a capital, a sentence or a number with a unit is not shown.
  func isShowable(_ range: Range<Int>) -> Bool {
    guard (1...40).contains(range.count), (0x61...0x7A).contains(source.bytes[range.lowerBound]) else { return false }
    return source.bytes[range].allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
  }

  /// The name of the member that the place belongs to; nil where it could be anything.
  func field(at offset: Int) -> String? {
    guard let key = tokens.last(where: { $0.kind == .key && $0.start <= offset }) else { return nil }
    return isShowable(key.content) ? String(decoding: source.bytes[key.content], as: UTF8.self) : nil
  }

  /// The text of a key as a message may print it; nil when it could be anything.
  func name(at range: Range<Int>) -> String? {
    let content = range.count >= 2 ? range.lowerBound + 1..<range.upperBound - 1 : range
    return isShowable(content) ? String(decoding: source.bytes[content], as: UTF8.self) : nil
  }

  /// What was written between the quotes, to look for near names with; never printed. Long texts have no near names.
  func written(at range: Range<Int>) -> String {
    guard range.count >= 2, range.count <= 82 else { return "" }
    return String(decoding: source.bytes[range.lowerBound + 1..<range.upperBound - 1], as: UTF8.self)
  }

  private func firstToken(endingAfter offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: ":"), UInt8(ascii: ","):
      true
    default: false
    }
  }

  private func hideWords(in range: Range<Int>, into hidden: inout [Range<Int>]) {
    var start: Int?
    for offset in range {
      if isPunctuation(source.bytes[offset]) {
        if let from = start { hidden.append(from..<offset) }
        start = nil
      } else if start == nil {
        start = offset
      }
    }
    if let from = start { hidden.append(from..<range.upperBound) }
  }

  /// After the last token nobody knows what is text and what is structure: it is hidden but for line ends and the byte that the caret marks.
  private func hideRest(_ range: Range<Int>, upTo offset: Int, into hidden: inout [Range<Int>]) {
    var from = range.lowerBound
    while from < range.upperBound, from <= offset, isPunctuation(source.bytes[from]) { from += 1 }
    hidden.append(from..<range.upperBound)
  }
}
