/// How a text is meant to be read back from the place where it stands: the documented mapping, written anew and without an eye on speed.
enum ReadAs: String, CaseIterable {
  /// Paragraphs, headings, cells, texts of links.
  case text
  /// Code between backticks, in a span and in a block.
  case code
  /// A code span in a cell of a table.
  case cellCode
  /// A code block between tildes.
  case tilde
  /// The text of an HTML element, and an attribute.
  case html
  /// The beginning of an address, read with its percent-encodings decoded.
  case address
  /// A part of an address, read in the same way.
  case part

  /// The name of the field that holds the text in a template of the proof, and the harmless word in its place.
  var field: String { rawValue }
  var word: String { "Qz\(rawValue)zQ" }

  func map(_ text: String) -> [UInt8] {
    switch self {
    case .text: Array(ReadAs.trimmed(ReadAs.folded(text)).utf8)
    case .code: Array(ReadAs.replacing("`", with: "\u{2CB}", in: ReadAs.folded(text)).utf8)
    case .cellCode:
      Array(
        ReadAs.replacing("`", with: "\u{2CB}", in: ReadAs.folded(text)).unicodeScalars.reduce(into: "") {
          result, scalar in
          if scalar == "|", result.unicodeScalars.last == "\\" {
            result.unicodeScalars.removeLast()
            result.unicodeScalars.append("\u{29F5}")
          }
          result.unicodeScalars.append(scalar)
        }.utf8)
    case .tilde: Array(ReadAs.replacing("~", with: "\u{2DC}", in: ReadAs.folded(text)).utf8)
    case .html: Array(ReadAs.unfolded(text).utf8)
    case .address: ReadAs.decoded(Array(ReadAs.address(ReadAs.folded(text)).utf8))
    case .part: Array(ReadAs.folded(text).utf8)
    }
  }

  // MARK: Characters

  private static func replacing(_ old: Unicode.Scalar, with new: Unicode.Scalar, in text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == old ? new : $0 }))
  }

  private static let invisible: Set<UInt32> = Set(
    [0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0xFEFF] + Array(0x202A...0x202E) + Array(0x2060...0x206F)
      + Array(0xFFF0...0xFFFB) + Array(0xE0000...0xE007F))

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || scalar == "\u{2028}" || scalar == "\u{2029}"
  }

  /// Characters that act without being seen replaced.
  private static func visible(_ text: String) -> String.UnicodeScalarView {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let isJoiner = scalar == "\u{200C}" || scalar == "\u{200D}"
      let isBetween =
        index > 0 && index + 1 < scalars.count && !scalars[index - 1].isASCII && !scalars[index + 1].isASCII
      let acts = scalar == "\0" || invisible.contains(scalar.value) || (isJoiner && !isBetween)
      result.append(acts ? "\u{FFFD}" : scalar)
    }
    return result
  }

  /// Controls turned into spaces, but for line feeds and tabs.
  private static func unfolded(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        visible(text).map { isControl($0) && $0 != "\n" && $0 != "\t" ? " " : $0 }))
  }

  /// One line: controls in a row become one space, none after a space and none at the ends.
  private static func folded(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in visible(text) {
      if !isControl(scalar) { line.append(scalar) } else if line.last != " " { line.append(" ") }
    }
    let start = line.firstIndex { $0 != " " } ?? line.endIndex
    let end = line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? start
    return String(line[start..<end])
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .spaceSeparator }
    guard let start = scalars.firstIndex(where: { !isSpace($0) }), let end = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[start...end])
  }

  // MARK: Addresses

  private static func address(_ text: String) -> String {
    hasUnsafeScheme(Array(text.utf8)) ? "#unsafe-address" : text
  }

  /// Whether an address as a whole has a scheme that is not known to be safe.
  private static func hasUnsafeScheme(_ address: [UInt8]) -> Bool {
    guard let end = address.firstIndex(where: { ":/?#".utf8.contains($0) }), address[end] == UInt8(ascii: ":") else {
      return false
    }
    let scheme = String(decoding: address[..<end], as: UTF8.self).lowercased()
    return !["http", "https", "mailto", "tel"].contains(scheme)
  }

  static func decoded(_ address: [UInt8]) -> [UInt8] {
    func digit(_ index: Int) -> UInt8? {
      guard index < address.count else { return nil }
      return switch address[index] {
      case 0x30...0x39: address[index] - 0x30
      case 0x41...0x46: address[index] - 0x37
      case 0x61...0x66: address[index] - 0x57
      default: nil
      }
    }
    var result: [UInt8] = []
    var index = 0
    while index < address.count {
      if address[index] == UInt8(ascii: "%"), let high = digit(index + 1), let low = digit(index + 2) {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(address[index])
        index += 1
      }
    }
    return result
  }

  /// Whether a browser would follow an address that was read from a page to something that runs; it drops tabs, line ends and what is below a
  /// space at the start.
  ///
  /// Source: https://url.spec.whatwg.org/#concept-basic-url-parser
  static func isDangerous(_ address: [UInt8]) -> Bool {
    let heard = address.drop { $0 <= 0x20 }.filter { ![0x09, 0x0A, 0x0D].contains($0) }
    guard let end = heard.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = heard[..<end]
    guard let first = scheme.first, (0x61...0x7A).contains(first | 0x20) else { return false }
    let isScheme = scheme.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0)
    }
    return isScheme && hasUnsafeScheme(Array(heard))
  }
}
