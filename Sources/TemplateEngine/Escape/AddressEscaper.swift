/// Writes a text into an address: the target of a Markdown link or an HTML attribute that holds one. What it writes is harmless in both.
///
/// White space folds and is dropped at both ends, see ``UnsafeScalars`` for other characters; then
/// - a text that begins the address keeps what is reserved in addresses and percent-encodings that are there, so that `https://a/b?c=d%20e` goes
///   through. Its scheme must be one of ``schemes``, or it must have none; else ``unsafe`` is written in its place;
/// - a text inside an address keeps letters, digits, `-`, `.`, `_` and `~`: it can neither end its part of the address nor add one.
///
/// Sources: https://www.rfc-editor.org/rfc/rfc3986#section-2, https://url.spec.whatwg.org/#concept-basic-url-parser
enum AddressEscaper {
  /// What an address may begin with.
  static let schemes = ["http", "https", "mailto", "tel"]
  /// Stands in the place of an address with any other scheme; leads nowhere.
  static let unsafe = "#unsafe-address"

  private static let unreserved = ByteClass.table { ByteClass.isAlphanumeric($0) || Array("-._~".utf8).contains($0) }
  /// Without what acts in Markdown or ends an attribute; `&` is written as a character reference, which both dialects know.
  private static let kept = ByteClass.table {
    ByteClass.isAlphanumeric($0) || Array("-._~:/?#@!$+,;=".utf8).contains($0)
  }
  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  static func append(_ text: UnsafeBufferPointer<UInt8>, isPart: Bool, to output: inout OutputBuffer) {
    if !isPart, !hasSafeScheme(text) { return output.append(contentsOf: unsafe.utf8) }
    let table = isPart ? unreserved : kept
    let start = output.count
    var spaces = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      var (verdict, length) = byte < 0x80 ? (UnsafeScalars.Verdict.keep, 1) : UnsafeScalars.verdict(text, at: index)
      if byte == 0 { verdict = .replace }
      if byte < 0x20 && byte != 0 || byte == 0x7F { verdict = .space }
      defer { index += length }
      // Spaces are written when more follows.
      if verdict == .space || byte == 0x20 {
        if output.count > start { spaces = byte == 0x20 ? spaces + 1 : max(spaces, 1) }
        continue
      }
      for _ in 0..<spaces { output.append(contentsOf: "%20".utf8) }
      spaces = 0
      switch verdict {
      case .space: continue
      case .replace: for byte in TextSink.replacement { encode(byte, to: &output) }
      case .keep where table[Int(byte)]: output.append(byte)
      case .keep where !isPart && byte == UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      case .keep where !isPart && isEncoding(text, at: index): output.append(byte)
      case .keep: for offset in 0..<length { encode(text[index + offset], to: &output) }
      }
    }
  }

  private static func encode(_ byte: UInt8, to output: inout OutputBuffer) {
    output.append(UInt8(ascii: "%"))
    output.append(hexDigits[Int(byte >> 4)])
    output.append(hexDigits[Int(byte & 15)])
  }

  private static func isEncoding(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    func isHex(_ index: Int) -> Bool {
      index < text.count
        && ((0x30...0x39).contains(text[index]) || (0x61...0x66).contains(text[index] | 0x20))
    }
    return text[index] == UInt8(ascii: "%") && isHex(index + 1) && isHex(index + 2)
  }

  /// Whether a whole address has no scheme or one that runs nothing.
  private static func hasSafeScheme(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while start < text.count {
      let byte = text[start]
      let (verdict, length) = byte < 0x80 ? (.keep, 1) : UnsafeScalars.verdict(text, at: start)
      guard verdict == .space || byte == 0x20 || byte == 0x7F || (0x01...0x1F).contains(byte) else { break }
      start += length
    }
    let rest = text[start...]
    guard let end = rest.firstIndex(where: { Array(":/?#".utf8).contains($0) }), text[end] == UInt8(ascii: ":") else {
      return true
    }
    return isSafe(scheme: text[start..<end])
  }

  /// Whether it is one of ``schemes``, in upper or lower case.
  static func isSafe(scheme: some Collection<UInt8>) -> Bool {
    schemes.contains { $0.utf8.elementsEqual(scheme.lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }) }
  }
}
