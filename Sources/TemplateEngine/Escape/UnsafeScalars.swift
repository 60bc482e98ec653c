/// Characters of a text that would act on the reader or on the page instead of being read: what is printed in their place.
///
/// - White space other than a space, and control characters, become one space: a text can never begin a line or a block.
/// - U+0000 becomes U+FFFD, as CommonMark and HTML ask for.
/// - Marks that change the reading direction, invisible characters and tag characters become U+FFFD: seen rather than removed, because removing one could
///   join what stands around it (`&` + U+200B + `lt;`).
/// - U+200C and U+200D (joiners) stay between two characters beyond ASCII, where scripts and emoji need them; elsewhere they become U+FFFD.
///
/// Sources: https://spec.commonmark.org/0.31.2/#insecure-characters, https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
enum UnsafeScalars {
  enum Verdict {
    case keep
    case space
    case replace
  }

  /// Whether a lead byte beyond ASCII can begin an unsafe scalar.
  static func mayBeUnsafe(_ lead: UInt8) -> Bool {
    lead == 0xC2 || lead == 0xD8 || lead == 0xE1 || lead == 0xE2 || lead == 0xEF || lead == 0xF3
  }

  /// Whether any scalar beyond ASCII must not stay as it is.
  static func isUnsafe(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      guard text[index] >= 0x80 else {
        index += 1
        continue
      }
      let (verdict, length) = verdict(text, at: index)
      guard verdict == .keep else { return true }
      index += length
    }
    return false
  }

  /// The verdict on the scalar that begins at `index` with a byte beyond ASCII, and how many bytes it has.
  ///
  /// `text` is valid UTF-8, so that a lead byte is followed by all of its bytes; where it is not, the rest counts as one scalar.
  static func verdict(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (Verdict, length: Int) {
    let lead = text[index]
    let length = min(lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, text.count - index)
    guard mayBeUnsafe(lead), length >= 2 else { return (.keep, length) }
    let second = text[index + 1]
    let third = length > 2 ? text[index + 2] : 0
    switch (lead, second) {
    case (0xC2, 0x80...0x9F): return (.space, length)  // C1 controls with NEL
    case (0xD8, 0x9C): return (.replace, length)  // U+061C
    case (0xE1, 0xA0) where third == 0x8E: return (.replace, length)  // U+180E
    case (0xE2, 0x80):
      switch third {
      case 0xA8, 0xA9: return (.space, length)  // U+2028, U+2029
      case 0x8B, 0x8E, 0x8F, 0xAA...0xAE: return (.replace, length)  // U+200B, 200E, 200F, 202A–202E
      case 0x8C, 0x8D:  // U+200C, 200D
        let isBetween = index > 0 && text[index - 1] >= 0x80 && index + 3 < text.count && text[index + 3] >= 0x80
        return (isBetween ? .keep : .replace, length)
      default: return (.keep, length)
      }
    case (0xE2, 0x81): return ((0xA0...0xAF).contains(third) ? .replace : .keep, length)  // U+2060–206F
    case (0xEF, 0xBB): return (third == 0xBF ? .replace : .keep, length)  // U+FEFF
    case (0xEF, 0xBF): return ((0xB0...0xBB).contains(third) ? .replace : .keep, length)  // U+FFF0–FFFB
    case (0xF3, 0xA0): return (third <= 0x81 ? .replace : .keep, length)  // U+E0000–E007F
    default: return (.keep, length)
    }
  }

  // MARK: White space of Unicode (Zs)

  /// Whether one scalar in UTF-8 is a space of any kind.
  static func isSpace(_ scalar: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let start = scalar.startIndex
    switch scalar.count {
    case 1: return scalar[start] == 0x20
    case 2: return scalar[start] == 0xC2 && scalar[start + 1] == 0xA0
    case 3:
      switch (scalar[start], scalar[start + 1], scalar[start + 2]) {
      // U+1680, U+2000–200A, U+202F, U+205F, U+3000
      case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
        return true
      default: return false
      }
    default: return false
    }
  }

  /// The length of the space with which the bytes from `start` on end; 0 when they end with something else.
  static func spaceLength(atEndOf bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    for length in 1...3 where bytes.count - length >= start && isSpace(bytes[(bytes.count - length)...]) {
      return length
    }
    return 0
  }

  static func hasSpaceAtEnds(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    // Most texts begin and end with a byte that is part of no space.
    let mayBegin = first == 0x20 || first == 0xC2 || (0xE1...0xE3).contains(first)
    guard mayBegin || last == 0x20 || (0x80...0xAF).contains(last) else { return false }
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    return isSpace(text[..<min(length, text.count)]) || spaceLength(atEndOf: text, from: 0) > 0
  }
}
